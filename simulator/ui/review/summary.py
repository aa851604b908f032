"""The first page of a debrief: how it ended and what became of them, what to keep, what to change."""

from __future__ import annotations

from collections.abc import Callable

from simulator.scenario.words import Words
from simulator.scoring.debrief import Debrief
from simulator.ui.contact.telling import quoted
from simulator.ui.review.broken_word import paint_broken_words
from simulator.ui.review.instructor_words import paint_from_instructors
from simulator.ui.review.keep_and_change import paint_keep_and_change
from simulator.ui.scenes.page import Column
from simulator.ui.scenes.pause import SUPPORT
from simulator.ui.widgets.button import Button


def paint_summary(column: Column, value: Debrief, record: str, go_to: Callable[[int], None]) -> None:
    """Critical errors, the ending, the lesson, words that did not hold, one to keep, one to change, the decisions
    worth a second look (each leads to its turn), and where the record is."""
    colours, words = column.canvas.palette, column.words
    for finding in value.critical:
        told = words("window_critical", turn=finding.turn, error=finding.label)
        column.text(told, weight="bold", colour=colours.poor)
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
        column.text(words("window_stopped"), "title", "bold")
        column.gap(0.5)
        column.text(words("window_stopped_open"), "lead")
        column.text(words("window_stopped_rest"), "lead")
        column.gap(1)
        for support in SUPPORT:
            column.point(words(support))
    paint_broken_words(column, value, go_to)
    paint_keep_and_change(column, value, "body")
    if value.turning_points:
        column.heading(words("window_talk"))
        own = value.added.self_rating.turning_point if value.added.self_rating is not None else None
        column.text(_own_turning_point(value, own, words), colour=colours.muted)
        for point in value.turning_points:
            column.gap(1)
            column.put(
                Button(
                    f"point{point.turn}",
                    words("turn_said", turn=point.turn, said=quoted(point.said, point.spoken)),
                    lambda turn=point.turn: go_to(turn),  # type: ignore[misc]
                    note=f"{point.why} {point.effect}",
                )
            )
    paint_from_instructors(column, value, go_to)
    if record:
        column.heading(words("record"))
        column.text(record, "small", colour=colours.muted)


def _own_turning_point(value: Debrief, own: int | None, words: Words) -> str:
    """The moment that the trainee took for the turning point, beside these."""
    if own is None:
        return words("window_talk_ask")
    if any(point.turn == own for point in value.turning_points):
        return words("window_talk_same", turn=own)
    return words("window_talk_other_one" if len(value.turning_points) == 1 else "window_talk_other", turn=own)
