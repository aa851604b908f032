"""`fmt`: quotes round the words in scenario files, and nothing else."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("fmt", epilog="\b\nExample:\n  uv run main.py fmt --check scenarios/corner_shop/corner_shop.yaml")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 if a file would change.")
@click.pass_obj
def command(data: Path | None, files: tuple[Path, ...], check: bool) -> int:
    """Put every text that people read into quotes. Comments, order and layout stay; the meaning is proved the same."""
    from simulator.authoring.drafting.quoting import NotReadableError, quoted
    from simulator.cli.drafts import read_source, write_source
    from simulator.records.problem import RecordsProblem

    changed = wrong = 0
    for path in files:
        try:
            source = read_source(path)
            after = quoted(source, str(path))
        except (NotReadableError, RecordsProblem) as problem:
            click.echo(str(problem), err=True)
            wrong += 1
            continue
        if after == source:
            click.echo(f"{path}: fine")
            continue
        changed += 1
        if check:
            click.echo(f"{path}: has words without quotes")
        else:
            write_source(path, after)
            click.echo(f"{path}: quotes put")
    return 1 if wrong or (check and changed) else 0
