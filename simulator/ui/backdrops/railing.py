"""A bridge's rail, where the person is: behind them, under them, or above them when they have come down.

The rail goes by the picture, not by the place, because it has to meet a figure: who sits on it has its top at the same
height in a picture of any shape.
"""

from __future__ import annotations

import random
from dataclasses import replace

from simulator.ui.backdrops.scenery import HEIGHT, Backdrop, Layer, Switches, level, native, says
from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import rectangle
from simulator.ui.characters.drawing import Drawing

SEAT = 0.645
"""Where the top of a rail that somebody sits on lies, as a share of the picture's height: with hands and
all above what the interface covers, also in the low picture of large letters."""
LOOKS_POSTURE = "at_first"
"""The switch that says how the person is at first, by their look's `posture`; any other switch goes before it."""
_BEHIND = 0.655
_ABOVE_ONE_WHO_SITS = 0.52


def posture_of(switches: Switches) -> str:
    """`rail` for one who sits on the rail, `down` for one who has come down, empty where nothing says.

    A switch named `posture` tells it, or what a scenario calls the exposed place itself: `wind`, `height`, `ledge` or
    `rail`. The level of one who has come down begins with a word such as `out`, `down`, `off` or `safe`.
    """
    told = level(switches, "posture") or level(switches, "wind", "height", "ledge", "rail", "parapet")
    told = told or level(switches, LOOKS_POSTURE)
    if not told:
        return ""
    if says(told, "out", "down", "off", "safe", "stand", "in"):
        return "down"
    return "rail" if says(told, "on", "rail", "sit", "seat", "coat", "edge") else ""


def with_railing(baked: Backdrop, switches: Switches, wet: bool) -> Backdrop:
    """A bridge's picture with its rail in the right place for the person's posture."""
    size = baked.ground.get_size()
    posture = posture_of(switches)
    if posture == "rail":
        return replace(baked, perch=_layer(size, SEAT, wet), seat=SEAT)
    ground = baked.ground.copy()
    layer = _layer(size, _ABOVE_ONE_WHO_SITS if posture == "down" else _BEHIND, wet)
    ground.blit(layer.picture, layer.place)
    return replace(baked, ground=ground)


def _layer(size: tuple[int, int], top: float, wet: bool) -> Layer:
    """The rail across a picture, from its top to the foot of the picture."""
    unit = size[1] / HEIGHT
    first = int((top - 0.02) * size[1])
    box = (size[0], size[1] - first)
    drawing = _railing(size[0] / unit, top * HEIGHT, wet)
    picture = drawing.raster(box, (0, first / unit, box[0] / unit, box[1] / unit))
    return Layer(native(picture, alpha=True), (0, first))


def _railing(width: float, top: float, wet: bool) -> Drawing:
    """The rail in units; its light falls off with distance from the lamp at the left."""
    chance = random.Random(8)
    drawing = Drawing()
    for x in range(-30, round(width) + 40, 74):
        near = max(0.0, 1 - abs(x - width * 0.3) / (width * 0.5))
        bar = drawing.linear(
            x - 7,
            0,
            x + 7,
            0,
            [(0, mix("#25304a", "#e0a45e", 0.55 * near), 1), (0.35, "#1a2336", 1), (1, "#0b101c", 1)],
        )
        drawing.fill(rectangle(x - 7, top, 14, HEIGHT - top + 40), bar)
    for y, height in ((top, 30), (top + 102, 14), (top + 306, 18)):
        beam = drawing.linear(
            0, 0, width, 0, [(0, "#5d5044", 1), (0.3, "#8d7050", 1), (0.62, "#3d4560", 1), (1, "#1c2740", 1)]
        )
        drawing.fill(rectangle(0, y, width, height), beam)
        edge = drawing.linear(
            0,
            0,
            width,
            0,
            [(0, "#ffd9a0", 0.5), (0.3, "#ffe2b4", 0.9), (0.62, "#8fa6cc", 0.5), (1, "#8fa6cc", 0.25)],
        )
        drawing.fill(rectangle(0, y, width, 2.4), edge)
        drawing.fill(rectangle(0, y + height - 5, width, 5), "#060a14", 0.6)
    if wet:
        for _ in range(46):
            drawing.spot(chance.uniform(0, width), top + 31, 2.2, 4.2, "#dfe9f8", 0.55)
    return drawing
