"""Sitting on a rail: hips that rest on it, and legs that hang behind it."""

from __future__ import annotations

from simulator.ui.characters.body import HEM, SEAT, SEATED_HEM, Frame, draw_cloth
from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import curve, spline
from simulator.ui.characters.drawing import Drawing

_TROUSERS = "#2c303a"


def _trousers(frame: Frame) -> str:
    return mix(_TROUSERS, frame.light.cool, 0.3)


def draw_legs(drawing: Drawing, frame: Frame) -> None:
    """Both legs, hanging quietly behind the rail."""
    wide, at = frame.look.shoulder * frame.look.build, frame.at
    for side in (-1, 1):
        leg = spline(
            [
                (*at(side * wide * 0.06, SEAT, -40), True),
                (*at(side * wide * 0.74, SEAT, -40), True),
                at(side * wide * 0.66, SEAT + 150, -40),
                (*at(side * wide * 0.50, HEM, -40), True),
                (*at(side * wide * 0.12, HEM, -40), True),
            ],
            samples=5,
        )
        draw_cloth(drawing, leg, mix(_trousers(frame), "#05060a", 0.3), frame.light, 20, 0.6)


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
