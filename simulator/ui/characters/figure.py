"""A figure as parts that can be drawn, kept and moved apart: trunk, head, eyes, mouth and both forearms.

Every part is asked for by a value that holds all it depends on, so that equal values give equal pixels.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, replace

import numpy as np
import pygame

from simulator.ui.characters import outfits
from simulator.ui.characters.arms import Arm, draw_forearm, draw_upper_arm
from simulator.ui.characters.body import HEM, SEAT, SEATED_HEM, Frame, Stance, draw_cloth
from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import Points, extents
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.expression import Expression
from simulator.ui.characters.gestures import gesture
from simulator.ui.characters.head import SCALE, draw_eyes, draw_head, draw_lips, draw_mane, has_mane
from simulator.ui.characters.light import Light
from simulator.ui.characters.looks import Look
from simulator.ui.characters.seat import draw_hips, draw_legs

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_HEAD_BOX: Box = (-165, -185, 165, 240)
_EYES_BOX: Box = (-108, -92, 108, 48)
_MOUTH_BOX: Box = (-78, 12, 78, 140)
_TRUNK_BOX: Box = (-300, -130, 300, HEM)
_LEGS_BOX: Box = (-260, SEAT - 40, 260, HEM)


@dataclass(frozen=True)
class Sitter:
    """Who is drawn and in which light; `flat` is the high-contrast mode, without soft shades."""

    look: Look
    light: Light
    flat: bool = False

    def lit(self) -> tuple[Look, Light]:
        """The look under its light's air, and the light with that air already used."""
        return self.look.under_light(self.light), replace(self.light, tint=0.0)


@dataclass(frozen=True)
class PartKey:
    """One part of one figure at one size.

    `kind` is `legs` (of one who sits), `mane`, `trunk`, `head`, `eyes`, `mouth`, `left` or `right` (forearms); `scale`
    is pixels a unit; `floor` the lowest unit that can be seen.
    """

    kind: str
    sitter: Sitter
    face: Expression | None
    stance: Stance | None
    scale: float
    floor: float = HEM

    def __post_init__(self) -> None:
        # Reckoned once: a key is looked up for every frame, and what it holds is deep.
        deep = hash((self.kind, self.sitter, self.face, self.stance, self.scale, self.floor))
        object.__setattr__(self, "_hash", deep)

    def __hash__(self) -> int:
        return self._hash  # type: ignore[attr-defined,no-any-return]


@dataclass(frozen=True)
class Part:
    """Pixels of a part, and where their top left lies from the part's origin, in pixels."""

    picture: pygame.Surface
    offset: tuple[int, int]

    @property
    def size_bytes(self) -> int:
        """Memory the pixels take."""
        return self.picture.get_width() * self.picture.get_height() * 4


def part_keys(sitter: Sitter, face: Expression, stance: Stance, scale: float, floor: float) -> dict[str, PartKey]:
    """The keys of every part of a figure, each holding only what its part depends on."""
    face, stance = face.rounded(), stance.rounded()
    outline = Expression(yaw=face.yaw, pitch=face.pitch, roll=face.roll, jaw=face.jaw, flush=face.flush)
    head = replace(
        outline,
        inner_brow=max(0.0, face.inner_brow),
        outer_brow=max(0.0, face.outer_brow),
        knit=face.knit,
        stretch=face.stretch,
        nostril=face.nostril,
    )
    eyes = replace(face, mouth=0, corner=0, stretch=0, press=0, teeth=0, nostril=0)
    mouth = replace(
        outline,
        mouth=face.mouth,
        corner=face.corner,
        stretch=face.stretch,
        press=face.press,
        teeth=face.teeth,
    )
    bare = Expression(yaw=face.yaw)
    still_left = replace(stance, right=stance.left)
    still_right = replace(stance, left=stance.right)
    keys = {
        "trunk": PartKey("trunk", sitter, bare, stance, scale, floor),
        "head": PartKey("head", sitter, head, None, scale),
        "eyes": PartKey("eyes", sitter, eyes, None, scale),
        "mouth": PartKey("mouth", sitter, mouth, None, scale),
        "left": PartKey("left", sitter, None, still_left, scale, floor),
        "right": PartKey("right", sitter, None, still_right, scale, floor),
    }
    if stance.perched:
        keys["legs"] = PartKey(
            "legs", sitter, None, Stance(stance.turn, 0, 0, 0, gesture("rest"), gesture("rest")), scale, floor
        )
    if has_mane(sitter.look):
        turned = Expression(yaw=face.yaw, pitch=face.pitch, roll=face.roll)
        keys["mane"] = PartKey("mane", sitter, turned, None, scale)
    return keys


