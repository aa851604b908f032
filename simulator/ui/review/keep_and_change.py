"""One thing to keep and one to change, as the first and the last page of a debrief tell them."""

from __future__ import annotations

from simulator.scoring.debrief import Debrief
from simulator.scoring.takeaways import Takeaway
from simulator.ui.review.skills import turns_words
from simulator.ui.scenes.page import Column
from simulator.ui.theme import Size


def paint_keep_and_change(column: Column, value: Debrief, size: Size) -> None:
    """Both, each under its heading; of a call that was played to its end also that nothing stood out to be changed."""
    words = column.words
    if value.keep is not None:
        column.heading(words("window_keep"))
        column.text(value.keep.words, size)
    if value.change is not None:
        column.heading(words("window_change"))
        column.text(value.change.words, size)
        _paint_where(column, value.change)
    elif value.status == "ended":
        column.heading(words("window_change"))
        column.text(words("take_no_change"), size)


def _paint_where(column: Column, change: Takeaway) -> None:
    """The turns that a plan rests on, where it does not name them itself."""
    if change.said and change.turns:
        key = "window_from_said" if len(change.turns) == 1 else "window_from"
        told = column.words(key, turns=turns_words(change.turns, column.words), said=change.said)
        column.text(told, "small", colour=column.canvas.palette.muted)
