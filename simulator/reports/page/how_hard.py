"""How hard a call was, as it was drawn: it stands beside ratings, never in them."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.reports.page.sentences import clean, whole
from simulator.reports.words import Words
from simulator.scoring.debrief import Debrief


def hard_lead(debrief: Debrief, words: Words) -> str:
    """Its hardships added up, and the person as drawn."""
    difficulty = debrief.difficulty
    drawn = words(
        "difficulty_drawn",
        person=debrief.person,
        temperament=difficulty.temperament_label.lower(),
        tension=f"{difficulty.tension:.0f}",
        trust=whole(difficulty.rapport),
    )
    return f"{words('difficulty_sum', count=difficulty.count)} {clean(drawn)}"


def hard_rows(debrief: Debrief, words: Words) -> Iterator[str]:
    """Each hardship with its weight."""
    for row in debrief.difficulty.hardships:
        yield words("difficulty_row", label=clean(row.label), weight=row.weight)
