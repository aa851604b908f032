"""What each line is worth where it is offered: the mean end of the call when a typical trainee goes on from it.

Moments are looked at in a few states in which simulated trainees met them, on every temperament. All lines of a
moment are followed by the same continuations, so that luck does to one what it does to all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from simulator.authoring.trainees import POLICIES
from simulator.authoring.values.expected import continuation_seeds, continued, values_of_act
from simulator.encounter.actions import Action, ActionRefused
from simulator.encounter.course import Course
from simulator.encounter.offer import open_lines
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.encounter.step import step

STATES = 2
"""States of a moment that are looked at, for each temperament."""

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
    courses: Iterable[Course],
    poor: frozenset[str],
    *,
    states: int = STATES,
    progress: Callable[[str], None] | None = None,
) -> tuple[Moment, ...]:
    """The moments of these courses, a few states each. `poor` names poor lines as `NODE.LINE`."""
    met: dict[tuple[str, str], list[EncounterState]] = {}
    for course in courses:
        for turn in course.turns:
            here = met.setdefault((turn.before.node, course.start.temperament), [])
            if len(here) < states and turn.before.beat == 0:
                here.append(turn.before)
    moments: list[Moment] = []
    last = ""
    for (node, temperament), found in sorted(met.items()):
        if progress is not None and node != last:
            progress(f"what the lines of {node} are worth")
            last = node
        looked_at = (_moment(program, state, temperament, poor) for state in found)
        moments += [moment for moment in looked_at if moment is not None]
    return tuple(moments)


def _moment(program: Program, state: EncounterState, temperament: str, poor: frozenset[str]) -> Moment | None:
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
