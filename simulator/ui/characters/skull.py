"""The skull: how a turned head projects onto the picture, and its outline.

Origin between the eyes, y down, one unit 1/200 of the bare head's height. Features are points in three dimensions
turned by yaw and pitch; the outline is mixed between a front view and a view turned 40 degrees, and the two agree up to
about 32 degrees.
"""

from __future__ import annotations

import math

from simulator.ui.characters.contours import lerp, smooth
from simulator.ui.characters.expression import Expression
from simulator.ui.characters.looks import Look

Flat = tuple[float, float]

_FRONT_HALF = [
    (0, -102), (38, -94), (60, -68), (66.5, -42), (67.5, -22), (66, -4), (65, 14), (61, 36), (54, 59), (43, 78),
    (27, 94), (10, 100.5),
]  # fmt: skip
_TURNED_FAR = [
    (12, -103), (50, -92), (65, -68), (69, -42), (70, -22), (64, -5), (67, 13), (63.5, 34), (57, 55), (54, 76),
    (46, 94), (30, 102),
]  # fmt: skip
_FRONT_OTHER_HALF = [(-x, y) for x, y in _FRONT_HALF[:0:-1]]
_TURNED_NEAR = [
    (12, 102.5), (-8, 95), (-27, 82), (-44, 62), (-52, 38), (-57, 14), (-62, -4), (-67, -22), (-71, -42), (-68, -68),
    (-36, -95),
]  # fmt: skip


class Skull:
    """One head turned one way: projects face points and gives the outline.

    `side` is +1 when the head turns to the viewer's right; `turn` is 0 (front) to 1 (40 degrees).
    """

    def __init__(self, look: Look, face: Expression) -> None:
        self.look = look
        self.face = face
        self.side = 1 if face.yaw >= 0 else -1
        angle = math.radians(min(44.0, abs(face.yaw)))
        self.cosine, self.sine = math.cos(angle), math.sin(angle)
        self.turn = min(1.0, abs(face.yaw) / 40)
        self.nod = math.sin(math.radians(face.pitch))
        self._nod_cosine = math.cos(math.radians(face.pitch))

    def at(self, x: float, y: float, z: float) -> Flat:
        """Where a face point (x to the viewer's right, y down, z toward the viewer) appears."""
        sideways = x * self.side
        height = y * self.look.face_height
        across = sideways * self.cosine + z * self.sine
        depth = z * self.cosine - sideways * self.sine
        return (across * self.side, height * self._nod_cosine + depth * self.nod * 0.75)

    def outline(self) -> list[Flat]:
        """The head's outline from the crown round the chin, in drawing order."""
        points: list[Flat] = []
        pairs = list(zip(_FRONT_HALF, _TURNED_FAR, strict=True)) + list(
            zip(_FRONT_OTHER_HALF, _TURNED_NEAR, strict=True)
        )
        middle = lerp(0.0, 20.0, self.turn)
        for front, turned in pairs:
            x, y = lerp(front[0], turned[0], self.turn), lerp(front[1], turned[1], self.turn)
            if y > 30:
                lower = smooth((y - 30) / 50)
                x = middle + (x - middle) * lerp(1.0, self.look.jaw, lower)
                y += self.face.jaw * 15 * lower
            if y > 85:
                x = middle + (x - middle) * self.look.chin
            y *= self.look.face_height
            if self.nod:
                y += self.nod * 45 * (1 if y > -60 else 0.2) * (0.6 if y < 0 else 1) * 0.75
            points.append((x * self.side, y))
        return points if self.side > 0 else points[::-1]
