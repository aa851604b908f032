"""Clothes on the trunk: what lies under, the opening, collar, folds and fastenings.

An outfit is drawn in two steps round the upper arms: `draw_back` (a hood) before the trunk, `draw_front` after the
arms, so that collar and lapels lie over them. Add a garment by adding its function to `_FRONTS` and its word to
`assets/characters/people.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from simulator.ui.characters.body import HEM, Frame, draw_cloth, draw_neck
from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import Points, curve, lerp, smooth, spline
from simulator.ui.characters.drawing import Drawing


class Tailor:
    """The colours and measures one garment is drawn with."""

    def __init__(self, drawing: Drawing, frame: Frame, yaw: float) -> None:
        look, light = frame.look, frame.light
        self.drawing, self.frame, self.look, self.light, self.yaw = drawing, frame, look, light, yaw
        self.at = frame.at
        self.wide, self.neck = look.shoulder, look.neck
        self.dark = mix(mix(look.cloth, light.cool, 0.6), "#05060a", 0.35)
        self.bright = mix(look.cloth, light.warm, 0.45)
        self.ink = mix(look.cloth, "#05060a", 0.8)

    def opening(self, half: float, bottom: float, ends_sharp: bool) -> Points:
        """The inset between two garment halves, from the neck down to `bottom`."""
        at, neck = self.at, self.neck
        tip = half * 0.15 if ends_sharp else half
        return spline(
            [
                at(-neck * 0.95, -34, 26),
                at(-neck * 0.78, 10, 44),
                at(-half * 1.1, bottom * 0.6, 64),
                at(-tip, bottom, 70),
                at(tip, bottom, 70),
                at(half * 1.1, bottom * 0.6, 64),
                at(neck * 0.78, 10, 44),
                at(neck * 0.95, -34, 26),
                at(0, -20, 40),
            ]
        )

    def draw_under(self, inset: Points) -> None:
        """The shirt or top seen in the opening, with the shadow under the chin and its round neckline."""
        drawing, light, under = self.drawing, self.light, self.look.under
        drawing.fill(inset, mix(under, self.dark, 0.25))
        left, right = inset[:, 0].min(), inset[:, 0].max()
        lit, dark = (left, right) if light.key[0] < 0 else (right, left)
        drawing.shade(
            inset,
            lit,
            0,
            dark,
            0,
            [(0, mix(under, light.warm, 0.4), 0.45), (0.5, under, 0), (1, mix(under, "#05060a", 0.6), 0.8)],
        )
        drawing.shade(inset, 0, -40, 0, 70, [(0, "#060509", 0.8), (1, "#060509", 0)])
        self.draw_neckline(under)

    def draw_neckline(self, colour: str, depth: float = 0.0) -> None:
        """The round edge of a top at the neck."""
        at, neck = self.at, self.neck
        line = curve(
            at(-neck * 0.86, -26, 30),
            at(-neck * 0.5, 18 + depth, 46),
            at(0, 34 + depth, 50),
            at(neck * 0.5, 18 + depth, 46),
            at(neck * 0.86, -26, 30),
        )
        self.drawing.line(line, mix(colour, "#05060a", 0.55), 7, 0.9)
        self.drawing.line(line - np.array([0, 2]), mix(colour, self.light.warm, 0.2), 3, 0.35)

    def draw_folds(self) -> None:
        """Four folds a side; no texture."""
        wide, at = self.wide, self.at
        folds = (
            ((wide - 40, 128, 20), (wide - 76, 160, 50), (wide - 124, 170, 66), 8, 0.5),
            ((wide - 40, 150, 20), (wide - 66, 224, 50), (wide - 84, 300, 60), 10, 0.40),
            ((wide * 0.74, 300, 30), (wide * 0.5, 334, 64), (wide * 0.3, 338, 72), 7, 0.38),
            ((wide * 0.76, 372, 30), (wide * 0.6, 430, 60), (wide * 0.54, 540, 64), 9, 0.36),
        )
        for side in (-1, 1):
            for start, middle, end, width, strength in folds:
                slim = lerp(1.0, self.look.build, smooth((start[1] - 140) / 120))
                fold = curve(
                    *[at(side * x * slim, y, z) for x, y, z in (start, middle, end)],
                )
                self.drawing.ink(fold, self.dark, 0.6, width, 0.6, strength)

    def draw_lapel(self, points: list[tuple[float, float]], shadow: float = 0.5) -> None:
        """One side of a collar."""
        collar = spline(points, samples=6)
        self.drawing.line(collar, self.ink, 3, 0.5, closed=True)
        colour = mix(self.look.cloth, "#0c0f12", 0.10)
        draw_cloth(self.drawing, collar, colour, self.light, 9, shadow, edges=False)


def draw_back(drawing: Drawing, frame: Frame) -> None:
    """What lies behind the trunk: a jacket's hood."""
    look, at = frame.look, frame.at
    if look.garment != "jacket":
        return
    neck = look.neck
    hood = spline(
        [
            at(-neck - 62, -2, -40),
            at(-neck - 50, -52, -40),
            at(-neck - 8, -82, -50),
            at(neck + 8, -82, -50),
            at(neck + 50, -52, -40),
            at(neck + 62, -2, -40),
            at(0, 20, -40),
        ],
        samples=6,
    )
    draw_cloth(drawing, hood, look.trim, frame.light, 14)


