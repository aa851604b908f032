"""The grounds that words stand on beside and below the person: solid under the words, fading out toward the person."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.theme import Colour

Side = Literal["left", "right"]


def fade_box(box: pygame.Rect, side: Side, fade: int) -> pygame.Rect:
    """The strip beside a column's box in which its ground fades out, `fade` pixels wide."""
    return pygame.Rect(box.right if side == "left" else box.left - fade, box.y, fade, box.height)


def draw_ground(canvas: Canvas, box: pygame.Rect, side: Side, fade: int) -> None:
    """The ground of a column at the window's left or right edge, with its fading strip."""
    pygame.draw.rect(canvas.surface, canvas.palette.panel, box)
    strip = fade_box(box, side, fade)
    canvas.surface.blit(_strip(strip.size, side, canvas.palette.panel), strip)


@lru_cache(maxsize=8)
def _strip(size: tuple[int, int], side: Side, shade: Colour) -> pygame.Surface:
    width, height = size
    strip = pygame.Surface(size, pygame.SRCALPHA)
    for step in range(width):
        share = 1 - (step + 1) / (width + 1)
        smooth = share * share * (3 - 2 * share)
        x = step if side == "left" else width - 1 - step
        pygame.draw.line(strip, (*shade, round(255 * smooth)), (x, 0), (x, height))
    return strip


def draw_panel(canvas: Canvas, box: pygame.Rect) -> None:
    """A solid panel with a hair line on its upper edge."""
    pygame.draw.rect(canvas.surface, canvas.palette.panel, box)
    canvas.rule(box.left, box.right, box.top)
