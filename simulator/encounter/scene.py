"""Stage two of a step: movement, cover, stressors, variables, facts, promises, findings, help called."""

from __future__ import annotations

from simulator.encounter.happenings import (
    Called,
    Changed,
    Covered,
    Found,
    Happening,
    LieFound,
    Moved,
    Promised,
)
from simulator.encounter.moment import Moment
from simulator.encounter.plans import Doing, Program, Set
from simulator.encounter.state import Subject

MADE, KEPT, BROKEN = 1, 2, 3
FARTHEST = 100_000
"""Millimetres: nobody talks anybody down from farther away."""


def lies_found(moment: Moment, doing: Doing, subject: Subject) -> bool:
    """Whether a lie comes to light: a promise that was made is broken, or a lie that was told is found out."""
    if doing.lie_found and subject.lied_to:
        return True
    return bool(doing.breaks) and any(moment.promises[place] == MADE for place in doing.breaks)


def change_scene(program: Program, moment: Moment, doing: Doing, happened: list[Happening]) -> None:
    """Everything an act or event does beside the person."""
    if doing.move:
        distance = min(max(moment.distance + doing.move, 0), FARTHEST)
        if distance != moment.distance:
            moment.distance = distance
            happened.append(Moved(distance))
    if doing.cover is not None and doing.cover != moment.cover:
        moment.cover = doing.cover
        happened.append(Covered(doing.cover))
    if doing.sets:
        make_changes(moment, doing.sets, happened)
    for place in doing.calls:
        if moment.due[place] < 0:
            due = moment.clock + program.etas[place]
            moment.due = (*moment.due[:place], due, *moment.due[place + 1 :])
            happened.append(Called(program.resources[place], due))
    for id_ in doing.finds:
        bit = 1 << program.places.findings[id_]
        if not moment.found & bit:
            moment.found |= bit
            happened.append(Found(id_))
    if doing.promise >= 0 and moment.promises[doing.promise] == 0:
        _promise(program, moment, doing.promise, MADE, "made", happened)
    for place in doing.keeps:
        if moment.promises[place] == MADE:
            _promise(program, moment, place, KEPT, "kept", happened)
    for place in doing.breaks:
        if moment.promises[place] == MADE:
            _promise(program, moment, place, BROKEN, "broken", happened)
    if doing.lie_found or doing.breaks:
        for before, after in zip(program.subjects, moment.subjects, strict=True):
            if after.cap < 100_000 and not any(isinstance(row, LieFound) and row.person == before for row in happened):
                happened.append(LieFound(before))


def _promise(program: Program, moment: Moment, place: int, status: int, word: str, happened: list[Happening]) -> None:
    moment.promises = (*moment.promises[:place], status, *moment.promises[place + 1 :])
    happened.append(Promised(program.promises[place], word))


def make_changes(moment: Moment, sets: tuple[Set, ...], happened: list[Happening]) -> None:
    """Set or add to stressors, variables and facts; only what really changes is told."""
    for change in sets:
        field = {"stressor": "levels", "variable": "variables", "fact": "facts"}[change.target]
        values: tuple[int, ...] = getattr(moment, field)
        value = change.value
        if change.add:
            value = min(max(values[change.place] + value, change.low), change.high)
        if value == values[change.place]:
            continue
        setattr(moment, field, (*values[: change.place], value, *values[change.place + 1 :]))
        happened.append(Changed(change.target, change.name, shown_value(change, value)))


def shown_value(change: Set, value: int) -> bool | int | str:
    """A stored value in the author's words."""
    if change.values is not None:
        return change.values[value]
    return value if change.high > change.low else bool(value)
