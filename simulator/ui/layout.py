"""Dividing boxes: rows and columns with gaps, from which every scene computes its places."""

from __future__ import annotations

from collections.abc import Sequence

import pygame


def inset(box: pygame.Rect, sides: int, ends: int | None = None) -> pygame.Rect:
    """A box smaller by `sides` left and right and by `ends` (the same, unless given) above and below."""
    ends = sides if ends is None else ends
    return pygame.Rect(box.x + sides, box.y + ends, max(0, box.width - 2 * sides), max(0, box.height - 2 * ends))


def columns(box: pygame.Rect, shares: Sequence[float], gap: int) -> list[pygame.Rect]:
    """The box cut from left to right in proportion to the shares.

    >>> [(part.x, part.width) for part in columns(pygame.Rect(0, 0, 110, 10), (1, 1), 10)]
    [(0, 50), (60, 50)]
    """
    free = box.width - gap * (len(shares) - 1)
    whole = sum(shares)
    parts, before = [], 0.0
    for place, share in enumerate(shares):
        left = round(free * before / whole)
        before += share
        right = round(free * before / whole)
        parts.append(pygame.Rect(box.x + left + place * gap, box.y, max(0, right - left), box.height))
    return parts


def take_top(box: pygame.Rect, height: int, gap: int = 0) -> tuple[pygame.Rect, pygame.Rect]:
    """The upper part of a box, and what is left below a gap."""
    height = min(height, box.height)
    rest = max(0, box.height - height - gap)
    return pygame.Rect(box.x, box.y, box.width, height), pygame.Rect(box.x, box.bottom - rest, box.width, rest)


def take_bottom(box: pygame.Rect, height: int, gap: int = 0) -> tuple[pygame.Rect, pygame.Rect]:
    """The lower part of a box, and what is left above a gap."""
    height = min(height, box.height)
    rest = max(0, box.height - height - gap)
    return pygame.Rect(box.x, box.bottom - height, box.width, height), pygame.Rect(box.x, box.y, box.width, rest)


def centred(box: pygame.Rect, width: int, height: int) -> pygame.Rect:
    """A box of a size in the middle of another, never larger than it."""
    inner = pygame.Rect(0, 0, min(width, box.width), min(height, box.height))
    inner.center = box.center
    return inner


def wrap_boxes(box: pygame.Rect, widths: Sequence[int], height: int, gap: int) -> list[pygame.Rect]:
    """Boxes of given widths set in rows like words, each row as high as `height`; a wide one gets a row's width."""
    boxes, x, y = [], box.x, box.y
    for width in widths:
        width = min(width, box.width)
        if x > box.x and x + width > box.right:
            x, y = box.x, y + height + gap
        boxes.append(pygame.Rect(x, y, width, height))
        x += width + gap
    return boxes
