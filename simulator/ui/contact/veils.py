"""Shades over the picture on which words can be read: solid under the words, fading toward the person."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.theme import Colour

Side = Literal["left", "right"]


def draw_veil(canvas: Canvas, box: pygame.Rect, side: Side, fade: int) -> None:
    """Shade a box that touches the window's left or right edge; it fades out over `fade` pixels beyond the box."""
    veil = _veil(box.size, side, fade, canvas.palette.panel, canvas.palette.veil)
    left = box.x if side == "left" else box.x - fade
    canvas.surface.blit(veil, (left, box.y))


@lru_cache(maxsize=8)
def _veil(size: tuple[int, int], side: Side, fade: int, shade: Colour, opacity: int) -> pygame.Surface:
    width, height = size
    veil = pygame.Surface((width + fade, height), pygame.SRCALPHA)
    veil.fill((*shade, opacity))
    for step in range(fade):
        share = 1 - (step + 1) / (fade + 1)
        x = width + step if side == "left" else fade - 1 - step
        pygame.draw.line(veil, (*shade, round(opacity * share * share)), (x, 0), (x, height))
    return veil


def draw_panel(canvas: Canvas, box: pygame.Rect) -> None:
    """A solid panel with a hair line on its upper edge."""
    pygame.draw.rect(canvas.surface, canvas.palette.panel, box)
    canvas.rule(box.left, box.right, box.top)
