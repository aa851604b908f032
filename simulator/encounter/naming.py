"""What people are called on screen: by name once the officer knows it, before that by what can be seen."""

from __future__ import annotations

from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState


def name_in(program: Program, state: EncounterState, person: str) -> str:
    """What a person of the cast is called in this state. What a debrief calls them is their name."""
    one = program.scenario.cast[person]
    known = program.named.get(person)
    return one.name if known is None or known(state) else one.known_as


def speaker_of(program: Program, state: EncounterState, person: str, words: str) -> str:
    """Whose name stands over a reply: the person's who was addressed, "" where nobody speaks in it, and "" where a
    stage direction at its beginning names somebody else, for then that one speaks and the words say so."""
    if not spoken_part(words):
        return ""
    begins = words[: words.find(")") + 1] if words.startswith("(") else ""
    for id_, one in program.scenario.cast.items():
        if id_ != person and begins and any(name in begins for name in {one.name, one.name.split(",")[0]} - {""}):
            return ""
    return name_in(program, state, person)


def spoken_part(words: str) -> str:
    """The words said, without the stage directions in brackets."""
    kept, depth = [], 0
    for letter in words:
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(letter)
    return "".join(kept).strip()
