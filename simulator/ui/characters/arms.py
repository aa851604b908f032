"""Arms: the upper arm grows out of the trunk and shares its light; the forearm is a sleeve over the wrist."""

from __future__ import annotations

import math

import numpy as np

from simulator.ui.characters.body import Frame
from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import Points, capsule, curve, edge_band, lerp, spline, unit
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.gestures import Gesture
from simulator.ui.characters.hands import Hand, draw_hand
from simulator.ui.characters.objects import draw_held, reach_of_held

_PERSPECTIVE = 1400.0


class Arm:
    """One arm's joints in the picture. `side` is -1 at the viewer's left."""

    def __init__(self, frame: Frame, side: int) -> None:
        look, stance = frame.look, frame.stance
        self.frame, self.side = frame, side
        self.gesture: Gesture = stance.left if side < 0 else stance.right
        width = look.shoulder / 200
        ex, ey, ez = self.gesture.elbow
        wx, wy, wz = self.gesture.wrist
        high = wy < -50
        self.shoulder = frame.shoulder(side)
        self.elbow = frame.turned(side * ex * width, ey - 14 * stance.shoulders, ez)
        self.wrist = frame.turned(side * wx * (1 if high else width), wy - 8 * stance.shoulders, wz)
        if self.gesture.at_head:
            self.wrist = self.wrist + np.array([stance.head_x, stance.head_y, 0])
        self.shoulder_radius, self.elbow_radius = 47 * look.build, 37 * look.build
        self.nearness = 1 + float(self.wrist[2]) / _PERSPECTIVE
        self.wrist_radius = 27 * look.build * self.nearness * 1.04
        self.bent_radius = self.elbow_radius * (1 + float(self.elbow[2]) / _PERSPECTIVE)
        self.hand_scale = (0.95 if look.build >= 1 else 0.86) * self.nearness
        self.forearm = unit(self.wrist - self.elbow)
        self.cuff = self.wrist - self.forearm * 16

    def lower_box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of sleeve and hand, in units."""
        hand = Hand(self.wrist, self.gesture, self.side, self.hand_scale)
        reach = np.array([self.elbow[:2], *hand.points(), *reach_of_held(hand)])
        margin = self.elbow_radius + 12
        low, high = reach.min(0) - margin, reach.max(0) + margin
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def hand_box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the bare hand, in units."""
        hand = Hand(self.wrist, self.gesture, self.side, self.hand_scale).points()
        low, high = hand.min(0) - 14, hand.max(0) + 14
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _tones(arm: Arm) -> tuple[str, str]:
    look, light = arm.frame.look, arm.frame.light
    dark = mix(mix(look.cloth, light.cool, 0.6), "#05060a", 0.3)
    return dark, mix(look.cloth, "#06070b", 0.75)


