"""What could still be reached after a decision, and what certainly no longer: a short look with the solver.

A whole search for every decision of a call would take minutes. So what is claimed is only what is known: a value
that a line of play is there for, and a loss only where what was there before lies above all that can come after.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from simulator.authoring.solver import Limit, Reach, solve
from simulator.encounter.actions import Action
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.encounter.step import step

STEPS = 600
"""Steps of each look: an experienced officer's line from there, and a little more."""

LEAST_LOSS = 5.0
"""Points below which nothing counts as lost: an ending may be a little calmer or tenser and be the same ending."""


@dataclass(frozen=True, slots=True)
class Reached:
    """`value` points are reached after the decision by the actions of `line`; `loss` points, at least, that could be
    reached before it and can no longer; 0 where that is not proved."""

    value: float
    line: tuple[str, ...]
    loss: float


def reached(program: Program, before: EncounterState, played: Sequence[Action], steps: int = STEPS) -> Reached:
    """What can be reached once the first of `played` is done here; the rest of it is one way to go on."""
    after = step(program, before, played[0])[0]
    reach = _reach(program)
    there = solve(program, before, Limit(steps), reach)
    left = solve(program, after, Limit(steps), reach)
    low, line = left.low, left.line
    own = _played_out(program, after, played[1:])
    if own is not None and own.value > low:
        low, line = own.value, tuple(played[1:])
    loss = (there.low - max(left.high, low)) / 1000
    return Reached(round(low / 1000, 1), tuple(map(str, line)), round(loss, 1) if loss >= LEAST_LOSS else 0.0)


def _played_out(program: Program, state: EncounterState, actions: Sequence[Action]) -> EncounterState | None:
    """The end that these actions come to; None where they come to none."""
    for action in actions:
        if state.over:
            break
        state = step(program, state, action)[0]
    return state if state.outcome else None


@lru_cache(maxsize=2)
def _reach(program: Program) -> Reach:
    return Reach(program)
