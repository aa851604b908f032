"""In what order the things of each row stand, so that few lines between rows cross."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence

_SWEEPS = 24

Rows = list[list[str]]
Links = Sequence[tuple[str, str]]
"""Pairs (upper, lower) between things of neighbouring rows."""


def crossings(rows: Sequence[Sequence[str]], links: Links) -> int:
    """How many pairs of links cross when each row stands in this order."""
    place = _places(rows)
    row_of = {name: number for number, row in enumerate(rows) for name in row}
    gaps: dict[int, list[tuple[int, int]]] = {}
    for upper, lower in links:
        gaps.setdefault(row_of[upper], []).append((place[upper], place[lower]))
    return sum(_inversions(pairs) for pairs in gaps.values())


def _inversions(pairs: list[tuple[int, int]]) -> int:
    seen: list[int] = []
    count = 0
    for _, lower in sorted(pairs):
        count += len(seen) - bisect_left(seen, lower + 1)
        insort(seen, lower)
    return count


def ordered(rows: Rows, links: Links) -> Rows:
    """The rows, each in an order with few crossings: medians of the neighbours, then swaps, kept while it helps.

    The same rows and links always give the same order.
    """
    above: dict[str, list[str]] = {name: [] for row in rows for name in row}
    below: dict[str, list[str]] = {name: [] for row in rows for name in row}
    for upper, lower in links:
        above[lower].append(upper)
        below[upper].append(lower)
    now = [list(row) for row in rows]
    best, fewest = [list(row) for row in now], crossings(now, links)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        downwards = sweep % 2 == 0
        neighbours = above if downwards else below
        for row in range(1, len(now)) if downwards else range(len(now) - 2, -1, -1):
            _by_median(now[row], now[row - 1 if downwards else row + 1], neighbours, last_first=sweep % 4 >= 2)
        _swap(now, above, below)
        count = crossings(now, links)
        if count < fewest:
            best, fewest = [list(row) for row in now], count
    return best


def _by_median(row: list[str], beside: list[str], neighbours: Mapping[str, list[str]], *, last_first: bool) -> None:
    """Sorts a row by the middle of each thing's neighbours; what has none keeps its place."""
    place = {name: number for number, name in enumerate(beside)}
    keyed: list[tuple[float, int, str]] = []
    for number, name in enumerate(row):
        found = sorted(place[each] for each in neighbours[name])
        if found:
            # Ties are broken from alternating ends, so that sweeps do not circle among equals.
            keyed.append((_median(found), -number if last_first else number, name))
    free = iter(name for _, _, name in sorted(keyed))
    row[:] = [next(free) if neighbours[name] else name for name in row]


def _median(found: list[int]) -> float:
    middle = len(found) // 2
    if len(found) % 2:
        return found[middle]
    if len(found) == 2:
        return sum(found) / 2
    left, right = found[middle - 1] - found[0], found[-1] - found[middle]
    if left + right == 0:
        return (found[middle - 1] + found[middle]) / 2
    return (found[middle - 1] * right + found[middle] * left) / (left + right)


def _swap(rows: Rows, above: Mapping[str, list[str]], below: Mapping[str, list[str]]) -> None:
    """Swaps neighbours in a row while that lessens crossings with the rows on both sides."""
    for _ in range(8):
        swapped = False
        place = _places(rows)
        for row in rows:
            for number in range(len(row) - 1):
                left, right = row[number], row[number + 1]
                gain = 0
                for neighbours in (above, below):
                    first = sorted(place[each] for each in neighbours[left])
                    second = sorted(place[each] for each in neighbours[right])
                    gain += _crossed(first, second) - _crossed(second, first)
                if gain > 0:
                    row[number], row[number + 1] = right, left
                    place[left], place[right] = number + 1, number
                    swapped = True
        if not swapped:
            return


def _crossed(left: list[int], right: list[int]) -> int:
    """Crossings between the links of two neighbours standing in this order, from their sorted ends."""
    return sum(len(left) - bisect_left(left, each + 1) for each in right)


def _places(rows: Iterable[Sequence[str]]) -> dict[str, int]:
    return {name: number for row in rows for number, name in enumerate(row)}
