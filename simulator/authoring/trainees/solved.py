"""The solver as a trainee: it looks for the best line of play once, from the first state it meets, and follows it."""

from __future__ import annotations

from functools import lru_cache

from simulator.authoring.trainees.expert import expert
from simulator.encounter.actions import Action
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.encounter.step import step

STEPS = 12_000
"""Steps of the search: about a second a call, for a line a little better than the expert's."""


def solver(program: Program, state: EncounterState) -> Action:
    """The next act of the best line known from the start of this call; where a state is not on such a line, of the
    best line from there. It knows the seed, which no trainee does: a mark to measure others by."""
    line = _lines(program)
    if state not in line:
        if len(line) > _MOST:
            line.clear()
        _follow(program, state, line)
    return line[state]


_MOST = 10_000
"""States remembered for a program."""


@lru_cache(maxsize=4)
def _lines(program: Program) -> dict[EncounterState, Action]:
    """The act at every state met on a line of a program."""
    return {}


def _follow(program: Program, state: EncounterState, line: dict[EncounterState, Action]) -> None:
    # Imported here because the solver looks for its first line with the expert, one of these trainees.
    from simulator.authoring.solver import Limit, solve

    best = solve(program, state, Limit(STEPS)).line
    if not best:
        line[state] = expert(program, state)
    for action in best:
        line[state] = action
        state = step(program, state, action)[0]