def draw_upper_arm(drawing: Drawing, arm: Arm, trunk_light: str) -> None:
    """Shoulder to elbow. `trunk_light` is the trunk's own light: shared, so that no seam shows at the shoulder."""
    look, light, side = arm.frame.look, arm.frame.light, arm.side
    dark, ink = _tones(arm)
    top, bend = arm.shoulder[:2], arm.elbow[:2]
    down = unit(bend - top)
    out = np.array([down[1], -down[0]]) * side
    length = float(np.hypot(*(arm.elbow - arm.shoulder)[:2]))
    rs, re = arm.shoulder_radius, arm.bent_radius
    halfway, thick = lerp(top, bend, 0.5), lerp(rs, re, 0.5)
    shape = spline(
        [
            top + np.array([-side * 52, -26]),
            top + out * rs * 0.60 - down * 16,
            top + out * rs * 0.96 + down * 22,
            halfway + out * thick * 1.02,
            bend + out * re * 1.02 - down * 10,
            bend + out * re * 0.55 + down * re * 0.75,
            bend - out * re * 0.5 + down * re * 0.62,
            bend - out * re * 0.95,
            halfway - out * thick * 0.92,
            top - out * rs * 0.80 + down * 52,
            top - out * rs * 0.7 + np.array([-side * 30, 10]),
        ]
    )
    lamp = np.array(light.key) / np.hypot(*light.key)
    outward = ((shape - top) @ out > 0).astype(float)
    fade = np.clip(((shape - top) @ down / max(1.0, length) - 0.12) / 0.3, 0, 1)
    drawing.fill(shape, look.cloth)
    drawing.shade_with(shape, trunk_light)
    angle = math.degrees(math.atan2(down[1], down[0]))
    lit = float(out @ lamp)
    upright = max(0.45, min(1.0, float(down[1])))
    x, y = lerp(top, bend, 0.52) + out * rs * 0.18 * (1 if lit > 0 else -1)
    warm = mix(look.cloth, light.warm, 0.5)
    strength = light.lit * (0.5 + 0.9 * max(0.0, lit))
    drawing.spot(x, y, length * 0.5 * upright, rs * 0.62 * upright, warm, strength, angle, 0.5)
    x, y = lerp(top, bend, 0.66) - out * rs * 0.55
    strength = 0.75 if lit > 0 else 0.45
    drawing.spot(x, y, length * 0.46 * upright, rs * 0.5 * upright, dark, strength, angle, 0.5)
    drawing.fill(edge_band(shape, -lamp * np.array([1, 0.5]), 20, 1.5, fade), dark, 0.5)
    rim = edge_band(shape, (-lamp[0], -0.3), light.rim_width * 0.9, 1.8, fade * outward)
    drawing.fill(rim, light.rim, 0.5)
    hanging = down[1] > 0.4
    if light.key_edge and hanging:
        drawing.fill(edge_band(shape, (lamp[0], -0.5), light.key_edge, 1.6, outward), light.warm, 0.42)
    inside = curve(
        bend - out * re * 0.95,
        halfway - out * thick * 0.92,
        top - out * rs * 0.80 + down * 52,
        top - out * rs * 0.62 + down * 8 + np.array([-side * 6, 0]),
    )
    drawing.ink(inside[:-4], ink, 2.4, 5, 0.4, 0.85)
    outside = curve(
        top + out * rs * 0.85,
        top + out * rs * 0.96 + down * 22,
        halfway + out * thick * 1.02,
        bend + out * re * 1.02 - down * 10,
    )
    drawing.ink(outside, ink, 0.3, 1.8, 0.8, 0.6)
    if hanging:
        seam = curve(
            top + np.array([-side * 30, -22]), top + np.array([-side * 26, 22]), top - out * rs * 0.78 + down * 66
        )
        drawing.ink(seam, dark, 0.6, 2.2, 1, 0.55)
    for place, reach in ((0.66, 0.3), (0.82, 0.55), (0.95, 0.8)):
        middle, radius = lerp(top, bend, place), lerp(rs, re, place)
        fold = curve(
            middle - out * radius * 0.93,
            middle - out * radius * 0.35 - down * 9,
            middle - out * radius * (0.35 - reach) - down * 3,
            samples=6,
        )
        drawing.ink(fold, dark, 3.4, 4.4, 0.3, 0.55)


