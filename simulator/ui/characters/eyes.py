"""Eyes and brows: lids, iris, lashes, and the lines above them."""

from __future__ import annotations

import math

import numpy as np

from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import Points, curve, directions
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.light import Light
from simulator.ui.characters.skull import Skull

_SAMPLES = 18
_SHARE = np.linspace(0, 1, _SAMPLES)
_UPPER = np.sin(np.pi * _SHARE**0.86) ** 0.78
_LOWER = np.sin(np.pi * _SHARE**1.15) ** 0.9
_IRIS_RADIUS = 7.5
_SHUT = 0.12


class EyeShape:
    """One eye's lids in the picture: the line from inner to outer corner, and the lids' heights above and below it."""

    def __init__(self, skull: Skull, side: int) -> None:
        look, face = skull.look, skull.face
        self.side = side
        self.inner = np.array(skull.at(side * 16.0, 2.2, 51))
        self.outer = np.array(skull.at(side * 45.5, -0.8, 40))
        self.width = float(np.linalg.norm(self.outer - self.inner))
        self.along = (self.outer - self.inner) / self.width
        up = np.array([self.along[1], -self.along[0]])
        self.up = up if up[1] < 0 else -up
        self.openness = max(0.0, face.lid * (1 - face.blink)) * look.eye
        self.above = 6.9 * self.openness
        self.below = 4.2 * look.eye * (1 - 0.75 * face.squint) * (1 - 0.35 * face.blink)
        self.shut = self.openness < _SHUT
        if self.shut:
            self.above = -self.below + 0.4
        self.iris_centre = (
            (self.inner + self.outer) / 2
            + self.along * (face.gaze_x * side * self.width * 0.235)
            + self.up * (1.1 - face.gaze_y * 4.2)
        )
        self._foreshortening = 0.6 + 0.4 * skull.cosine

    def lid(self, heights: Points) -> Points:
        """The curve at these heights above the corner line."""
        line: Points = self.inner + self.along * (self.width * _SHARE)[:, None] + self.up * heights[:, None]
        return line

    @property
    def upper_lid(self) -> Points:
        """The edge of the upper lid, inner to outer corner."""
        return self.lid(self.above * _UPPER)

    @property
    def lower_lid(self) -> Points:
        """The edge of the lower lid, inner to outer corner."""
        return self.lid(-self.below * _LOWER)

    def between_lids(self, radius: float) -> Points:
        """A circle round the iris' centre, held between the lids: the clip the renderer lacks."""
        around = np.linspace(0, 2 * math.pi, 36, endpoint=False)
        ring = self.iris_centre + radius * np.stack([np.cos(around) * self._foreshortening, np.sin(around)], 1)
        offset = ring - self.inner
        place = np.clip(offset @ self.along / self.width, 0.02, 0.98)
        height = offset @ self.up
        top = np.interp(place, _SHARE, self.above * _UPPER) - 0.2
        bottom = -np.interp(place, _SHARE, self.below * _LOWER) + 0.2
        held = np.clip(height, np.minimum(bottom, top), top)
        inside: Points = self.inner + self.along * (place * self.width)[:, None] + self.up * held[:, None]
        return inside


def draw_eye(drawing: Drawing, skull: Skull, light: Light, side: int, base: str) -> None:
    """One eye with its socket (`side` -1 at the viewer's left). `base` is the skin's colour."""
    look, face = skull.look, skull.face
    eye = EyeShape(skull, side)
    dark = mix(base, "#1c1210", 0.55)
    middle = (eye.inner + eye.outer) / 2
    drawing.spot(middle[0], middle[1] - 7, eye.width * 0.78, 15, dark, 0.34 + 0.1 * look.age_lines)
    corner = eye.inner + eye.up * 5 - eye.along * 3
    drawing.spot(corner[0], corner[1], 9, 12, dark, 0.30)
    upper, lower = eye.upper_lid, eye.lower_lid
    if not eye.shut:
        _draw_ball(drawing, eye, light, base, look.iris, upper, lower)
    lash = mix(base, "#120b0b", 0.86)
    tip = eye.outer + eye.along * (2.2 + 2 * look.lash) + eye.up * (-0.3 + 1.6 * look.lash)
    drawing.ink(np.concatenate([upper, [tip]]), lash, 1.1, 3.3 + 1.3 * look.lash, 1.0)
    lift = (3.6 + 1.2 * min(1.3, eye.openness)) * np.sin(np.pi * (0.1 + 0.85 * _SHARE)) + 0.3
    crease = eye.lid(max(eye.above, 0.5) * _UPPER * 0.9 + lift)
    drawing.ink(crease[1:], dark, 0.4, 1.7, 0.5, 0.75)
    drawing.ink(lower, mix(base, "#2a1512", 0.62), 0.5, 1.3, 0.9, 0.7)
    bag = eye.lid(-(eye.below * _LOWER + (5.2 + 1.5 * look.age_lines) * np.sin(np.pi * _SHARE)))
    drawing.ink(bag[1:-3], dark, 0.3, 1.5, 0.3, 0.25 + 0.35 * look.age_lines + 0.2 * face.squint)


