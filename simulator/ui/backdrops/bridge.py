"""A bridge at night in rain: river, far town, lamps running away.

Its rail is in `railing.py`, what goes on along it in `traffic.py`.
"""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pygame

from simulator.ui.backdrops.rain import rain_curtain
from simulator.ui.backdrops.scenery import (
    HEIGHT,
    WIDTH,
    Backdrop,
    Size,
    Switches,
    add_sharp,
    add_vignette,
    glow,
    level,
    native,
    says,
    soft,
)
from simulator.ui.characters.contours import curve, polygon, rectangle
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.light import Light

LIGHT = Light(
    key=(-0.85, -0.5),
    warm="#ffc27e",
    cool="#182238",
    rim="#86aee0",
    shade=0.80,
    rim_width=4.2,
    ambient="#22304c",
    tint=0.30,
    lit=0.46,
    key_edge=7,
    wet=1.0,
)

_LAMPS = ((250, 250, 1.0), (700, 392, 0.68), (1000, 478, 0.46), (1200, 536, 0.32))


def is_dry(switches: Switches) -> bool:
    """Whether it has stopped raining."""
    return says(level(switches, "rain", "weather"), "dry", "off", "stop", "none", "clear")


def bridge(size: Size, switches: Switches) -> Backdrop:
    """The bridge at a size in pixels. A switch with `rain` or `weather` at `dry`, `off` or `stopped` ends the rain."""
    dry = is_dry(switches)
    ground = soft(_distance(), size, 2)
    add_sharp(ground, _structure(), 100)
    ground.blit(glow(_lamplight(), size, 18), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    add_vignette(ground, "#04060c", 0.5)
    _dither(ground)
    if dry:
        return Backdrop(native(ground), replace(LIGHT, wet=0.0))
    far = rain_curtain(size, count=420, seed=1, length=(26, 60), width=1.3, opacity=0.30)
    near = rain_curtain(size, count=60, seed=5, length=(90, 170), width=2.4, opacity=0.16)
    return Backdrop(native(ground), LIGHT, far_rain=native(far, alpha=True), rain=native(near, alpha=True))


def _dither(surface: pygame.Surface) -> None:
    """Fixed fine noise: long dark gradients band without it."""
    grains = np.random.default_rng(4).integers(0, 4, (256, 256, 1), dtype=np.uint8)
    tile = pygame.surfarray.make_surface(np.repeat(grains, 3, axis=2))
    for x in range(0, surface.get_width(), 256):
        for y in range(0, surface.get_height(), 256):
            surface.blit(tile, (x, y), special_flags=pygame.BLEND_RGB_ADD)


def _distance() -> Drawing:
    chance = random.Random(4)
    drawing = Drawing()
    sky = drawing.linear(
        0, 0, 0, 760, [(0, "#0e1830", 1), (0.45, "#1c2d4c", 1), (0.8, "#364766", 1), (1, "#5f5a62", 1)]
    )
    drawing.fill(rectangle(0, 0, WIDTH, HEIGHT), sky)
    for index in range(16):
        drawing.spot(
            chance.uniform(0, 1920),
            chance.uniform(40, 420),
            chance.uniform(220, 480),
            chance.uniform(30, 80),
            "#3a4763" if index % 2 else "#0a1020",
            0.35,
        )
    drawing.spot(520, 640, 900, 170, "#b98a5c", 0.35)
    drawing.spot(1500, 650, 700, 130, "#8f7a6a", 0.28)
    _draw_town(drawing, chance, "#2a3650", 640, (40, 150), "#c9a878", 0.45)
    _draw_town(drawing, chance, "#1b263c", 664, (30, 190), "#f0c98c", 0.75)
    mist = drawing.linear(0, 600, 0, 690, [(0, "#5a5f70", 0), (1, "#5a5f70", 0.45)])
    drawing.fill(rectangle(0, 600, WIDTH, 80), mist)
    _draw_river(drawing, chance)
    return drawing


def _draw_town(
    drawing: Drawing,
    chance: random.Random,
    colour: str,
    base: float,
    heights: tuple[float, float],
    window: str,
    glimmer: float,
) -> None:
    x = -20.0
    while x < 1940:
        width = chance.uniform(34, 90)
        height = chance.uniform(*heights) * (1.2 if 300 < x < 800 else 0.8)
        drawing.fill(rectangle(x, base - height, width + 1, height + 20), colour)
        for wx in np.arange(x + 6, x + width - 6, 9):
            for wy in np.arange(base - height + 8, base - 6, 12):
                if chance.random() < 0.16:
                    pane = rectangle(float(wx), float(wy), 3.6, 5)
                    drawing.fill(pane, window, glimmer * chance.uniform(0.4, 1))
        x += width + (chance.uniform(0, 26) if chance.random() < 0.3 else 0)


def _draw_river(drawing: Drawing, chance: random.Random) -> None:
    water = drawing.linear(0, 668, 0, 1080, [(0, "#39435a", 1), (0.2, "#1c2740", 1), (1, "#0a1122", 1)])
    drawing.fill(rectangle(0, 668, WIDTH, 412), water)
    for _ in range(120):
        x, y = chance.uniform(0, 1920), 672 + chance.random() ** 2 * 250
        width = chance.uniform(10, 60) * (y - 640) / 120
        tone = "#e2b77c" if chance.random() < 0.5 else "#7f95ba"
        drawing.fill(rectangle(x, y, width, 1.6 + (y - 668) / 90), tone, chance.uniform(0.05, 0.3))
    for x in (210, 430, 560, 700, 1180, 1420, 1660):
        for y in range(674, 880, 7):
            dash = rectangle(x - chance.uniform(4, 14), y, chance.uniform(10, 30), 2.2)
            drawing.fill(dash, "#ffd294", 0.5 * (1 - (y - 672) / 220))


def _structure() -> Drawing:
    """Tower, cables, deck and lamp posts."""
    drawing = Drawing()
    for x in (1330, 1400):
        steel = drawing.linear(x - 12, 0, x + 12, 0, [(0, "#2f3a50", 1), (0.4, "#141c2e", 1), (1, "#0c1220", 1)])
        drawing.fill(polygon((x - 9, 120), (x + 9, 120), (x + 12, 680), (x - 12, 680)), steel)
    for y in (190, 330, 500):
        drawing.fill(rectangle(1325, y, 80, 16), "#141c2e")
    for start, end, sag, width in (
        ((-80, 470), (1330, 126), 150, 6),
        ((1400, 126), (2000, 520), 70, 5),
    ):
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + sag)
        cable = curve(start, middle, end, samples=24)
        drawing.line(cable, "#1b2438", width)
        for point in cable[2:-2:2]:
            drawing.line(polygon((point[0], point[1]), (point[0], 690)), "#1b2438", 1.6, 0.8)
    deck = drawing.linear(0, 670, 0, 1080, [(0, "#2a3144", 1), (0.3, "#232a3b", 1), (1, "#0f1420", 1)])
    drawing.fill(polygon((-20, 742), (1500, 672), (1940, 690), (1940, 1100), (-20, 1100)), deck)
    for x, y, scale in _LAMPS:
        foot = _lamp_foot(x, scale)
        post = polygon(
            (x - 60 * scale, foot), (x - 60 * scale, y + 6), (x - 40 * scale, y - 18 * scale), (x, y - 16 * scale)
        )
        drawing.line(post, "#0e1524", 9 * scale)
        drawing.fill(rectangle(x - 22 * scale, y - 22 * scale, 46 * scale, 12 * scale), "#0e1524")
    return drawing


