"""What people are called on screen: by name once the officer knows it, before that by what can be seen."""

from __future__ import annotations

from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState


def name_in(program: Program, state: EncounterState, person: str) -> str:
    """What a person of the cast is called in this state. What a debrief calls them is their name."""
    one = program.scenario.cast[person]
    known = program.named.get(person)
    return one.name if known is None or known(state) else one.known_as
