"""The finished runs of a trainee in the data folder, each as its debrief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.scoring.debrief import Debrief


def finished_runs(data: Path | None, trainee: str) -> list[Debrief]:
    """Their debriefs, computed anew; a record that gives none is named and left out. Tells why where there is none."""
    from simulator.records.trainee import trainee_id

    who = trainee_id(trainee)
    debriefs = _debriefs(data, who)
    if not debriefs:
        raise click.ClickException(f"There is no finished record of “{who}”. See `records list` for the ids there are.")
    return debriefs


def beside_earlier_runs(data: Path | None, value: Debrief) -> Debrief:
    """The debrief beside its trainee's runs before it, where there are any in the data folder."""
    from simulator.scoring.earlier import with_earlier

    session = value.session
    if not session.trainee:
        click.echo("This record names no trainee, so there are no earlier runs to set it beside.", err=True)
        return value
    value = with_earlier(value, _debriefs(data, session.trainee, before=session.started_at))
    if value.earlier is None:
        click.echo(
            "No earlier run counts beside this one: both have to be played to their end, and be no branch.", err=True
        )
    return value


def _debriefs(data: Path | None, who: str, before: str = "") -> list[Debrief]:
    from simulator.cli.folders import data_folder, programs_for_all
    from simulator.cli.report import debrief_of, words_in
    from simulator.records.listing import list_records
    from simulator.records.problem import RecordsProblem

    debriefs, words, programs = [], words_in(data), programs_for_all(data)
    for row in list_records(data_folder(data)):
        if row.trainee != who or (row.state == "open" and not row.outcome) or (before and row.started_at >= before):
            continue
        try:
            debriefs.append(debrief_of(data, str(row.path), words=words, programs=programs))
        except (click.ClickException, RecordsProblem) as problem:
            click.echo(f"Left out: {problem.message}", err=True)
    return debriefs
