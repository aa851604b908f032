"""`migrate`: older scenario files brought up to the present format."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("migrate", epilog="\b\nExample:\n  uv run main.py migrate scenarios/corner_shop/corner_shop.yaml")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def command(data: Path | None, files: tuple[Path, ...]) -> int:
    """Bring files of an older format up to the present one, by edits of their text: comments and layout stay."""
    from simulator.authoring.drafting.edits import with_ends_of
    from simulator.cli.drafts import read_source, write_source
    from simulator.records.problem import RecordsProblem
    from simulator.scenario.authored.file import FORMAT
    from simulator.scenario.authored.migration import FormatRefusedError, format_of, migrate
    from simulator.scenario.reading.decode import normalised

    wrong = 0
    for path in files:
        try:
            source = read_source(path)
        except RecordsProblem as problem:
            click.echo(str(problem), err=True)
            wrong += 1
            continue
        written_in = format_of(normalised(source))
        if written_in is None:
            click.echo(f"{path}: no line says `format: {FORMAT}`; write it at the top", err=True)
            wrong += 1
        elif written_in == FORMAT:
            click.echo(f"{path}: is in format {FORMAT} already")
        else:
            try:
                after = migrate(normalised(source), written_in)
            except FormatRefusedError as refused:
                click.echo(f"{path}: {refused}; {refused.hint}", err=True)
                wrong += 1
                continue
            write_source(path, with_ends_of(source, after))
            click.echo(f"{path}: brought from format {written_in} to {FORMAT}")
    return 1 if wrong else 0
