"""What the decisions of a recorded call cost: from the cache, or worked out now with a bar that shows how far it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.authoring.program_texts import ProgramTexts
    from simulator.authoring.values import ValueCache
    from simulator.encounter.course import Course
    from simulator.encounter.plans import Program
    from simulator.scoring.debrief import Consequence


def costs_of(
    program: Program, course: Course, log: Path, data: Path | None, *, work_out: bool
) -> Mapping[int, Consequence]:
    """What each decision led to, by turn. Nothing where it is not known and not to be worked out."""
    from simulator.authoring.values import ValueCache
    from simulator.cli.folders import data_folder
    from simulator.records.data_folder import DataFolder
    from simulator.records.texts import texts_behind

    own = DataFolder(data_folder(data))
    cache = ValueCache(own.cache)
    known = cache.find(course)
    if known is not None or not work_out:
        return known or {}
    texts = texts_behind(course.start.digests, own.texts, DataFolder(log.absolute().parent.parent).texts)
    try:
        return _here(program, course, cache) if texts is None else _over_processes(texts, course, cache)
    except KeyboardInterrupt:
        click.echo("\nStopped. Nothing was written.", err=True)
        raise


def _over_processes(texts: ProgramTexts, course: Course, cache: ValueCache) -> Mapping[int, Consequence]:
    from simulator.authoring.crew import CrewError
    from simulator.authoring.values import AnnotationJob

    job = AnnotationJob.start(texts, course, cache=cache)
    try:
        with bar(job.whole, "What each decision cost") as advance:
            while not job.finished:
                advance(len(job.poll(1.0)))
    except CrewError as fault:
        raise click.ClickException(str(fault)) from None
    finally:
        job.cancel()
    return job.found


def _here(program: Program, course: Course, cache: ValueCache) -> Mapping[int, Consequence]:
    """In this process, where the texts behind the program are not kept."""
    from simulator.authoring.values import annotate
    from simulator.authoring.values.annotate import decisions

    with bar(len(decisions(course)), "What each decision cost") as advance:

        def stop() -> bool:
            advance(1)
            return False

        found = annotate(program, course, stop=stop)
    cache.keep(course, found)
    return found


@contextmanager
def bar(length: int, label: str, *, hidden: bool = False) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, on the error output so that results can be piped; elsewhere nothing is shown."""
    hidden = hidden or not sys.stderr.isatty()
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden) as shown:
        yield shown.update
