"""What every simulated trainee chooses with: draws of its own, a pick among lines, what is open at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from simulator.encounter.actions import SILENCE, Action
from simulator.encounter.draws import draw
from simulator.encounter.offer import open_actions, open_acts
from simulator.encounter.plans import Plan, Program
from simulator.encounter.state import EncounterState

Policy: TypeAlias = Callable[[Program, EncounterState], Action]
"""A way of choosing: the action for a state that is not over. Pure, and open in that state."""

_UNIT = 1 << 64


def drawn(state: EncounterState, purpose: str) -> int:
    """A draw for this decision, in 0 … 2^64 - 1."""
    return draw(state.seed, f"policy:{purpose}", state.node, state.turn)


def chance(state: EncounterState, purpose: str) -> float:
    """A draw between 0 and 1 for this decision."""
    return drawn(state, purpose) / _UNIT


def pick(plans: Sequence[Plan], state: EncounterState, purpose: str) -> Action:
    """One of these lines, by a draw."""
    return Action("line", plans[drawn(state, purpose) % len(plans)].action)


def fallback(program: Program, state: EncounterState) -> Action:
    """Something that is open where no line is: whatever comes first; a timer's silence last."""
    actions = open_actions(program, state)
    return actions[0] if actions else SILENCE


def is_poor(program: Program, plan: Plan) -> bool:
    """Whether a line holds a poor habit or force."""
    return any(
        program.techniques[index].poor or program.techniques[index].forced is not None
        for index in plan.doing.techniques
    )


def first_open(program: Program, state: EncounterState, *ids: str) -> Action | None:
    """The standing act or silence that is open and of one of these kinds; the one that comes first at the node."""
    for action in open_acts(program, state):
        if (action.id.partition(":")[0] or action.kind) in ids:
            return action
    return None
