"""The first page of a debrief: how it ended and what became of them, what to keep, what to change."""

from __future__ import annotations

from collections.abc import Callable

from simulator.scoring.debrief import Debrief
from simulator.ui.contact.telling import quoted
from simulator.ui.review.broken_word import paint_broken_words
from simulator.ui.review.instructor_words import paint_from_instructors
from simulator.ui.review.skills import turns_words
from simulator.ui.scenes.page import Column
from simulator.ui.scenes.pause import SUPPORT
from simulator.ui.widgets.button import Button


def paint_summary(column: Column, value: Debrief, record: str, go_to: Callable[[int], None]) -> None:
    """Critical errors, the ending, the lesson, words that did not hold, one to keep, one to change, the decisions
    worth a second look (each leads to its turn), and where the record is."""
    colours = column.canvas.palette
    for finding in value.critical:
        column.text(f"Critical error in turn {finding.turn}: {finding.label}", weight="bold", colour=colours.poor)
        column.text(finding.why)
        column.text(finding.instead, colour=colours.good)
        column.gap(1.5)
    if value.ending is not None:
        column.text(value.ending.title, "title", "bold")
        column.gap(0.5)
        column.text(value.ending.after, "lead")
        column.gap(1)
        column.text(value.ending.lesson, "lead", "italic", colours.accent)
    elif value.status == "stopped":
        column.text("You stopped the call", "title", "bold")
        column.gap(0.5)
        column.text("That is always open to you, and nothing is held against you.", "lead")
        column.text("What you did until then stands on the other pages.", "lead")
        column.gap(1)
        for words in SUPPORT:
            column.point(words)
    paint_broken_words(column, value, go_to)
    for title, takeaway in (("One thing to keep", value.keep), ("One thing to change", value.change)):
        if takeaway is None:
            continue
        column.heading(title)
        column.text(takeaway.words)
        if takeaway.turns and "turn" not in takeaway.words:
            said = f": “{takeaway.said}”" if takeaway.said and len(takeaway.turns) == 1 else ""
            column.text(f"From {turns_words(takeaway.turns)}{said}", "small", colour=colours.muted)
    if value.turning_points:
        column.heading("Worth a second look")
        own = value.added.self_rating.turning_point if value.added.self_rating is not None else None
        column.text(_own_turning_point(value, own), colour=colours.muted)
        for point in value.turning_points:
            column.gap(1)
            column.put(
                Button(
                    f"point{point.turn}",
                    f"Turn {point.turn}: {quoted(point.said, point.spoken)}",
                    lambda turn=point.turn: go_to(turn),  # type: ignore[misc]
                    note=f"{point.why} {point.effect}",
                )
            )
    paint_from_instructors(column, value, go_to)
    if record:
        column.heading("The record")
        column.text(record, "small", colour=colours.muted)


def _own_turning_point(value: Debrief, own: int | None) -> str:
    """The moment that the trainee took for the turning point, beside these."""
    if own is None:
        return "Before you open one: which moment turned it, to your mind?"
    if any(point.turn == own for point in value.turning_points):
        return f"You took turn {own} for the moment that turned it: it is one of these."
    return f"You took turn {own} for the moment that turned it. These moved the person most."
