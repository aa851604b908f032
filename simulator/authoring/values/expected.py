"""The value expected from a state: the mean of how calls end when a typical trainee goes on from it.

A trainee does not know what the seed holds, so a continuation replaces the seed of the state: the typical trainee's
own choices, the wording of replies and every weighted route are drawn anew, while everything that has happened stays.
All acts compared at a decision meet the same continuation seeds, and are themselves done under them: what luck does
to one it does to all, and nobody is charged for the luck of their draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.authoring.simulation import MOST_TURNS
from simulator.authoring.trainees import POLICIES, Policy
from simulator.encounter.actions import Action
from simulator.encounter.draws import draw
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.encounter.step import step

TYPICAL: Policy = POLICIES["typical"]


@dataclass(frozen=True, slots=True)
class Expected:
    """A mean with its 95 % interval, in points, from `n` draws. Of values: 0-100; of differences: -100 to 100."""

    mean: float
    low: float
    high: float
    n: int


def continuation_seeds(seed: int, count: int, first: int = 0) -> tuple[int, ...]:
    """The seeds of the continuations of a session with this seed, from the `first` on."""
    return tuple(draw(seed, f"continuation:{number}") >> 11 for number in range(first, first + count))


def expected(program: Program, state: EncounterState, seeds: Sequence[int], policy: Policy = TYPICAL) -> Expected:
    """The value expected from a state, over these continuation seeds. A call that is over has the value it has."""
    return estimate([continued(program, state._replace(seed=seed), policy) for seed in seeds])


def values_of_act(
    program: Program, state: EncounterState, action: Action, seeds: Sequence[int], policy: Policy = TYPICAL
) -> list[int]:
    """The values at the end, thousandths, when this is done and the policy goes on: one for each seed."""
    return [continued(program, step(program, state._replace(seed=seed), action)[0], policy) for seed in seeds]


def continued(program: Program, state: EncounterState, policy: Policy = TYPICAL) -> int:
    """The value at the end, thousandths, when the policy goes on from here; 0 where it comes to no end."""
    left = MOST_TURNS
    while not state.over and left:
        state = step(program, state, policy(program, state))[0]
        left -= 1
    return state.value


def estimate(thousandths: Sequence[int]) -> Expected:
    """The mean of these values with its interval, in points.

    The interval is Student's, its factor 1.96 + 2.4 / (n - 1), which is right to a hundredth from ten draws on.
    """
    n = len(thousandths)
    mean = sum(thousandths) / n / 1000
    if n < 2:
        return Expected(mean, mean, mean, n)
    variance = sum((value / 1000 - mean) ** 2 for value in thousandths) / (n - 1)
    half = (1.96 + 2.4 / (n - 1)) * (variance / n) ** 0.5
    least, most = min(thousandths) / 1000, max(thousandths) / 1000
    return Expected(mean, max(mean - half, least), min(mean + half, most), n)
