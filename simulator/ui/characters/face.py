"""The face's skin: its planes, the light on it, and the marks of age and feeling. Eyes and mouth lie over it."""

from __future__ import annotations

import numpy as np

from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import Points, curve, edge_band, smooth, spline
from simulator.ui.characters.contours import extents as extents_of
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.features import draw_nose
from simulator.ui.characters.light import Light
from simulator.ui.characters.skull import Skull

_TERMINATOR = [
    (30, -96, 40), (40, -66, 58), (44, -34, 54), (49, -16, 44), (46, 4, 44), (50, 16, 46), (40, 34, 52), (33, 52, 54),
    (34, 70, 50), (22, 86, 56), (10, 100, 56),
]  # fmt: skip


def complexion(skin: str, flush: float) -> str:
    """Skin with its flush (0 to 1)."""
    return mix(skin, "#b4483c", flush * 0.13)


def face_contour(skull: Skull) -> Points:
    """The head's closed outline."""
    return spline(skull.outline(), samples=6)


def draw_face(drawing: Drawing, skull: Skull, light: Light, base: str, dark: str) -> None:
    """Skin, shadow planes, nose, folds, edge light and rim."""
    contour = face_contour(skull)
    drawing.within = extents_of(contour)
    shadow = light.shadow_side
    drawing.fill(contour, base)
    left, right = contour[:, 0].min(), contour[:, 0].max()
    lit_edge, dark_edge = (left, right) if shadow > 0 else (right, left)
    drawing.shade(
        contour,
        lit_edge,
        -60,
        dark_edge,
        70,
        [
            (0, mix(base, light.warm, 0.5), min(0.95, light.lit * 2)),
            (0.38, mix(base, light.warm, 0.3), 0.45),
            (0.62, dark, 0),
            (1, dark, 0.8),
        ],
    )
    drawing.fill(_shadow_plane(skull, contour, shadow), dark, 0.62)
    _draw_cheeks_and_chin(drawing, skull, light, base, dark)
    draw_nose(drawing, skull, light, base)
    if light.key_edge:
        weight = np.clip((90 - contour[:, 1]) / 50, 0, 1)
        edge = edge_band(contour, (-shadow, -0.25), light.key_edge * 1.3, 1.5, weight)
        drawing.fill(edge, mix(light.warm, base, 0.25), 0.42)
    weight = np.clip((70 - contour[:, 1]) / 60, 0, 1)
    drawing.fill(edge_band(contour, (shadow, -0.25), light.rim_width * 0.8, 2.2, weight), light.rim, 0.7)
    drawing.within = None


def _shadow_plane(skull: Skull, contour: Points, shadow: int) -> Points:
    """The side of the face turned from the lamp, sharing the outline: the one shape that makes a face look lit."""
    points = [skull.at(shadow * x, y, z) for x, y, z in _TERMINATOR]
    jaw = skull.face.jaw * 15
    line = spline([(x, y + jaw * smooth((y - 30) / 50)) for x, y in points], closed=False, samples=6)
    first = int(np.argmin(np.hypot(*(contour - line[0]).T)))
    last = int(np.argmin(np.hypot(*(contour - line[-1]).T)))

    def arc(step: int) -> Points:
        count = len(contour)
        steps = (first - last) * step % count
        return contour[(last + step * np.arange(steps + 1)) % count]

    one, other = arc(1), arc(-1)
    outline = one if (one[:, 0].mean() - other[:, 0].mean()) * shadow > 0 else other
    return np.concatenate([line, outline])


def _draw_cheeks_and_chin(drawing: Drawing, skull: Skull, light: Light, base: str, dark: str) -> None:
    look, face, at = skull.look, skull.face, skull.at
    for side in (-1, 1):
        x, y = at(side * 40, 24, 48)
        drawing.spot(x, y, 20, 13, mix(look.lip, base, 0.25), 0.22 + 0.5 * face.flush)
        x, y = at(side * 46, 46, 44)
        drawing.spot(x, y, 15, 26, dark, 0.26 + 0.14 * look.age_lines, -side * 18)
        fold = curve(
            at(side * 19, 33, 60),
            at(side * 27, 43, 58),
            at(side * (32 + 2 * face.stretch), 54, 55),
            samples=6,
        )
        strength = 0.12 + 0.42 * look.age_lines + 0.25 * face.stretch
        drawing.ink(fold, mix(base, "#20100e", 0.6), 0.3, 1.6 + 0.8 * look.age_lines, 0.3, strength)
    x, y = at(0, 84 + face.jaw * 13, 62)
    drawing.spot(x, y, 15, 9, mix(base, light.warm, 0.4), 0.35)
    x, y = at(-light.shadow_side * 16, -60, 66)
    drawing.spot(x, y, 40, 26, mix(base, light.warm, 0.6), 0.35)
    if look.stubble > 1:
        _draw_beard(drawing, skull, light)
    elif look.stubble:
        grown = min(1.0, look.stubble)
        x, y = at(0, 74 + face.jaw * 8, 55)
        drawing.spot(x, y, 54, 38, mix(look.hair, base, 0.1), 0.8 * grown, 0, 0.75)
        x, y = at(0, 49, 66)
        drawing.spot(x, y, 24, 6, mix(look.hair, base, 0.2), 0.5 * grown, 0, 0.7)
    x, y = at(0, 106 + face.jaw * 14, 50)
    drawing.spot(x, y, 50, 16, dark, 0.5)


def _draw_beard(drawing: Drawing, skull: Skull, light: Light) -> None:
    """A short full beard: from the temples along the jaw, with the moustache; the mouth lies over it."""
    look, at = skull.look, skull.at
    half = [(64, 8, 6), (55, 30, 34), (42, 43, 48), (28, 46, 60), (14, 44.5, 66), (4, 46, 70)]
    upper = curve(*[at(-x, y, z) for x, y, z in half], *[at(x, y, z) for x, y, z in reversed(half)])
    contour = face_contour(skull)
    middle = (upper[0][0] + upper[-1][0]) / 2
    low = contour[contour[:, 1] > max(upper[0][1], upper[-1][1]) + 4]
    angle = np.arctan2(low[:, 1] - upper[0][1], low[:, 0] - middle)
    jaw = low[np.argsort(angle)]
    centre = np.array([middle, 40.0])
    jaw = centre + (jaw - centre) * 1.035
    shape = np.concatenate([upper, jaw])
    colour = mix(look.hair, look.skin, 0.16)
    within, drawing.within = drawing.within, None
    drawing.fill(shape, colour, 0.9)
    left, right = shape[:, 0].min(), shape[:, 0].max()
    lit, dark = (left, right) if light.shadow_side > 0 else (right, left)
    drawing.shade(
        shape,
        lit,
        20,
        dark,
        90,
        [(0, mix(colour, light.warm, 0.35), 0.6), (0.45, colour, 0), (1, mix(colour, "#07080c", 0.5), 0.85)],
    )
    drawing.within = within
    strand = mix(colour, "#0a0808", 0.4)
    for index in range(13):
        x = -42 + index * 7
        hair = curve(
            at(x, 62 + abs(x) * -0.15, 58), at(x * 0.96, 76, 56), at(x * 0.86, 92 - abs(x) * 0.2, 54), samples=5
        )
        drawing.ink(hair, strand, 0.3, 1.8, 0.3, 0.35)
