"""A played call judged in the background: processes do the work, whoever started it asks now and then."""

from __future__ import annotations

from simulator.authoring.crew import Crew, cores
from simulator.authoring.program_texts import ProgramTexts
from simulator.authoring.values.annotate import SEEDS, actions_from, decisions, judge
from simulator.encounter.course import Course
from simulator.scoring.debrief import Consequence


class AnnotationJob:
    """The judging of one course. Start it, ask it with `poll` (which never waits), and `cancel` it when it is no
    longer wanted; its processes end with the program in any case."""

    def __init__(self, crew: Crew[Consequence] | None, turns: tuple[int, ...]) -> None:
        self._crew = crew
        self._turns = turns
        self.found: dict[int, Consequence] = {}
        """What is known so far, by turn."""

    @classmethod
    def start(
        cls, texts: ProgramTexts, course: Course, *, seeds: int = SEEDS, jobs: int | None = None
    ) -> AnnotationJob:
        """Begin on this course, over `jobs` processes; as many as there are cores where nothing is said, at most
        four. The last decisions come first: they are soonest done and most looked at."""
        turns = decisions(course)
        tasks = [(turn.before, actions_from(course, turn), seeds) for turn in turns]
        crew = Crew(texts, judge, tasks[::-1], jobs or min(cores(), 4)) if tasks else None
        return cls(crew, tuple(turn.number for turn in turns)[::-1])

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
        if self._crew is None:
            return {}
        fresh = {self._turns[place]: led_to for place, led_to in self._crew.ready(seconds)}
        self.found |= fresh
        if self.finished:
            self.cancel()
        return fresh

    def cancel(self) -> None:
        """End the work. What is known so far stays."""
        if self._crew is not None:
            self._crew.close()
            self._crew = None
