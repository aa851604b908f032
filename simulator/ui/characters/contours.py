"""Contours: the smooth lines and closed shapes every form is made of.

A contour is an array of points (n × 2, y downward). Shading cannot be clipped by the vector renderer, so
shade is itself a shape, born inside the contour it belongs to: see `edge_band`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Knot = Sequence[Any] | Points
"""One point a curve goes through: x, y, and True for a corner."""


def lerp(start: Any, end: Any, share: float) -> Any:
    """The value `share` (0 to 1) of the way from `start` to `end`; numbers or arrays."""
    return start + (end - start) * share


def smooth(share: float) -> float:
    """Ease in and out: 0 to 1, flat at both ends, held outside."""
    share = max(0.0, min(1.0, share))
    return share * share * (3 - 2 * share)


@lru_cache(maxsize=32)
def _hermite(samples: int) -> Points:
    t = np.arange(samples) / samples
    t2, t3 = t * t, t * t * t
    return np.stack([2 * t3 - 3 * t2 + 1, t3 - 2 * t2 + t, -2 * t3 + 3 * t2, t3 - t2], 1)


def spline(points: Iterable[Knot], closed: bool = True, samples: int = 7) -> Points:
    """A smooth curve through `points`, `samples` points to a segment.

    Tangents lie along the neighbours' chord and are as long as the segment, so the curve never overshoots far.
    A point given as `(x, y, True)` is a corner.
    """
    listed = list(points)
    knots = np.array([(p[0], p[1]) for p in listed], dtype=float)
    corners = np.array([len(p) > 2 and bool(p[2]) for p in listed])
    if closed:
        chord = np.roll(knots, -1, 0) - np.roll(knots, 1, 0)
        ends = np.roll(knots, -1, 0)
    else:
        chord = np.empty_like(knots)
        chord[1:-1] = knots[2:] - knots[:-2]
        chord[0] = knots[1] - knots[0]
        chord[-1] = knots[-1] - knots[-2]
        ends = knots[1:]
    length = np.hypot(chord[:, 0], chord[:, 1])
    length[length < 1e-6] = 1
    tangent = chord / length[:, None]
    tangent[corners] = 0
    starts = knots if closed else knots[:-1]
    leaving = tangent if closed else tangent[:-1]
    arriving = np.roll(tangent, -1, 0) if closed else tangent[1:]
    reach = np.hypot(*(ends - starts).T)[:, None] * 0.95
    segments = np.stack([starts, leaving * reach, ends, arriving * reach], 1)
    curve = np.einsum("nk,skc->snc", _hermite(samples), segments).reshape(-1, 2)
    return curve if closed else np.vstack([curve, knots[-1:]])


def curve(*points: Knot, samples: int = 7) -> Points:
    """An open smooth curve through the points."""
    return spline(points, closed=False, samples=samples)


def signed_area(contour: Points) -> float:
    """Area of a closed contour; the sign tells its direction."""
    x, y = contour[:, 0], contour[:, 1]
    return float(0.5 * np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)))


def directions(line: Points) -> Points:
    """Unit direction of travel at every point of an open line."""
    step: Points = np.gradient(line, axis=0)
    length = np.linalg.norm(step, axis=1, keepdims=True)
    length[length < 1e-6] = 1
    heading: Points = step / length
    return heading


def edge_band(
    contour: Points,
    towards: Sequence[float],
    width: float,
    power: float = 1.0,
    weight: Points | None = None,
) -> Points:
    """The shape between a closed contour and itself moved inward on the side that faces `towards`.

    The width (in units) fades with the angle to the power `power`: a lit edge, a rim, or (with `towards` away from the
    lamp) a core shadow. `weight` (0 to 1 a point) switches it off along part of the contour.
    """
    step = np.roll(contour, -1, 0) - np.roll(contour, 1, 0)
    length = np.linalg.norm(step, axis=1, keepdims=True)
    length[length < 1e-6] = 1
    step = step / length
    normal = np.stack([step[:, 1], -step[:, 0]], 1)
    if signed_area(contour) < 0:
        normal = -normal
    aim = np.array(towards, dtype=float)
    aim /= np.linalg.norm(aim)
    facing = np.clip(normal @ aim, 0, 1) ** power
    if weight is not None:
        facing = facing * weight
    for _ in range(3):
        facing = (np.roll(facing, 1) + facing + np.roll(facing, -1)) / 3
    inner = contour - normal * (facing * width)[:, None]
    return np.concatenate([contour, inner[::-1]])


def capsule(
    start: Sequence[float], start_radius: float, end: Sequence[float], end_radius: float, steps: int = 14
) -> Points:
    """Contour of a tapered limb with round ends."""
    a, b = np.array(start[:2], dtype=float), np.array(end[:2], dtype=float)
    along = b - a
    length = float(np.hypot(along[0], along[1]))
    angle = math.atan2(along[1], along[0]) if length >= 1e-3 else 0.0
    slope = max(-0.999, min(0.999, (start_radius - end_radius) / length)) if length >= 1e-3 else 0.0
    opening = math.acos(slope)
    back = np.linspace(opening, 2 * math.pi - opening, steps) + angle
    front = np.linspace(-opening, opening, steps) + angle
    return np.concatenate(
        [
            a + start_radius * np.stack([np.cos(back), np.sin(back)], 1),
            b + end_radius * np.stack([np.cos(front), np.sin(front)], 1),
        ]
    )


def ellipse(x: float, y: float, rx: float, ry: float, degrees: float = 0.0, steps: int = 28) -> Points:
    """Closed contour of an ellipse turned by `degrees`."""
    turn = math.radians(degrees)
    around = np.linspace(0, 2 * math.pi, steps, endpoint=False)
    u, v = rx * np.cos(around), ry * np.sin(around)
    return np.stack([x + u * math.cos(turn) - v * math.sin(turn), y + u * math.sin(turn) + v * math.cos(turn)], 1)


def rectangle(x: float, y: float, width: float, height: float) -> Points:
    """Closed contour of an upright rectangle."""
    return np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], dtype=float)


def polygon(*points: Knot) -> Points:
    """Closed contour with straight sides."""
    return np.array(points, dtype=float)


def extents(contour: Points, rows: int = 80) -> tuple[Points, Points, Points]:
    """Heights, and the left and right edge of a closed contour at each."""
    heights = np.linspace(contour[:, 1].min() + 0.3, contour[:, 1].max() - 0.3, rows)
    ax, ay = contour[:, 0][:, None], contour[:, 1][:, None]
    following = np.roll(contour, -1, 0)
    bx, by = following[:, 0][:, None], following[:, 1][:, None]
    drop = by - ay
    crosses = (np.minimum(ay, by) <= heights) & (heights <= np.maximum(ay, by)) & (np.abs(drop) > 1e-9)
    x = ax + (bx - ax) * (heights - ay) / np.where(np.abs(drop) > 1e-9, drop, 1)
    left = np.where(crosses, x, np.inf).min(0)
    right = np.where(crosses, x, -np.inf).max(0)
    known = np.isfinite(left)
    return heights[known], left[known], right[known]


def convex_hull(points: Points) -> Points:
    """The outer ring of a cloud of points."""
    ordered = sorted((float(p[0]), float(p[1])) for p in points)

    def half(run: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        ring: list[tuple[float, float]] = []
        for p in run:
            while len(ring) > 1:
                (ox, oy), (ax, ay) = ring[-2], ring[-1]
                if (ax - ox) * (p[1] - oy) - (ay - oy) * (p[0] - ox) > 0:
                    break
                ring.pop()
            ring.append(p)
        return ring

    lower, upper = half(ordered), half(reversed(ordered))
    return np.array(lower[:-1] + upper[:-1])


def unit(vector: Sequence[float] | Points) -> Points:
    """The vector at length 1; a zero vector stays zero."""
    array = np.asarray(vector, dtype=float)
    length = float(np.linalg.norm(array))
    return array / length if length else array
