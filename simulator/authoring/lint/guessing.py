"""Guessing by wording: how often somebody who knows only how lines are phrased elsewhere picks the best one here.

Naive Bayes over the words of other calls, tried on this one. The *best* line of a moment is the one its author names
as `better` most often; beside it stands how often the guess finds any line that is not poor.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from simulator.authoring.lint.case import Case, longest
from simulator.authoring.lint.wording import words_of
from simulator.scenario.model import Line

_ADDED = 0.5
_TOLD = 5


@dataclass(frozen=True, slots=True)
class Guesses:
    """What came of guessing: decisions, hits, the hits that chance would give and their variance, and the signs that
    tell most."""

    decisions: int
    hits: int
    by_chance: float
    variance: float
    telling: tuple[str, ...]

    @property
    def gain(self) -> float:
        """The part of what chance leaves that the guess finds: 0 is no better than chance, 1 is always right."""
        left = self.decisions - self.by_chance
        return (self.hits - self.by_chance) / left if left else 0.0

    @property
    def deviations(self) -> float:
        """How far the hits are from chance, in its standard deviations."""
        return (self.hits - self.by_chance) / self.variance**0.5 if self.variance else 0.0


def guess_best(case: Case, others: Iterable[Case]) -> Guesses:
    """Picking the one line that the author holds for the best of its moment."""
    habits = _Habits((line, line is best) for other in others for best in bests(other) for line in _beside(other, best))
    keys = bests(case)
    hits = sum(habits.pick(_beside(case, best)) is best for best in keys)
    shares = [1 / len(_beside(case, best)) for best in keys]
    return _guesses(hits, shares, habits, [line for best in keys for line in _beside(case, best)])


def guess_good(case: Case, others: Iterable[Case]) -> Guesses:
    """Picking a line that is not poor, in decisions that have both."""
    habits = _Habits((line, not other.is_poor(line)) for other in others for line in _mixed(other))
    hits, shares = 0, []
    for node in case.decisions:
        good, poor = case.split(node)
        if good and poor:
            hits += not case.is_poor(habits.pick(tuple(node.lines.values())))
            shares.append(len(good) / len(node.lines))
    return _guesses(hits, shares, habits, _mixed(case))


def bests(case: Case) -> list[Line]:
    """For each decision that has one: the line that `better` names most often."""
    named = Counter(
        line.better if "." in line.better else f"{line.node}.{line.better}" for line in case.lines if line.better
    )
    found = []
    for node in case.decisions:
        most = max(named[line.path] for line in node.lines.values())
        top = [line for line in node.lines.values() if named[line.path] == most]
        if most and len(top) == 1:
            found.append(top[0])
    return found


class _Habits:
    """How much each word speaks for a line: from lines of which it is known whether they are wanted."""

    def __init__(self, lines: Iterable[tuple[Line, bool]]) -> None:
        counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        total: Counter[bool] = Counter()
        for line, wanted in lines:
            counts[wanted].update(_signs(line))
            total[wanted] += 1
        self._weights = {
            word: log((counts[True][word] + _ADDED) / (total[True] + 2 * _ADDED))
            - log((counts[False][word] + _ADDED) / (total[False] + 2 * _ADDED))
            for word in counts[True].keys() | counts[False].keys()
        }

    def worth(self, line: Line) -> float:
        """How much the words of a line speak for it."""
        return sum(self._weights.get(word, 0.0) for word in _signs(line))

    def pick(self, lines: tuple[Line, ...]) -> Line:
        """The line that is guessed."""
        return max(lines, key=self.worth)

    def telling(self, lines: Iterable[Line]) -> tuple[str, ...]:
        """The signs that decide most over these lines: strong ones that come up often."""
        met = Counter(sign for line in lines for sign in _signs(line))
        order = sorted(met, key=lambda sign: (-abs(self._weights.get(sign, 0.0)) * met[sign], sign))
        return tuple(order[:_TOLD])


def _guesses(hits: int, shares: list[float], habits: _Habits, lines: list[Line]) -> Guesses:
    variance = sum(share * (1 - share) for share in shares)
    return Guesses(len(shares), hits, sum(shares), variance, habits.telling(lines))


def _beside(case: Case, line: Line) -> tuple[Line, ...]:
    return tuple(case.scenario.nodes[line.node].lines.values())


def _mixed(case: Case) -> list[Line]:
    return [line for node in case.decisions if all(case.split(node)) for line in node.lines.values()]


def _signs(line: Line) -> set[str]:
    text = longest(line.words)
    return {*words_of(text), *(sign for sign in "?!" if sign in text)}
