"""A played call judged in the background: processes do the work, whoever started it asks now and then."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.authoring.crew import Crew, cores
from simulator.authoring.program_texts import ProgramTexts
from simulator.authoring.values.annotate import SEEDS, actions_from, decisions, judge
from simulator.authoring.values.cache import ValueCache
from simulator.encounter.course import Course
from simulator.scoring.debrief import Consequence


class AnnotationJob:
    """The judging of one course. Start it, ask it with `poll` (which never waits), and `cancel` it when it is no
    longer wanted; its processes end with the program in any case."""

    def __init__(
        self,
        course: Course,
        crew: Crew[Consequence] | None,
        known: Mapping[int, Consequence],
        cache: ValueCache | None,
        seeds: int,
    ) -> None:
        self._course, self._crew, self._cache, self._seeds = course, crew, cache, seeds
        self._turns = tuple(turn.number for turn in decisions(course))[::-1]
        self._fresh = dict(known)
        self.found: dict[int, Consequence] = dict(known)
        """What is known so far, by turn."""

    @classmethod
    def start(
        cls,
        texts: ProgramTexts,
        course: Course,
        *,
        cache: ValueCache | None = None,
        seeds: int = SEEDS,
        jobs: int | None = None,
    ) -> AnnotationJob:
        """Begin on this course, over `jobs` processes; as many as there are cores where nothing is said, at most
        four. The last decisions come first: they are soonest done and most looked at. What the cache knows is
        there at once, and what is worked out whole is kept in it."""
        known = cache.find(course, seeds) if cache is not None else None
        if known is not None:
            return cls(course, None, known, None, seeds)
        tasks = [(turn.before, actions_from(course, turn), seeds) for turn in decisions(course)][::-1]
        crew = Crew(texts, judge, tasks, jobs or min(cores(), 4)) if tasks else None
        return cls(course, crew, {}, cache, seeds)

    @property
    def whole(self) -> int:
        """How many decisions there are to judge."""
        return len(self._turns)

    @property
    def finished(self) -> bool:
        """Whether every decision is judged."""
        return len(self.found) == self.whole

    def poll(self, seconds: float = 0.0) -> dict[int, Consequence]:
        """What has become known since it was last asked, by turn; waits up to `seconds` for the first. Raises
        CrewError where a process ended early; what was found before stays in `found`."""
        fresh, self._fresh = self._fresh, {}
        if self._crew is not None:
            fresh |= {self._turns[place]: led_to for place, led_to in self._crew.ready(seconds)}
        self.found |= fresh
        if self.finished and self._crew is not None:
            self.cancel()
            if self._cache is not None:
                self._cache.keep(self._course, self.found, self._seeds)
        return fresh

    def cancel(self) -> None:
        """End the work. What is known so far stays."""
        if self._crew is not None:
            self._crew.close()
            self._crew = None
