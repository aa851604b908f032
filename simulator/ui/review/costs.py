"""What decisions cost, worked out in the background while somebody reads: a thread asks, processes do the work."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from simulator.encounter.course import Course
from simulator.scenario.words import Words
from simulator.scoring.debrief import Consequence
from simulator.ui.review.working_out import WorkingOut

_ASKED_EVERY = 0.25
"""Seconds that one waiting for results takes."""


class Costs(WorkingOut):
    """The working out of one course. `found` grows turn by turn."""

    def __init__(self, course: Course, own: Path, beside: Path) -> None:
        self._course = course
        self._whole = 0
        self._finished = False
        self.found: Mapping[int, Consequence] = {}
        """What is known so far, by turn; another mapping each time more is."""
        super().__init__(own, beside, "costs")

    def progress(self, words: Words) -> str:
        """How far it is, or why there is nothing; "" once everything is known."""
        if trouble := self.trouble(words):
            return trouble
        if self._finished:
            return ""
        if not self._whole:
            return words("costs_waiting")
        return words("costs_so_far", done=len(self.found), all=self._whole)

    @property
    def over(self) -> bool:
        """Whether nothing more comes of it: everything is known, or it cannot be."""
        return self._finished or self._no_texts or bool(self._fault)

    def _work_out(self) -> None:
        # Imported here: it takes longer than a frame.
        from simulator.authoring.crew import cores
        from simulator.authoring.values import AnnotationJob, ValueCache
        from simulator.records.texts import texts_behind

        texts = texts_behind(self._course.start.digests, self._own.texts, self._beside.texts)
        if texts is None:
            self._no_texts = True
            return
        # One core is left for the window.
        job = AnnotationJob.start(texts, self._course, cache=ValueCache(self._own.cache), jobs=max(1, cores() - 1))
        self._whole = job.whole
        try:
            while not (job.finished or self._stop.is_set()):
                if job.poll(_ASKED_EVERY):
                    self.found = dict(job.found)
            self.found = dict(job.found)
            self._finished = job.finished
        finally:
            job.cancel()
