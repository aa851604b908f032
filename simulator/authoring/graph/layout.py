"""Where everything of a drawing stands: boxes in rows, and a curve for each line between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from simulator.authoring.graph.layering import Pair, in_rows
from simulator.authoring.graph.ordering import crossings, ordered
from simulator.authoring.graph.placing import across

BOX_GAP = 14.0
LINE_GAP = 7.0
_ROW_GAP = 38.0
_ROW_GAP_A_LINE = 2.2
"""More room between rows for each line that passes there, up to `_MOST_ROW_GAP`."""
_MOST_ROW_GAP = 110.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels: its middle, its upper edge, its size."""

    x: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A line from one box to another: points it passes upright, two for each row. `back` leads upwards."""

    source: str
    target: str
    points: tuple[Point, ...]
    back: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole drawing, its upper left corner at (0, 0)."""

    boxes: Mapping[str, Box]
    curves: tuple[Curve, ...]
    width: float
    height: float
    crossings: int


def lay_out(sizes: Mapping[str, tuple[float, float]], pairs: Sequence[Pair], start: str) -> Layout:
    """Boxes of these sizes (width, height), each pair of names joined by a line.

    The same input always gives the same drawing. Pairs of a name with itself are passed over.
    """
    names = list(sizes)
    pairs = [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1]]
    rows_found, back = in_rows(names, pairs, start)
    row_of = dict(rows_found)
    rows: list[list[str]] = [[] for _ in range(max(row_of.values(), default=-1) + 1)]
    for name in names:
        rows[row_of[name]].append(name)
    trails = _trails(pairs, back, row_of, rows)
    links = [link for trail in trails.values() for link in pairwise(trail)]
    rows = ordered(rows, links)
    widths = {name: sizes[name][0] if name in sizes else 2.0 for row in rows for name in row}
    gaps = {name: BOX_GAP if name in sizes else LINE_GAP for name in widths}
    middle = across(rows, [(a, b, _weight(a, b, sizes)) for a, b in links], widths, gaps)
    tops, heights = _down(rows, links, sizes)
    boxes = {name: Box(middle[name], tops[row_of[name]], sizes[name][0], sizes[name][1]) for name in names}
    curves = _curves(trails, back, boxes, middle, row_of, tops, heights)
    width = max((middle[name] + widths[name] / 2 for name in widths), default=0.0)
    height = tops[-1] + heights[-1] if rows else 0.0
    return Layout(boxes, curves, width, height, crossings(rows, links))


def _trails(
    pairs: Sequence[Pair], back: frozenset[Pair], row_of: dict[str, int], rows: list[list[str]]
) -> dict[Pair, list[str]]:
    """For each pair what its line passes from the upper box to the lower: a bend in every row between, added to
    that row."""
    trails: dict[Pair, list[str]] = {}
    for pair in pairs:
        upper, lower = (pair[1], pair[0]) if pair in back else pair
        trail = [upper]
        for row in range(row_of[upper] + 1, row_of[lower]):
            bend = f"{pair[0]}>{pair[1]}@{row}"  # no id holds a `>`
            rows[row].append(bend)
            row_of[bend] = row
            trail.append(bend)
        trails[pair] = [*trail, lower]
    return trails


def _weight(upper: str, lower: str, sizes: Mapping[str, tuple[float, float]]) -> float:
    """Long lines are kept straight: a link between two bends pulls hardest."""
    return {2: 1.0, 1: 2.0, 0: 8.0}[(upper in sizes) + (lower in sizes)]


def _down(
    rows: Sequence[Sequence[str]], links: Sequence[Pair], sizes: Mapping[str, tuple[float, float]]
) -> tuple[list[float], list[float]]:
    """The upper edge and the height of each row."""
    row_of = {name: number for number, row in enumerate(rows) for name in row}
    passing = [0] * len(rows)
    for upper, _ in links:
        passing[row_of[upper]] += 1
    heights = [max((sizes[name][1] for name in row if name in sizes), default=0.0) for row in rows]
    tops, at = [], 0.0
    for number, height in enumerate(heights):
        tops.append(at)
        at += height + min(_MOST_ROW_GAP, _ROW_GAP + _ROW_GAP_A_LINE * passing[number])
    return tops, heights


def _curves(
    trails: Mapping[Pair, list[str]],
    back: frozenset[Pair],
    boxes: Mapping[str, Box],
    middle: Mapping[str, float],
    row_of: Mapping[str, int],
    tops: Sequence[float],
    heights: Sequence[float],
) -> tuple[Curve, ...]:
    leaving = _ports(trails, boxes, middle, lower=True)
    coming = _ports(trails, boxes, middle, lower=False)
    curves = []
    for pair, trail in trails.items():
        upper, lower = boxes[trail[0]], boxes[trail[-1]]
        first_row = row_of[trail[0]]
        points: list[Point] = [
            (leaving[pair], upper.top + upper.height),
            (leaving[pair], tops[first_row] + heights[first_row]),
        ]
        for bend in trail[1:-1]:
            row = row_of[bend]
            points += [(middle[bend], tops[row]), (middle[bend], tops[row] + heights[row])]
        points += [(coming[pair], lower.top)]
        turned = tuple(reversed(points)) if pair in back else tuple(points)
        curves.append(Curve(*pair, turned, pair in back))
    return tuple(curves)


def _ports(
    trails: Mapping[Pair, list[str]], boxes: Mapping[str, Box], middle: Mapping[str, float], *, lower: bool
) -> dict[Pair, float]:
    """Where each line meets a box's lower (or upper) edge: spread out in the order in which the lines leave."""
    ends: dict[str, list[tuple[float, Pair]]] = {}
    for pair, trail in trails.items():
        near, far = (trail[0], trail[1]) if lower else (trail[-1], trail[-2])
        ends.setdefault(near, []).append((middle[far], pair))
    ports: dict[Pair, float] = {}
    for name, found in ends.items():
        box = boxes[name]
        step = min(18.0, box.width * 0.8 / len(found))
        found.sort()
        for number, (_, pair) in enumerate(found):
            ports[pair] = box.x + (number - (len(found) - 1) / 2) * step
    return ports
