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

NOTHING_ASKED = "No one skill is asked for here. Look at them once more, and take your time."


@dataclass(frozen=True, slots=True)
class Hint:
    """What to look at, and the skill that the moment asks for with what it is about; `skill` is "" for none."""

    cue: str
    skill: str
    about: str

    @property
    def words(self) -> str:
        """The hint as a trainee reads it."""
        asked = f"Asked for here: {self.skill.lower()}. {self.about}" if self.skill else NOTHING_ASKED
        return f"Look: {self.cue} {asked}"


def hints_at(program: Program, state: EncounterState) -> tuple[Hint, ...]:
    """The hints of a decision, to be given one by one: its cues, each with a skill it calls for; one at least."""
    node = program.scenario.nodes[state.node]
    cues = [words for _, words in offer(program, state).cues] or [_look(program, state)]
    skills = [program.catalogues.skills[id_] for id_ in node.calls_for]
    pairs = list(zip_longest(cues, skills))[: max(1, len(skills))]
    return tuple(
        Hint(cue or cues[-1], skill.label if skill is not None else "", skill.about if skill is not None else "")
        for cue, skill in pairs
    )


def _look(program: Program, state: EncounterState) -> str:
    """How somebody in this band looks: what there is to see where an author wrote no cue."""
    source = program.casts[state.temperament].profiles[0].source
    band = program.catalogues.bands[BANDS[state.subjects[0].band]]
    return (band.proactive if source.kind == "proactive" else band.reactive).body
