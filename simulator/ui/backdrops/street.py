"""A street in the evening: shut fronts, a few lit windows, lamps out of focus, a bus shelter at the left."""

from __future__ import annotations

import random

import pygame

from simulator.ui.backdrops.rain import rain_curtain
from simulator.ui.backdrops.scenery import (
    HEIGHT,
    WIDTH,
    Backdrop,
    Size,
    Switches,
    add_vignette,
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
    key=(-0.8, -0.6),
    warm="#ffd7a0",
    cool="#252c40",
    rim="#9db4d6",
    shade=0.72,
    rim_width=3.4,
    ambient="#343c52",
    tint=0.22,
    lit=0.40,
    key_edge=5.0,
)

_KERB = 812
_LAMPS = ((330, 210, 1.0), (1180, 330, 0.62), (1500, 392, 0.44))


def street(size: Size, switches: Switches) -> Backdrop:
    """The street at a size in pixels. A switch with `rain` or `weather` in its name brings rain unless `dry`."""
    weather = level(switches, "rain", "weather")
    wet = weather != "" and not says(weather, "dry", "off", "stop", "none", "clear")
    ground = soft(_houses(wet), size, 5)
    ground.blit(glow(_lamplight(), size, 22), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    add_vignette(ground, "#07090f", 0.5)
    before = (strip(_shelter(), size, 0, HEIGHT, parallax=14),)
    if not wet:
        return Backdrop(native(ground), LIGHT, before)
    far = rain_curtain(size, count=320, seed=2, length=(24, 54), width=1.3, opacity=0.26)
    return Backdrop(native(ground), LIGHT, before, far_rain=native(far, alpha=True))


def _houses(wet: bool) -> Drawing:
    chance = random.Random(21)
    drawing = Drawing()
    sky = drawing.linear(0, 0, 0, 420, [(0, "#1b2338", 1), (0.6, "#35405c", 1), (1, "#6d6670", 1)])
    drawing.fill(rectangle(0, 0, WIDTH, HEIGHT), sky)
    x = -40.0
    while x < 1960:
        width, top = chance.uniform(210, 330), chance.uniform(60, 190)
        brick = mix(chance.choice(("#4b4a55", "#554d50", "#47505c", "#5a5350")), "#2a3044", 0.25)
        wall = drawing.linear(0, top, 0, _KERB, [(0, mix(brick, "#1d2233", 0.45), 1), (1, brick, 1)])
        drawing.fill(rectangle(x, top, width + 2, _KERB - top), wall)
        _draw_windows(drawing, chance, x, width, top)
        _draw_front(drawing, chance, x, width)
        x += width
    road = drawing.linear(0, _KERB, 0, HEIGHT, [(0, "#4a4c55", 1), (0.25, "#3c3f4a", 1), (1, "#23252e", 1)])
    drawing.fill(rectangle(0, _KERB, WIDTH, HEIGHT - _KERB), road)
    drawing.fill(rectangle(0, _KERB - 4, WIDTH, 14), "#6d6d70")
    for index in range(-12, 13):
        seam = polygon((960 + index * 120, _KERB + 12), (960 + index * 300, HEIGHT))
        drawing.line(seam, "#22242c", 2.0, 0.4)
    sheen = 0.5 if wet else 0.22
    for lamp, _, scale in _LAMPS:
        drawing.spot(lamp, _KERB + 90, 300 * scale, 120 * scale, "#ffc98a", sheen)
    return drawing


def _draw_windows(drawing: Drawing, chance: random.Random, left: float, width: float, top: float) -> None:
    for row in range(int((560 - top) // 150)):
        y = top + 50 + row * 150
        for column in range(2):
            x = left + width * (0.16 + 0.44 * column)
            lit = chance.random() < 0.3
            drawing.fill(rectangle(x - 5, y - 5, width * 0.26 + 10, 104), "#6a6a70", 0.6)
            pane = chance.choice(("#e0b878", "#d9c08e", "#c9a878")) if lit else "#2a3144"
            drawing.fill(rectangle(x, y, width * 0.26, 94), pane, 0.9)
            drawing.fill(rectangle(x, y + 44, width * 0.26, 5), "#565860", 0.8)


def _draw_front(drawing: Drawing, chance: random.Random, left: float, width: float) -> None:
    """A shut shop front or a front door at the foot of a house."""
    board = chance.choice(("#35503f", "#4c3a44", "#39485f", "#5a4a38"))
    drawing.fill(rectangle(left + 12, 560, width - 24, 44), board)
    drawing.fill(rectangle(left + 34, 576, width * 0.4, 11), "#d9d0b8", 0.55)
    if chance.random() < 0.6:
        shutter = drawing.linear(0, 604, 0, _KERB, [(0, "#6c7078", 1), (1, "#4d5058", 1)])
        drawing.fill(rectangle(left + 22, 604, width - 44, _KERB - 604), shutter)
        for y in range(612, _KERB, 13):
            drawing.fill(rectangle(left + 22, y, width - 44, 3), "#3c3f47", 0.5)
    else:
        drawing.fill(rectangle(left + 22, 604, width - 44, _KERB - 640), "#1f2634")
        drawing.fill(rectangle(left + width * 0.62, 610, width * 0.22, _KERB - 610), mix(board, "#1c1c22", 0.3))


def _lamplight() -> Drawing:
    drawing = Drawing()
    drawing.fill(rectangle(0, 0, WIDTH, HEIGHT), "#000000")
    for x, y, s in _LAMPS:
        drawing.spot(x, y, 420 * s, 400 * s, "#ff9c48", 0.30)
        drawing.spot(x, y, 120 * s, 110 * s, "#ffc07a", 0.65)
        drawing.spot(x, y, 46 * s, 40 * s, "#ffe9c4", 0.95, 0, 0.8)
        drawing.spot(x, _KERB + 60, 330 * s, 60 * s, "#ffb766", 0.28)
    for x, y, colour in ((820, 700, "#e05a48"), (1650, 690, "#8fb4e0"), (1330, 720, "#f0c070")):
        drawing.spot(x, y, 44, 44, colour, 0.45, 0, 0.8)
    return drawing


def _shelter() -> Drawing:
    """The near end of a bus shelter: post, glass, a timetable, the edge of a bench."""
    drawing = Drawing()
    glass = drawing.linear(0, 0, 300, 0, [(0, "#9fb4c8", 0.16), (0.6, "#9fb4c8", 0.05), (1, "#c9d8e6", 0.14)])
    drawing.fill(polygon((-20, 210), (268, 240), (268, 930), (-20, 990)), glass)
    roof = drawing.linear(0, 150, 0, 212, [(0, "#59606c", 1), (1, "#2b303a", 1)])
    drawing.fill(polygon((-20, 150), (316, 200), (316, 240), (-20, 212)), roof)
    post = drawing.linear(262, 0, 286, 0, [(0, "#8d8272", 1), (0.4, "#4a505c", 1), (1, "#262a34", 1)])
    drawing.fill(rectangle(262, 236, 22, 860), post)
    drawing.fill(rectangle(70, 400, 126, 190), "#2c313b")
    drawing.fill(rectangle(80, 410, 106, 170), "#d8d2c0", 0.9)
    for row in range(9):
        drawing.fill(rectangle(90, 424 + row * 16, 84 - (row * 7) % 30, 6), "#6f6c64", 0.7)
    seat = drawing.linear(0, 884, 0, 914, [(0, "#8a6a4a", 1), (1, "#4d3a28", 1)])
    drawing.fill(polygon((-20, 886), (236, 880), (246, 904), (-20, 916)), seat)
    drawing.fill(rectangle(196, 904, 14, 190), "#31363f")
    return drawing
