"""In which node each act of a scenario's own tests is done, found by playing them."""

from __future__ import annotations

from collections.abc import Callable

from simulator.encounter.actions import ActionRefused, parse_action
from simulator.encounter.plans import Program
from simulator.encounter.step import begin, step


def nodes_of_tests(program: Program) -> Callable[[str, int], str | None]:
    """Tells the node an act of a test stands at; None for acts that are not reached."""
    known: dict[tuple[str, int], str] = {}
    for test in program.scenario.tests:
        state, _ = begin(program, test.seed, test.temperament)
        for place, token in enumerate(test.play):
            known[test.id, place] = state.node
            try:
                state, _ = step(program, state, parse_action(str(token)))
            except ActionRefused:
                break
            if state.over:
                break
    return lambda test, act: known.get((test, act))