def draw_front(drawing: Drawing, frame: Frame, yaw: float) -> None:
    """The garment's front with the neck in it."""
    tailor = Tailor(drawing, frame, yaw)
    _FRONTS.get(frame.look.garment, _draw_jacket)(tailor)


def _draw_jacket(tailor: Tailor) -> None:
    drawing, frame, at, neck = tailor.drawing, tailor.frame, tailor.at, tailor.neck
    tailor.draw_under(tailor.opening(15, 150, ends_sharp=True))
    draw_neck(drawing, frame, tailor.yaw)
    tailor.draw_folds()
    for side in (-1, 1):
        yoke = curve(
            at(side * 16, 122, 68), at(side * tailor.wide * 0.45, 134, 66), at(side * (tailor.wide - 44), 120, 24)
        )
        drawing.line(yoke, tailor.dark, 2, 0.55)
        drawing.line(yoke + np.array([0, 2.2]), tailor.bright, 1.1, 0.3)
        slim = tailor.look.build
        pocket = np.array([at(side * 54 * slim, 378, 74), at(side * 122 * slim, 364, 62)])
        drawing.line(pocket, tailor.ink, 3.6, 0.7)
        drawing.line(pocket + np.array([0, 3]), tailor.bright, 1.1, 0.3)
        tailor.draw_lapel(
            [
                at(side * 3, 150, 72),
                at(side * 20, 84, 66),
                at(side * neck * 0.72, 2, 46),
                at(side * neck, -50, 14),
                at(side * (neck + 10), -62, -14),
                at(side * (neck + 30), -30, -14),
                at(side * (neck + 30), 18, 24),
                at(side * 50, 72, 60),
                at(side * 16, 152, 72),
            ]
        )
    zip_line = np.array([at(0, y, 64 + min(8.0, y * 0.05)) for y in range(150, int(HEM) + 1, 30)])
    drawing.line(zip_line, mix(tailor.look.cloth, "#05060a", 0.75), 5)
    drawing.line(zip_line, mix(tailor.look.cloth, tailor.light.warm, 0.3), 1.2, 0.5)


def _draw_coat(tailor: Tailor) -> None:
    drawing, frame, at, neck = tailor.drawing, tailor.frame, tailor.at, tailor.neck
    half = 46.0
    tailor.draw_under(tailor.opening(half, HEM, ends_sharp=False))
    trousers = spline(
        [
            (*at(-half, 436, 70), True),
            at(0, 444, 74),
            (*at(half, 436, 70), True),
            (*at(half * 1.1, HEM, 70), True),
            (*at(-half * 1.1, HEM, 70), True),
        ],
        samples=6,
    )
    drawing.fill(trousers, mix("#23262e", tailor.light.cool, 0.2))
    hem = spline(
        [
            (*at(-half, 436, 70), True),
            at(0, 444, 74),
            (*at(half, 436, 70), True),
            (*at(half, 450, 70), True),
            at(0, 458, 74),
            (*at(-half, 450, 70), True),
        ],
        samples=6,
    )
    drawing.fill(hem, "#0b0b0e", 0.45)
    draw_neck(drawing, frame, tailor.yaw)
    tailor.draw_folds()
    for side in (-1, 1):
        tailor.draw_lapel(
            [
                at(side * half, 250, 72),
                at(side * half * 0.92, 120, 66),
                at(side * neck * 0.85, 0, 40),
                at(side * (neck + 2), -50, -2),
                at(side * (neck + 20), -46, -16),
                at(side * (neck + 44), 6, 10),
                at(side * (half + 36), 74, 58),
                at(side * (half + 14), 170, 68),
            ]
        )
        edge = curve(at(side * half, 240, 72), at(side * half, 420, 74), at(side * half, HEM, 70), samples=6)
        drawing.line(edge, tailor.ink, 3, 0.6)


