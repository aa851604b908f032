"""Things held in a hand: drawn before the fingers close over them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import Points, edge_band, spline
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.hands import Hand
from simulator.ui.characters.light import Light

_BOTTLE = ((38, 9), (34, 10.5), (30, 9), (-16, 10), (-44, 17), (-66, 26), (-80, 27), (-178, 27), (-188, 23))
_PHONE = ((58, 30), (54, 34), (-66, 34), (-70, 30))
_PHONE_UP = ((112, 30), (108, 34), (-12, 34), (-16, 30))


def _grip(hand: Hand) -> tuple[Points, Points, Points]:
    """The middle of a closed hand, and the directions along and across what it holds."""
    middle = hand.place(44, 2, 16)[:2]
    along = hand.thumbward[:2]
    along = along / max(1e-6, float(np.hypot(*along)))
    return middle, along, np.array([-along[1], along[0]])


def _outline(hand: Hand, profile: tuple[tuple[float, float], ...]) -> Points:
    middle, along, across = _grip(hand)
    size = hand.scale
    one = [(*(middle + (along * a + across * w) * size), True) for a, w in profile]
    other = [(*(middle + (along * a - across * w) * size), True) for a, w in reversed(profile)]
    return spline(one + other, samples=4)


def _draw_bottle(drawing: Drawing, hand: Hand, light: Light) -> None:
    """A glass bottle held by its neck, hanging."""
    glass = light.tinted("#4f6048")
    shape = _outline(hand, _BOTTLE)
    drawing.line(shape, mix(glass, "#0a0c0a", 0.6), 2.4, 0.8, closed=True)
    drawing.fill(shape, glass, 0.94)
    middle, along, across = _grip(hand)
    size = hand.scale
    left, right = middle + across * 28 * size, middle - across * 28 * size
    drawing.shade(
        shape,
        left[0],
        left[1],
        right[0],
        right[1],
        [
            (0, mix(glass, "#0b0e0b", 0.5), 0.8),
            (0.4, glass, 0),
            (0.68, mix(glass, light.warm, 0.6), 0.75),
            (1, glass, 0.1),
        ],
    )
    label = [
        middle + (along * -96 + across * 26.5) * size,
        middle + (along * -96 - across * 26.5) * size,
        middle + (along * -150 - across * 26.5) * size,
        middle + (along * -150 + across * 26.5) * size,
    ]
    drawing.fill(np.array(label), light.tinted("#cbbf9f"), 0.9)
    drawing.fill(edge_band(shape, light.key, 3.0, 1.6), light.warm, 0.35)


def _draw_phone(drawing: Drawing, hand: Hand, light: Light) -> None:
    """A telephone, closed in the hand."""
    _draw_case(drawing, hand, light, _PHONE)


def _draw_raised_phone(drawing: Drawing, hand: Hand, light: Light) -> None:
    """A telephone held up to film: seen from behind, with its lens."""
    _draw_case(drawing, hand, light, _PHONE_UP)
    middle, along, across = _grip(hand)
    x, y = middle + (along * 96 + across * 18) * hand.scale
    drawing.dot(x, y, 6.5 * hand.scale, "#101216")
    drawing.dot(x - 1.5, y - 1.5, 2.4 * hand.scale, light.tinted("#9fb0c4"), 0.9)


def _draw_case(drawing: Drawing, hand: Hand, light: Light, profile: tuple[tuple[float, float], ...]) -> None:
    shape = _outline(hand, profile)
    case = light.tinted("#2c2f36")
    drawing.line(shape, "#101216", 2.0, 0.8, closed=True)
    drawing.fill(shape, case)
    drawing.fill(edge_band(shape, light.key, 3.0, 1.6), light.warm, 0.35)


THINGS: dict[str, Callable[[Drawing, Hand, Light], None]] = {
    "bottle": _draw_bottle,
    "phone": _draw_phone,
    "raised_phone": _draw_raised_phone,
}
"""Everything a hand can hold."""


def draw_held(drawing: Drawing, hand: Hand, light: Light) -> None:
    """What a hand holds, if anything this module knows."""
    draw = THINGS.get(hand.gesture.holds)
    if draw is not None:
        draw(drawing, hand, light)


def reach_of_held(hand: Hand) -> Points:
    """Points of the picture that a held thing covers (the wrist alone when there is none)."""
    profile = {"bottle": _BOTTLE, "phone": _PHONE, "raised_phone": _PHONE_UP}.get(hand.gesture.holds)
    return _outline(hand, profile) if profile else hand.wrist[None, :2]
