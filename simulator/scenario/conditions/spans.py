"""Sets of whole numbers as runs without gaps: for which stored values of a name does a condition hold?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

Run: TypeAlias = tuple[int | None, int | None]
"""First and last number of a run, both in it; None is without end."""


@dataclass(frozen=True, slots=True)
class Spans:
    """A set of whole numbers: runs in rising order, with at least one number missing between two of them."""

    runs: tuple[Run, ...]

    def complement(self) -> "Spans":
        """The whole numbers that are not in the set."""
        runs: list[Run] = []
        start: int | None = None
        open_below = True
        for low, high in self.runs:
            if low is not None:
                runs.append((None if open_below else start, low - 1))
            open_below = False
            if high is None:
                return Spans(tuple(runs))
            start = high + 1
        runs.append((None if open_below else start, None))
        return Spans(tuple(runs))

    def __and__(self, other: "Spans") -> "Spans":
        runs: list[Run] = []
        for low_a, high_a in self.runs:
            for low_b, high_b in other.runs:
                low = _greater(low_a, low_b)
                high = _smaller(high_a, high_b)
                if low is None or high is None or low <= high:
                    runs.append((low, high))
        return Spans(tuple(runs))

    def __or__(self, other: "Spans") -> "Spans":
        return (self.complement() & other.complement()).complement()

    def __contains__(self, number: int) -> bool:
        return any((low is None or low <= number) and (high is None or number <= high) for low, high in self.runs)

    def members(self, most: int) -> frozenset[int] | None:
        """All the numbers, if there are `most` or fewer; else None."""
        found: set[int] = set()
        for low, high in self.runs:
            if low is None or high is None or high - low >= most:
                return None
            found.update(range(low, high + 1))
        return frozenset(found) if len(found) <= most else None


def run(low: int | None, high: int | None) -> Spans:
    """The numbers from `low` to `high`, none if they cross."""
    if low is not None and high is not None and low > high:
        return NOTHING
    return Spans(((low, high),))


def all_of(sets: Iterable[Spans]) -> Spans:
    """What is in every one of `sets`."""
    common = EVERYTHING
    for each in sets:
        common &= each
    return common


def any_of(sets: Iterable[Spans]) -> Spans:
    """What is in one of `sets` or more."""
    return all_of(each.complement() for each in sets).complement()


def _greater(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else max(a, b)


def _smaller(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else min(a, b)


NOTHING = Spans(())
EVERYTHING = Spans(((None, None),))
