"""What to practise next: the same skill, with a different person, after a gap.

Skills stay when they are met again with somebody else and after a while: best are gaps of two to four weeks for what is
to be there half a year later, never the same kind of call twice running.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.scenario.catalogue import Catalogues
from simulator.scenario.model import Scenario
from simulator.scenario.words import Words
from simulator.scoring.debrief import Debrief
from simulator.scoring.items import EvidenceItem
from simulator.scoring.values import Value

GAP_DAYS: Final = {"critical": 7, "change": 14, "kept": 28}
"""Days until the next call: sooner after a critical error, later where nothing stood out (judgement, within the best
gaps of two to four weeks)."""


class NextPractice(Value):
    """The call proposed next, the skill it is for and how many of its moments call for it, after how many days it is
    best met, and why in words. `temperament` is "" where the seed may draw one."""

    scenario: str
    title: str
    temperament: str
    skill: str
    skill_label: str
    moments: int
    days: int
    why: str


def next_practice(
    value: Debrief, catalogues: Catalogues, library: Sequence[Scenario], words: Words | None = None
) -> NextPractice | None:
    """The call of the library that calls most for the skill to change: of another kind first, else another call, else
    the same one with another temperament. None where no call of the library calls for it. It is told in these words,
    else in those of the catalogues."""
    skill = skill_to_practise(value, catalogues)
    played = next((one for one in library if one.id == value.origin.scenario), None)
    moments = {one.id: sum(skill in node.calls_for for node in one.nodes.values()) for one in library}
    asking = [one for one in library if moments[one.id]]
    if not asking:
        return None

    def rank(one: Scenario) -> tuple[bool, bool, int]:
        other_kind = played is None or one.about.category != played.about.category
        return one.id != value.origin.scenario, other_kind, moments[one.id]

    best = max(asking, key=rank)
    again = best.id == value.origin.scenario
    temperament = _another(best, value.origin.temperament) if again else ""
    label = catalogues.skills[skill].label
    gap = GAP_DAYS["critical" if value.critical else "change" if value.change is not None else "kept"]
    return NextPractice(
        scenario=best.id,
        title=best.about.title,
        temperament=temperament,
        skill=skill,
        skill_label=label,
        moments=moments[best.id],
        days=gap,
        why=(words or catalogues.words).count(
            "next_again" if again else "next_kind" if rank(best)[1] else "next_person",
            moments[best.id],
            skill=label.lower(),
            person=best.temperaments[temperament].label.lower() if again else "",
        ),
    )


def skill_to_practise(value: Debrief, catalogues: Catalogues) -> str:
    """The skill behind the one thing to change; without one, the skill with the lowest rating or the fewest chances."""
    change = value.change
    if change is not None:
        if change.source in catalogues.skills:
            return change.source
        if change.source in catalogues.critical_errors:
            return catalogues.critical_errors[change.source].skill
        there = [item for item in value.items if item.turn in change.turns]
        if there:
            return min(there, key=_order).skill
    return min(value.ratings, key=lambda row: (row.rating if row.rating is not None else 4.0, row.chances)).skill


def _order(item: EvidenceItem) -> tuple[int, int]:
    return item.r, item.turn


def _another(scenario: Scenario, temperament: str) -> str:
    """The temperament after this one, round and round."""
    names = list(scenario.temperaments)
    return names[(names.index(temperament) + 1) % len(names)] if temperament in names else names[0]
