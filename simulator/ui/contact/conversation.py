"""The column of words: the scene, what you said, what they said and did, what you notice."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.contact.telling import Told
from simulator.ui.focus import FocusRing
from simulator.ui.text import Run, speech_runs
from simulator.ui.theme import Size
from simulator.ui.widgets.scroll import ScrollPane


class Conversation:
    """The latest exchange, the newest at the bottom. Everything before is in the transcript.

    What does not fit is scrolled no further than to what the person said last: their words stay in sight until the
    trainee acts, answers or asks for a hint, and long text begins at its beginning.
    """

    def __init__(self) -> None:
        self._pane = ScrollPane("conversation", follow=True, on_panel=True)

    def turn_page(self, event: pygame.event.Event) -> bool:
        """Page keys scroll the words wherever the focus is; True if they moved."""
        return event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN) and self._pane.key(event)

    def draw(
        self, canvas: Canvas, ring: FocusRing, box: pygame.Rect, told: Sequence[Told], *, with_signs: bool
    ) -> None:
        """Draw the exchange into a column; without its signs where they stand among the facts: once is enough."""
        telling = [one for one in told if with_signs or one.kind != "sign"]

        def paint(area: pygame.Rect) -> int:
            y, tops = area.y, []
            for place, one in enumerate(telling):
                tops.append(y - area.y)
                newest = place >= len(telling) - 1 or one.kind in ("said", "event")
                y += draw_told(canvas, pygame.Rect(area.x, y, area.width, 0), one, strong=newest)
                y += canvas.theme.space(1.25)
            self._pane.anchor = _anchor(telling, tops, y - area.y, box.height)
            return y - area.y

        self._pane.show(canvas, ring, box, paint)


def _anchor(telling: Sequence[Told], tops: Sequence[int], whole: int, room: int) -> int:
    """How far down the column may be scrolled by itself: to the first thing they said or that happened, if all from
    there fits; else to the last of them; where nobody said anything, to the last note. Advice that comes after all else
    was asked for just now: down to that."""
    if telling and telling[-1].kind == "advice":
        return tops[-1]
    told = [top for one, top in zip(telling, tops, strict=True) if one.kind in ("said", "event")]
    if not told:
        return max((top for one, top in zip(telling, tops, strict=True) if one.kind in ("note", "advice")), default=0)
    return told[0] if whole - told[0] <= room else told[-1]


def draw_told(canvas: Canvas, box: pygame.Rect, one: Told, *, strong: bool = True) -> int:
    """Draw one thing told from the top of a box as wide as the box; gives the height taken."""
    colours, theme = canvas.palette, canvas.theme
    y = box.y
    if one.who:
        name = canvas.block(one.who, box.width, "small", "bold")
        shade = colours.accent if one.kind == "said" else colours.note
        canvas.text(one.who, pygame.Rect(box.x, y, box.width, name.height), "small", "bold", shade)
        y += name.height
    size: Size = "lead" if one.kind in ("said", "event") and strong else "body"
    runs: tuple[Run, ...]
    if one.kind in ("said", "event"):
        runs = speech_runs(one.words, colours.text, colours.muted)
    elif one.kind == "you":
        runs = (Run(one.words, "regular", colours.text if strong else colours.muted),)
    elif one.kind == "sign":
        runs = (Run(one.words, "italic", colours.muted),)
    elif one.kind in ("note", "advice"):
        runs = (Run(one.words, "regular", colours.note),)
        size = "small"
    else:
        runs = (Run(one.words, "regular", colours.text),)
    block = canvas.block(runs, box.width, size)
    canvas.text(runs, pygame.Rect(box.x, y, box.width, block.height), size)
    if one.kind in ("note", "advice"):
        pygame.draw.line(
            canvas.surface, colours.note, (box.x - theme.space(1), y), (box.x - theme.space(1), y + block.height), 2
        )
    return y + block.height - box.y
