"""`records`: the sessions that were recorded, listed and shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.scenario.problem import in_sight

if TYPE_CHECKING:
    from simulator.records.listing import RecordSummary


@click.group("records", epilog="\b\nExample:\n  uv run main.py records list")
def command() -> None:
    """List, show and export recorded sessions."""


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
        click.echo(f"  file: {summary.path}")
        for key, value in more.items():
            words = ", ".join(value) if isinstance(value, list) else str(value)
            click.echo(in_sight(f"  {key.replace('_', ' ')}: {words}"))
        if summary.state != "damaged":
            click.echo(f"The debrief: uv run main.py report {_short(summary)}")
    return 1 if summary.state == "damaged" else 0


def _short(row: RecordSummary) -> str:
    """The id as reports name it, so that a page on paper is found in the list."""
    from simulator.scoring.session_facts import short_id

    return short_id(row.id)


@command.command("export", epilog="\b\nExample:\n  uv run main.py records export tables")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.pass_obj
def export_command(data: Path | None, folder: Path) -> int:
    """Write every finished record's debrief into tables: sessions.csv, skills.csv and decisions.csv in FOLDER.

    Each is computed anew from its log. One that gives no debrief is named and left out, and the exit code is 1.
    """
    from simulator.cli.finished_runs import debriefs_of
    from simulator.cli.folders import data_folder
    from simulator.cli.output import write_bytes_out
    from simulator.records.listing import list_records
    from simulator.records.problem import told
    from simulator.reports import tables

    debriefs, left_out = debriefs_of(data, list_records(data_folder(data)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise told(error, folder) from None
    made = {
        "sessions.csv": (tables.SESSION_HEAD, [tables.session_row(each) for each in debriefs]),
        "skills.csv": (tables.SKILL_HEAD, [row for each in debriefs for row in tables.skill_rows(each)]),
        "decisions.csv": (tables.DECISION_HEAD, [row for each in debriefs for row in tables.decision_rows(each)]),
    }
    for name, (head, rows) in made.items():
        # With its mark of UTF-8, or spreadsheets read it as something else.
        write_bytes_out(tables.csv_text(head, rows).encode("utf-8-sig"), folder / name)
    count = f"{len(debriefs)} session{'' if len(debriefs) == 1 else 's'}"
    click.echo(f"{count} in {folder}" + (f"; {left_out} left out" if left_out else ""))
    return 1 if left_out else 0


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
        "branch_turn": row.branch_turn,
    }


def _tell(row: RecordSummary) -> None:
    click.echo(in_sight(_told(row)))


def _told(row: RecordSummary) -> str:
    if not row.id:
        return f"{row.path.name}: damaged. {row.fault}"
    who = f"trainee {row.trainee}" if row.trainee else "nobody named"
    state = {"open": row.outcome or "not finished", "closed": row.outcome, "damaged": f"DAMAGED, {row.fault}"}[
        row.state
    ]
    when = row.started_at.replace("T", " ")[:16]
    mode = row.mode if row.branch_turn is None else f"practice branch from turn {row.branch_turn}"
    return f"{_short(row)}: {row.title}, {mode}, {who}, {when} UTC, {row.turns} acts, {state}"
