"""A corner shop at dusk, near closing time.

Switches, by a word in the stressor's name:
- `light`: `buzzing` or `flicker` falters; `off`, `half` or `dim` is one tube less; `out` or `dark` is none at all.
- `camera`: `covered`; `turned`, `away` or `out…` looks elsewhere; `off` is blind; anything else watches.
- `owner`, `keeper` or `clerk`: `close`, `shouting`, `muttering` or another word for being there; `away`, `gone`, `out`
  or `quiet` leaves the counter empty. Nobody stands there when no such stressor is named.
- `onlooker`, `crowd` or `people`: `gone`, `away` or `none` clears the window; anything else fills it.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pygame

from simulator.ui.backdrops.bystanders import draw_onlookers, place_keeper, watching
from simulator.ui.backdrops.scenery import (
    Backdrop,
    Size,
    Switches,
    add_sharp,
    add_vignette,
    darken,
    level,
    native,
    says,
    soft,
    strip,
)
from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import Points, polygon, rectangle
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.light import Light

LIGHT = Light(
    key=(-0.6, -0.75),
    warm="#fff0d2",
    cool="#4b4656",
    rim="#d6e4ea",
    shade=0.55,
    rim_width=2.4,
    ambient="#8a8270",
    tint=0.10,
    lit=0.30,
    key_edge=2.2,
)

_GOODS = (
    "#7f4a3c", "#a56a45", "#c3a263", "#5d6b52", "#405a63", "#6e5468", "#b7a589", "#8c3f3a", "#4c5870", "#d3c3a0",
)  # fmt: skip
_DRINKS = ("#7aa35f", "#c96f4f", "#5b87b0", "#d8b64f", "#9a5a72", "#e4ded0")


def shop(size: Size, switches: Switches) -> Backdrop:
    """The shop at a size in pixels."""
    lights = level(switches, "light", "lamp")
    off = says(lights, "out", "dark")
    half = says(lights, "off", "half", "dim", "low")
    buzzing = says(lights, "buzz", "flicker")
    lamps = (0.0, 0.0) if off else (1.0, 0.0) if half else (1.0, 1.0)

    light = LIGHT.dimmed(0.9) if off else LIGHT.dimmed(0.2) if half else LIGHT
    ground = soft(_room(lamps, watching(level(switches, "onlooker", "crowd", "people"))), size, 5, (236, 226, 202, 100))
    place_keeper(ground, level(switches, "owner", "keeper", "clerk"), light)
    add_sharp(ground, _hanging(level(switches, "camera")), 60, 260)
    if off:
        darken(ground, (118, 122, 142))
    elif half:
        darken(ground, (222, 220, 222))
    add_vignette(ground, "#1a120a", 0.5)
    dip: pygame.Surface | None = None
    if buzzing:
        dip = ground.copy()
        darken(dip, (222, 220, 222))
        dip = native(dip)
    before = strip(_front(off, half), size, 700, parallax=14)
    return Backdrop(native(ground), light, (before,), dip)


def _room(lamps: tuple[float, float], watched: bool) -> Drawing:
    chance = random.Random(9)
    drawing = Drawing()
    wall = drawing.linear(0, 0, 0, 1080, [(0, "#cfc6b2", 1), (0.5, "#b9ad97", 1), (1, "#7d7263", 1)])
    drawing.fill(rectangle(0, 0, 1920, 1080), wall)
    ceiling = drawing.linear(0, 0, 0, 130, [(0, "#8d8778", 1), (1, "#b7ae9c", 1)])
    drawing.fill(rectangle(0, 0, 1920, 130), ceiling)
    for x, lit in zip((420, 1180), lamps, strict=True):
        tube = polygon((x, 34), (x + 360, 34), (x + 330, 62), (x + 30, 62))
        drawing.fill(tube, mix("#6f6a5e", "#fdfbf0", lit))
        drawing.spot(x + 180, 60, 420, 170, "#fff6dc", 0.6 * lit)
    _draw_floor(drawing)
    _draw_window(drawing, watched)
    for left, right in ((800, 1140), (1160, 1500)):
        _draw_shelves(drawing, chance, left, right)
    _draw_fridge(drawing, chance)
    drawing.spot(960, 980, 1000, 200, "#1c150e", 0.45)
    return drawing


def _draw_floor(drawing: Drawing) -> None:
    """Tiles running back to the shelves."""
    tiles = drawing.linear(0, 846, 0, 1080, [(0, "#8f8470", 1), (0.3, "#a2957e", 1), (1, "#6b604f", 1)])
    drawing.fill(rectangle(0, 846, 1920, 240), tiles)
    for index in range(-14, 15):
        line = polygon((960 + index * 90, 850), (960 + index * 240, 1080))
        drawing.line(line, "#6a5f4e", 2.2, 0.5)
    for y in (868, 900, 948, 1018):
        drawing.line(polygon((0, y), (1920, y)), "#6a5f4e", 2.0, 0.4)
    drawing.spot(960, 990, 620, 90, "#d8cba9", 0.5)


def _draw_window(drawing: Drawing, watched: bool) -> None:
    """The shop's front at dusk: the street's lights out of focus, and whoever has stopped to look."""
    dusk = drawing.linear(0, 150, 0, 710, [(0, "#34435c", 1), (0.6, "#5b6a80", 1), (1, "#8a7f76", 1)])
    drawing.fill(rectangle(-10, 150, 760, 560), dusk)
    for x, y, radius, colour in (
        (70, 500, 34, "#ffcf8a"),
        (150, 560, 26, "#ff9a6a"),
        (240, 520, 40, "#ffe0a8"),
        (320, 590, 22, "#9fc4ea"),
        (110, 620, 20, "#ff7c5c"),
        (452, 548, 30, "#ffd79a"),
        (540, 604, 20, "#ff9a6a"),
        (660, 530, 36, "#ffcf8a"),
        (700, 610, 20, "#9fc4ea"),
    ):
        drawing.spot(x, y, radius * 2, radius * 2, colour, 0.55)
        drawing.spot(x, y, radius, radius, colour, 0.7, 0, 0.9)
    if watched:
        draw_onlookers(drawing)
    for x in (-10, 182, 374, 566, 742):
        drawing.fill(rectangle(x, 150, 16, 560), "#4a4238")
    drawing.fill(rectangle(-10, 150, 760, 14), "#4a4238")
    drawing.fill(rectangle(-10, 700, 770, 22), "#5d5244")
    drawing.fill(rectangle(-10, 420, 760, 8), "#4a4238")


def _draw_shelves(drawing: Drawing, chance: random.Random, left: float, right: float) -> None:
    drawing.fill(rectangle(left - 14, 150, right - left + 28, 700), "#5a5042")
    back = drawing.linear(0, 160, 0, 850, [(0, "#4a4136", 1), (1, "#2f2922", 1)])
    drawing.fill(rectangle(left, 160, right - left, 690), back)
    for y in (290, 420, 550, 680, 810):
        _draw_goods(drawing, chance, left + 6, right - 6, y, 104)
        under = drawing.linear(0, y - 116, 0, y - 88, [(0, "#120d08", 0.6), (1, "#120d08", 0)])
        drawing.fill(rectangle(left, y - 116, right - left, 26), under)
        board = drawing.linear(0, y, 0, y + 12, [(0, "#b8aa8c", 1), (0.3, "#8b7d64", 1), (1, "#4b4234", 1)])
        drawing.fill(rectangle(left, y, right - left, 12), board)
        tag = left + 16
        while tag < right - 40:
            drawing.fill(rectangle(tag, y + 1.5, 26, 8), "#efe7d2", 0.85)
            tag += 64


def _draw_goods(drawing: Drawing, chance: random.Random, left: float, right: float, y: float, height: float) -> None:
    """Runs of two to six equal bottles or packs."""
    x = left
    while x < right - 14:
        colour = mix(chance.choice(_GOODS), "#b9ad97", 0.18)
        bottles, count = chance.random() < 0.4, chance.randint(2, 6)
        wide, tall = chance.uniform(18, 44), height * chance.uniform(0.5, 0.92)
        for _ in range(count):
            if x + wide > right:
                break
            if bottles:
                shape = _bottle(x, y, wide, tall)
                stops = [(0.0, mix(colour, "#fff4dc", 0.35), 1.0), (0.4, colour, 1.0)]
            else:
                shape = rectangle(x + 1, y - tall, wide - 2, tall)
                stops = [(0.0, mix(colour, "#fff4dc", 0.25), 1.0), (0.5, colour, 1.0)]
            stops.append((1.0, mix(colour, "#1c1612", 0.4), 1.0))
            drawing.fill(shape, drawing.linear(x, 0, x + wide, 0, stops))
            label = rectangle(x + 3, y - tall * 0.5, wide - 6, tall * 0.22)
            drawing.fill(label, mix(colour, "#f2e8d0", 0.6), 0.8)
            x += wide + 1.5
        x += chance.uniform(0, 10)


def _bottle(x: float, y: float, wide: float, tall: float) -> Points:
    return polygon(
        (x + 2, y),
        (x + 2, y - tall * 0.62),
        (x + wide * 0.32, y - tall * 0.78),
        (x + wide * 0.34, y - tall),
        (x + wide * 0.66, y - tall),
        (x + wide * 0.68, y - tall * 0.78),
        (x + wide - 2, y - tall * 0.62),
        (x + wide - 2, y),
    )


def _draw_fridge(drawing: Drawing, chance: random.Random) -> None:
    drawing.fill(rectangle(1530, 140, 420, 760), "#4d5a5f")
    inside = drawing.linear(1556, 0, 1936, 0, [(0, "#cfe3e4", 1), (1, "#a9c7cb", 1)])
    drawing.fill(rectangle(1556, 170, 380, 690), inside)
    for y in (330, 480, 630, 780):
        x = 1566.0
        while x < 1930:
            colour = chance.choice(_DRINKS)
            for _ in range(chance.randint(2, 5)):
                stops = [
                    (0.0, mix(colour, "#f4f8f8", 0.35), 1.0),
                    (0.5, mix(colour, "#cfe3e4", 0.15), 1.0),
                    (1.0, mix(colour, "#20303a", 0.35), 1.0),
                ]
                drawing.fill(_bottle(x, y, 26, 104), drawing.linear(x, 0, x + 26, 0, stops))
                x += 28
        drawing.fill(rectangle(1556, y, 380, 8), "#8fa5a8")
    drawing.fill(rectangle(1730, 170, 10, 690), "#3d484c")
    drawing.spot(1740, 480, 420, 480, "#e8fbff", 0.25)


def _hanging(camera: str) -> Drawing:
    """The sign and the camera under the ceiling."""
    drawing = Drawing()
    for x in (566, 676):
        drawing.fill(rectangle(x, 76, 7, 34), "#39332a")
    sign = drawing.linear(0, 108, 0, 168, [(0, "#33503f", 1), (1, "#28402f", 1)])
    drawing.fill(rectangle(532, 108, 184, 60), sign)
    drawing.fill(rectangle(539, 115, 170, 46), "#e9e2cc", 0.10)
    for index, width in enumerate((150, 96)):
        drawing.fill(rectangle(554, 127 + index * 16, width * 0.75, 7), "#efe6cc", 0.8)
    _draw_camera(drawing, camera)
    return drawing


def _draw_camera(drawing: Drawing, state: str) -> None:
    x, y = 1270.0, 150.0
    turned = says(state, "turn", "away", "out")
    covered = says(state, "cover", "bag")
    dark = says(state, "off", "unplug")
    drawing.fill(rectangle(x - 7, y - 64, 14, 54), "#77705f")
    side = -1 if turned else 1
    body = polygon((x - 46 * side, y - 30), (x + 34 * side, y - 12), (x + 28 * side, y + 20), (x - 52 * side, y + 2))
    paint = drawing.linear(0, y - 34, 0, y + 22, [(0, "#e2dccd", 1), (0.5, "#b8b1a1", 1), (1, "#7b7566", 1)])
    drawing.fill(body, paint)
    if covered:
        cloth = polygon(
            (x - 56, y - 40), (x + 6, y - 36), (x + 14, y + 20), (x - 6, y + 34), (x - 34, y + 26), (x - 64, y + 36)
        )
        drawing.fill(cloth, drawing.linear(x - 60, 0, x + 14, 0, [(0, "#a8b0ae", 1), (1, "#6d7674", 1)]))
        return
    lens = x - 49 * side
    drawing.spot(lens, y - 14, 17, 17, "#22242a", 1.0, 0, 0.95)
    drawing.dot(lens, y - 14, 13, "#1d1f25")
    drawing.dot(lens - 3, y - 18, 4, "#6d7f92", 0.8)
    if not dark and not turned:
        drawing.spot(x + 4, y - 2, 12, 12, "#e2523e", 0.8)
        drawing.dot(x + 4, y - 2, 3.4, "#e8604a")


def _front(off: bool, half: bool) -> Drawing:
    """What stands nearest: the end of the counter with the till at the right, a low stand of papers at the left."""
    drawing = Drawing()
    shade = 0.45 if off else 0.18 if half else 0.0

    def tone(colour: str) -> str:
        return mix(colour, "#1b1a22", shade)

    _draw_counter(drawing, tone)
    _draw_till(drawing, tone)
    _draw_jar(drawing, tone)
    _draw_paper_stand(drawing, tone)
    return drawing


def _draw_counter(drawing: Drawing, tone: Callable[[str], str]) -> None:
    top = drawing.linear(0, 850, 0, 906, [(0, tone("#d9c39a"), 1), (0.3, tone("#b8986a"), 1), (1, tone("#8a6a45"), 1)])
    drawing.fill(polygon((1132, 852), (1940, 838), (1940, 906), (1106, 906)), top)
    drawing.fill(polygon((1132, 852), (1940, 838), (1940, 841), (1131, 855)), tone("#fff0cf"), 0.7)
    front = drawing.linear(
        0, 906, 0, 1080, [(0, tone("#4d3a28"), 1), (0.15, tone("#6a513a"), 1), (1, tone("#3a2c20"), 1)]
    )
    drawing.fill(polygon((1120, 906), (1940, 906), (1940, 1090), (1120, 1090)), front)
    for x in range(1200, 1940, 150):
        drawing.fill(rectangle(x, 914, 3, 170), tone("#2c2117"), 0.6)


def _draw_till(drawing: Drawing, tone: Callable[[str], str]) -> None:
    body = drawing.linear(
        1560, 0, 1812, 0, [(0, tone("#5c6066"), 1), (0.5, tone("#3b3f46"), 1), (1, tone("#24272c"), 1)]
    )
    drawing.fill(polygon((1570, 738), (1790, 724), (1822, 864), (1554, 868)), body)
    drawing.fill(polygon((1586, 752), (1710, 744), (1716, 788), (1584, 794)), tone("#9fd0b2"), 0.75)
    for row in range(3):
        for column in range(6):
            key = rectangle(1590 + column * 32 - row * 3, 804 + row * 17, 22, 10)
            drawing.fill(key, tone("#c9c6bd"), 0.55)


def _draw_jar(drawing: Drawing, tone: Callable[[str], str]) -> None:
    chance = random.Random(5)
    glass = drawing.linear(
        1214, 0, 1300, 0, [(0, tone("#f4efe0"), 0.75), (0.4, tone("#cfc7b2"), 0.35), (1, tone("#6f6656"), 0.65)]
    )
    drawing.fill(rectangle(1214, 766, 86, 104), glass)
    drawing.fill(rectangle(1208, 752, 98, 18), tone("#8c3f3a"))
    for _ in range(26):
        colour = tone(chance.choice(("#c96f4f", "#d8b64f", "#7aa35f", "#a5485a")))
        drawing.spot(1224 + chance.random() * 66, 796 + chance.random() * 68, 9, 9, colour, 0.95, 0, 0.9)


def _draw_paper_stand(drawing: Drawing, tone: Callable[[str], str]) -> None:
    side = drawing.linear(0, 0, 330, 0, [(0, tone("#5c5347"), 1), (1, tone("#3a342c"), 1)])
    drawing.fill(polygon((-20, 830), (286, 846), (318, 1090), (-20, 1090)), side)
    for row, y in enumerate((820, 930, 1040)):
        for column in range(3):
            left = -20 + column * 104 + row * 6
            lean = 6 + column * 2
            page = polygon((left, y), (left + 88, y + lean), (left + 92, y + 96), (left + 2, y + 92))
            drawing.fill(page, tone(mix("#e5dfcf", "#b9b1a0", 0.2 * ((row + column) % 2))))
            picture = polygon((left + 8, y + 34), (left + 50, y + 37), (left + 52, y + 74), (left + 10, y + 72))
            drawing.fill(picture, tone(("#7b8791", "#93806c", "#6f7d6a")[(row + column) % 3]))
            title = polygon((left + 8, y + 12), (left + 78, y + 16), (left + 78, y + 25), (left + 8, y + 21))
            drawing.fill(title, tone("#4a443c"), 0.85)
        rail = polygon((-20, y + 62), (300 + row * 10, y + 76), (302 + row * 10, y + 84), (-20, y + 70))
        drawing.fill(rail, tone("#8b8478"))
