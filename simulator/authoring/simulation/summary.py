"""Simulated runs summed up: how calls end, what they are worth, how long they take, how tension goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.authoring.simulation.runs import Run

BINS = 10
"""Bins of the distribution of values, each ten points wide; 100 counts into the last."""

_LEAST_SHARE = 0.25
"""The tension curve goes on while at least this share of the runs does: the mean of a few would only tremble."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The runs of one policy on one temperament.

    `mean`, `spread` (standard deviation), `low`, `middle` and `high` (tenth, fiftieth and ninetieth of a hundred)
    are of the value at the end, 0-100; `bins` counts runs by ten points of value. `turns` and `minutes` are means.
    `curve` is the mean tension at the start and after each act, over the runs still going on. `rating` is the mean
    overall rating of those rated, None where none was; `critical` counts the runs with each critical error.
    """

    policy: str
    temperament: str
    runs: int
    mean: float
    spread: float
    turns: float
    minutes: float
    outcomes: tuple[tuple[str, int], ...]
    low: float = 0.0
    middle: float = 0.0
    high: float = 0.0
    bins: tuple[int, ...] = ()
    curve: tuple[float, ...] = ()
    rating: float | None = None
    critical: tuple[tuple[str, int], ...] = ()


def summarise(runs: Iterable[Run]) -> list[Summary]:
    """One summary for each policy and temperament, in the order in which they came."""
    groups: dict[tuple[str, str], list[Run]] = {}
    for run in runs:
        groups.setdefault((run.policy, run.temperament), []).append(run)
    return [_summary(policy, temperament, rows) for (policy, temperament), rows in groups.items()]


def _summary(policy: str, temperament: str, rows: list[Run]) -> Summary:
    count = len(rows)
    values = sorted(run.value for run in rows)
    mean = sum(values) / count
    ratings = [run.rating for run in rows if run.rating is not None]
    bins = Counter(min(int(value // (100 / BINS)), BINS - 1) for value in values)
    return Summary(
        policy,
        temperament,
        count,
        mean,
        (sum((value - mean) ** 2 for value in values) / count) ** 0.5,
        sum(run.turns for run in rows) / count,
        sum(run.minutes for run in rows) / count,
        tuple(Counter(run.outcome for run in rows).most_common()),
        quantile(values, 0.1),
        quantile(values, 0.5),
        quantile(values, 0.9),
        tuple(bins[place] for place in range(BINS)),
        mean_curve([run.curve for run in rows]),
        sum(ratings) / len(ratings) if ratings else None,
        tuple(Counter(error for run in rows for error in run.critical).most_common()),
    )


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which this share (0-1) of the ordered values lies, between neighbours in proportion."""
    at = share * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)


def mean_curve(curves: Sequence[Sequence[int]]) -> tuple[float, ...]:
    """The mean of curves place by place, over those that reach it, as far as a quarter of them do."""
    means = []
    for place in range(max(map(len, curves), default=0)):
        there = [curve[place] for curve in curves if len(curve) > place]
        if len(there) < _LEAST_SHARE * len(curves):
            break
        means.append(round(sum(there) / len(there), 1))
    return tuple(means)
