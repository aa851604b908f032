"""Hair: a mass behind the head and a cap over it, by shape.

A shape is a hairline (3-D face points from one temple to the other), how far it stands off the skull, a mass behind,
and the way its strands run. Add one by adding a `HairShape` to `SHAPES` and its word to
`assets/characters/people.yaml`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import Points, curve, edge_band, lerp, spline
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.light import Light
from simulator.ui.characters.skull import Flat, Skull

_OUTER_FRONT = [(69, 8), (71, -18), (72, -48), (64, -84), (37, -106), (0, -112)]
_OUTER_TURNED_FAR = [(62, -36), (68, -46), (70, -64), (60, -92), (30, -111), (-10, -115)]
_OUTER_TURNED_NEAR = [(-70, 24), (-84, 0), (-90, -40), (-81, -80), (-48, -107), (-10, -113)]

_HIGH_LINE = (
    (-68, 14, -6), (-65, -14, 6), (-62, -40, 18), (-55, -60, 32), (-43, -75, 44), (-23, -77, 57), (0, -75, 63),
    (22, -77, 58), (43, -75, 44), (55, -60, 32), (62, -40, 18), (65, -14, 6), (68, 14, -6),
)  # fmt: skip
_CROP_LINE = (
    (-66, -16, 2), (-62, -40, 18), (-55, -60, 32), (-43, -74, 44), (-23, -78, 57), (0, -78, 63), (22, -78, 58),
    (43, -74, 44), (55, -60, 32), (62, -40, 18), (66, -16, 2),
)  # fmt: skip
_ROUND_LINE = (
    (-69, 26, -8), (-65, -8, 8), (-60, -40, 26), (-40, -66, 48), (-14, -74, 60), (12, -76, 60), (36, -68, 50),
    (58, -42, 28), (65, -8, 8), (69, 26, -8),
)  # fmt: skip
_PARTED_LINE = (
    (-70, 40, -4), (-66, 0, 10), (-62, -34, 26), (-50, -58, 42), (-26, -76, 56), (-8, -84, 60), (14, -76, 60),
    (42, -58, 48), (60, -34, 28), (66, 0, 10), (70, 40, -4),
)  # fmt: skip
_CURL_LINE = (
    (-69, 18, -6), (-66, -12, 6), (-62, -38, 20), (-50, -58, 38), (-26, -68, 54), (0, -70, 62), (26, -68, 54),
    (50, -58, 38), (62, -38, 20), (66, -12, 6), (69, 18, -6),
)  # fmt: skip
_SCARF_LINE = (
    (-66, 70, 10), (-66, 30, 14), (-64, -8, 18), (-58, -40, 30), (-38, -64, 48), (0, -72, 62), (38, -64, 48),
    (58, -40, 30), (64, -8, 18), (66, 30, 14), (66, 70, 10),
)  # fmt: skip


@dataclass(frozen=True)
class HairShape:
    """How one head of hair is built. `grow` is the cap's size over the skull's (1 close), `strands` the way it lies
    (`crop`, `stubble`, `swept`, `hanging`, `curls`, `cloth` or `none`), `behind` the mass at the back (`nape`, `bun`,
    `bob`, `long`, `round`, `scarf` or `none`)."""

    line: tuple[tuple[float, float, float], ...]
    grow: float
    strands: str
    behind: str


SHAPES: dict[str, HairShape] = {
    "short": HairShape(_HIGH_LINE, 1.0, "crop", "nape"),
    "cropped": HairShape(_CROP_LINE, 0.97, "stubble", "none"),
    "bald": HairShape((), 1.0, "none", "none"),
    "bun": HairShape(_ROUND_LINE, 1.06, "swept", "bun"),
    "bob": HairShape(_PARTED_LINE, 1.08, "hanging", "bob"),
    "long": HairShape(_PARTED_LINE, 1.07, "hanging", "long"),
    "curls": HairShape(_CURL_LINE, 1.2, "curls", "round"),
    "scarf": HairShape(_SCARF_LINE, 1.09, "cloth", "scarf"),
}


MANES = ("bob", "long")
"""Masses behind that fall over the back, under the trunk's layer."""


