"""`validate`: what is wrong in scenario files, where, and how to mend it."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("validate", epilog="\b\nExample:\n  uv run main.py validate scenarios/corner_shop/corner_shop.yaml")
@click.argument("names", metavar="[FILES|FOLDERS|IDS]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings and todos too.")
@click.option("--watch", "watched", is_flag=True, help="Go on, and check again after every save.")
@click.pass_obj
def command(data: Path | None, names: tuple[str, ...], as_json: bool, strict: bool, watched: bool) -> int:
    """Check scenario files: every finding with its line, its column and a hint.

    Without a name it checks all shipped calls and your own. The exit code is 1 if anything cannot be played.
    """
    if watched:
        return _watch(names, data, as_json)
    from simulator.cli.folders import entries_named
    from simulator.scenario.problem import show

    entries = entries_named(names, data)
    problems = [problem for entry in entries for problem in entry.problems]
    if as_json:
        rows = [
            {
                "file": p.place.file,
                "line": p.place.line,
                "column": p.place.column,
                "path": p.place.path,
                "severity": p.severity,
                "code": p.code,
                "message": p.message,
                "hint": p.hint,
            }
            for p in problems
        ]
        click.echo(json.dumps({"files": [str(entry.path) for entry in entries], "findings": rows}, indent=2))
    else:
        for problem in problems:
            click.echo(show(problem))
        for entry in entries:
            click.echo(f"{entry.path}: {_verdict([p.severity for p in entry.problems])}")
        if not entries:
            click.echo("There is nothing to check: the library is empty.")
    bad = ("error", "warning", "todo") if strict else ("error",)
    return 1 if any(problem.severity in bad for problem in problems) else 0


def _watch(names: tuple[str, ...], data: Path | None, as_json: bool) -> int:
    from simulator.authoring.catalogues import shipped
    from simulator.authoring.library import SHIPPED, own_folder, read_entry, scenario_files
    from simulator.cli.folders import data_folder, find_entry
    from simulator.cli.guard import INTERRUPTED
    from simulator.cli.watching import watch

    if as_json:
        raise click.UsageError("--watch prints one line a finding: leave --json away.")
    named = [find_entry(name, data).path for name in names] or [SHIPPED, own_folder(data_folder(data))]
    try:
        watch(
            lambda: [file for path in named for file in (scenario_files(path) if path.is_dir() else (path,))],
            lambda path: read_entry(path, shipped()),
        )
    except KeyboardInterrupt:
        click.echo("No longer watching.", err=True)
    return INTERRUPTED


def _verdict(severities: list[str]) -> str:
    counts = [
        f"{severities.count(kind)} {word if severities.count(kind) == 1 else word + 's'}"
        for kind, word in (("error", "error"), ("warning", "warning"), ("todo", "thing still to do"))
        if kind in severities
    ]
    counts = [count.replace("thing still to dos", "things still to do") for count in counts]
    return ", ".join(counts) if counts else "fine"
