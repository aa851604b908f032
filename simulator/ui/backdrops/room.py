"""A calm, neutral room: what any place not yet drawn looks like."""

from __future__ import annotations

from simulator.ui.backdrops.scenery import (
    Backdrop,
    Size,
    Switches,
    add_vignette,
    darken,
    level,
    native,
    says,
    soft,
    strip,
)
from simulator.ui.characters.contours import polygon, rectangle
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.light import Light

LIGHT = Light(
    key=(-0.8, -0.6),
    warm="#ffeccb",
    cool="#4a5261",
    rim="#cbd8de",
    shade=0.56,
    rim_width=2.2,
    ambient="#8f928e",
    tint=0.08,
    lit=0.32,
    key_edge=2.6,
)


def room(size: Size, switches: Switches) -> Backdrop:
    """The room at a size in pixels. A switch with `light` at `off` or `dim` lowers the lamp."""
    lights = level(switches, "light", "lamp")
    dim = says(lights, "off", "out", "dim", "half", "dark")
    ground = soft(_walls(), size, 5)
    if dim:
        darken(ground, (176, 180, 196))
    add_vignette(ground, "#14161c", 0.45)
    return Backdrop(native(ground), LIGHT.dimmed(0.5) if dim else LIGHT, (strip(_table(), size, 900, parallax=14),))


def _walls() -> Drawing:
    drawing = Drawing()
    wall = drawing.linear(0, 0, 1920, 300, [(0, "#c6c2b6", 1), (0.5, "#a5a59d", 1), (1, "#7d8286", 1)])
    drawing.fill(rectangle(0, 0, 1920, 1080), wall)
    drawing.fill(rectangle(0, 860, 1920, 220), drawing.linear(0, 860, 0, 1080, [(0, "#8b7d6b", 1), (1, "#54493e", 1)]))
    drawing.fill(rectangle(0, 838, 1920, 24), "#e2ded2")
    drawing.fill(rectangle(112, 130, 396, 470), "#e9e4d8")
    sky = drawing.linear(0, 150, 0, 580, [(0, "#e6ecee", 1), (0.7, "#cfd9d8", 1), (1, "#b3bfae", 1)])
    drawing.fill(rectangle(130, 148, 360, 434), sky)
    drawing.fill(rectangle(304, 148, 12, 434), "#e9e4d8")
    for x in (96, 470):
        fall = drawing.linear(x, 0, x + 70, 0, [(0, "#a9a99f", 1), (0.5, "#c9c8be", 1), (1, "#94958d", 1)])
        drawing.fill(polygon((x, 100), (x + 64, 100), (x + 76, 690), (x - 8, 690)), fall)
    drawing.spot(330, 420, 620, 520, "#fff4dc", 0.35)
    drawing.fill(rectangle(1120, 190, 300, 220), "#6d6a63")
    drawing.fill(rectangle(1132, 202, 276, 196), "#dcd8cc")
    hills = polygon((1132, 398), (1132, 330), (1210, 286), (1290, 330), (1350, 300), (1408, 338), (1408, 398))
    drawing.fill(hills, "#9fa99d")
    drawing.fill(rectangle(1580, 200, 280, 640), "#77706a")
    door = drawing.linear(1596, 0, 1844, 0, [(0, "#a39a8d", 1), (1, "#857d73", 1)])
    drawing.fill(rectangle(1596, 216, 248, 624), door)
    drawing.dot(1622, 540, 9, "#d8d2c2")
    return drawing


def _table() -> Drawing:
    drawing = Drawing()
    top = drawing.linear(0, 960, 0, 1004, [(0, "#c9b490", 1), (0.3, "#a58c66", 1), (1, "#7d6748", 1)])
    drawing.fill(polygon((-20, 976), (760, 960), (820, 1000), (-20, 1012)), top)
    drawing.fill(polygon((-20, 1012), (820, 1000), (820, 1090), (-20, 1090)), "#4b3d2e")
    cup = drawing.linear(300, 0, 356, 0, [(0, "#f1ece0", 1), (0.5, "#d6cfbf", 1), (1, "#8e8675", 1)])
    drawing.fill(rectangle(300, 912, 56, 60), cup)
    drawing.fill(rectangle(298, 908, 60, 7), "#f1ece0")
    return drawing
