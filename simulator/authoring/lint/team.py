"""Work that may be shared out among processes: the same results in the same order, sooner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, TypeVar

from simulator.authoring.crew import Crew
from simulator.authoring.program_texts import ProgramTexts
from simulator.encounter.plans import Program

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Team:
    """How to share work out: among so many processes (`jobs`), each of which builds the program from its texts."""

    texts: ProgramTexts
    jobs: int


class Hands:
    """Whoever does the work: the processes of a team, started when there is something to share out and kept for what
    comes after it; without a team this process. Use it in a `with`, which ends them whatever happens in it."""

    def __init__(self, team: Team | None = None) -> None:
        self._team = team
        self._crew: Crew[Any] | None = None

    def results(
        self,
        program: Program,
        function: Callable[..., R],
        tasks: Sequence[tuple[object, ...]],
        heard: Callable[[int], None] = lambda number: None,
    ) -> list[R]:
        """What `function`, which stands at the top of a module, makes of the program and each task, in order. `heard`
        is told the place of each task that is done. Raises CrewError where a process ends early."""
        made: list[R] = []
        if self._team is None or self._team.jobs <= 1 or len(tasks) <= 1:
            for number, task in enumerate(tasks):
                made.append(function(program, *task))
                heard(number)
            return made
        given = [(function, task) for task in tasks]
        if self._crew is None:
            self._crew = Crew(self._team.texts, carried_out, given, self._team.jobs, staying=True)
        else:
            self._crew.more(given)
        for number, result in enumerate(self._crew.in_order()):
            made.append(result)
            heard(number)
        return made

    def close(self) -> None:
        """End the processes."""
        if self._crew is not None:
            self._crew.close()
            self._crew = None

    def __enter__(self) -> Hands:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def carried_out(program: Program, function: Callable[..., R], task: tuple[object, ...]) -> R:
    """What one process does for one task."""
    return function(program, *task)
