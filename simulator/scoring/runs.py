"""Runs of a trainee as values: one in a row of them, habits and skills over several, one beside those before it."""

from __future__ import annotations

from typing import Literal

from simulator.scoring.values import Value

Direction = Literal["falling", "steady", "rising", "too_few"]

Told = Literal["too_few", "overlap", "apart_in_runs", "apart"]
"""What can be told of a skill: nothing, for a side has too few chances; no difference, for the bands overlap; that the
bands lie apart in encounters too few to tell of people; that they lie apart."""


class Run(Value):
    """One run in a row. `opened_well` is whether who, why and a question came before any order; `counted` whether it
    goes into habits and ratings."""

    session: str
    started_at: str
    scenario: str
    title: str
    temperament: str
    difficulty: int
    outcome: str
    kind: str
    value: float | None
    critical: int
    decisions: int
    habits: int
    habits_in_ten: float
    opened_well: bool
    overall: float | None
    counted: bool


class HabitTrend(Value):
    """One habit over the runs: its count in each, its rate in ten decisions, and where it goes."""

    habit: str
    label: str
    counts: tuple[int, ...]
    in_ten: tuple[float, ...]
    direction: Direction


class PooledRating(Value):
    """A competency over all runs; None under three chances."""

    skill: str
    label: str
    rating: float | None
    low: float | None
    high: float | None
    chances: int
    runs: int


class HabitBefore(Value):
    """A habit that was seen in this session or before: how often here, in how many of the earlier runs, in ten
    decisions here and over the earlier runs, and where it goes over all of them."""

    habit: str
    label: str
    here: int
    runs_before: int
    here_in_ten: float
    before_in_ten: float
    direction: Direction


class SkillBefore(Value):
    """A competency in this session and over the earlier runs together, and what can be told of the two."""

    skill: str
    label: str
    here: PooledRating
    before: PooledRating
    told: Told


class Earlier(Value):
    """A session beside its trainee's earlier runs, oldest first.

    `habits_in_ten` and `habits_in_ten_before` are poor habits in ten decisions; `opened_well` is whether who, why and
    a question came before any order here, `opened_well_before` in how many of the earlier runs. `same_call` are the
    earlier runs of this call. `reliability` (0 to 1) is that of all the runs together, this one with them;
    `runs_wanted` how many would reach 0.8.
    """

    runs: tuple[Run, ...]
    same_call: tuple[Run, ...]
    habits_in_ten: float
    habits_in_ten_before: float
    all_habits: Direction
    habits: tuple[HabitBefore, ...]
    opened_well: bool
    opened_well_before: int
    skills: tuple[SkillBefore, ...]
    reliability: float
    runs_wanted: int


def told_of(one: PooledRating, other: PooledRating, *, enough: bool) -> Told:
    """What can be told of two ratings; `enough` says whether both rest on encounters enough to tell of people."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return "too_few"
    if one.low <= other.high and other.low <= one.high:
        return "overlap"
    return "apart" if enough else "apart_in_runs"
