"""The interface of a call as a layer of its own, drawn anew only when something in it has changed.

The person moves sixty times a second; words stand still while they are read. So words, columns and choices are drawn
onto a layer, and most frames only lay it over the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from simulator.ui.canvas import Canvas, DrawnText
from simulator.ui.input_names import InputNames
from simulator.ui.theme import Theme

SETTLES_IN = 3
"""Frames drawn after a change: one to show it, one to bring what it moved into sight, one for what that moved."""


class InterfaceLayer:
    """Keeps what was drawn. `touch` tells that something changed."""

    def __init__(self) -> None:
        self._stale = SETTLES_IN
        self._theme: Theme | None = None
        self._names = InputNames()
        self._layer: pygame.Surface | None = None
        self._parts: list[tuple[pygame.Surface, tuple[int, int]]] = []
        self._texts: list[DrawnText] = []

    def touch(self, frames: int = SETTLES_IN) -> None:
        """Draw anew in the next frames."""
        self._stale = max(self._stale, frames)

    def draw(
        self,
        canvas: Canvas,
        paint: Callable[[Canvas], None],
        solid: Sequence[pygame.Rect],
        shaded: Sequence[pygame.Rect],
    ) -> None:
        """Lay the interface over the picture. `paint` draws all of it; it lies in boxes that are `solid`, or `shaded`
        with the picture shining through."""
        if canvas.theme is not self._theme:
            self._theme = canvas.theme
            self._layer = None
            self.touch()
        if canvas.names != self._names:
            self._names = canvas.names
            self.touch()
        if self._stale:
            self._stale -= 1
            self._paint(canvas, paint, solid, shaded)
        canvas.texts.extend(self._texts)
        for part, place in self._parts:
            canvas.surface.blit(part, place)

    def _paint(
        self,
        canvas: Canvas,
        paint: Callable[[Canvas], None],
        solid: Sequence[pygame.Rect],
        shaded: Sequence[pygame.Rect],
    ) -> None:
        if self._layer is None:
            self._layer = pygame.Surface(canvas.rect.size, pygame.SRCALPHA)
        window, before = canvas.surface, len(canvas.texts)
        self._layer.fill((0, 0, 0, 0))
        canvas.surface = self._layer
        try:
            paint(canvas)
        finally:
            canvas.surface = window
        self._texts = canvas.texts[before:]
        del canvas.texts[before:]
        self._parts = []
        for box in solid:
            part = box.clip(self._layer.get_rect())
            if part.width and part.height:
                self._parts.append((self._layer.subsurface(part).convert(), part.topleft))
        for box in shaded:
            part = box.clip(self._layer.get_rect())
            if part.width and part.height:
                self._parts.append((self._layer.subsurface(part), part.topleft))
