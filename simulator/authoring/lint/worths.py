"""What each line is worth where it is offered: the mean end of the call when a typical trainee goes on from it.

Moments are looked at in a few states in which simulated trainees met them, on every temperament. All lines of a
moment are followed by the same continuations, so that luck does to one what it does to all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from simulator.authoring.lint.team import Hands
from simulator.authoring.trainees import POLICIES
from simulator.authoring.values.expected import continuation_seeds, continued, values_of_act
from simulator.encounter.actions import Action, ActionRefused
from simulator.encounter.offer import open_lines
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.encounter.step import step

SEEDS = 12
"""Continuations that follow each line."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One state of a moment: its temperament, what each open line is worth in points (0-100), and what an expert
    still makes of the call after each poor one; `untouched` is what the expert makes of it without."""

    node: str
    temperament: str
    worth: Mapping[str, float]
    after_slip: Mapping[str, float]
    untouched: float


def worths(
    program: Program,
    met: Mapping[tuple[str, str], Sequence[EncounterState]],
    poor: frozenset[str],
    *,
    progress: Callable[[str], None] | None = None,
    hands: Hands | None = None,
) -> tuple[Moment, ...]:
    """The moments in these states, which are given by moment and temperament. `poor` names poor lines as
    `NODE.LINE`."""
    tasks = [(state, temperament, poor) for (_, temperament), states in sorted(met.items()) for state in states]

    def heard(number: int) -> None:
        if progress is not None:
            progress(f"what the lines of {tasks[number][0].node} are worth")

    found = (hands or Hands()).results(program, moment_of, tasks, heard)
    return tuple(moment for moment in found if moment is not None)


def moment_of(program: Program, state: EncounterState, temperament: str, poor: frozenset[str]) -> Moment | None:
    """What the lines of one state are worth; None where a call came to a moment with nothing left to do."""
    seeds = continuation_seeds(state.seed, SEEDS)
    lines = [Action("line", plan.action) for plan in open_lines(program, state)]
    expert = POLICIES["expert"]
    slips = [action for action in lines if f"{state.node}.{action.id}" in poor]
    try:
        return Moment(
            state.node,
            temperament,
            {str(action.id): sum(values_of_act(program, state, action, seeds)) / SEEDS / 1000 for action in lines},
            {str(action.id): continued(program, step(program, state, action)[0], expert) / 1000 for action in slips},
            continued(program, state, expert) / 1000,
        )
    except ActionRefused:  # nothing was left to do in some call: that is a finding of its own
        return None
