"""How simulated trainees fared in a recorded call: from the cache, or worked out now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.encounter.course import Course
    from simulator.encounter.plans import Program
    from simulator.scoring.company import Fared


def company_of(program: Program, course: Course, data: Path | None, *, work_out: bool) -> tuple[Fared, ...]:
    """How each kind of simulated trainee fared in the call of this course. Nothing where it is not known and not to
    be worked out, nor for a call without an end: it stands nowhere among them."""
    from simulator.authoring.simulation import PLAYS, CompanyCache, fared_of
    from simulator.cli.costs import bar
    from simulator.cli.folders import data_folder
    from simulator.records.data_folder import DataFolder
    from simulator.scoring.company import SIMULATED

    if not course.last.outcome:
        return ()
    cache = CompanyCache(DataFolder(data_folder(data)).cache)
    known = cache.find(course.start)
    if known is not None or not work_out:
        return known or ()
    try:
        with bar(PLAYS * len(SIMULATED), "How simulated trainees fare") as advance:
            found = fared_of(program, course.start, made=advance)
    except KeyboardInterrupt:
        click.echo("\nStopped. Nothing was written.", err=True)
        raise
    cache.keep(course.start, found)
    return found
