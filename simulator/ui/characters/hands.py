"""Hands: three-dimensional skeletons drawn as shaded capsules, farthest first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import Points, capsule, convex_hull, curve, spline, unit
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.gestures import Gesture
from simulator.ui.characters.light import Light

# Index to little finger: knuckle (along, toward the thumb), three bone lengths, radius.
_FINGERS = (
    ((74, 24), (38, 24, 19), 10.5),
    ((77, 8), (42, 27, 20), 11.0),
    ((74, -9), (39, 26, 19), 10.5),
    ((66, -25), (31, 20, 17), 9.3),
)
_BENDS = (82, 100, 62)
_THUMB = ((36, 0.15, 0.25), (30, 0.25, 0.75), (24, 0.30, 1.0))
_STRAIGHT = 0.45


@dataclass(frozen=True)
class _Bone:
    start: Points
    end: Points
    start_radius: float
    end_radius: float

    @property
    def depth(self) -> float:
        return float(self.start[2] + self.end[2]) / 2


def _rotate_toward(along: Points, palm: Points, side: int) -> Points:
    """The direction from the little finger to the thumb."""
    return np.cross(palm, along) * -side


class Hand:
    """One hand's bones. `side` is -1 at the viewer's left. `wrist` is a point, `scale` its size (man about .95)."""

    def __init__(self, wrist: Points, gesture: Gesture, side: int, scale: float) -> None:
        fingers = np.array([side * gesture.fingers[0], *gesture.fingers[1:]])
        palm = np.array([side * gesture.palm[0], *gesture.palm[1:]])
        self.along = unit(fingers)
        self.out = unit(palm - self.along * (palm @ self.along))
        self.thumbward = _rotate_toward(self.along, self.out, side)
        self.wrist, self.scale, self.gesture = wrist, scale, gesture
        self.knuckles: list[Points] = []
        self.fingers = [self._finger(index) for index in range(4)]
        self.thumb = self._thumb()

    def place(self, along: float, thumbward: float, out: float = 0.0) -> Points:
        """A point of the palm, in units from the wrist."""
        return self.wrist + self.scale * (self.along * along + self.thumbward * thumbward + self.out * out)

    def _finger(self, index: int) -> list[_Bone]:
        (forward, across), lengths, radius = _FINGERS[index]
        curl = self.gesture.curl[index + 1]
        point = self.place(forward, across, -3)
        self.knuckles.append(point)
        fan = self.gesture.spread * (1.5 - index) * 0.11
        straight = self.along * math.cos(fan) + self.thumbward * math.sin(fan)
        bones, angle = [], 0.0
        for joint, (length, bend) in enumerate(zip(lengths, _BENDS, strict=True)):
            angle += math.radians(curl * bend + (6 if joint else 3))
            end = point + self.scale * length * (straight * math.cos(angle) + self.out * math.sin(angle))
            thick = radius * self.scale
            bones.append(_Bone(point, end, thick * (1 - 0.07 * joint), thick * (1 - 0.07 * (joint + 1))))
            point = end
        return bones

    def _thumb(self) -> list[_Bone]:
        curl = self.gesture.curl[0]
        point = self.place(20, 26, 7)
        away = unit(self.along * 0.62 + self.thumbward * 0.78 + self.out * 0.2)
        across = unit(self.along * 0.9 - self.thumbward * 0.30 + self.out * 0.62)
        closed = unit(-self.thumbward * 0.8 + self.along * 0.5 + self.out * 0.25)
        bones = []
        for joint, (length, start, gain) in enumerate(_THUMB):
            share = min(1.0, start + gain * curl)
            heading = unit(away * (1 - share) + across * share) if joint < 2 or curl < 0.6 else closed
            end = point + self.scale * length * heading
            bones.append(_Bone(point, end, (14.5 - 1.8 * joint) * self.scale, (12.7 - 1.8 * joint) * self.scale))
            point = end
        return bones

    def points(self) -> Points:
        """Every joint in the picture, for finding the hand's box."""
        bones = [bone for finger in self.fingers for bone in finger] + self.thumb
        return np.array([self.wrist[:2], *(bone.end[:2] for bone in bones), *(bone.start[:2] for bone in bones)])


def draw_hand(
    drawing: Drawing, wrist: Points, gesture: Gesture, side: int, skin: str, light: Light, scale: float
) -> None:
    """One hand at a wrist."""
    hand = Hand(wrist, gesture, side, scale)
    painter = _HandPainter(drawing, hand, skin, light)
    pieces: list[tuple[float, list[_Bone] | None]] = []
    for index, bones in enumerate([*hand.fingers, hand.thumb]):
        curl = gesture.curl[(index + 1) % 5]
        if curl < _STRAIGHT:
            nearer = 3 if index == 4 else 0
            pieces.append((float(np.mean([bone.depth for bone in bones])) + nearer, bones))
        else:
            pieces.extend((bone.depth, [bone]) for bone in bones)
    palm_depth = float(np.mean([p[2] for p in painter.palm_ring]))
    pieces.append((palm_depth, None))
    pieces.sort(key=lambda piece: piece[0])
    farthest, nearest = pieces[0][0], pieces[-1][0] + 1e-6
    painter.draw_palm_edge()
    for depth, chain in pieces:
        tone = mix(skin, painter.dark, 0.34 * (1 - (depth - farthest) / (nearest - farthest)))
        if chain is None:
            painter.draw_palm(tone)
        else:
            painter.draw_chain(chain, tone)


