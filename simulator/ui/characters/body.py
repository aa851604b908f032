"""The body: stance, shoulders and trunk as points that turn with it, and the neck.

Origin at the pit of the neck, y down, z toward the viewer; the head's origin stands at (0, -142).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import Points, curve, edge_band, smooth, spline
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.gestures import Gesture
from simulator.ui.characters.light import Light
from simulator.ui.characters.looks import Look

HEAD_HEIGHT = -142.0
"""Where the head's origin stands above the pit of the neck."""
HEM = 780.0
"""How far down the figure is drawn, in units; the picture always ends above it."""
SEAT = 412.0
"""Where one who sits on a rail sits, in units: the top of the rail."""
SEATED_HEM = SEAT + 20
"""How far down the trunk of one who sits is drawn: jacket and hips hang a little over the rail."""


@dataclass(frozen=True)
class Stance:
    """A body at one moment: `turn` in degrees, `shoulders` raised 0 to 1, the head's shift in units, both arms, and
    whether it sits on something (`perched`)."""

    turn: float
    shoulders: float
    head_x: float
    head_y: float
    left: Gesture
    right: Gesture
    perched: bool = False

    def mixed(self, other: Stance, share: float) -> Stance:
        """The stance `share` (0 to 1) of the way to another."""

        def between(a: float, b: float) -> float:
            return a + (b - a) * max(0.0, min(1.0, share))

        return Stance(
            between(self.turn, other.turn),
            between(self.shoulders, other.shoulders),
            between(self.head_x, other.head_x),
            between(self.head_y, other.head_y),
            self.left.mixed(other.left, share),
            self.right.mixed(other.right, share),
            other.perched,
        )

    def rounded(self) -> Stance:
        """The stance in steps too small to see."""
        return Stance(
            round(self.turn) + 0.0,
            round(self.shoulders / 0.04) * 0.04,
            round(self.head_x) + 0.0,
            round(self.head_y) + 0.0,
            self.left.rounded(),
            self.right.rounded(),
            self.perched,
        )

    @property
    def head_place(self) -> tuple[float, float]:
        """Where the head's origin stands."""
        return (self.head_x, HEAD_HEIGHT + self.head_y + 4 * self.shoulders)


class Frame:
    """A person's body in a stance and a light: turns body points into the picture."""

    def __init__(self, look: Look, stance: Stance, light: Light) -> None:
        self.look, self.stance, self.light = look, stance, light
        angle = math.radians(stance.turn)
        self._cosine, self._sine = math.cos(angle), math.sin(angle)

    def turned(self, x: float, y: float, z: float) -> Points:
        """A body point after the body's turn, still in three dimensions."""
        return np.array([x * self._cosine + z * self._sine, y, z * self._cosine - x * self._sine])

    def at(self, x: float, y: float, z: float = 0.0) -> tuple[float, float]:
        """Where a body point appears."""
        return (x * self._cosine + z * self._sine, y)

    def shoulder(self, side: int) -> Points:
        """The shoulder joint at the viewer's left (-1) or right (1)."""
        raised = self.stance.shoulders
        return self.turned(side * (self.look.shoulder - 34) * (1 - 0.03 * raised), 44 - 26 * raised, 0)

    def trunk(self) -> Points:
        """The closed outline of neck base, shoulders and trunk."""
        look, at = self.look, self.at
        wide, neck, rise = look.shoulder, look.neck, 26 * self.stance.shoulders

        def flank(side: int) -> list[tuple[float, float]]:
            arm = self.stance.left if side < 0 else self.stance.right
            lifted = smooth((150 - arm.elbow[1]) / 110)
            low = SEATED_HEM - 8 if self.stance.perched else HEM
            hips = 370 if self.stance.perched else 470
            return [
                at(side * (neck + 8), -46, -18),
                at(side * (neck + 46), -20 - rise * 0.35, -18),
                at(side * (wide - 58), 4 - rise * 0.8, -8),
                at(side * (wide - 16 - 14 * lifted), 26 - rise - 4 * lifted, 0),
                at(side * (wide + 2 - 42 * lifted), 70 - rise + 14 * lifted, 0),
                at(side * (wide - 20 - 26 * lifted), 150, 10),
                at(side * wide * 0.80 * look.build, 260, 20),
                at(side * wide * 0.78 * look.build * look.belly, hips - (40 if self.stance.perched else 100), 15),
                at(side * wide * 0.82 * look.build * look.belly, hips, 10),
                at(side * wide * 0.84 * look.build, low, 10),
            ]

        return spline(flank(1) + flank(-1)[::-1])


def draw_cloth(
    drawing: Drawing,
    contour: Points,
    colour: str,
    light: Light,
    shadow_width: float,
    shadow: float = 0.55,
    edges: bool = True,
) -> str:
    """Two-tone cloth: fill, light from the lamp, core shadow, thin rim. Returns the light's paint, to share it."""
    dark = mix(mix(colour, light.cool, 0.6), "#05060a", 0.22)
    drawing.fill(contour, colour)
    low, high = contour.min(0), contour.max(0)
    middle, reach = (low + high) / 2, float(max(high - low)) / 2
    kx, ky = light.key
    paint = drawing.shade(
        contour,
        middle[0] + kx * reach,
        middle[1] + ky * reach,
        middle[0] - kx * reach,
        middle[1] - ky * reach,
        [(0, mix(colour, light.warm, 0.5), light.lit * 1.7), (0.42, colour, 0), (1, dark, 0.9)],
    )
    drawing.fill(edge_band(contour, (-kx, -ky * 0.4), shadow_width, 1.3), dark, shadow)
    if edges:
        if light.key_edge:
            drawing.fill(edge_band(contour, (kx, -0.55), light.key_edge, 1.7), light.warm, 0.40)
        drawing.fill(edge_band(contour, (-kx, -0.35), light.rim_width, 1.5), light.rim, 0.55)
    return paint


def draw_neck(drawing: Drawing, frame: Frame, yaw: float) -> None:
    """The neck, in the shadow of the chin."""
    look, light, at = frame.look, frame.light, frame.at
    wide, base = look.neck, look.skin
    dark = mix(base, light.cool, light.shade)
    x, y = frame.stance.head_place
    lean = yaw / 40 * 8
    neck = spline(
        [
            (x - wide * 1.06 + lean, y + 50),
            (x + wide * 1.06 + lean, y + 50),
            at(wide * 0.98, -40, 20),
            at(wide * 0.62, 14, 44),
            at(0, 30, 50),
            at(-wide * 0.62, 14, 44),
            at(-wide * 0.98, -40, 20),
        ]
    )
    drawing.fill(neck, mix(base, dark, 0.45))
    key = light.key[0]
    drawing.shade(
        neck,
        x + key * wide * 1.3,
        0,
        x - key * wide * 1.3,
        0,
        [(0, mix(base, light.warm, 0.35), 0.5), (0.45, base, 0), (1, mix(dark, "#0a0808", 0.3), 0.9)],
    )
    drawing.shade(
        neck,
        0,
        y + 88,
        0,
        y + 160,
        [(0, mix(dark, "#0c0808", 0.6), 0.95), (0.4, mix(dark, "#0c0808", 0.5), 0.7), (1, dark, 0)],
    )
    strain = 0.4 + 0.3 * frame.stance.shoulders
    for side in (-1, 1):
        cord = curve(
            (x + side * wide * 0.78 + lean, y + 95),
            at(side * wide * 0.5, -28, 20),
            at(side * 8, 14, 36),
            samples=6,
        )
        drawing.ink(cord, mix(dark, "#0c0808", 0.4), 0.4, 3, 0.4, strain)
