"""Hints in practice: what there is to notice at a decision and the skill it asks for, never the line.

A phrase learned without the cue that calls for it is no skill; so a hint gives the cue.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from simulator.encounter.bands import BANDS
from simulator.encounter.offer import offer
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.scenario.catalogue import Skill
from simulator.scenario.words import Words


@dataclass(frozen=True, slots=True)
class Hint:
    """What to look at, and the skill that the moment asks for with what it is about, "" for none; `words` is the hint
    as a trainee reads it."""

    cue: str
    skill: str
    about: str
    words: str


def hints_at(program: Program, state: EncounterState, words: Words | None = None) -> tuple[Hint, ...]:
    """The hints of a decision, to be given one by one: its cues, each with a skill it calls for; one at least. They
    are told in these words, else in those of the program."""
    words = words or program.catalogues.words
    node = program.scenario.nodes[state.node]
    cues = [seen for _, seen in offer(program, state).cues] or [_look(program, state)]
    skills = [program.catalogues.skills[id_] for id_ in node.calls_for]
    pairs = list(zip_longest(cues, skills))[: max(1, len(skills))]
    return tuple(_hint(cue or cues[-1], skill, words) for cue, skill in pairs)


def _hint(cue: str, skill: Skill | None, words: Words) -> Hint:
    if skill is None:
        return Hint(cue, "", "", words("hint_look", cue=cue))
    told = words("hint_skill", cue=cue, skill=skill.label.lower(), about=skill.about[:1].lower() + skill.about[1:])
    return Hint(cue, skill.label, skill.about, told)


def _look(program: Program, state: EncounterState) -> str:
    """How somebody in this band looks: what there is to see where an author wrote no cue."""
    source = program.casts[state.temperament].profiles[0].source
    band = program.catalogues.bands[BANDS[state.subjects[0].band]]
    return (band.proactive if source.kind == "proactive" else band.reactive).body
