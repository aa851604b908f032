"""What the search tries in a state: everything open, each standing act and silence at most once in a visit.

More of the same act in one visit is left out: it would multiply the states and hardly ever serves better. Brute force
in the tests keeps to the same rule, and what is printed says so.
"""

from __future__ import annotations

from simulator.encounter.actions import Action
from simulator.encounter.offer import open_actions
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState

Used = frozenset[str]
"""Standing acts already done in the present visit, by their tokens."""

NONE: Used = frozenset()


def options(program: Program, state: EncounterState, used: Used) -> list[Action]:
    """The actions to try, in the order in which the state offers them."""
    return [action for action in open_actions(program, state) if action.kind == "line" or str(action) not in used]


def used_after(before: EncounterState, after: EncounterState, action: Action, used: Used) -> Used:
    """The standing acts done in the visit that `after` stands in."""
    if after.node != before.node or after.visits != before.visits:
        return NONE
    return used if action.kind == "line" else used | {str(action)}
