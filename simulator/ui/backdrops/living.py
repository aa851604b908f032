"""Lights that move in a place, drawn each frame from baked pictures: a blit or two, nothing more."""

from __future__ import annotations

import math

import pygame

from simulator.ui.backdrops.scenery import Backdrop, Pulse

_STILL = 0.16
"""How far along a passing light stands where nothing moves."""


def draw_passing(surface: pygame.Surface, rect: pygame.Rect, place: Backdrop, clock: float, still: bool) -> None:
    """The lights that go by behind the person; with `still` the first stands where it is."""
    for light in place.passing[:1] if still else place.passing:
        share = _STILL if still else ((clock - light.late) % light.period) / light.seconds
        if share > 1:
            continue
        x = light.start[0] + (light.end[0] - light.start[0]) * share
        y = light.start[1] + (light.end[1] - light.start[1]) * share
        width, height = light.picture.get_size()
        corner = (rect.x + round(x - width / 2), rect.y + round(y - height / 2))
        surface.blit(light.picture, corner, special_flags=pygame.BLEND_RGB_ADD)


def draw_pulses(surface: pygame.Surface, rect: pygame.Rect, place: Backdrop, clock: float) -> None:
    """The lights that come and go over everything."""
    for pulse in place.pulses:
        strength = _strength(pulse, clock)
        if strength:
            corner = (rect.x + pulse.place[0], rect.y + pulse.place[1])
            surface.blit(pulse.pictures[strength - 1], corner, special_flags=pygame.BLEND_RGB_ADD)


def _strength(pulse: Pulse, clock: float) -> int:
    """0 for none, up to the number of its pictures."""
    wave = math.cos(2 * math.pi * (clock / pulse.period - pulse.full_at))
    return max(0, min(len(pulse.pictures), math.ceil(wave * len(pulse.pictures))))
