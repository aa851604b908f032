"""`library`: the calls that can be played, and the files that cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.authoring.library import Entry


@click.command("library", epilog="\b\nExample:\n  uv run main.py library --json")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_obj
def command(data: Path | None, as_json: bool) -> int:
    """List the calls in the library: the shipped ones and your own.

    Files that cannot be played are listed with the first thing to mend; then the exit code is 1.
    """
    from simulator.cli.folders import whole_library
    from simulator.scenario.problem import first_few

    library = whole_library(data)
    covered = library.covered()
    broken = [entry for entry in library.entries if entry.scenario is None]
    if as_json:
        rows = [_row(entry) for entry in library.entries]
        click.echo(json.dumps({"folders": [str(folder) for folder in library.folders], "calls": rows}, indent=2))
        return 1 if broken else 0
    for folder in library.folders:
        click.echo(f"Folder: {folder}{'' if folder.is_dir() else ' (not there yet; put scenarios of your own in it)'}")
    for entry in library.entries:
        if entry.scenario is not None and entry.path not in covered:
            _tell(entry)
    for path, other in covered.items():
        click.echo(f"\n{path} is not used: {other.path} has the same id, {other.id}.")
        click.echo(f"  Give one of the two another id to have both; `play {path}` plays this one.")
    for entry in broken:
        errors = [problem for problem in entry.problems if problem.severity == "error"]
        click.echo(f"\n{entry.path} cannot be played.")
        shown, left = first_few(errors, 1)
        for problem in shown:
            click.echo(f"  {problem}")
            if problem.hint:
                click.echo(f"  hint: {problem.hint}")
        if left:
            click.echo(f"  and {left} more: run `validate {entry.path}`")
    if not library.entries:
        click.echo("There are no calls in these folders.")
    return 1 if broken else 0


def _tell(entry: Entry) -> None:
    scenario = entry.scenario
    assert scenario is not None
    about = scenario.about
    draft = " (draft)" if about.status == "draft" else ""
    click.echo()
    _say(f"{scenario.id}: {about.title}{draft}")
    if about.summary:
        _say(f"  {about.summary}")
    _say(f"  {about.minutes} minutes, {about.category}")
    for objective in about.objectives:
        _say(f"  Trains: {objective}")
    for note in about.content_notes:
        _say(f"  Note: {note}")
    temperaments = ", ".join(f"{id_} ({each.label})" for id_, each in scenario.temperaments.items())
    _say(f"  Temperaments: {temperaments}")


def _say(line: str) -> None:
    from simulator.reports.quotes import curved
    from simulator.scenario.problem import in_sight

    click.echo(in_sight(curved(line)))


def _row(entry: Entry) -> dict[str, object]:
    problems = [
        {"severity": p.severity, "code": p.code, "place": str(p.place), "message": p.message, "hint": p.hint}
        for p in entry.problems
    ]
    row: dict[str, object] = {"id": entry.id, "file": str(entry.path), "playable": entry.scenario is not None}
    if entry.scenario is not None:
        about = entry.scenario.about
        row |= {
            "title": about.title,
            "version": about.version,
            "summary": about.summary,
            "status": about.status,
            "category": about.category,
            "language": about.language,
            "minutes": about.minutes,
            "trains": list(about.objectives),
            "content_notes": list(about.content_notes),
            "hardships": list(about.hardships),
            "temperaments": {id_: each.label for id_, each in entry.scenario.temperaments.items()},
        }
    return row | {"problems": problems}
