"""Where the solid grounds of words and facts stand over the picture, and what of the picture is seen between them."""

from __future__ import annotations

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.contact.areas import Areas
from simulator.ui.contact.veils import Side


def grounds_of(canvas: Canvas, places: Areas) -> dict[Side, pygame.Rect]:
    """The grounds of the words at the left and of the facts at the right."""
    margin = canvas.theme.space(1.25)
    top = places.strip.bottom if places.strip is not None else 0
    height = places.choices.y - top
    grounds: dict[Side, pygame.Rect] = {"left": pygame.Rect(0, top, places.words.right + margin, height)}
    if places.facts is not None:
        start = places.facts.x - margin
        grounds["right"] = pygame.Rect(start, top, canvas.rect.right - start, height)
    return grounds


def seen_between(canvas: Canvas, grounds: dict[Side, pygame.Rect], places: Areas) -> pygame.Rect:
    """The part of the picture that no solid ground covers."""
    left, right = grounds["left"], grounds.get("right")
    end = right.left if right is not None else canvas.rect.right
    return pygame.Rect(left.right, left.top, end - left.right, places.choices.top - left.top)
