"""What decisions cost, worked out in the background while somebody reads: a thread asks, processes do the work."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from simulator.encounter.course import Course
from simulator.scoring.debrief import Consequence
from simulator.ui.review.working_out import WorkingOut

_ASKED_EVERY = 0.25
"""Seconds that one waiting for results takes."""


class Costs(WorkingOut):
    """The working out of one course. `found` grows turn by turn."""

    def __init__(self, course: Course, own: Path, beside: Path) -> None:
        self._course = course
        self._whole = 0
        self._fault = ""
        self._finished = False
        self.found: Mapping[int, Consequence] = {}
        """What is known so far, by turn; another mapping each time more is."""
        super().__init__(own, beside, "costs")

    @property
    def words(self) -> str:
        """How far it is, or why there is nothing; "" once everything is known."""
        if self._fault:
            return self._fault
        if self._finished:
            return ""
        if not self._whole:
            return "Working out what each decision cost …"
        return f"Working out what each decision cost … {len(self.found)} of {self._whole}"

    @property
    def over(self) -> bool:
        """Whether nothing more comes of it: everything is known, or it cannot be."""
        return self._finished or bool(self._fault)

    def _failed(self, why: str) -> None:
        self._fault = f"What it cost could not be worked out on this computer ({why})."

    def _work_out(self) -> None:
        # Imported here: it takes longer than a frame.
        from simulator.authoring.crew import cores
        from simulator.authoring.values import AnnotationJob, ValueCache
        from simulator.records.texts import texts_behind

        texts = texts_behind(self._course.start.digests, self._own.texts, self._beside.texts)
        if texts is None:
            self._fault = "What it cost cannot be worked out here: the texts of this call are not kept."
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