def _draw_ball(
    drawing: Drawing, eye: EyeShape, light: Light, base: str, iris: str, upper: Points, lower: Points
) -> None:
    away_from_lamp = eye.side * light.key[0] < 0
    white = mix(mix("#e9e1d6", base, 0.22), light.cool, 0.38 if away_from_lamp else 0.16)
    drawing.fill(np.concatenate([upper, lower[::-1]]), white)
    drawing.fill(eye.between_lids(_IRIS_RADIUS), mix(iris, "#0b0a0c", 0.45))
    drawing.fill(eye.between_lids(_IRIS_RADIUS - 1.3), iris)
    drawing.fill(eye.between_lids(3.4), "#0b0a0c")
    depth = min(3.2, eye.above * 0.45) * np.sin(np.pi * _SHARE)
    shadow = eye.lid(eye.above * _UPPER - depth)
    drawing.fill(np.concatenate([upper, shadow[::-1]]), "#1a1216", 0.42)
    if eye.above > 3.5:
        glint = eye.iris_centre + eye.up * 2.6 + np.array([light.key[0] * 3.0, 0])
        top = np.interp((glint - eye.inner) @ eye.along / eye.width, _SHARE, eye.above * _UPPER)
        if (glint - eye.inner) @ eye.up < top - 1:
            drawing.dot(glint[0], glint[1], 1.35, "#f6f2ea", 0.9)


def draw_brow(drawing: Drawing, skull: Skull, side: int, base: str) -> None:
    """One brow and the shadow of the ridge below it."""
    look, face = skull.look, skull.face
    inner = -8.5 * face.inner_brow if face.inner_brow > 0 else -7 * face.inner_brow
    outer = -7 * face.outer_brow if face.outer_brow > 0 else -5 * face.outer_brow
    together = 4.5 * face.knit
    line = curve(
        skull.at(side * (12.5 - together), -17 + inner, 60),
        skull.at(side * (24 - together * 0.5), -22.5 + inner * 0.55 + outer * 0.3, 57),
        skull.at(side * 37, -24.5 + outer * 0.9 + inner * 0.1, 52),
        skull.at(side * 51, -17.5 + outer * 0.8, 42),
        samples=8,
    )
    heading = directions(line)
    normal = np.stack([-heading[:, 1], heading[:, 0]], 1)
    share = np.linspace(0, 1, len(line))
    half = np.interp(share, [0, 0.12, 0.45, 0.75, 1], [2.4, 4.2, 4.4, 3.1, 0.5]) * look.brow_weight
    ridge = line[len(line) // 3]
    drawing.spot(ridge[0], ridge[1] + 6, 22, 9, mix(base, "#1c1210", 0.6), 0.25)
    shape = np.concatenate([line + normal * half[:, None] * 0.95, (line - normal * half[:, None])[::-1]])
    drawing.fill(shape, look.brow, 0.9)


def draw_frown(drawing: Drawing, skull: Skull, base: str) -> None:
    """The creases between knitted brows and across a raised forehead."""
    face, lines = skull.face, skull.look.age_lines
    ink = mix(base, "#20100e", 0.62)
    if face.knit > 0.05:
        for side in (-1, 1):
            crease = curve(
                skull.at(side * 5, -26, 62),
                skull.at(side * 4.2, -19, 63),
                skull.at(side * 5.4, -12, 61),
                samples=6,
            )
            drawing.ink(crease, ink, 0.3, 2.2, 0.3, 0.75 * face.knit)
    raised = max(0.0, face.inner_brow) * 0.9 + max(0.0, face.outer_brow) * 0.5
    strength = 0.18 * lines + raised * (0.16 + 0.5 * lines)
    if strength <= 0.05:
        return
    for row, y in enumerate((-44, -54, -63)):
        lift = 3 * face.inner_brow
        crease = curve(
            skull.at(-30 + row * 3, y + 2, 58),
            skull.at(-12, y - 1 - lift, 66),
            skull.at(0, y - 0.5 - lift, 68),
            skull.at(12, y - 1 - lift, 66),
            skull.at(30 - row * 3, y + 2, 58),
            samples=6,
        )
        drawing.ink(crease, ink, 0.2, 1.6, 0.2, min(0.7, strength * (1 - 0.2 * row)))
