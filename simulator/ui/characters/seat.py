"""Sitting on a rail: hips that rest on it, and legs that hang down before it, on the viewer's side."""

from __future__ import annotations

from simulator.ui.characters.body import HEM, SEAT, SEATED_HEM, Frame, draw_cloth
from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import curve, edge_band, extents, spline
from simulator.ui.characters.drawing import Drawing

_TROUSERS = "#2c303a"


def _trousers(frame: Frame) -> str:
    return mix(_TROUSERS, frame.light.cool, 0.3)


def draw_legs(drawing: Drawing, frame: Frame) -> None:
    """Both legs on the viewer's side of the rail: thighs come forward, shins hang still."""
    light, at = frame.light, frame.at
    wide = frame.look.shoulder * frame.look.build
    cloth = _trousers(frame)
    dark = mix(mix(cloth, light.cool, 0.5), "#05060a", 0.5)
    between = [(-wide * 0.2, SEAT - 22), (wide * 0.2, SEAT - 22), (wide * 0.1, SEAT + 46), (-wide * 0.1, SEAT + 46)]
    drawing.fill(spline([(*at(x, y, 70), True) for x, y in between], samples=3), dark)
    for side in (-1, 1):
        leg = spline(
            [
                (*at(side * wide * 0.02, SEAT - 24, 60), True),
                (*at(side * wide * 0.74, SEAT - 26, 24), True),
                at(side * wide * 0.85, SEAT + 8, 50),
                at(side * wide * 0.79, SEAT + 58, 110),
                at(side * wide * 0.68, SEAT + 104, 110),
                at(side * wide * 0.60, SEAT + 200, 70),
                (*at(side * wide * 0.56, HEM, 60), True),
                (*at(side * wide * 0.20, HEM, 60), True),
                at(side * wide * 0.20, SEAT + 200, 70),
                at(side * wide * 0.12, SEAT + 104, 110),
                at(side * wide * 0.04, SEAT + 54, 110),
                at(side * wide * 0.02, SEAT + 10, 80),
            ],
            samples=6,
        )
        drawing.line(leg, mix(cloth, "#05060a", 0.75), 3, 0.7, closed=True)
        draw_cloth(drawing, leg, cloth, light, 22, 0.55, edges=False)
        outer = (leg[:, 0] * side > wide * 0.5).astype(float)
        edge = light.warm if side * light.key[0] > 0 else light.rim
        drawing.fill(edge_band(leg, (side, -0.3), light.rim_width, 1.5, outer), edge, 0.5)
        drawing.within = extents(leg)
        x, y = at(side * wide * 0.43, SEAT + 44, 110)
        drawing.spot(x + light.key[0] * 12, y, wide * 0.34, 46, mix(cloth, light.warm, 0.5), 0.5, 0, 0.5)
        x, y = at(side * wide * 0.41, SEAT + 150, 90)
        drawing.spot(x, y, wide * 0.36, 62, dark, 0.8, 0, 0.55)
        drawing.within = None
        knee = curve(
            at(side * wide * 0.16, SEAT + 92, 110), at(side * wide * 0.42, SEAT + 108, 112),
            at(side * wide * 0.69, SEAT + 90, 110),
        )  # fmt: skip
        drawing.ink(knee, dark, 1, 5, 1, 0.75)
        for start, end in (((0.62, -6), (0.34, 22)), ((0.70, 20), (0.48, 44))):
            far, near = side * wide * start[0], side * wide * end[0]
            bend = at(near + side * wide * 0.1, SEAT + end[1] - 4, 90)
            fold = curve(at(far, SEAT + start[1], 60), bend, at(near, SEAT + end[1], 100), samples=6)
            drawing.ink(fold, dark, 1, 4, 1, 0.5)


def draw_hips(drawing: Drawing, frame: Frame) -> None:
    """Hips and the hem of what is worn above them, broad on the rail."""
    look, light, at = frame.look, frame.light, frame.at
    wide = look.shoulder * look.build
    hem = SEAT - 30
    hips = spline(
        [
            (*at(-wide * 0.76, hem - 8, 20), True),
            at(-wide * 0.87, SEAT - 6, 16),
            at(-wide * 0.70, SEATED_HEM - 3, 40),
            at(-wide * 0.20, SEATED_HEM - 1, 60),
            at(wide * 0.20, SEATED_HEM - 1, 60),
            at(wide * 0.70, SEATED_HEM - 3, 40),
            at(wide * 0.87, SEAT - 6, 16),
            (*at(wide * 0.76, hem - 8, 20), True),
            at(wide * 0.36, hem + 4, 66),
            at(-wide * 0.36, hem + 4, 66),
        ],
        samples=6,
    )
    draw_cloth(drawing, hips, _trousers(frame), light, 22, 0.6)
    edge = curve(
        at(-wide * 0.80, hem - 10, 18), at(-wide * 0.36, hem + 4, 66), at(wide * 0.36, hem + 4, 66),
        at(wide * 0.80, hem - 10, 18),
    )  # fmt: skip
    drawing.line(edge, mix(look.cloth, "#05060a", 0.75), 5, 0.7)
    drawing.line(edge - [0, 16], mix(look.cloth, "#05060a", 0.6), 2.2, 0.5)
    middle = curve(at(0, hem + 4, 68), at(2, SEATED_HEM - 2, 62), samples=4)
    drawing.ink(middle, mix(_TROUSERS, "#05060a", 0.7), 3, 3, 2, 0.6)
