"""Progress: several runs of one trainee, oldest first. Habits falling or not say more than any one rating.

One run describes. How far several measure is told with them: the reliability of k encounters by Spearman and Brown
from that of one (checklist scores of one encounter generalise to another with r 0.14 to 0.25; the middle is taken).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from simulator.scoring.debrief import Debrief
from simulator.scoring.items import EvidenceItem
from simulator.scoring.ratings import FEWEST_CHANCES, rate
from simulator.scoring.runs import Direction, HabitTrend, PooledRating, Run
from simulator.scoring.values import Value

POOLED_PRIOR = 3
"""How many items the middle anchor counts as where several encounters are pooled (judgement)."""

ONE_ENCOUNTER: Final = 0.2
"""The reliability of one encounter: the middle of 0.14 to 0.25."""

WANTED = 0.8
"""The reliability from which two people may be compared at all."""

FEWEST_RUNS = 4
"""Under so many runs no direction is told: two halves of two at least."""

LEAST_CHANGE = 0.5
"""Habits in ten decisions by which the halves have to differ before a direction is told (judgement)."""


class Progress(Value):
    """A trainee's runs, their habits, their pooled ratings, and how much that measures (0 to 1)."""

    trainee: str
    runs: tuple[Run, ...]
    habits: tuple[HabitTrend, ...]
    all_habits: Direction
    ratings: tuple[PooledRating, ...]
    reliability: float
    runs_wanted: int
    """How many encounters would reach a reliability of 0.8."""


class MixedTraineesError(ValueError):
    """Runs of more than one trainee: they are never mixed."""


def reliability_of(runs: int, one: float = ONE_ENCOUNTER) -> float:
    """The reliability of so many encounters taken together (Spearman and Brown).

    >>> reliability_of(1), reliability_of(16)
    (0.2, 0.8)
    """
    return round(runs * one / (1 + (runs - 1) * one), 2) if runs else 0.0


def runs_wanted(reliability: float = WANTED, one: float = ONE_ENCOUNTER) -> int:
    """How many encounters reach a reliability."""
    needed = reliability * (1 - one) / (one * (1 - reliability))
    return int(needed) + (needed > int(needed) + 1e-9)


def progress(debriefs: Sequence[Debrief]) -> Progress:
    """The progress of one trainee; stopped and unfinished runs and practice branches are listed and not counted into
    habits or ratings.

    Raises MixedTraineesError for runs of several trainees, and ValueError for none.
    """
    if not debriefs:
        raise ValueError("There are no runs.")
    trainees = {value.session.trainee for value in debriefs}
    if len(trainees) > 1:
        raise MixedTraineesError(f"These are runs of {len(trainees)} trainees: {', '.join(sorted(trainees))}.")
    ordered = _in_order(debriefs)
    counted = counted_runs(debriefs)
    return Progress(
        trainee=next(iter(trainees)),
        runs=tuple(run_of(value) for value in ordered),
        habits=habit_trends(counted),
        all_habits=habits_direction(counted),
        ratings=pooled_ratings(counted),
        reliability=reliability_of(len(counted)),
        runs_wanted=runs_wanted(),
    )


def counted_runs(values: Iterable[Debrief]) -> list[Debrief]:
    """The runs that can be counted, oldest first: played to an end, and no practice branch, which shares its beginning
    with another run."""
    return _in_order(value for value in values if _counts(value))


def _counts(value: Debrief) -> bool:
    return value.status == "ended" and value.session.branch_turn is None


def _in_order(values: Iterable[Debrief]) -> list[Debrief]:
    return sorted(values, key=lambda value: (value.session.started_at, value.session.session))


def run_of(value: Debrief) -> Run:
    """One run as it stands in a row of them."""
    ending, opening = value.ending, value.opening
    habits = sum(habit.count for habit in value.habits)
    decisions = value.measures.decisions
    return Run(
        session=value.session.session,
        started_at=value.session.started_at,
        scenario=value.origin.scenario,
        title=value.origin.title,
        temperament=value.difficulty.temperament_label,
        difficulty=value.difficulty.count,
        outcome=ending.title if ending is not None else "",
        kind=ending.kind if ending is not None else value.status,
        value=ending.value if ending is not None else None,
        critical=len(value.critical),
        decisions=decisions,
        habits=habits,
        habits_in_ten=in_ten(habits, decisions),
        opened_well=opening.who.there and opening.why.there and opening.ask.there and opening.ask_before_order,
        overall=value.overall.rating,
        counted=_counts(value),
    )


def in_ten(count: int, decisions: int) -> float:
    """So many in ten decisions; 0 where none was made."""
    return round(10 * count / decisions, 2) if decisions else 0.0


def _direction(rates: Sequence[float]) -> Direction:
    """Where a rate goes: the later half against the earlier one."""
    if len(rates) < FEWEST_RUNS:
        return "too_few"
    half = len(rates) // 2
    earlier, later = sum(rates[:half]) / half, sum(rates[-half:]) / half
    if abs(later - earlier) < LEAST_CHANGE:
        return "steady"
    return "falling" if later < earlier else "rising"


def habits_direction(values: Sequence[Debrief]) -> Direction:
    """Where poor habits in ten decisions go over these runs, oldest first."""
    return _direction([run_of(value).habits_in_ten for value in values])


def habit_trends(values: Sequence[Debrief]) -> tuple[HabitTrend, ...]:
    """Every habit that was seen in these runs, oldest first; the most frequent habit first."""
    labels = {habit.habit: habit.label for value in values for habit in value.habits}
    trends = []
    for id_, label in labels.items():
        counts = [sum(habit.count for habit in value.habits if habit.habit == id_) for value in values]
        rates = [in_ten(count, value.measures.decisions) for count, value in zip(counts, values, strict=True)]
        trends.append(
            HabitTrend(habit=id_, label=label, counts=tuple(counts), in_ten=tuple(rates), direction=_direction(rates))
        )
    return tuple(sorted(trends, key=lambda trend: -sum(trend.counts)))


def pooled_ratings(values: Sequence[Debrief]) -> tuple[PooledRating, ...]:
    """Every competency rated on the evidence of all these runs together."""
    labels = {rating.skill: rating.label for value in values for rating in value.ratings}
    pooled = []
    for skill, label in labels.items():
        items: list[EvidenceItem] = []
        met = 0
        for value in values:
            own = [item for item in value.items if item.skill == skill]
            items += own
            met += bool(own)
        rating = low = high = None
        if len(items) >= FEWEST_CHANCES:
            rating, half = rate(items, POOLED_PRIOR)
            low, high = round(max(1.0, rating - half), 2), round(min(7.0, rating + half), 2)
        pooled.append(
            PooledRating(skill=skill, label=label, rating=rating, low=low, high=high, chances=len(items), runs=met)
        )
    return tuple(pooled)