def draw_part(key: PartKey) -> Part:
    """Draw one part. The same key gives the same bytes."""
    look, light = key.sitter.lit()
    drawing = Drawing(key.sitter.flat)
    if key.kind == "legs":
        assert key.stance is not None
        draw_legs(drawing, Frame(look, key.stance, light))
        box = _clipped(_LEGS_BOX, key.floor)
    elif key.kind == "trunk":
        assert key.stance is not None
        assert key.face is not None
        _draw_trunk(drawing, Frame(look, key.stance, light), key.face.yaw)
        box = _clipped(_TRUNK_BOX, min(key.floor, SEATED_HEM) if key.stance.perched else key.floor)
    elif key.kind in ("left", "right"):
        assert key.stance is not None
        arm = Arm(Frame(look, key.stance, light), -1 if key.kind == "left" else 1)
        draw_forearm(drawing, arm)
        box = _clipped(arm.lower_box(), key.floor)
    else:
        assert key.face is not None
        paint = {"mane": draw_mane, "head": draw_head, "eyes": draw_eyes, "mouth": draw_lips}[key.kind]
        paint(drawing, look, key.face, light)
        box = {"mane": _HEAD_BOX, "head": _HEAD_BOX, "eyes": _EYES_BOX, "mouth": _MOUTH_BOX}[key.kind]
    return _raster(drawing, box, key.scale)


def _clipped(box: Box, floor: float) -> Box:
    left, top, right, bottom = box
    return (left, top, right, max(top + 1, min(bottom, floor)))


def _raster(drawing: Drawing, box: Box, scale: float) -> Part:
    """Pixels of a box of the drawing, cut down to what is not empty."""
    left, top = math.floor(box[0] * scale), math.floor(box[1] * scale)
    right, bottom = math.ceil(box[2] * scale), math.ceil(box[3] * scale)
    size = (max(1, right - left), max(1, bottom - top))
    whole = drawing.raster(size, (left / scale, top / scale, size[0] / scale, size[1] / scale))
    used = whole.get_bounding_rect()
    if used.width == 0:
        used = pygame.Rect(0, 0, 1, 1)
    picture = whole.subsurface(used).copy()
    return Part(picture, (left + used.x, top + used.y))


def _draw_trunk(drawing: Drawing, frame: Frame, yaw: float) -> None:
    outfits.draw_back(drawing, frame)
    trunk = frame.trunk()
    paint = draw_cloth(drawing, trunk, frame.look.cloth, frame.light, 40, 0.45)
    for side in (-1, 1):
        draw_upper_arm(drawing, Arm(frame, side), paint)
    outfits.draw_front(drawing, frame, yaw)
    if frame.stance.perched:
        draw_hips(drawing, frame)
    _draw_arm_shadows(drawing, frame, trunk)
    if frame.light.wet:
        _draw_rain(drawing, frame, trunk)


def _draw_arm_shadows(drawing: Drawing, frame: Frame, trunk: Points) -> None:
    """Soft shadows of forearms and hands on the trunk, kept inside it: they say how far an arm stands out."""
    light = frame.light
    dark = mix(mix(frame.look.cloth, light.cool, 0.7), "#06060a", 0.5)
    drawing.within = extents(trunk)
    for side in (-1, 1):
        arm = Arm(frame, side)
        if arm.gesture.at_head:
            continue
        start, end = arm.elbow[:2], arm.wrist[:2] + (arm.wrist - arm.elbow)[:2] * 0.25
        along = end - start
        length = float(np.hypot(*along))
        x, y = (start + end) / 2 + np.array([-light.key[0] * 9, 22])
        angle = math.degrees(math.atan2(along[1], along[0]))
        drawing.spot(x, y, length * 0.5 + 34, 40 * frame.look.build + 8, dark, 0.62, angle, 0.55)
    drawing.within = None


def _draw_rain(drawing: Drawing, frame: Frame, trunk: Points) -> None:
    """Drops breaking on the shoulders and beads on cloth: short, or they look like grass."""
    look, wet = frame.look, frame.light.wet
    chance = random.Random(3)
    shoulders = [p for p in trunk if p[1] < 66 and abs(p[0]) > look.neck + 44]
    for _ in range(int(60 * wet)):
        drop = chance.choice(shoulders) + np.array([chance.uniform(-5, 5), chance.uniform(-1, 1)])
        side = 1 if drop[0] > 0 else -1
        spray = drop + np.array([side * chance.uniform(1, 4), -chance.uniform(1.5, 5)])
        drawing.ink(np.array([drop, spray]), "#dbe8fa", 0.5, 1.1, 0.4, chance.uniform(0.12, 0.4))
    for _ in range(int(30 * wet)):
        side, x = chance.choice((-1, 1)), chance.uniform(20, look.shoulder - 10)
        px, py = frame.at(side * x, chance.uniform(30, 300), 60)
        drawing.dot(px, py, chance.uniform(0.8, 1.7), "#cfe0f6", 0.35)


def face_box(stance: Stance, scale: float) -> Box:
    """The face in pixels from the figure's origin."""
    x, y = stance.head_place
    reach, top, bottom = 76 * SCALE, -108 * SCALE, 112 * SCALE
    return ((x - reach) * scale, (y + top) * scale, (x + reach) * scale, (y + bottom) * scale)


def hands_box(look: Look, stance: Stance, light: Light, scale: float) -> Box:
    """Both hands in pixels from the figure's origin."""
    frame = Frame(look, stance, light)
    boxes = [Arm(frame, side).hand_box() for side in (-1, 1)]
    return (
        min(b[0] for b in boxes) * scale,
        min(b[1] for b in boxes) * scale,
        max(b[2] for b in boxes) * scale,
        max(b[3] for b in boxes) * scale,
    )
