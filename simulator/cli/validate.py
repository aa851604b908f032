"""`validate`: what is wrong in scenario files, where, and how to mend it."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("validate", epilog="\b\nExample:\n  uv run main.py validate scenarios/corner_shop/corner_shop.yaml")
@click.argument("names", metavar="[FILES|IDS]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings and todos too.")
@click.pass_obj
def command(data: Path | None, names: tuple[str, ...], as_json: bool, strict: bool) -> int:
    """Check scenario files: every finding with its line, its column and a hint.

    Without a name it checks all shipped calls and your own. The exit code is 1 if anything cannot be played.
    """
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


def _verdict(severities: list[str]) -> str:
    counts = [
        f"{severities.count(kind)} {word if severities.count(kind) == 1 else word + 's'}"
        for kind, word in (("error", "error"), ("warning", "warning"), ("todo", "thing still to do"))
        if kind in severities
    ]
    counts = [count.replace("thing still to dos", "things still to do") for count in counts]
    return ", ".join(counts) if counts else "fine"
