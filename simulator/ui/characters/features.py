"""Nose, mouth and ears."""

from __future__ import annotations

import math

import numpy as np

from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import curve, spline
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.light import Light
from simulator.ui.characters.skull import Skull


def draw_nose(drawing: Drawing, skull: Skull, light: Light, base: str) -> None:
    """The nose as planes of shadow and one ridge of light; it has no outline."""
    wide, shadow = skull.look.nose, light.shadow_side
    flare = skull.face.nostril * 2.2
    dark, deep = mix(base, light.cool, 0.62), mix(base, "#1a0f10", 0.72)
    at = skull.at
    side_plane = [
        at(shadow * 9.5, -8, 56),
        at(shadow * 4.5, 3, 63),
        at(shadow * 5, 18, 74),
        at(shadow * 7, 28, 83),
        at(shadow * 3, 37, 82),
        at(shadow * 10, 40, 72),
        at(shadow * (17 * wide + flare), 36, 62),
        at(shadow * (17.5 * wide + flare), 28, 60),
        at(shadow * 12, 20, 62),
        at(shadow * 11, 4, 55),
    ]
    drawing.fill(spline(side_plane, samples=6), dark, 0.55)
    under = [
        at(-(15 * wide + flare), 36, 64),
        at(-8, 35.5, 78),
        at(0, 37.5, 86),
        at(8, 35.5, 78),
        at(15 * wide + flare, 36, 64),
        at(9, 41.5, 70),
        at(0, 43.5, 74),
        at(-9, 41.5, 70),
    ]
    drawing.fill(spline(under, samples=6), deep, 0.38)
    for side in (-1, 1):
        nostril = [
            at(side * 3.5, 39.2, 76),
            at(side * (8 + flare * 0.4), 36.6 - flare * 0.5, 72),
            at(side * (12.5 * wide + flare), 39, 66),
            at(side * 8, 41, 71),
        ]
        drawing.fill(spline(nostril, samples=6), mix(base, "#0e0606", 0.85), 0.85)
        wing = curve(
            at(side * 12 * wide, 26, 62),
            at(side * (17.6 * wide + flare), 30, 60),
            at(side * (18 * wide + flare), 37, 60),
            at(side * (13.5 * wide + flare), 41, 64),
            samples=6,
        )
        drawing.ink(wing, deep, 0.4, 1.9, 0.5, 0.6)
    tip = at(-shadow * 2.5, 29, 88)
    drawing.spot(tip[0], tip[1], 7, 6.5, mix(base, light.warm, 0.75), 0.55)
    ridge = curve(at(-shadow * 2, -8, 63), at(-shadow * 1.5, 10, 72), at(-shadow * 2, 24, 84), samples=6)
    drawing.ink(ridge, mix(base, light.warm, 0.7), 0.5, 3.4, 2, 0.38)
    cast = [at(-4, 43, 74), at(shadow * 12, 43, 68), at(shadow * 16, 49, 62), at(shadow * 4, 47, 72)]
    drawing.fill(spline(cast, samples=6), deep, 0.2)


def draw_mouth(drawing: Drawing, skull: Skull, light: Light, base: str) -> None:
    """Lips, the line between them, and what shows when they part."""
    look, face, at = skull.look, skull.face, skull.at
    opened = face.mouth
    y = 57 + face.jaw * 3
    half = 25 * (1 + 0.10 * face.stretch - 0.10 * opened * (1 - face.stretch))
    drop = -4.2 * face.corner if face.corner > 0 else -5.5 * face.corner
    full = (1 - 0.55 * face.press) * look.lip_fullness
    gap = opened * 15
    up, down = gap * 0.22, gap * 0.78
    left, right = at(-half, y + drop, 57), at(half, y + drop, 57)
    top_edge = curve(
        left,
        at(-13, y - 3.6 * full - up * 0.7 + drop * 0.25, 66),
        at(-5, y - 6.6 * full - up, 70),
        at(0, y - 5.2 * full - up, 71),
        at(5, y - 6.6 * full - up, 70),
        at(13, y - 3.6 * full - up * 0.7 + drop * 0.25, 66),
        right,
    )
    upper_inside = curve(
        right,
        at(12, y + 0.3 - up * 0.8 + drop * 0.1, 67),
        at(0, y + 0.6 - up, 71),
        at(-12, y + 0.3 - up * 0.8 + drop * 0.1, 67),
        left,
    )
    lower_inside = curve(
        left,
        at(-12, y + 0.8 + down * 0.85 + drop * 0.1, 67),
        at(0, y + 1 + down, 71),
        at(12, y + 0.8 + down * 0.85 + drop * 0.1, 67),
        right,
    )
    bottom_edge = curve(
        right,
        at(13, y + 6.4 * full + down * 0.95, 65),
        at(0, y + 9.6 * full + down, 69),
        at(-13, y + 6.4 * full + down * 0.95, 65),
        left,
    )
    if opened > 0.03:
        drawing.fill(np.concatenate([upper_inside[::-1], lower_inside[::-1]]), "#2a1013")
        if face.teeth > 0:
            edge = upper_inside[4:-4]
            show = min(5.5, gap * 0.42) * face.teeth
            drop_line = np.sin(np.linspace(0, math.pi, len(edge)))[:, None] ** 0.6 * np.array([0, show])
            drawing.fill(np.concatenate([edge, (edge + drop_line)[::-1]]), mix("#d8cfc2", light.cool, 0.25))
    drawing.fill(np.concatenate([top_edge, upper_inside]), mix(look.lip, "#2a1214", 0.34), 0.85)
    drawing.fill(np.concatenate([lower_inside, bottom_edge]), look.lip, 0.72)
    shine = at(light.key[0] * 6, y + 5 * full + down, 70)
    drawing.spot(shine[0], shine[1], 11, 2.6 * full, mix(look.lip, light.warm, 0.7), 0.5)
    drawing.ink(upper_inside, mix(base, "#160808", 0.9), 1.6, 2.2 if opened < 0.1 else 1.6, 1.6)
    for corner in (left, right):
        drawing.spot(corner[0], corner[1] + drop * 0.3, 5, 4, mix(base, "#1c0d0c", 0.7), 0.45)
    below = at(0, y + 13.5 * full + down, 64)
    drawing.spot(below[0], below[1], 17, 5, mix(base, "#1c1010", 0.6), 0.38)


_EAR_RIM = [(2, -8), (-6, -17), (-18, -16), (-25, -4), (-21, 13), (-12, 29), (-3, 32), (2, 20)]
_EAR_FOLD = [(-4, -9), (-14, -10), (-19, -2), (-14, 8), (-8, 16)]


def draw_ear(drawing: Drawing, skull: Skull, light: Light, side: int, base: str, dark: str) -> None:
    """The ear at the viewer's left (`side` -1) or right."""

    def place(z: float, y: float) -> tuple[float, float]:
        return skull.at(side * (67 - z * 0.28), y + 4, z - 4)

    rim = spline([place(z, y) for z, y in _EAR_RIM], samples=5)
    drawing.line(rim, mix(base, "#1a0d0d", 0.55), 1.6, 0.6, closed=True)
    drawing.fill(rim, mix(base, dark, 0.35 if side * light.key[0] > 0 else 0.75))
    fold = spline([place(z, y) for z, y in _EAR_FOLD], closed=False, samples=5)
    drawing.ink(fold, mix(base, "#1a0d0d", 0.6), 0.4, 3, 0.4, 0.6)
