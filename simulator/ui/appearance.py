"""How people and a place look in a state of a call: for the call on its way, and for looking back at any turn of it."""

from __future__ import annotations

from simulator.encounter.bands import BANDS
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.ui.characters.pose import PersonState, manner_of


def aggression_of(program: Program, temperament: int, place: int) -> tuple[str, str]:
    """A subject's kind of aggression, and how tension shows: as fear, anger or sorrow. `temperament` is its place."""
    source = program.casts[temperament].profiles[place].source
    return source.kind, manner_of(source.needs)


def seen_in(
    program: Program, state: EncounterState, place: int, landing: str | None = None, *, recovering: bool = False
) -> PersonState:
    """How the subject of a place (the main one is 0) looks in a state."""
    subject = state.subjects[place]
    return PersonState(
        tension=subject.tension / 1000,
        rapport=subject.rapport / 1000,
        band=BANDS[subject.band],
        recovering=recovering,
        proactive=aggression_of(program, state.temperament, place)[0] == "proactive",
        distance_m=state.distance / 1000,
        landing=landing,
        speaking=False,
    )


def look_of(program: Program, temperament: str, person: str) -> dict[str, object]:
    """How somebody looks; a temperament may change the main subject's look."""
    look = program.scenario.cast[person].look
    if person != program.subjects[0]:
        return dict(look)
    return {**look, **program.scenario.temperaments[temperament].look}


def present_in(program: Program, state: EncounterState, person: str) -> bool:
    """Whether somebody is there. Who leaves before the end says so by a flag named after them: `ID_gone`."""
    names = tuple(program.scenario.variables)
    gone = f"{person}_gone"
    return gone not in names or not state.variables[names.index(gone)]


def switches_in(program: Program, state: EncounterState) -> dict[str, str]:
    """The level of each stressor, by name: the place on screen changes with them."""
    return {
        id_: tuple(stressor.levels)[level]
        for (id_, stressor), level in zip(program.scenario.stressors.items(), state.levels, strict=True)
    }
