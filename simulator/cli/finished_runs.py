"""The finished runs of a trainee in the data folder, each as its debrief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.scoring.debrief import Debrief


def finished_runs(data: Path | None, trainee: str) -> list[Debrief]:
    """Their debriefs, computed anew; a record that gives none is named and left out. Tells why where there is none."""
    from simulator.cli.folders import data_folder
    from simulator.cli.report import debrief_of, words_in
    from simulator.records.listing import list_records
    from simulator.records.problem import RecordsProblem
    from simulator.records.trainee import trainee_id

    who, debriefs = trainee_id(trainee), []
    words = words_in(data)
    for row in list_records(data_folder(data)):
        if row.trainee != who or (row.state == "open" and not row.outcome):
            continue
        try:
            debriefs.append(debrief_of(data, str(row.path), words=words))
        except (click.ClickException, RecordsProblem) as problem:
            click.echo(f"Left out: {problem.message}", err=True)
    if not debriefs:
        raise click.ClickException(f"There is no finished record of “{who}”. See `records list` for the ids there are.")
    return debriefs
