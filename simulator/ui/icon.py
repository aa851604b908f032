"""The window's icon: a word said in lamplight, and the answer."""

from __future__ import annotations

import pygame

from simulator.ui.theme import LAMPLIGHT, Colour

_SIDE = 64
_FINE = 256
"""Drawn four times as large, then made smaller: smooth edges."""


def icon() -> pygame.Surface:
    """The icon, 64 pixels square, transparent outside its rounded ground."""
    fine = pygame.Surface((_FINE, _FINE), pygame.SRCALPHA)
    pygame.draw.rect(fine, LAMPLIGHT.ground, fine.get_rect(), border_radius=52)
    _bubble(fine, LAMPLIGHT.note, pygame.Rect(104, 122, 120, 78), ((190, 190), (166, 234), (152, 190)))
    # A rim of the ground keeps the two apart at sixteen pixels too.
    _bubble(fine, LAMPLIGHT.ground, pygame.Rect(20, 28, 160, 122), ((50, 138), (56, 204), (122, 140)))
    _bubble(fine, LAMPLIGHT.accent, pygame.Rect(32, 40, 136, 98), ((62, 128), (66, 184), (110, 130)))
    return pygame.transform.smoothscale(fine, (_SIDE, _SIDE))


def _bubble(surface: pygame.Surface, shade: Colour, box: pygame.Rect, tail: tuple[tuple[int, int], ...]) -> None:
    pygame.draw.rect(surface, shade, box, border_radius=box.height // 2 - 6)
    pygame.draw.polygon(surface, shade, tail)
