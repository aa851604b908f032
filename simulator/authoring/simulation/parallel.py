"""Simulated runs over several processes: the same runs in the same order as one process makes, sooner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from simulator.authoring.crew import Crew
from simulator.authoring.program_texts import ProgramTexts
from simulator.authoring.simulation.runs import Run, play_policy, run_of, run_seed
from simulator.authoring.simulation.usage import Usage, counted
from simulator.authoring.simulation.usage import together as add_up
from simulator.authoring.trainees import EVERY_POLICY
from simulator.encounter.plans import Program

BATCH = 10
"""Runs that a process makes before it tells of them: few enough that progress is seen and stopping is quick."""

FEW = 300
"""So few runs are sooner made here than a second process is started."""

Task = tuple[str, str, int, int, int, bool]


@dataclass(frozen=True)
class Simulated:
    """Runs in order, by policy, temperament and number, and what they made use of. Fewer than were asked for where
    it was stopped."""

    runs: tuple[Run, ...]
    usage: Usage


def simulate_parallel(
    texts: ProgramTexts,
    policies: Iterable[str],
    temperaments: Iterable[str],
    runs: int,
    seed: int,
    *,
    jobs: int,
    scores: bool = False,
    progress: Callable[[int, int], None] = lambda done, whole: None,
    stop: Callable[[], bool] = lambda: False,
) -> Simulated:
    """Every policy on every temperament, `runs` times each, over `jobs` processes; with one job, or where there is
    little to do, in this process. `progress` hears how many runs are done of how many; `stop` is asked after each
    batch. Raises CrewError where a process ends early."""
    tasks = _tasks(policies, tuple(temperaments), runs, seed, scores)
    whole = sum(last - first for _, _, _, first, last, _ in tasks)
    made: list[Run] = []
    usages: list[Usage] = []

    def take(batches: Iterator[tuple[list[Run], Usage]]) -> None:
        for batch, usage in batches:
            made.extend(batch)
            usages.append(usage)
            progress(len(made), whole)
            if stop():
                return

    if jobs <= 1 or whole <= FEW:
        program = texts.compile()
        take(batch_of(program, *task) for task in tasks)
    else:
        with Crew(texts, batch_of, tasks, jobs) as crew:
            take(crew.in_order())
    return Simulated(tuple(made), add_up(usages))


def batch_of(
    program: Program, policy: str, temperament: str, seed: int, first: int, last: int, scores: bool
) -> tuple[list[Run], Usage]:
    """The runs from `first` up to, not including, `last`, and what they made use of."""
    courses = [
        play_policy(program, EVERY_POLICY[policy], run_seed(seed, number), temperament) for number in range(first, last)
    ]
    return [run_of(program, policy, course, scores=scores) for course in courses], counted(program, courses)


def _tasks(policies: Iterable[str], temperaments: Sequence[str], runs: int, seed: int, scores: bool) -> list[Task]:
    return [
        (policy, temperament, seed, first, min(first + BATCH, runs), scores)
        for policy in policies
        for temperament in temperaments
        for first in range(0, runs, BATCH)
    ]
