"""Simulated calls as evidence: what simulated trainees met, said and ended with, played once for all rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.authoring.lint.played import ABLE, PLAYERS, STATES, Batch, batch_of, batch_of_tests
from simulator.authoring.lint.team import Hands
from simulator.authoring.simulation import Run, Usage
from simulator.authoring.simulation.parallel import BATCH
from simulator.authoring.simulation.usage import together
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState

TRIED = 5
"""How many times as often `random` plays: it is quick, and finds corners that nobody else looks into."""

RATED = 12
"""How many calls of typical trainees are rated, about."""

Task = tuple[str, str, int, int, int]


@dataclass(frozen=True, slots=True)
class Plays:
    """The calls (`runs`) and their `usage`. `each` is how often each trainee played, `calls` how many calls were
    counted in all, `able` how many of them those who play well or nearly so. `stuck` counts the moments at which
    nothing was left to do; such calls are not among the others.

    By `NODE.LINE`: `trust` is the least and the most rapport, in thousandths, of whoever the line was said to;
    `generic` counts, by landing, replies that came from the catalogue because the scenario has none,
    and `again` the able trainees' calls in which a line was answered twice in the same spoken words. `met` holds by
    moment and temperament a few states in which able trainees came there; `read` the words read in each typical
    call; `rated` the skills rated in some of these. `always` are the critical errors that every finished call of
    able trainees and tests shows.
    """

    each: int
    calls: int
    able: int
    runs: tuple[Run, ...]
    usage: Usage
    stuck: Mapping[str, int]
    trust: Mapping[str, tuple[int, int]]
    generic: Mapping[str, Counter[str]]
    again: Mapping[str, int]
    met: Mapping[tuple[str, str], tuple[EncounterState, ...]]
    read: tuple[int, ...]
    rated: tuple[frozenset[str], ...]
    always: frozenset[str]

    def of(self, *policies: str, temperament: str | None = None) -> list[Run]:
        """The calls of these policies, on one temperament or on all."""
        return [
            run
            for run in self.runs
            if run.policy in policies and (temperament is None or run.temperament == temperament)
        ]


def simulated_plays(
    program: Program, each: int, progress: Callable[[str], None] | None = None, hands: Hands | None = None
) -> Plays:
    """Every policy on every temperament, `each` times; the same seeds for all, so that they meet the same draws.

    What comes up in the scenario's own tests, and to an expert who slips now and then, is counted too: some routes
    are only for those who play well but for one thing.
    """
    tasks = _tasks(tuple(program.temperaments), each)

    def heard(number: int) -> None:
        if progress is not None:
            progress(f"{tasks[number][0].replace('_', ' ')} plays")

    batches = (hands or Hands()).results(program, batch_of, tasks, heard)
    return _added(each, tasks, batches, batch_of_tests(program))


def mean(runs: Iterable[Run]) -> float:
    """The mean value, 0 where there are none."""
    values = [run.value for run in runs]
    return sum(values) / len(values) if values else 0.0


def _tasks(temperaments: Sequence[str], each: int) -> list[Task]:
    every = max(1, each * len(temperaments) // RATED)
    tasks: list[Task] = []
    for name in PLAYERS:
        count = each * TRIED if name == "random" else each
        tasks += [
            (name, temperament, first, min(first + BATCH, count), every)
            for temperament in temperaments
            for first in range(0, count, BATCH)
        ]
    return tasks


def _added(each: int, tasks: Sequence[Task], batches: Sequence[Batch], tests: Batch) -> Plays:
    """All that the batches tell, in the order of their tasks."""
    stuck: Counter[str] = Counter()
    again: Counter[str] = Counter()
    trust: dict[str, tuple[int, int]] = {}
    generic: dict[str, Counter[str]] = {}
    met: dict[tuple[str, str], tuple[EncounterState, ...]] = {}
    for (_, temperament, *_), batch in zip(tasks, batches, strict=True):
        for node, states in batch.met.items():
            met[node, temperament] = (*met.get((node, temperament), ()), *states)[:STATES]
    whole = (tests, *batches)
    for batch in whole:
        stuck.update(batch.stuck)
        again.update(batch.again)
        for line, (low, high) in batch.trust.items():
            least, most = trust.get(line, (low, high))
            trust[line] = (min(least, low), max(most, high))
        for line, counts in batch.generic.items():
            generic.setdefault(line, Counter()).update(counts)
    shown = [batch.always for batch in whole if batch.always is not None]
    usage = together(batch.usage for batch in whole)
    return Plays(
        each,
        usage.calls,
        sum(batch.usage.calls for task, batch in zip(tasks, batches, strict=True) if task[0] in ABLE),
        tuple(run for batch in batches for run in batch.runs),
        usage,
        dict(stuck),
        trust,
        generic,
        dict(again),
        met,
        tuple(count for batch in batches for count in batch.read),
        tuple(skills for batch in batches for skills in batch.rated),
        frozenset.intersection(*shown) if shown else frozenset(),
    )
