"""Which row each moment of a drawing stands in: ways that lead back are turned round, the rest lead downwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]


def ways_back(names: Sequence[str], pairs: Iterable[Pair], start: str) -> frozenset[Pair]:
    """The pairs that lead back to something already on the way there, seen from the start in the order given."""
    following: dict[str, list[str]] = {name: [] for name in names}
    for source, target in pairs:
        following[source].append(target)
    back: set[Pair] = set()
    state: dict[str, int] = {}  # 1 on the way down, 2 done
    for root in [start, *names]:
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


def rows_of(names: Sequence[str], pairs: Iterable[Pair], back: frozenset[Pair], start: str) -> Mapping[str, int]:
    """The row of each name, from 0: below everything that leads to it, and no lower than it must be.

    What nothing leads to (a moment that only an event brings about) stands just above the first it leads to.
    """
    pairs = list(pairs)
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
        if name != start and not above[name] and below[name]:
            rows[name] = max(0, min(rows[each] for each in below[name]) - 1)
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