class _HandPainter:
    def __init__(self, drawing: Drawing, hand: Hand, skin: str, light: Light) -> None:
        self.drawing, self.hand, self.skin, self.light = drawing, hand, skin, light
        self.dark = mix(skin, light.cool, 0.62)
        self.edge = mix(skin, "#1a0d0d", 0.58)
        self.lamp = np.array(light.key) / np.hypot(*light.key)
        place = hand.place
        self.palm_ring = [
            place(0, -22),
            place(0, 22),
            place(30, 33, 3),
            place(72, 32),
            *hand.knuckles,
            place(60, -31),
            place(24, -27),
        ]

    def _palm(self) -> tuple[Points, Points]:
        """Outline and middle of the palm."""
        hand = self.hand
        thick = [p + hand.out * hand.scale * t for p in self.palm_ring for t in (-9, 7)]
        flat = np.array([p[:2] for p in thick])
        middle: Points = flat.mean(0)
        shape = spline(convex_hull(flat).tolist(), samples=8)
        return middle + (shape - middle) * 1.03, middle

    def draw_palm_edge(self) -> None:
        """The palm's ink, below everything: where fingers grow out of it no line shows."""
        self.drawing.line(self._palm()[0], self.edge, 2.6, 0.9, closed=True)

    def draw_palm(self, tone: str) -> None:
        """The palm or the back of the hand."""
        hand, drawing, skin = self.hand, self.drawing, self.skin
        shape, middle = self._palm()
        drawing.line(shape, self.edge, 1.8, 0.22, closed=True)
        drawing.fill(shape, tone)
        lit, away = middle + self.lamp * 46, middle - self.lamp * 50
        drawing.shade(
            shape,
            lit[0],
            lit[1],
            away[0],
            away[1],
            [(0, mix(skin, self.light.warm, 0.6), 0.5), (0.5, skin, 0), (1, self.dark, 0.8)],
        )
        size = hand.scale
        if hand.out[2] < -0.3:
            for knuckle in hand.knuckles:
                x, y = (knuckle - hand.along * size * 6)[:2]
                drawing.spot(x, y, 9 * size, 8 * size, mix(skin, self.light.warm, 0.5), 0.18)
        elif hand.out[2] > 0.3:
            x, y = hand.place(30, 20, 8)[:2]
            drawing.spot(x, y, 24 * size, 22 * size, mix(skin, self.light.warm, 0.4), 0.3)
            for line, strength in (
                (((62, 30), (50, 8), (22, 2)), 0.45),
                (((66, 14), (60, -8), (58, -28)), 0.40),
            ):
                crease = curve(*[hand.place(*p)[:2] for p in line], samples=6)
                drawing.ink(crease, self.edge, 0.4, 1.7, 0.4, strength)

    def draw_chain(self, bones: Sequence[_Bone], tone: str) -> None:
        """A finger, or one bone of a bent one: all outlines first, so that no joint is ringed."""
        shapes = [capsule(bone.start.tolist(), bone.start_radius, bone.end.tolist(), bone.end_radius) for bone in bones]
        for shape in shapes:
            self.drawing.line(shape, self.edge, 2.2, 0.85, closed=True)
        for shape in shapes:
            self.drawing.fill(shape, tone)
        for shape, bone in zip(shapes, bones, strict=True):
            self._wash(shape, bone, tone)
        for bone in bones[1:]:
            along = (bone.end - bone.start)[:2]
            length = float(np.hypot(*along))
            if length > bone.start_radius * 0.6:
                across = np.array([-along[1], along[0]]) / length * bone.start_radius * 0.55
                joint = bone.start[:2]
                crease = np.array([joint + across, joint + along / length * 1.5, joint - across])
                self.drawing.ink(crease, self.edge, 0.3, 1.2, 0.3, 0.45)

    def _wash(self, shape: Points, bone: _Bone, tone: str) -> None:
        """Light across a finger, never along the lamp's ray: else every joint becomes a dark disc."""
        along = (bone.end - bone.start)[:2]
        if np.hypot(*along) < bone.start_radius * 0.5:
            along = np.array([-self.lamp[1], self.lamp[0]])
        across = np.array([-along[1], along[0]])
        across = across / max(1e-6, float(np.hypot(*across)))
        if across @ self.lamp < 0:
            across = -across
        strength = 0.35 + 0.65 * abs(float(across @ self.lamp))
        middle = ((bone.start + bone.end) / 2)[:2]
        lit, away = middle + across * bone.start_radius, middle - across * bone.start_radius
        warm = mix(self.skin, self.light.warm, 0.55)
        self.drawing.shade(
            shape,
            lit[0],
            lit[1],
            away[0],
            away[1],
            [(0, warm, 0.5 * strength + self.light.lit * 0.3), (0.5, tone, 0), (1, self.dark, 0.85)],
        )
