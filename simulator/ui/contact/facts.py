"""The facts beside the person: time, distance, help on the way, the gauge in practice, what you know."""

from __future__ import annotations

import pygame

from simulator.encounter.bands import BAND_LINES, STAIR_LINES
from simulator.ui.call import Call
from simulator.ui.canvas import Canvas
from simulator.ui.focus import FocusRing
from simulator.ui.widgets.bars import gauge, gauge_height
from simulator.ui.widgets.scroll import ScrollPane
from simulator.ui.words import clock_words, metres_words

_TOP = 100_000


def place_words(call: Call) -> str:
    """Distance and cover in words."""
    cover = "behind cover" if call.shown.cover else "in the open"
    return f"{metres_words(call.shown.distance)} away, {cover}"


def knowledge(call: Call, signs: list[str]) -> list[tuple[str, list[str]]]:
    """What you know, in parts: found out, noticed here, told before contact."""
    briefing = call.scenario.briefing
    parts = [
        ("Found out", call.found()),
        ("You notice", signs),
        ("From the briefing", [text.variants[0].words for text in (briefing.dispatch, *briefing.known)]),
        ("Policy", [text.variants[0].words for text in briefing.policy]),
    ]
    return [(title, rows) for title, rows in parts if rows]


class FactsColumn:
    """The right column."""

    def __init__(self) -> None:
        self._pane = ScrollPane("facts", on_panel=True)
        self.shows_signs = True
        """Whether what is noticed now has room here, as it was drawn last; else it stands among the words."""

    def draw(self, canvas: Canvas, ring: FocusRing, box: pygame.Rect, call: Call, signs: list[str]) -> bool:
        """Draw time and place, help, the gauge and what you know; True if what is noticed found or lost its room."""
        theme, colours = canvas.theme, canvas.palette
        y = box.y

        def row(label: str, words: str) -> None:
            nonlocal y
            wide = canvas.type.width(label, "small") + theme.space(1)
            if wide + canvas.type.width(words, "small", "bold") > box.width and wide > box.width // 2:
                # A long label has rows of its own; what it tells stands below.
                above = canvas.block(label, box.width, "small")
                canvas.text(label, pygame.Rect(box.x, y, box.width, above.height), "small", colour=colours.muted)
                y += above.height
                label, wide = "", 0
            left = pygame.Rect(box.x, y, wide, theme.row("small"))
            block = canvas.block(words, box.width - wide, "small", "bold")
            if label:
                canvas.text(label, left, "small", colour=colours.muted)
            right = pygame.Rect(box.x + wide, y, box.width - wide, block.height)
            canvas.text(words, right, "small", "bold", align="right")
            y = right.bottom + theme.space(0.5)

        row("Time", f"{clock_words(call.shown.clock / 10)} since contact")
        row("Place", place_words(call))
        for label, seconds in call.under_way():
            row(label, f"in {clock_words(seconds)}")
        if call.shows_gauge:
            y += theme.space(0.75)
            y += draw_gauges(canvas, pygame.Rect(box.x, y, box.width, 0), call)
        y += theme.space(1)
        canvas.rule(box.left, box.right, y)
        y += theme.space(1)

        parts = knowledge(call, signs)
        upto = [title for title, _ in parts].index("You notice") + 1 if signs else 0
        narrow = box.width - theme.space(2.25)
        had_room = self.shows_signs
        self.shows_signs = knowledge_height(canvas, narrow, parts[:upto]) <= box.bottom - y
        if not self.shows_signs:
            parts = [part for part in parts if part[0] != "You notice"]

        def paint(area: pygame.Rect) -> int:
            return draw_knowledge(canvas, area, parts)

        self._pane.show(canvas, ring, pygame.Rect(box.x, y, box.width, box.bottom - y), paint)
        return self.shows_signs != had_room


def draw_gauges(canvas: Canvas, box: pygame.Rect, call: Call) -> int:
    """Tension and trust of everybody who is there, for practice; gives the height taken."""
    there = [place for place, person in enumerate(call.subjects) if place == 0 or call.present(person)]
    y = box.y
    for place in there:
        if len(there) > 1:
            name = call.name(call.subjects[place])
            block = canvas.block(name, box.width, "small", "bold")
            canvas.text(name, pygame.Rect(box.x, y, box.width, block.height), "small", "bold", canvas.palette.accent)
            y += block.height
        y += _draw_gauges_of(canvas, pygame.Rect(box.x, y, box.width, 0), call, place)
        y += canvas.theme.space(0.75) if place != there[-1] else 0
    return y - box.y


def _draw_gauges_of(canvas: Canvas, box: pygame.Rect, call: Call, place: int) -> int:
    colours, theme = canvas.palette, canvas.theme
    subject = call.shown.subjects[place]
    catalogues = call.program.catalogues
    band = catalogues.bands[call.band(place)].label
    stair = call.stair(place)
    trust = catalogues.stairs[stair].label if stair in catalogues.stairs else "Distrust"
    height = gauge_height(canvas)
    tension = pygame.Rect(box.x, box.y, box.width, height)
    gauge(canvas, tension, "Tension", band, subject.tension / _TOP, colours.poor, [line / _TOP for line in BAND_LINES])
    below = tension.move(0, height + theme.space(0.75))
    share = max(0, subject.rapport) / _TOP
    gauge(canvas, below, "Trust", trust, share, colours.good, [line / _TOP for line in STAIR_LINES[1:]])
    return below.bottom - box.y


def knowledge_height(canvas: Canvas, width: int, parts: list[tuple[str, list[str]]]) -> int:
    """The height that parts of what you know take at a width, without the air below them."""
    space, height = canvas.theme.space, 0
    for title, rows in parts:
        height += canvas.block(title, width, "small", "bold").height
        height += sum(canvas.block(words, width, "small").height + space(0.5) for words in rows) + space(1)
    return max(0, height - space(1.5))


def draw_knowledge(canvas: Canvas, area: pygame.Rect, parts: list[tuple[str, list[str]]]) -> int:
    """What you know as small paragraphs; gives the height taken."""
    theme, colours = canvas.theme, canvas.palette
    y = area.y
    for title, rows in parts:
        heading = canvas.block(title, area.width, "small", "bold")
        canvas.text(title, pygame.Rect(area.x, y, area.width, heading.height), "small", "bold", colours.accent)
        y += heading.height
        for words in rows:
            block = canvas.block(words, area.width, "small")
            canvas.text(words, pygame.Rect(area.x, y, area.width, block.height), "small")
            y += block.height + theme.space(0.5)
        y += theme.space(1)
    return y - area.y
