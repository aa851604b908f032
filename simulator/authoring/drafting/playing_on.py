"""Playing a changed call forward to where somebody stood in it before the change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.encounter.actions import Action, ActionRefused
from simulator.encounter.course import Course, extend, open_course, start_of
from simulator.encounter.placing import Spot, placed
from simulator.encounter.plans import Program


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a preview begins: its seed and temperament, and the spot it was put into, if it was."""

    seed: int
    temperament: str
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class PlayedOn:
    """A course as far as the same acts are still open, and in plain words why it is not all of them ("" if it is)."""

    beginning: Beginning
    course: Course
    note: str = ""


def begun(program: Program, beginning: Beginning) -> PlayedOn:
    """The course before its first act. A spot or temperament that is gone is left out, and the note says so."""
    temperament, spot = beginning.temperament, beginning.spot
    notes = []
    if temperament not in program.temperaments:
        notes.append(f"There is no temperament “{temperament}” any more.")
        temperament = program.temperaments[0]
    if spot is not None and spot.node not in program.nodes:
        notes.append(f"There is no moment “{spot.node}” any more: this is the beginning.")
        spot = None
    kept = Beginning(beginning.seed, temperament, spot)
    if spot is None:
        course = open_course(program, kept.seed, temperament)
    else:
        state, happened = placed(program, kept.seed, temperament, spot)
        course = Course(start_of(program, kept.seed, temperament), happened, state, ())
    return PlayedOn(kept, course, " ".join(notes))


def played_on(program: Program, beginning: Beginning, acts: Iterable[Action]) -> PlayedOn:
    """The same acts again, as far as they are still open."""
    start = begun(program, beginning)
    course, acts = start.course, tuple(acts)
    for number, action in enumerate(acts, start=1):
        try:
            course = extend(program, course, action)
        except ActionRefused as refused:
            done = "no act" if number == 1 else "1 act" if number == 2 else f"{number - 1} acts"
            why = f"Played forward {done} of {len(acts)}: “{action}” cannot be done here any more. {refused}"
            return PlayedOn(start.beginning, course, f"{start.note} {why}".strip())
    return PlayedOn(start.beginning, course, start.note)
