"""The finished runs of a trainee in the data folder, each as its debrief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.records.listing import RecordSummary
    from simulator.scoring.debrief import Debrief


def finished_runs(data: Path | None, trainee: str) -> list[Debrief]:
    """Their debriefs, computed anew; a record that gives none is named and left out. Tells why where there is none."""
    from simulator.cli.folders import data_folder
    from simulator.records.listing import list_records
    from simulator.records.trainee import trainee_id

    who = trainee_id(trainee)
    debriefs, _ = debriefs_of(data, [row for row in list_records(data_folder(data)) if row.trainee == who])
    if not debriefs:
        raise click.ClickException(f"There is no finished record of “{who}”. See `records list` for the ids there are.")
    return debriefs


def beside_earlier_runs(data: Path | None, value: Debrief) -> Debrief:
    """The debrief beside its trainee's runs before it, where there are any in the data folder."""
    from simulator.cli.folders import data_folder
    from simulator.records.listing import records_before
    from simulator.scoring.earlier import with_earlier

    if not value.session.trainee:
        click.echo("This record names no trainee, so there are no earlier runs to set it beside.", err=True)
        return value
    debriefs, _ = debriefs_of(data, records_before(data_folder(data), value.session))
    value = with_earlier(value, debriefs)
    if value.earlier is None:
        click.echo(
            "No earlier run counts beside this one: both have to be played to their end, and be no branch.", err=True
        )
    return value


def debriefs_of(data: Path | None, rows: Iterable[RecordSummary]) -> tuple[list[Debrief], int]:
    """The debriefs of these records, and how many were left out, each of them named: they give none. A record that can
    still be gone on with is passed over."""
    from simulator.cli.folders import programs_for_all
    from simulator.cli.report import debrief_of, words_in
    from simulator.records.problem import RecordsProblem

    debriefs, left_out, words, programs = [], 0, words_in(data), programs_for_all(data)
    for row in rows:
        if row.state == "open" and not row.outcome:
            continue
        try:
            debriefs.append(debrief_of(data, str(row.path), words=words, programs=programs))
        except (click.ClickException, RecordsProblem) as problem:
            left_out += 1
            click.echo(f"Left out: {problem.message}", err=True)
    return debriefs, left_out
