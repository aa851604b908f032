"""The ground of quiet screens: dark slate with lamplight falling in from one side."""

from __future__ import annotations

from functools import lru_cache
from random import Random

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.theme import HIGH_CONTRAST, Colour

_SMALL = (96, 54)
_TILE = 128
_STRENGTH = 0.20
"""How far the brightest place is on the way from ground to lamp."""


def draw_glow(canvas: Canvas) -> None:
    """Cover the window with lamplight; high contrast leaves the ground plain."""
    if canvas.palette is HIGH_CONTRAST:
        return
    canvas.surface.blit(_glow(canvas.rect.size, canvas.palette.ground, canvas.palette.accent), (0, 0))


@lru_cache(maxsize=2)
def _glow(size: tuple[int, int], ground: Colour, lamp: Colour) -> pygame.Surface:
    """The light in full steps of grey, roughened by noise, then brought down to the few shades it may have: where
    two of them meet they mingle grain by grain, and no edge is seen."""
    spans = tuple(max(1, round((to - from_) * _STRENGTH)) for from_, to in zip(ground, lamp, strict=True))
    grains = tuple(255 // span for span in spans)
    light = pygame.transform.smoothscale(_light(255 - max(grains)), size)
    noise = _noise((grains[0], grains[1], grains[2]))
    for x in range(0, size[0], _TILE):
        for y in range(0, size[1], _TILE):
            light.blit(noise, (x, y), special_flags=pygame.BLEND_RGB_ADD)
    light.fill((*spans, 255), special_flags=pygame.BLEND_RGB_MULT)
    light.fill((*ground, 255), special_flags=pygame.BLEND_RGB_ADD)
    return light


def _light(brightest: int) -> pygame.Surface:
    small = pygame.Surface(_SMALL, depth=32)
    width, height = _SMALL
    for x in range(width):
        for y in range(height):
            away = ((x / width - 0.93) ** 2 * 1.5 + (y / height - 0.16) ** 2 * 1.1) ** 0.5
            grey = round(brightest * max(0.0, 1 - away / 0.95) ** 2)
            small.set_at((x, y), (grey, grey, grey))
    return small


def _noise(most: tuple[int, int, int]) -> pygame.Surface:
    """A tile of grain, the same every time: each pixel from nothing to one whole step of each colour."""
    grain, tile = Random(7), pygame.Surface((_TILE, _TILE), depth=32)
    for x in range(_TILE):
        for y in range(_TILE):
            share = grain.random()
            tile.set_at((x, y), (round(most[0] * share), round(most[1] * share), round(most[2] * share)))
    return tile
