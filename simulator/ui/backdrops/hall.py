"""A community hall in the afternoon: tall windows throw light on a wooden floor with rows of chairs."""

from __future__ import annotations

import random

import pygame

from simulator.ui.backdrops.audience import place_audience
from simulator.ui.backdrops.scenery import (
    Backdrop,
    Size,
    Switches,
    add_vignette,
    darken,
    glow,
    level,
    native,
    says,
    soft,
    strip,
)
from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import polygon, rectangle
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.light import Light

LIGHT = Light(
    key=(-0.9, -0.4),
    warm="#ffe6b4",
    cool="#4d5563",
    rim="#cfe0dc",
    shade=0.58,
    rim_width=2.2,
    ambient="#9a9482",
    tint=0.08,
    lit=0.36,
    key_edge=3.5,
)

_WINDOWS = ((70, 210), (360, 180), (620, 150))
_FLOOR = 600


def hall(size: Size, switches: Switches) -> Backdrop:
    """The hall at a size in pixels.

    A switch with `blind`, `curtain` or `light` in its name, at `closed`, `dim` or `off`, takes the sun away. One with
    `room` or `audience` tells how the residents listen (`audience.mood_of`).
    """
    state = level(switches, "blind", "curtain", "light")
    shut = says(state, "closed", "drawn", "dim", "off", "half", "down")
    ground = soft(_room(), size, 4)
    if shut:
        darken(ground, (168, 168, 178))
    else:
        ground.blit(glow(_sunlight(), size, 20), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    light = LIGHT.dimmed(0.5) if shut else LIGHT
    place_audience(ground, level(switches, "room", "audience", "crowd", "onlooker"), light)
    add_vignette(ground, "#1a120a", 0.5)
    before = strip(_table(), size, 860, parallax=14)
    return Backdrop(native(ground), light, (before,))


def _room() -> Drawing:
    chance = random.Random(12)
    drawing = Drawing()
    wall = drawing.linear(0, 0, 1920, 0, [(0, "#d9d2bf", 1), (0.5, "#c3bda9", 1), (1, "#9aa096", 1)])
    drawing.fill(rectangle(0, 0, 1920, _FLOOR + 10), wall)
    dado = drawing.linear(0, 0, 1920, 0, [(0, "#7f8f80", 1), (1, "#5c6b64", 1)])
    drawing.fill(rectangle(0, 430, 1920, _FLOOR - 430), dado)
    drawing.fill(rectangle(0, 424, 1920, 10), "#e6dfcb")
    drawing.fill(rectangle(0, _FLOOR - 22, 1920, 26), "#55493b")
    ceiling = drawing.linear(0, 0, 0, 70, [(0, "#8f8a7c", 1), (1, "#b6b09f", 1)])
    drawing.fill(polygon((0, 0), (1920, 0), (1920, 70), (0, 40)), ceiling)
    _draw_boards(drawing)
    for left, width in _WINDOWS:
        _draw_window(drawing, chance, left, width)
    _draw_notices(drawing, chance)
    _draw_doors(drawing)
    for row, (y, scale, count) in enumerate(((660, 0.8, 13), (730, 1.05, 11), (830, 1.45, 9))):
        for index in range(count):
            x = 960 + (index - (count - 1) / 2) * 150 * scale
            shift = chance.uniform(-7, 7)
            if abs(x - 806) > 250 * scale or row == 0:
                _draw_chair(drawing, x + shift, y, scale, mix("#4f5d66", "#76604a", 0.25 * (index % 3)))
    return drawing


def _draw_boards(drawing: Drawing) -> None:
    floor = drawing.linear(0, _FLOOR, 0, 1080, [(0, "#a5825a", 1), (0.4, "#8c6a46", 1), (1, "#503b28", 1)])
    drawing.fill(rectangle(0, _FLOOR, 1920, 480), floor)
    for index in range(-16, 17):
        drawing.line(polygon((960 + index * 60, _FLOOR), (960 + index * 190, 1080)), "#4d3925", 1.6, 0.35)
    for index in range(9):
        y = _FLOOR + (index + 1) ** 1.9 * 7
        drawing.line(polygon((0, y), (1920, y)), "#4d3925", 1.2, 0.18)


def _draw_window(drawing: Drawing, chance: random.Random, left: float, width: float) -> None:
    drawing.fill(rectangle(left - 14, 96, width + 28, 330), "#efe8d6")
    sky = drawing.linear(0, 110, 0, 410, [(0, "#f2f4ee", 1), (0.6, "#e8eef0", 1), (1, "#c8d4c0", 1)])
    drawing.fill(rectangle(left, 110, width, 300), sky)
    for _ in range(9):
        x, y = left + chance.random() * width, 370 + chance.random() * 40
        drawing.spot(x, y, 46, 34, chance.choice(("#8fa286", "#7b9078", "#a3b394")), 0.6)
    drawing.fill(rectangle(left + width / 2 - 5, 110, 10, 300), "#efe8d6")
    drawing.fill(rectangle(left, 250, width, 8), "#efe8d6")
    drawing.fill(rectangle(left - 22, 420, width + 44, 14), "#f3ecd9")


def _draw_notices(drawing: Drawing, chance: random.Random) -> None:
    drawing.fill(rectangle(1030, 170, 330, 210), "#6d5539")
    drawing.fill(rectangle(1042, 182, 306, 186), "#b08e60")
    for _ in range(13):
        x, y = 1052 + chance.random() * 250, 190 + chance.random() * 130
        paper = rectangle(x, y, 34 + chance.random() * 18, 30 + chance.random() * 18)
        drawing.fill(paper, chance.choice(("#f2ead6", "#dfe6e2", "#e9cf9a", "#c9d7dc", "#e3b7a2")), 0.95)


def _draw_doors(drawing: Drawing) -> None:
    drawing.fill(rectangle(1500, 150, 300, _FLOOR - 170), "#6d5941")
    for x in (1512, 1656):
        leaf = drawing.linear(x, 0, x + 132, 0, [(0, "#8d7452", 1), (1, "#755e41", 1)])
        drawing.fill(rectangle(x, 164, 132, _FLOOR - 186), leaf)
        drawing.fill(rectangle(x + 44, 220, 44, 150), "#cfd8d2", 0.75)


def _draw_chair(drawing: Drawing, x: float, y: float, scale: float, colour: str) -> None:
    s = scale
    drawing.fill(rectangle(x - 26 * s, y - 96 * s, 52 * s, 44 * s), colour)
    seat = polygon(
        (x - 28 * s, y - 40 * s), (x + 28 * s, y - 40 * s), (x + 34 * s, y - 24 * s), (x - 34 * s, y - 24 * s)
    )
    drawing.fill(seat, mix(colour, "#f4f0e6", 0.14))
    for side in (-1, 1):
        back = polygon((x + side * 27 * s, y - 96 * s), (x + side * 27 * s, y - 30 * s), (x + side * 30 * s, y))
        drawing.line(back, "#2b2f33", 3.4 * s)
        leg = polygon((x + side * 33 * s, y - 24 * s), (x + side * 35 * s, y + 10 * s))
        drawing.line(leg, "#2b2f33", 3.2 * s)
    drawing.spot(x, y + 4 * s, 56 * s, 9 * s, "#2a1d10", 0.45)


def _sunlight() -> Drawing:
    drawing = Drawing()
    drawing.fill(rectangle(0, 0, 1920, 1080), "#000000")
    for left, width in _WINDOWS:
        shaft = drawing.linear(left, 110, left + 500, 1080, [(0, "#ffe9bd", 0.20), (1, "#ffe9bd", 0)])
        drawing.fill(polygon((left, 110), (left + width, 110), (left + width + 620, 1080), (left + 420, 1080)), shaft)
        patch = polygon(
            (left + 330, 700),
            (left + 330 + width * 1.2, 700),
            (left + 520 + width * 1.6, 900),
            (left + 470, 900),
        )
        drawing.fill(patch, "#ffdfa6", 0.20)
    return drawing


def _table() -> Drawing:
    """A folding table with cups, at the left."""
    drawing = Drawing()
    top = drawing.linear(0, 938, 0, 1000, [(0, "#e4d8bd", 1), (1, "#a4906c", 1)])
    drawing.fill(polygon((-20, 952), (420, 940), (460, 978), (-20, 1000)), top)
    drawing.fill(polygon((-20, 1000), (460, 978), (460, 1090), (-20, 1090)), "#4a3c2c")
    for x in (40, 130, 212, 330):
        cup = drawing.linear(x, 0, x + 44, 0, [(0, "#f6f1e6", 1), (0.5, "#ddd3c0", 1), (1, "#8f8470", 1)])
        drawing.fill(rectangle(x, 884, 44, 64), cup)
        drawing.fill(rectangle(x - 2, 880, 48, 7), "#f6efe0")
    return drawing
