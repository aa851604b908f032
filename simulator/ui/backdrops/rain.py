"""Rain: a tile of streaks that falls past and repeats."""

from __future__ import annotations

import random

import pygame

from simulator.ui.backdrops.scenery import HEIGHT, WIDTH, Size
from simulator.ui.characters.contours import polygon
from simulator.ui.characters.drawing import Drawing

_SLANT = 0.16


def rain_curtain(
    size: Size, count: int, seed: int, length: tuple[float, float], width: float, opacity: float
) -> pygame.Surface:
    """A picture of `count` streaks, `length` and `width` in units, that joins itself top to bottom."""
    chance = random.Random(seed)
    drawing = Drawing()
    for _ in range(count):
        x, y = chance.uniform(0, WIDTH), chance.uniform(0, HEIGHT)
        long = chance.uniform(*length)
        wide, strength = width * chance.uniform(0.6, 1.2), opacity * chance.uniform(0.4, 1)
        for shift in (0, -HEIGHT):
            streak = polygon((x, y + shift), (x - long * _SLANT, y + shift + long))
            drawing.line(streak, "#ced8ee", wide, strength)
    return drawing.raster(size, (0, 0, WIDTH, HEIGHT))
