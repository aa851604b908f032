"""Which row each moment of a drawing stands in: ways that lead back are turned round, the rest lead downwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]

_A_WAY_BACK = 3
"""So many rows longer may a line be, if that keeps it from leading back."""


def in_rows(names: Sequence[str], pairs: Iterable[Pair], start: str) -> tuple[Mapping[str, int], frozenset[Pair]]:
    """The row of each name, from 0, and the pairs that lead back up; all others lead down.

    Of three ways to tell forth from back the one with the shortest lines is taken: the order given (most often that
    in which a call is meant to go), the distance from the start, and a walk that goes deep first.
    """
    pairs = [pair for pair in pairs if pair[0] != pair[1]]
    place = {name: number for number, name in enumerate(names)}
    led_to = {target for _, target in pairs}
    far = _distances(pairs, start)
    # The start comes first, then moments that only an event brings about: nothing leads back to those.
    written = {name: (name != start, name in led_to, place[name], 0) for name in names}
    near = {name: (name != start, name in led_to, far.get(name, len(names)), place[name]) for name in names}
    best: tuple[int, Mapping[str, int], frozenset[Pair]] | None = None
    for back in (_against(pairs, written), _against(pairs, near), _met_again(names, pairs, start)):
        rows = _rows_of(names, pairs, back, start)
        length = sum(abs(rows[source] - rows[target]) for source, target in pairs) + _A_WAY_BACK * len(back)
        if best is None or length < best[0]:
            best = (length, rows, back)
    assert best is not None
    return best[1], best[2]


def _against(pairs: Sequence[Pair], order: Mapping[str, tuple[bool, bool, int, int]]) -> frozenset[Pair]:
    return frozenset(pair for pair in pairs if order[pair[0]] > order[pair[1]])


def _distances(pairs: Sequence[Pair], start: str) -> dict[str, int]:
    following: dict[str, list[str]] = {}
    for source, target in pairs:
        following.setdefault(source, []).append(target)
    far, edge = {start: 0}, [start]
    while edge:
        found = []
        for name in edge:
            for each in following.get(name, ()):
                if each not in far:
                    far[each] = far[name] + 1
                    found.append(each)
        edge = found
    return far


def _met_again(names: Sequence[str], pairs: Sequence[Pair], start: str) -> frozenset[Pair]:
    """The pairs that lead to something still being walked through, going deep first."""
    following: dict[str, list[str]] = {name: [] for name in names}
    for source, target in pairs:
        following[source].append(target)
    back: set[Pair] = set()
    state: dict[str, int] = {}  # 1 on the way down, 2 done
    for root in sorted(names, key=lambda name: name != start):
        if root in state:
            continue
        state[root] = 1
        trail = [(root, iter(following[root]))]
        while trail:
            name, rest = trail[-1]
            onward = next(rest, None)
            if onward is None:
                state[name] = 2
                trail.pop()
            elif onward not in state:
                state[onward] = 1
                trail.append((onward, iter(following[onward])))
            elif state[onward] == 1:
                back.add((name, onward))
    return frozenset(back)


def _rows_of(names: Sequence[str], pairs: Iterable[Pair], back: frozenset[Pair], start: str) -> Mapping[str, int]:
    """The row of each name, from 0: below everything that leads to it.

    What has at least as many ways out as in stands as near as it can to what it leads to, so that lines are short;
    a moment that only an event brings about is such a one.
    """
    down = [(target, source) if (source, target) in back else (source, target) for source, target in pairs]
    above: dict[str, list[str]] = {name: [] for name in names}
    below: dict[str, list[str]] = {name: [] for name in names}
    for source, target in down:
        above[target].append(source)
        below[source].append(target)
    rows: dict[str, int] = {}
    order = _sorted_down(names, above, below)
    for name in order:
        rows[name] = max((rows[each] + 1 for each in above[name]), default=0)
    for name in reversed(order):
        if name != start and below[name] and len(below[name]) >= len(above[name]):
            rows[name] = max(rows[name], min(rows[each] for each in below[name]) - 1)
    return rows


def _sorted_down(
    names: Sequence[str], above: Mapping[str, Sequence[str]], below: Mapping[str, Sequence[str]]
) -> list[str]:
    missing = {name: len(above[name]) for name in names}
    ready = [name for name in names if not missing[name]]
    order: list[str] = []
    while ready:
        name = ready.pop(0)
        order.append(name)
        for each in below[name]:
            missing[each] -= 1
            if not missing[each]:
                ready.append(each)
    return order
