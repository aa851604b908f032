"""The ground of quiet screens: dark slate with lamplight falling in from one side."""

from __future__ import annotations

from functools import lru_cache

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.theme import HIGH_CONTRAST, Colour, mixed

_SMALL = (32, 18)


def draw_glow(canvas: Canvas) -> None:
    """Cover the window with lamplight; high contrast leaves the ground plain."""
    if canvas.palette is HIGH_CONTRAST:
        return
    canvas.surface.blit(_glow(canvas.rect.size, canvas.palette.ground, canvas.palette.accent), (0, 0))


@lru_cache(maxsize=2)
def _glow(size: tuple[int, int], ground: Colour, lamp: Colour) -> pygame.Surface:
    """Drawn small, then enlarged softly: a gradient without steps."""
    small = pygame.Surface(_SMALL)
    width, height = _SMALL
    for x in range(width):
        for y in range(height):
            away = ((x / width - 0.93) ** 2 * 1.5 + (y / height - 0.16) ** 2 * 1.1) ** 0.5
            share = 0.20 * max(0.0, 1 - away / 0.95) ** 2
            small.set_at((x, y), mixed(ground, lamp, share))
    return pygame.transform.smoothscale(small, size)
