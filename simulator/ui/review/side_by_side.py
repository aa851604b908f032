"""Two courses side by side: what was played, and what was tried from one of its turns."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from simulator.reports.page.sentences import whole
from simulator.scenario.words import Words
from simulator.scoring.debrief import Debrief, TurnStory
from simulator.ui.contact.telling import quoted
from simulator.ui.layout import columns
from simulator.ui.review.chart import Chart
from simulator.ui.scenes.page import Column
from simulator.ui.text import speech_runs

TURNS_SHOWN = 3
"""The first turns after the parting: where the two ways begin to tell."""


class SideBySide:
    """Two charts with room for the longer course, the ends, and the first turns from where they part."""

    def __init__(self, played: Debrief, tried: Debrief, turn: int, labels: Sequence[str], words: Words) -> None:
        self._sides = ((words("branch_played"), played), (words("branch_tried"), tried))
        self._turn = turn
        turns = max(len(played.timeline), len(tried.timeline)) - 1
        self._charts = [
            Chart(value.timeline, labels, words, lambda _: None, name=name, turns=turns, share=0.24)
            for name, value in (("chart_played", played), ("chart_tried", tried))
        ]
        for chart in self._charts:
            chart.move(turn)

    def paint(self, column: Column) -> None:
        """Side by side; one below the other where letters are large."""
        canvas = column.canvas
        if canvas.theme.cramped:
            for place in range(2):
                self._paint_side(column, place)
                column.gap(3)
            return
        area = pygame.Rect(column.box.x, column.y, column.box.width, column.box.height)
        taken = 0
        for place, box in enumerate(columns(area, (1, 1), canvas.theme.space(4))):
            side = Column(column.scene, canvas, box)
            self._paint_side(side, place)
            taken = max(taken, side.taken)
        column.y += taken

    def _paint_side(self, column: Column, place: int) -> None:
        title, value = self._sides[place]
        colours = column.canvas.palette
        column.text(title, "lead", "bold", colours.accent if place else colours.text)
        column.gap(0.75)
        column.put(self._charts[place])
        column.gap(1)
        column.text(ending_words(value, column.words), weight="bold")
        last = value.timeline[-1]
        column.text(
            column.words.count("branch_ends", len(value.turns), tension=whole(last.tension), trust=whole(last.rapport)),
            colour=colours.muted,
        )
        for story in [story for story in value.turns if story.turn >= self._turn][:TURNS_SHOWN]:
            _paint_story(column, story)


def ending_words(value: Debrief, words: Words) -> str:
    """How a course ended, in a sentence."""
    if value.ending is not None:
        return value.ending.title
    return words("branch_stopped" if value.status == "stopped" else "branch_open")


def _paint_story(column: Column, story: TurnStory) -> None:
    """What was done in a turn, the answer, and what it did."""
    colours = column.canvas.palette
    column.heading(column.words("window_at", turn=story.turn))
    column.text(quoted(story.said, story.spoken) if story.said else column.words("branch_stopped_here"))
    if story.reply:
        column.text(speech_runs(story.reply, colours.text, colours.muted))
    if story.effect:
        column.text(story.effect, "small", colour=colours.muted)
