"""How far from the left each thing of a row stands: near its neighbours, in order, and clear of those beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_SWEEPS = 16


def across(
    rows: Sequence[Sequence[str]],
    links: Sequence[tuple[str, str, float]],
    widths: Mapping[str, float],
    gaps: Mapping[str, float],
) -> dict[str, float]:
    """The middle of each thing, in units of `widths`; the leftmost edge is at 0.

    `links` are (upper, lower, weight): heavier ones are kept straighter. `gaps` is the least room on either side
    of a thing; between two things the larger counts.
    """
    above: dict[str, list[tuple[str, float]]] = {name: [] for row in rows for name in row}
    below: dict[str, list[tuple[str, float]]] = {name: [] for row in rows for name in row}
    for upper, lower, weight in links:
        above[lower].append((upper, weight))
        below[upper].append((lower, weight))
    offsets = [_offsets(row, widths, gaps) for row in rows]
    middle: dict[str, float] = {}
    for row, offset in zip(rows, offsets, strict=True):
        width = offset[-1] if offset else 0.0
        middle |= {name: at - width / 2 for name, at in zip(row, offset, strict=True)}
    for sweep in range(_SWEEPS):
        downwards = sweep % 2 == 0
        last = sweep >= _SWEEPS - 2
        for number in range(len(rows)) if downwards else range(len(rows) - 1, -1, -1):
            row = rows[number]
            pulls = []
            for name in row:
                near = above[name] if downwards else below[name]
                if last or not near:
                    near = above[name] + below[name]
                total = sum(weight for _, weight in near)
                wanted = sum(middle[each] * weight for each, weight in near) / total if total else middle[name]
                pulls.append((wanted, total or 0.1))
            middle |= zip(row, _spread(pulls, offsets[number]), strict=True)
    left = min((middle[name] - widths[name] / 2 for name in middle), default=0.0)
    return {name: at - left for name, at in middle.items()}


def _offsets(row: Sequence[str], widths: Mapping[str, float], gaps: Mapping[str, float]) -> list[float]:
    """Where each thing's middle would be if the row stood as close as it may, the first at 0."""
    at, found = 0.0, []
    for number, name in enumerate(row):
        if number:
            before = row[number - 1]
            at += widths[before] / 2 + max(gaps[before], gaps[name]) + widths[name] / 2
        found.append(at)
    return found


def _spread(pulls: Sequence[tuple[float, float]], offsets: Sequence[float]) -> list[float]:
    """The places nearest to the wanted ones that keep order and room: isotonic regression by pooling neighbours."""
    pools: list[tuple[float, float, int]] = []  # (place, weight, how many)
    for (wanted, weight), offset in zip(pulls, offsets, strict=True):
        pools.append((wanted - offset, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            after, before = pools.pop(), pools.pop()
            total = before[1] + after[1]
            pools.append(((before[0] * before[1] + after[0] * after[1]) / total, total, before[2] + after[2]))
    places = [place for place, _, count in pools for _ in range(count)]
    return [place + offset for place, offset in zip(places, offsets, strict=True)]