class Hair:
    """One person's hair on a turned head, in a light."""

    def __init__(self, skull: Skull, light: Light) -> None:
        look = skull.look
        self.skull, self.light = skull, light
        self.shape = SHAPES.get(look.hair_shape, SHAPES["short"])
        self.colour = look.trim if self.shape.strands == "cloth" else look.hair
        self.dark = mix(self.colour, "#07080c", 0.5)
        self.bright = mix(self.colour, light.warm, 0.27)
        self.near = -skull.side

    def covers_ears(self) -> bool:
        """Whether the ears are hidden."""
        return self.shape.strands in ("hanging", "cloth") or self.shape.behind == "round"

    def outer(self, grow: float) -> list[Flat]:
        """The cap's outer edge, from the far temple over the crown to the near one."""
        skull = self.skull
        far = [
            (lerp(a[0], b[0], skull.turn), lerp(a[1], b[1], skull.turn))
            for a, b in zip(_OUTER_FRONT, _OUTER_TURNED_FAR, strict=True)
        ]
        near = [
            (lerp(-a[0], b[0], skull.turn), lerp(a[1], b[1], skull.turn))
            for a, b in zip(_OUTER_FRONT, _OUTER_TURNED_NEAR, strict=True)
        ]
        drop = skull.nod * 18
        return [(x * skull.side * grow, (y + drop) * grow if y < 0 else y + drop) for x, y in far + near[::-1][1:]]

    def over(self, x: float, y: float, z: float) -> Flat:
        """A hair point; the far side is brought forward so that it does not cut into the face."""
        skull = self.skull
        if x * skull.side > 40 and y > -60:
            z, x = z + 30 * skull.turn, x * (1 + 0.03 * skull.turn)
        return skull.at(x, y, z)

    def draw_mane(self, drawing: Drawing) -> None:
        """Loose hair that falls behind the shoulders: drawn before the trunk."""
        side, at = self.skull.side, self.skull.at
        low = 92 if self.shape.behind == "bob" else 196
        flare = 0.96 if self.shape.behind == "bob" else 1.1
        tail = [
            at(-side * 84, 40, -30),
            at(-side * 84 * flare, low - 26, -20),
            at(-side * 62, low, -10),
            at(-side * 20, low - 8, -40),
            at(side * 30, low - 8, -40),
            at(side * 66, low, -10),
            at(side * 82 * flare, low - 26, -20),
            at(side * 82, 40, -20),
        ]
        mass = spline([*self.outer(self.shape.grow)[1:-1], *tail])
        drawing.fill(mass, mix(self.colour, self.dark, 0.7))
        rim = edge_band(mass, (self.light.shadow_side, -0.2), self.light.rim_width, 1.6)
        drawing.fill(rim, self.light.rim, 0.4)

    def draw_behind(self, drawing: Drawing) -> None:
        """What lies right behind the face: drawn before it, over the trunk."""
        at, side = self.skull.at, self.skull.side
        behind = self.shape.behind
        if behind == "nape":
            drawing.fill(spline([*self.outer(1.0), at(-side * 46, 44, -50), at(side * 50, 10, -40)]), self.dark)
        elif behind == "bun":
            self._draw_bun(drawing)
            tail = [at(-side * 56, 66, -50), at(-side * 10, 84, -70), at(side * 50, 50, -40)]
            drawing.fill(spline([*self.outer(1.06), *tail]), self.dark)
        elif behind == "round":
            drawing.fill(self._cloud(1.2, -14), self.dark)
        elif behind == "scarf":
            tail = [
                at(-side * 80, 60, -20),
                at(-side * 74, 120, 0),
                at(-side * 20, 146, 30),
                at(side * 40, 140, 30),
                at(side * 74, 110, 0),
                at(side * 78, 50, -10),
            ]
            drawing.fill(spline([*self.outer(1.09)[1:-1], *tail]), self.dark)

    def draw_over(self, drawing: Drawing) -> None:
        """The cap, its strands, its light: drawn after the face."""
        if self.shape.strands == "none":
            return
        light = self.light
        line = [self.over(*point) for point in self.shape.line]
        if self.skull.side < 0:
            line.reverse()
        if self.shape.strands == "curls":
            outer = self._curled_edge(self.outer(self.shape.grow))
        else:
            outer = self.outer(self.shape.grow)
        cap = spline([*line, *outer], samples=6)
        opacity = 0.72 if self.shape.strands == "stubble" else 1.0
        drawing.fill(cap, self.colour, opacity)
        left, right = cap[:, 0].min(), cap[:, 0].max()
        lit, dark = (left, right) if light.shadow_side > 0 else (right, left)
        drawing.shade(cap, lit, -110, dark, 20, [(0, self.bright, 0.75), (0.35, self.colour, 0), (1, self.dark, 0.9)])
        getattr(self, f"_draw_{self.shape.strands}")(drawing)
        weight = np.zeros(len(cap))
        weight[len(line) * 6 :] = 1
        rim = edge_band(cap, (light.shadow_side, -0.5), light.rim_width * 1.1, 1.6, weight)
        drawing.fill(rim, light.rim, 0.6)
        if light.key_edge:
            edge = edge_band(cap, (-light.shadow_side, -0.7), light.key_edge * 1.1, 1.5, weight)
            drawing.fill(edge, light.warm, 0.38)

    def _draw_bun(self, drawing: Drawing) -> None:
        x, y = self.skull.at(self.near * 18, -96, -66)
        around = np.linspace(0, 2 * math.pi, 14, endpoint=False)
        ring = np.stack(
            [
                x + 34 * np.cos(around) * (1 + 0.07 * np.sin(3 * around)),
                y - 6 + 30 * np.sin(around) * (1 + 0.06 * np.cos(4 * around)),
            ],
            1,
        )
        knot = spline(ring.tolist(), samples=6)
        drawing.fill(knot, self.dark)
        drawing.fill(edge_band(knot, self.light.key, 12, 1.2), self.bright, 0.4)
        rim = edge_band(knot, (self.light.shadow_side, -0.2), 2.5, 1.5)
        drawing.fill(rim, self.light.rim, 0.6)

    def _draw_crop(self, drawing: Drawing) -> None:
        for index, x in enumerate((-38, -28, -20, -12, -4, 4, 12, 20, 28, 36)):
            root = -74 - abs(x) * 0.16
            strand = curve(
                self.over(x, root, 62 - abs(x) * 0.4),
                self.over(x * 1.1 + 4, -93, 40 - abs(x) * 0.3),
                self.over(x * 0.9 + 8, -104, 8),
                samples=6,
            )
            drawing.ink(strand, self.dark if index % 2 else self.bright, 0.3, 2.6, 0.3, 0.45)
        for side in (-1, 1):
            if side == self.skull.side and self.skull.turn > 0.3:
                continue
            for index in range(7):
                height = -58 + index * 9
                strand = curve(
                    self.over(side * (56 + index * 1.6), height, 30 - index * 6),
                    self.over(side * 67, height - 5 + index, 8 - index * 4),
                    self.over(side * 69, height + 2 + index * 2, -22 - index * 4),
                    samples=5,
                )
                tone = self.dark if index % 2 else mix(self.bright, "#9a9aa0", 0.3)
                drawing.ink(strand, tone, 0.3, 2.2, 0.3, 0.38)
        if self.skull.turn < 0.9:
            temple = self.over(self.near * 64, -22, -2)
            drawing.spot(temple[0], temple[1], 13, 30, "#8d8c90", 0.22)

    def _draw_stubble(self, drawing: Drawing) -> None:
        x, y = self.over(-self.light.shadow_side * 20, -92, 40)
        drawing.spot(x, y, 34, 14, self.bright, 0.5)

    def _draw_swept(self, drawing: Drawing) -> None:
        for index, x in enumerate((-56, -44, -32, -20, -8, 6, 18, 30, 42, 54)):
            root = -75 + abs(x) ** 1.6 * 0.055
            strand = curve(
                self.over(x, root, 62 - abs(x) * 0.5),
                self.over(x * 1.08, root - 20 + abs(x) * 0.08, 36 - abs(x) * 0.4),
                self.over(x * 0.7, -106 + abs(x) * 0.25, -6 - abs(x) * 0.4),
                samples=6,
            )
            drawing.ink(strand, self.dark if index % 2 else self.bright, 0.3, 2.8, 0.3, 0.4)
        for side in (-1, 1):
            loose = curve(
                self.over(side * 58, -48, 28),
                self.over(side * 64, -18, 22),
                self.over(side * 61, 6, 22),
                self.over(side * 65, 26, 16),
                self.over(side * 60, 40, 18),
                samples=6,
            )
            drawing.ink(loose, self.colour, 0.5, 4.2, 0.4, 0.95)

    def _draw_hanging(self, drawing: Drawing) -> None:
        low = 84 if self.shape.behind == "bob" else 150
        for side in (-1, 1):
            # Seen from the side, the far lock lies against the cheek: no ground shows between them.
            inward = 26 * self.skull.turn if side == self.skull.side else 0
            lock = spline(
                [
                    self.over(side * 30, -76, 52),
                    self.over(side * 56, -46, 34),
                    self.over(side * (64 - inward), 0, 20),
                    self.over(side * (62 - inward), 44, 20),
                    self.over(side * (60 - inward), low - 30, 24),
                    self.over(side * 72, low, 8),
                    self.over(side * 84, low - 34, -12),
                    self.over(side * 84, 30, -16),
                    self.over(side * 80, -40, -10),
                    self.over(side * 52, -92, 20),
                ],
                samples=6,
            )
            lit = side * self.light.key[0] > 0
            drawing.fill(lock, self.colour)
            drawing.shade(
                lock,
                lock[:, 0].min(),
                0,
                lock[:, 0].max(),
                0,
                [(0, self.bright if lit else self.dark, 0.5), (0.5, self.colour, 0), (1, self.dark, 0.7)],
            )
            for index in range(5):
                strand = curve(
                    self.over(side * (34 + index * 9), -80 + index * 5, 48 - index * 8),
                    self.over(side * (60 + index * 4), -20, 26 - index * 8),
                    self.over(side * (61 + index * 4), 50, 20 - index * 6),
                    self.over(side * (60 + index * 4), low - 10, 16 - index * 6),
                    samples=6,
                )
                drawing.ink(strand, self.dark if index % 2 else self.bright, 0.3, 2.6, 0.3, 0.4)
        for index, x in enumerate((-40, -28, -17, 5, 17, 30, 42)):
            strand = curve(
                self.over(-8, -88, 58),
                self.over(x * 0.6 - 4, -96, 44),
                self.over(x * 1.3, -86, 26),
                samples=6,
            )
            drawing.ink(strand, self.dark if index % 2 else self.bright, 0.3, 2.4, 0.3, 0.35)

    def _draw_curls(self, drawing: Drawing) -> None:
        edge = self.outer(self.shape.grow * 0.93)
        inner = [self.over(*point) for point in self.shape.line]
        if self.skull.side < 0:
            inner.reverse()
        count = 70
        for index in range(count):
            along = (index * 0.618) % 1.0
            depth = 0.06 + 0.88 * ((index * 0.7549) % 1.0)
            a = edge[int(along * (len(edge) - 1))]
            b = inner[len(inner) - 1 - int(along * (len(inner) - 1))]
            x, y = lerp(a[0], b[0], depth), lerp(a[1], b[1], depth)
            turn = index * 2.4
            ring = curve(
                *[(x + 6.5 * math.cos(turn + t), y + 5.5 * math.sin(turn + t)) for t in (0, 1.1, 2.2, 3.3, 4.2)],
                samples=5,
            )
            drawing.ink(ring, self.dark if index % 2 else self.bright, 0.3, 2.4, 0.3, 0.42)

    def _draw_cloth(self, drawing: Drawing) -> None:
        wrap = spline(
            [
                self.over(-66, 30, 14),
                self.over(-64, 66, 20),
                self.over(-40, 100, 44),
                self.over(0, 112, 60),
                self.over(40, 100, 44),
                self.over(64, 66, 20),
                self.over(66, 30, 14),
                self.over(80, 60, -10),
                self.over(70, 120, 10),
                self.over(20, 156, 50),
                self.over(-30, 156, 50),
                self.over(-72, 120, 10),
                self.over(-80, 60, -10),
            ],
            samples=6,
        )
        drawing.fill(wrap, self.colour)
        light = self.light
        drawing.shade(
            wrap,
            -80 * light.shadow_side,
            40,
            80 * light.shadow_side,
            150,
            [(0, self.bright, 0.5), (0.4, self.colour, 0), (1, self.dark, 0.9)],
        )
        for side, y, bend in ((-1, 84, 10), (1, 92, 6), (-1, 120, 12), (1, 124, 10)):
            fold = curve(
                self.over(side * 70, y - 30, 10), self.over(side * 44, y + bend, 40), self.over(-side * 8, y + 30, 58)
            )
            drawing.ink(fold, self.dark, 0.5, 3.4, 0.5, 0.5)
        for side in (-1, 1):
            fold = curve(self.over(side * 52, -56, 36), self.over(side * 50, -84, 20), self.over(side * 30, -104, 0))
            drawing.ink(fold, self.dark, 0.5, 2.6, 0.5, 0.45)

    def _cloud(self, grow: float, low: float) -> Points:
        tail = [
            self.skull.at(-self.skull.side * 84, low + 24, -30),
            self.skull.at(-self.skull.side * 50, low + 50, -50),
            self.skull.at(self.skull.side * 50, low + 46, -50),
            self.skull.at(self.skull.side * 80, low + 16, -30),
        ]
        return spline([*self._curled_edge(self.outer(grow)), *tail], samples=6)

    def _curled_edge(self, edge: list[Flat]) -> list[Flat]:
        """An edge with the small unevenness of curls."""
        smooth_edge = curve(*edge, samples=5)
        index = np.arange(len(smooth_edge))
        wave = 1 + 0.018 * np.sin(index * 1.9) + 0.012 * np.cos(index * 3.1)
        wave[0] = wave[-1] = 1
        return [(float(x), float(y)) for x, y in smooth_edge * wave[:, None]]
