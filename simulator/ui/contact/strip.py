"""The strip of time, help and place that takes the facts' place where letters are large."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from simulator.ui.call import Call
from simulator.ui.canvas import Canvas
from simulator.ui.contact.facts import place_words
from simulator.ui.focus import FocusRing
from simulator.ui.widgets.button import Button
from simulator.ui.words import clock_words


def draw_strip(canvas: Canvas, ring: FocusRing, box: pygame.Rect, call: Call, buttons: Sequence[Button]) -> None:
    """Draw the strip with its buttons at the right end."""
    theme = canvas.theme
    pygame.draw.rect(canvas.surface, canvas.palette.panel, box)
    x = box.right - theme.space(1)
    places = []
    for button in reversed(buttons):
        x -= button.natural_width(canvas)
        places.append(pygame.Rect(x, box.y + theme.space(0.5), button.natural_width(canvas), theme.control()))
    for button, place in zip(buttons, reversed(places), strict=True):
        ring.put(canvas, button, place)
    room = pygame.Rect(box.x + theme.space(2), box.y, x - box.x - theme.space(3), box.height)
    # What there is no room for stands on the page that K opens; the place is in the picture too, so it goes first.
    words = [clock_words(call.shown.clock / 10)]
    words += [f"{label} in {clock_words(seconds)}" for label, seconds in call.under_way()]
    words.append(place_words(call))
    while len(words) > 1 and canvas.block("  ·  ".join(words), room.width, "small", "bold").height > room.height:
        words.pop()
    canvas.text("  ·  ".join(words), room, "small", "bold", middle=True)