def draw_forearm(drawing: Drawing, arm: Arm) -> None:
    """Hand first, then the sleeve with its flat cuff over the wrist."""
    look, light = arm.frame.look, arm.frame.light
    dark, ink = _tones(arm)
    skin = mix(look.skin, "#7a4b3c", 0.06)
    near = arm.nearness
    cuff, bend = arm.cuff[:2], arm.elbow[:2]
    stub = capsule(
        (cuff - arm.forearm[:2] * 6).tolist(),
        17 * look.build * near,
        arm.wrist[:2].tolist(),
        19 * look.build * near,
    )
    drawing.line(stub, mix(skin, "#1a0d0d", 0.58), 2, 0.8, closed=True)
    drawing.fill(stub, mix(skin, light.cool, 0.3))
    draw_held(drawing, Hand(arm.wrist, arm.gesture, arm.side, arm.hand_scale), light)
    draw_hand(drawing, arm.wrist, arm.gesture, arm.side, skin, light, arm.hand_scale)

    along = unit(cuff - bend)
    across = np.array([-along[1], along[0]])
    re, rw = arm.bent_radius, arm.wrist_radius
    for side in (across, -across):
        edge = curve(
            bend - along * re * 0.6 + side * re * 0.8,
            bend + side * re,
            lerp(bend, cuff, 0.5) + side * lerp(re, rw, 0.5),
            cuff + side * rw,
        )
        drawing.ink(edge, ink, 1, 4, 2, 0.55)
    sleeve = _sleeve(bend, cuff, along, across, re, rw)
    _draw_sleeve_light(drawing, arm, sleeve, lerp(bend, cuff, 0.5), across, dark)
    inside = across if across @ unit((arm.shoulder - arm.elbow)[:2]) > 0 else -across
    for place, reach in ((0.10, 1.0), (0.24, 0.8), (0.42, 0.5)):
        middle, radius = lerp(bend, cuff, place), lerp(re, rw, place)
        fold = curve(
            middle + inside * radius * 0.95,
            middle + inside * radius * 0.25 + along * 11,
            middle - inside * radius * (reach - 0.6) + along * 7,
            samples=6,
        )
        drawing.ink(fold, dark, 3.4, 4.4, 0.3, 0.6)
    stitch = cuff - along * 13
    seam = curve(stitch + across * rw * 0.99, stitch + along * rw * 0.2, stitch - across * rw * 0.99, samples=6)
    drawing.ink(seam, dark, 2.0, 2.4, 2.0, 0.8)
    mouth = spline(
        [
            (*(cuff + across * rw * 0.98), True),
            cuff + along * rw * 0.24,
            (*(cuff - across * rw * 0.98), True),
            cuff + along * rw * 0.02,
        ],
        samples=5,
    )
    drawing.fill(mouth, mix(ink, "#050507", 0.3), 0.9)


def _sleeve(bend: Points, cuff: Points, along: Points, across: Points, re: float, rw: float) -> Points:
    return spline(
        [
            bend + across * re * 0.98,
            lerp(bend, cuff, 0.35) + across * lerp(re, rw, 0.25),
            lerp(bend, cuff, 0.75) + across * lerp(re, rw, 0.8),
            (*(cuff + across * rw), True),
            cuff + along * rw * 0.22,
            (*(cuff - across * rw), True),
            lerp(bend, cuff, 0.75) - across * lerp(re, rw, 0.8),
            lerp(bend, cuff, 0.35) - across * lerp(re, rw, 0.25),
            bend - across * re * 0.98,
            bend - across * re * 0.5 - along * re * 0.82,
            bend + across * re * 0.5 - along * re * 0.82,
        ],
        samples=6,
    )


def _draw_sleeve_light(drawing: Drawing, arm: Arm, sleeve: Points, middle: Points, across: Points, dark: str) -> None:
    look, light = arm.frame.look, arm.frame.light
    lamp = np.array(light.key) / np.hypot(*light.key)
    towards = across if across @ lamp > 0 else -across
    facing = abs(float(across @ lamp))
    radius = arm.bent_radius
    lit, away = middle + towards * radius, middle - towards * radius
    drawing.fill(sleeve, look.cloth)
    drawing.shade(
        sleeve,
        lit[0],
        lit[1],
        away[0],
        away[1],
        [
            (0, mix(look.cloth, light.warm, 0.55), min(1.0, light.lit * (1 + 1.1 * facing))),
            (0.45, look.cloth, 0),
            (1, dark, 0.95),
        ],
    )
    drawing.fill(edge_band(sleeve, -lamp * np.array([1, 0.5]), 15, 1.5), dark, 0.5)
    if light.key_edge:
        drawing.fill(edge_band(sleeve, (lamp[0], -0.7), light.key_edge * 0.8, 1.6), light.warm, 0.36)
    drawing.fill(edge_band(sleeve, (-lamp[0], -0.3), light.rim_width * 0.9, 1.8), light.rim, 0.5)
