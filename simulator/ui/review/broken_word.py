"""Words of the call that did not hold: promises broken, and things said that were not so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.scenario.words import Words
from simulator.scoring.debrief import Debrief
from simulator.ui.contact.telling import quoted
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button

DECEPTION = "deception"
"""The habit under which everything said stands that was not so."""


@dataclass(frozen=True, slots=True)
class BrokenWord:
    """Something said that did not hold: the turn, the words, whether they were spoken, and what came of it."""

    turn: int
    said: str
    spoken: bool
    what: str


def broken_words(value: Debrief, words: Words) -> tuple[BrokenWord, ...]:
    """All of them, by turn."""
    stories = {story.turn: story for story in value.turns}
    untrue = {turn for habit in value.habits if habit.habit == DECEPTION for turn in habit.turns}
    came_out = sorted(story.turn for story in value.turns if story.lie_found)
    broken = {row.made: row for row in value.measures.promises if row.status == "broken"}
    told: list[BrokenWord] = []
    for turn in sorted(untrue | set(broken)):
        story, promise = stories.get(turn), broken.get(turn)
        if story is None:
            continue
        if promise is not None:
            what = words("window_broken_not_yours" if turn in untrue else "window_broken_promise", turn=promise.settled)
            told.append(BrokenWord(turn, promise.words, True, what))
            continue
        found = next((later for later in came_out if later > turn), None)
        what = words("window_untrue_found", turn=found) if found else words("window_untrue_stood")
        told.append(BrokenWord(turn, story.said, story.spoken, what))
    return tuple(told)


def paint_broken_words(column: Column, value: Debrief, go_to: Callable[[int], None]) -> None:
    """Each of them, leading to its turn; nothing where every word held."""
    words = column.scene.desk.words
    told = broken_words(value, words)
    if not told:
        return
    column.heading(words("window_broken"))
    for place, row in enumerate(told):
        if place:
            column.gap(1)
        column.put(
            Button(
                f"broken{row.turn}",
                words("window_turn", turn=row.turn, said=quoted(row.said, row.spoken)),
                lambda turn=row.turn: go_to(turn),  # type: ignore[misc]
                note=row.what,
            )
        )
