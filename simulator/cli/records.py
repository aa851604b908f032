"""`records`: the sessions that were recorded, listed and shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.records.listing import RecordSummary


@click.group("records", epilog="\b\nExample:\n  uv run main.py records list")
def command() -> None:
    """List and show recorded sessions."""


@command.command("list", epilog="\b\nExample:\n  uv run main.py records list --json")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_obj
def list_command(data: Path | None, as_json: bool) -> int:
    """List every record in the data folder, oldest first. The exit code is 1 if one is damaged."""
    from simulator.cli.folders import data_folder
    from simulator.records.data_folder import DataFolder
    from simulator.records.listing import list_records

    folder = data_folder(data)
    rows = list_records(folder)
    if as_json:
        click.echo(json.dumps([_row(row) for row in rows], indent=2))
    else:
        for row in rows:
            _tell(row)
        count = f"{len(rows)} record{'' if len(rows) == 1 else 's'}" if rows else "No records"
        click.echo(f"{count} in {DataFolder(folder).sessions}")
    return 1 if any(row.state == "damaged" for row in rows) else 0


@command.command("show", epilog="\b\nExample:\n  uv run main.py records show 1a2b3c4d")
@click.argument("name", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def show_command(data: Path | None, name: str, as_json: bool) -> int:
    """Show one record: who, when, what was done, what became of it.

    ID is a record's id (its beginning is enough), its file name, or the path of a log. An assessed
    call is not shown before it is over; `records list` says that it is there.
    """
    from simulator.cli.folders import data_folder
    from simulator.cli.report import refuse_unfinished
    from simulator.records.listing import find_record, summary_of
    from simulator.records.reading import read_log

    record = read_log(find_record(data_folder(data), name))
    refuse_unfinished(record)
    summary = summary_of(record)
    start = record.header.start
    more: dict[str, object] = {
        "scenario_version": record.header.scenario.version,
        "program": record.header.program,
        "law": start.law,
        "seed": start.seed,
        "temperament": start.temperament,
        "untimed": record.header.untimed,
        "timer_percent": record.header.timer_percent,
        "acts": [line.action for line in record.actions],
        "course": record.course,
        "chain": record.chain,
    }
    if as_json:
        click.echo(json.dumps(_row(summary) | more, indent=2))
    else:
        _tell(summary)
        for key, value in more.items():
            words = ", ".join(value) if isinstance(value, list) else str(value)
            click.echo(f"  {key.replace('_', ' ')}: {words}")
        if summary.state != "damaged":
            click.echo(f"The debrief: uv run main.py report {_short(summary)}")
    return 1 if summary.state == "damaged" else 0


def _short(row: RecordSummary) -> str:
    return row.path.stem.rpartition("-")[2]


def _row(row: RecordSummary) -> dict[str, object]:
    return {
        "id": row.id,
        "file": str(row.path),
        "scenario": row.scenario,
        "title": row.title,
        "trainee": row.trainee,
        "mode": row.mode,
        "outcome": row.outcome,
        "started_at": row.started_at,
        "turns": row.turns,
        "state": row.state,
        "fault": row.fault,
    }


def _tell(row: RecordSummary) -> None:
    if not row.id:
        click.echo(f"{row.path.name}: damaged. {row.fault}")
        return
    who = f"trainee {row.trainee}" if row.trainee else "nobody named"
    state = {"open": "not finished", "closed": row.outcome, "damaged": f"DAMAGED, {row.fault}"}[row.state]
    when = row.started_at.replace("T", " ")[:16]
    click.echo(f"{_short(row)}: {row.title}, {row.mode}, {who}, {when} UTC, {row.turns} acts, {state}")
