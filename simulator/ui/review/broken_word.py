"""Words of the call that did not hold: promises broken, and things said that were not so."""

from __future__ import annotations

from collections.abc import Callable

from simulator.scoring.broken_words import broken_words
from simulator.scoring.debrief import Debrief
from simulator.ui.contact.telling import quoted
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button


def paint_broken_words(column: Column, value: Debrief, go_to: Callable[[int], None]) -> None:
    """Each of them, leading to its turn; nothing where every word held."""
    words = column.words
    told = broken_words(value, words)
    if not told:
        return
    column.heading(words("broken"))
    for place, row in enumerate(told):
        if place:
            column.gap(1)
        column.put(
            Button(
                f"broken{row.turn}",
                words("turn_said", turn=row.turn, said=quoted(row.said, row.spoken)),
                lambda turn=row.turn: go_to(turn),  # type: ignore[misc]
                note=row.what,
            )
        )
