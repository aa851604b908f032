"""`test`: an author's own tests, run."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("test", epilog="\b\nExample:\n  uv run main.py test corner_shop")
@click.argument("names", metavar="[FILES|FOLDERS|IDS]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON.")
@click.pass_obj
def command(data: Path | None, names: tuple[str, ...], as_json: bool) -> int:
    """Run the tests written in scenario files: fixed lines of play and what must hold after them.

    Without a name it runs those of all shipped calls and your own. The exit code is 1 if one fails.
    """
    from simulator.authoring.catalogues import shipped
    from simulator.authoring.scenario_tests import run_tests
    from simulator.cli.folders import entries_named
    from simulator.encounter.program import compile_program

    rows: list[dict[str, object]] = []
    failed = 0
    for entry in entries_named(names, data):
        if entry.scenario is None:
            failed += 1
            rows.append({"file": str(entry.path), "error": f"cannot be played; run `validate {entry.path}`"})
            continue
        for result in run_tests(compile_program(entry.scenario, shipped())):
            failed += not result.passed
            rows.append(
                {
                    "file": str(entry.path),
                    "line": result.test.line,
                    "call": entry.id,
                    "test": result.test.id,
                    "passed": result.passed,
                    "failed": list(result.failed),
                    "refused": result.refused,
                    "ended": result.ended,
                }
            )
    if as_json:
        click.echo(json.dumps(rows, indent=2))
    else:
        for row in rows:
            _tell(row)
        passed = sum(bool(row.get("passed")) for row in rows)
        click.echo(f"{passed} passed, {failed} failed.")
    return 1 if failed else 0


def _tell(row: dict[str, object]) -> None:
    if "error" in row:
        click.echo(f"{row['file']}: {row['error']}")
        return
    click.echo(f"{'passed' if row['passed'] else 'FAILED'}: {row['call']}.{row['test']}: {row['ended']}")
    if row["refused"]:
        click.echo(f"  {row['file']}:{row['line']}: {row['refused']}")
    failed = row["failed"]
    assert isinstance(failed, list)
    for expected in failed:
        click.echo(f"  {row['file']}:{row['line']}: expected {expected}")
