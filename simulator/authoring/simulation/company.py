"""How simulated trainees fare in one call as it was drawn for a session.

They meet what the session met: its temperament and its seed, by which replies and weighted routes are drawn. What
they choose is drawn from seeds of their own, the same on every machine; so nobody is better off for a luckier draw,
and the expert, who looks ahead, does not see what the draw holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from simulator.authoring.crew import Crew
from simulator.authoring.program_texts import ProgramTexts
from simulator.authoring.simulation.runs import play_policy, run_seed
from simulator.authoring.simulation.summary import quantile
from simulator.authoring.trainees import POLICIES, Policy
from simulator.encounter.actions import Action
from simulator.encounter.course import Start
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.scoring.acts import words_of
from simulator.scoring.company import SIMULATED, EndedSo, Fared, Simulated
from simulator.scoring.values import tenths_of

PLAYS = 80
"""Plays of each kind of simulated trainee."""

CHOICE_SEED = 80
"""From which the seeds of their choices are drawn."""

BATCH = 10
"""Plays that a process makes before it tells of them."""

UNENDED = "unfinished"
"""Stands for the ending of a play that was cut, for it came to none."""

Task = tuple[Simulated, int, str, int, int]


class Play(NamedTuple):
    """The end of one play: outcome and its title, value and tension in points with one decimal."""

    trainee: Simulated
    outcome: str
    title: str
    value: float
    tension: float


def company_tasks(start: Start, plays: int = PLAYS) -> list[Task]:
    """The work on one call in batches, for `company_plays`."""
    return [
        (trainee, start.seed, start.temperament, first, min(first + BATCH, plays))
        for trainee in SIMULATED
        for first in range(0, plays, BATCH)
    ]


def company_plays(
    program: Program, trainee: Simulated, seed: int, temperament: str, first: int, last: int
) -> list[Play]:
    """The plays from `first` up to, not including, `last`."""
    return [_played(program, trainee, seed, temperament, number) for number in range(first, last)]


def _played(program: Program, trainee: Simulated, seed: int, temperament: str, number: int) -> Play:
    policy = choosing_by(POLICIES[trainee], run_seed(CHOICE_SEED, number))
    end = play_policy(program, policy, seed, temperament).last
    title = words_of(program, program.scenario.outcomes[end.outcome].title, end) if end.outcome else ""
    tension = tenths_of(end.subjects[0].tension)
    return Play(trainee, end.outcome or UNENDED, title, tenths_of(end.value), tension)


def choosing_by(policy: Policy, seed: int) -> Policy:
    """The policy with choices drawn from a seed of its own, whatever the seed of the call."""

    def chosen(program: Program, state: EncounterState) -> Action:
        return policy(program, state._replace(seed=seed))

    return chosen


def fared_of(
    program: Program, start: Start, plays: int = PLAYS, *, made: Callable[[int], None] = lambda count: None
) -> tuple[Fared, ...]:
    """How each kind of simulated trainee fares in this call, worked out in this process: a second or two. `made`
    hears of every batch how many plays it was."""

    def batches() -> Iterator[Play]:
        for task in company_tasks(start, plays):
            batch = company_plays(program, *task)
            made(len(batch))
            yield from batch

    return summed_up(batches())


def fared_meanwhile(
    texts: ProgramTexts, start: Start, plays: int = PLAYS, *, stop: Callable[[], bool], seconds: float = 0.25
) -> tuple[Fared, ...] | None:
    """The same, worked out by another process while this thread sleeps; `stop` is asked every so many seconds, and
    None comes where it said so. Raises CrewError."""
    batches: dict[int, list[Play]] = {}
    with Crew(texts, company_plays, company_tasks(start, plays), 1) as crew:
        while not crew.finished:
            if stop():
                return None
            batches |= crew.ready(seconds)
    return summed_up(play for place in sorted(batches) for play in batches[place])


def summed_up(plays: Iterable[Play]) -> tuple[Fared, ...]:
    """Plays summed up, for each kind that played."""
    by_kind: dict[Simulated, list[Play]] = {trainee: [] for trainee in SIMULATED}
    for play in plays:
        by_kind[play.trainee].append(play)
    return tuple(_fared(trainee, rows) for trainee, rows in by_kind.items() if rows)


def _fared(trainee: Simulated, plays: list[Play]) -> Fared:
    values, tensions = sorted(play.value for play in plays), sorted(play.tension for play in plays)
    low, middle, high = (round(quantile(values, share), 1) for share in (0.25, 0.5, 0.75))
    calm, usual, tense = (round(quantile(tensions, share), 1) for share in (0.25, 0.5, 0.75))
    # A title may be worded by how a call went; an ending is told by the first that came.
    titles = {play.outcome: play.title for play in reversed(plays)}
    return Fared(
        trainee=trainee,
        plays=len(plays),
        values=tuple(values),
        low=low,
        middle=middle,
        high=high,
        tension_low=calm,
        tension_middle=usual,
        tension_high=tense,
        endings=tuple(
            EndedSo(outcome=outcome, title=titles[outcome], plays=count)
            for outcome, count in Counter(play.outcome for play in plays).most_common()
        ),
    )
