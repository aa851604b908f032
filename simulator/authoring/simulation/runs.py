"""Simulated runs of a scenario: what becomes of it when policies play it, seed after seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.authoring.trainees import POLICIES, Policy
from simulator.encounter.actions import Action
from simulator.encounter.course import Course, Turn, open_course
from simulator.encounter.draws import draw
from simulator.encounter.plans import Program
from simulator.encounter.step import step

MOST_TURNS = 400
"""A run longer than this is cut: its scenario does not end in reasonable time."""


@dataclass(frozen=True, slots=True)
class Run:
    """One simulated call. `value` is 0-100 at its actual end; `minutes` simulated; tension and rapport in points."""

    policy: str
    temperament: str
    seed: int
    outcome: str
    value: float
    turns: int
    minutes: float
    tension: float
    rapport: float
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The runs of one policy on one temperament."""

    policy: str
    temperament: str
    runs: int
    mean: float
    spread: float
    turns: float
    minutes: float
    outcomes: tuple[tuple[str, int], ...]


def run_seed(seed: int, number: int) -> int:
    """The seed of the n-th run: the same for every policy, so that they meet the same draws."""
    return draw(seed, f"run:{number}") >> 11


def play_policy(program: Program, policy: Policy, seed: int, temperament: str) -> Course:
    """One call played to its end by a policy. Prompts are left unanswered: they move nothing."""
    course = open_course(program, seed, temperament)
    state = course.first
    turns: list[Turn] = []
    while not state.over and len(turns) < MOST_TURNS:
        action: Action = policy(program, state)
        after, happened = step(program, state, action)
        turns.append(Turn(len(turns) + 1, action, happened, state, after))
        state = after
    return Course(course.start, course.opening, course.first, tuple(turns))


def run_once(program: Program, name: str, seed: int, temperament: str) -> Run:
    """One run of a policy by name."""
    course = play_policy(program, POLICIES[name], seed, temperament)
    last = course.last
    subject = last.subjects[0]
    return Run(
        policy=name,
        temperament=temperament,
        seed=seed,
        outcome=last.outcome or "unfinished",
        value=last.value / 1000,
        turns=len(course.turns),
        minutes=last.clock / 600,
        tension=subject.tension / 1000,
        rapport=subject.rapport / 1000,
        said=tuple(f"{turn.before.node}.{turn.action}" for turn in course.turns),
    )


def simulate(
    program: Program, policies: Iterable[str], temperaments: Iterable[str], runs: int, seed: int
) -> Iterator[Run]:
    """Every policy on every temperament, `runs` times each."""
    temperaments = tuple(temperaments)
    for name in policies:
        for temperament in temperaments:
            for number in range(runs):
                yield run_once(program, name, run_seed(seed, number), temperament)


def summarise(runs: Iterable[Run]) -> list[Summary]:
    """One summary for each policy and temperament, in the order in which they came."""
    groups: dict[tuple[str, str], list[Run]] = {}
    for run in runs:
        groups.setdefault((run.policy, run.temperament), []).append(run)
    return [_summary(policy, temperament, rows) for (policy, temperament), rows in groups.items()]


def _summary(policy: str, temperament: str, rows: list[Run]) -> Summary:
    count = len(rows)
    mean = sum(run.value for run in rows) / count
    spread = (sum((run.value - mean) ** 2 for run in rows) / count) ** 0.5
    return Summary(
        policy,
        temperament,
        count,
        mean,
        spread,
        sum(run.turns for run in rows) / count,
        sum(run.minutes for run in rows) / count,
        tuple(Counter(run.outcome for run in rows).most_common()),
    )