def _lamp_foot(x: float, scale: float) -> float:
    return 742 - (x + 20) / 1520 * 70 + 40 * scale


def _lamplight() -> Drawing:
    drawing = Drawing()
    drawing.fill(rectangle(0, 0, WIDTH, HEIGHT), "#000000")
    for x, y, s in _LAMPS:
        foot = _lamp_foot(x, s)
        drawing.spot(x, y, 360 * s, 330 * s, "#ff9c40", 0.42)
        drawing.spot(x, y - 2, 140 * s, 115 * s, "#ffbb66", 0.70)
        drawing.spot(x, y - 6, 54 * s, 34 * s, "#fff0d4", 1, 0, 0.8)
        cone = drawing.linear(0, y, 0, foot, [(0, "#ffb766", 0.20), (1, "#ffb766", 0)])
        drawing.fill(
            polygon((x - 20 * s, y), (x + 20 * s, y), (x + 210 * s, foot + 30 * s), (x - 210 * s, foot + 30 * s)), cone
        )
        drawing.spot(x, foot + 34 * s, 230 * s, 34 * s, "#ffb766", 0.34)
        below = drawing.linear(0, foot, 0, foot + 330 * s, [(0, "#ffb766", 0.36), (1, "#ffb766", 0)])
        drawing.fill(
            polygon(
                (x - 20 * s, foot + 20),
                (x + 20 * s, foot + 20),
                (x + 80 * s, foot + 330 * s),
                (x - 80 * s, foot + 330 * s),
            ),
            below,
        )
    return drawing