def _draw_jumper(tailor: Tailor) -> None:
    drawing, frame, at = tailor.drawing, tailor.frame, tailor.at
    draw_neck(drawing, frame, tailor.yaw)
    tailor.draw_folds()
    neck = tailor.neck
    ring = spline(
        [
            at(-neck - 12, -50, -6),
            at(-neck * 0.98, -34, 24),
            at(-neck * 0.62, 18, 46),
            at(0, 36, 52),
            at(neck * 0.62, 18, 46),
            at(neck * 0.98, -34, 24),
            at(neck + 12, -50, -6),
            at(neck + 14, -22, 8),
            at(neck * 0.8, 36, 50),
            at(0, 58, 58),
            at(-neck * 0.8, 36, 50),
            at(-neck - 14, -22, 8),
        ],
        samples=6,
    )
    drawing.line(ring, tailor.ink, 2.4, 0.5, closed=True)
    draw_cloth(drawing, ring, mix(tailor.look.cloth, tailor.look.trim, 0.5), tailor.light, 6, 0.4, edges=False)
    hem_y = 520.0
    wide = tailor.wide * 0.83 * tailor.look.build
    hem = curve(at(-wide, hem_y, 10), at(0, hem_y + 16, 70), at(wide, hem_y, 10))
    legs = spline(
        [
            (*p, True)
            for p in (at(-wide - 14, hem_y, 10), at(wide + 14, hem_y, 10), at(wide, HEM, 10), at(-wide, HEM, 10))
        ],
        samples=4,
    )
    legs_top = np.concatenate([hem, legs[8:12]])
    drawing.fill(legs_top, mix("#23262e", tailor.light.cool, 0.25))
    drawing.line(hem, tailor.ink, 4, 0.6)
    drawing.line(hem - np.array([0, 22]), tailor.dark, 2.4, 0.5)


def _draw_shirt(tailor: Tailor) -> None:
    """A pressed shirt: button band, two collar points, a breast pocket, tucked in at the belt."""
    drawing, frame, at, neck, look = tailor.drawing, tailor.frame, tailor.at, tailor.neck, tailor.look
    tailor.draw_under(tailor.opening(11, 66, ends_sharp=True))
    draw_neck(drawing, frame, tailor.yaw)
    tailor.draw_folds()
    band = spline(
        [(*at(-15, 60, 66), True), (*at(15, 60, 66), True), (*at(15, HEM, 72), True), (*at(-15, HEM, 72), True)],
        samples=4,
    )
    drawing.fill(band, mix(look.cloth, tailor.light.warm, 0.10), 0.75)
    for side in (-1, 1):
        drawing.line(np.array([at(side * 15, 62, 66), at(side * 15, HEM, 72)]), tailor.dark, 1.8, 0.6)
    for y in range(96, 470, 62):
        x, y_on = at(0, y, 70)
        drawing.dot(x, y_on, 4.2, mix(look.cloth, "#05060a", 0.55), 0.8)
        drawing.dot(x - 1, y_on - 1, 2.6, mix(look.cloth, "#f4efe4", 0.5), 0.8)
    pocket = curve(at(54, 132, 66), at(56, 196, 66), at(84, 206, 62), at(112, 196, 54), at(112, 130, 54), samples=5)
    drawing.line(pocket, tailor.dark, 2.0, 0.6)
    drawing.line(np.array([at(54, 132, 66), at(112, 130, 54)]), tailor.dark, 2.6, 0.6)
    for side in (-1, 1):
        collar = [
            (*at(side * 3, 60, 70), True),
            at(side * neck * 0.62, 6, 52),
            at(side * neck * 0.98, -46, 16),
            at(side * (neck + 9), -56, -8),
            at(side * (neck + 20), -22, 6),
            at(side * (neck + 12), 30, 44),
            (*at(side * 46, 86, 64), True),
        ]
        shape = spline(collar, samples=6)
        drawing.line(shape, tailor.ink, 2.6, 0.5, closed=True)
        draw_cloth(drawing, shape, mix(look.cloth, tailor.light.warm, 0.08), tailor.light, 6, 0.3, edges=False)
    belt = curve(at(-tailor.wide * 0.8, 466, 16), at(0, 480, 72), at(tailor.wide * 0.8, 466, 16))
    drawing.line(belt, "#1d1a18", 20)


_FRONTS: dict[str, Callable[[Tailor], None]] = {
    "jacket": _draw_jacket,
    "coat": _draw_coat,
    "jumper": _draw_jumper,
    "shirt": _draw_shirt,
}
