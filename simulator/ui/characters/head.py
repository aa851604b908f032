"""A whole head: hair behind, ears, face, hair in front. Eyes and mouth are separate layers over it."""

from __future__ import annotations

from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import extents
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.expression import Expression
from simulator.ui.characters.eyes import draw_brow, draw_eye, draw_frown
from simulator.ui.characters.face import complexion, draw_face, face_contour
from simulator.ui.characters.features import draw_ear, draw_mouth
from simulator.ui.characters.hair import MANES, SHAPES, Hair
from simulator.ui.characters.light import Light
from simulator.ui.characters.looks import Look
from simulator.ui.characters.skull import Skull

SCALE = 1.12
"""How much larger than its bare measure a head is drawn on its body."""


def head_transform(roll: float) -> str:
    """The SVG transform of a head's layers: tilted about the neck, at `SCALE`."""
    return f"rotate({roll:.2f} 0 80) scale({SCALE})"


def has_mane(look: Look) -> bool:
    """Whether this person's hair falls behind the shoulders and so needs its own layer."""
    return SHAPES[look.hair_shape].behind in MANES if look.hair_shape in SHAPES else False


def draw_mane(drawing: Drawing, look: Look, face: Expression, light: Light) -> None:
    """Loose hair behind the shoulders, to lie under the trunk."""
    drawing.begin(head_transform(face.roll))
    Hair(Skull(look, face), light).draw_mane(drawing)
    drawing.end()


def draw_head(drawing: Drawing, look: Look, face: Expression, light: Light) -> None:
    """The head without eyes, brows and mouth."""
    skull = Skull(look, face)
    base = complexion(look.skin, face.flush)
    dark = mix(base, light.cool, light.shade)
    hair = Hair(skull, light)
    near, far = -skull.side, skull.side
    bare_ears = not hair.covers_ears()
    drawing.begin(head_transform(face.roll))
    hair.draw_behind(drawing)
    if bare_ears and abs(face.yaw) < 24:
        draw_ear(drawing, skull, light, far, base, dark)
    if bare_ears and abs(face.yaw) < 12:
        draw_ear(drawing, skull, light, near, base, dark)
    draw_face(drawing, skull, light, base, dark)
    draw_frown(drawing, skull, base)
    hair.draw_over(drawing)
    if bare_ears and abs(face.yaw) >= 12:
        draw_ear(drawing, skull, light, near, base, dark)
    drawing.end()


def draw_eyes(drawing: Drawing, look: Look, face: Expression, light: Light) -> None:
    """Eyes and brows, to lie over the head."""
    skull = Skull(look, face)
    base = complexion(look.skin, face.flush)
    drawing.within = extents(face_contour(skull))
    drawing.begin(head_transform(face.roll))
    for side in (-1, 1):
        draw_eye(drawing, skull, light, side, base)
    for side in (-1, 1):
        draw_brow(drawing, skull, side, base)
    drawing.end()
    drawing.within = None


def draw_lips(drawing: Drawing, look: Look, face: Expression, light: Light) -> None:
    """The mouth, to lie over the head."""
    skull = Skull(look, face)
    drawing.within = extents(face_contour(skull))
    drawing.begin(head_transform(face.roll))
    draw_mouth(drawing, skull, light, complexion(look.skin, face.flush))
    drawing.end()
    drawing.within = None
