"""Work that may be shared out among processes: the same results in the same order, sooner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from simulator.authoring.crew import Crew
from simulator.authoring.program_texts import ProgramTexts
from simulator.encounter.plans import Program

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Team:
    """Who works: so many processes (`jobs`), each of which builds the program from its texts."""

    texts: ProgramTexts
    jobs: int


def results(
    program: Program,
    function: Callable[..., R],
    tasks: Sequence[tuple[object, ...]],
    team: Team | None,
    heard: Callable[[int], None] = lambda number: None,
) -> list[R]:
    """What `function`, which stands at the top of a module, makes of the program and each task, in order; in this
    process where there is no team or nothing to share out. `heard` is told the place of each task that is done.

    Raises CrewError where a process ends early. Whatever else is raised here ends the processes first.
    """
    made: list[R] = []
    if team is None or team.jobs <= 1 or len(tasks) <= 1:
        for number, task in enumerate(tasks):
            made.append(function(program, *task))
            heard(number)
        return made
    with Crew(team.texts, function, tasks, team.jobs) as crew:
        for number, result in enumerate(crew.in_order()):
            made.append(result)
            heard(number)
    return made
