"""The first page of a debrief: how it ended and what became of them, what to keep, what to change."""

from __future__ import annotations

from simulator.scoring.debrief import Debrief
from simulator.ui.review.skills import turns_words
from simulator.ui.scenes.page import Column
from simulator.ui.scenes.pause import SUPPORT


def paint_summary(column: Column, value: Debrief, record: str) -> None:
    """Critical errors, the ending, the lesson, one to keep, one to change, and where the record is."""
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
    for title, takeaway in (("One thing to keep", value.keep), ("One thing to change", value.change)):
        if takeaway is None:
            continue
        column.heading(title)
        column.text(takeaway.words)
        if takeaway.turns and "turn" not in takeaway.words:
            said = f": “{takeaway.said}”" if takeaway.said and len(takeaway.turns) == 1 else ""
            column.text(f"From {turns_words(takeaway.turns)}{said}", "small", colour=colours.muted)
    column.heading("Before you read on")
    column.text(
        "Which moment turned it, for better or worse? Say it to yourself, then look at the decisions and see.",
        colour=colours.muted,
    )
    if record:
        column.heading("The record")
        column.text(record, "small", colour=colours.muted)
