"""Bars: a gauge with marks, a timer that runs down, progress. Each says in words what it shows in length."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.theme import Colour


def gauge_height(canvas: Canvas) -> int:
    """Pixels a gauge takes."""
    return canvas.theme.row("small") + canvas.theme.space(1.75)


def gauge(
    canvas: Canvas, box: pygame.Rect, label: str, words: str, share: float, shade: Colour, marks: Sequence[float] = ()
) -> None:
    """A labelled gauge: `share` 0 to 1 of its length is filled, `marks` are lines across it."""
    theme, colours = canvas.theme, canvas.palette
    row = pygame.Rect(box.x, box.y, box.width, theme.row("small"))
    wide = canvas.type.width(words, "small", "bold")
    canvas.text(
        label, pygame.Rect(row.x, row.y, row.width - wide - theme.space(1), row.height), "small", colour=colours.muted
    )
    canvas.text(words, row, "small", "bold", shade, "right")
    track = pygame.Rect(box.x, row.bottom + theme.space(0.25), box.width, theme.space(1))
    bar(canvas, track, share, shade)
    for mark in marks:
        x = track.x + round(mark * track.width)
        pygame.draw.line(canvas.surface, colours.panel, (x, track.y), (x, track.bottom - 1), max(1, theme.stroke))


def bar(canvas: Canvas, track: pygame.Rect, share: float, shade: Colour) -> None:
    """A plain bar, filled from the left."""
    round_ = track.height // 2
    pygame.draw.rect(canvas.surface, canvas.palette.hair, track, border_radius=round_)
    width = round(track.width * max(0.0, min(1.0, share)))
    if width > 0:
        filled = pygame.Rect(track.x, track.y, max(width, track.height), track.height)
        pygame.draw.rect(canvas.surface, shade, filled, border_radius=round_)
