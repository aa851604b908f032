"""Two trainees side by side, on the calls that both played to their end. Never a rank, an order or a winner.

What can be told of a skill is told in one of four ways, and the reliability of the runs always stands with it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Final, Literal

from simulator.scoring.debrief import Debrief
from simulator.scoring.progress import (
    WANTED,
    MixedTraineesError,
    counted_runs,
    pooled_ratings,
    reliability_of,
    run_of,
    runs_wanted,
)
from simulator.scoring.runs import PooledRating, Run, Told, told_of
from simulator.scoring.values import Value

Difference = Literal["temperament", "draw", "call", "catalogues", "law", "timing", "mode", "hints"]


class Side(Value):
    """One of the two. `runs` are those that are counted: played to their end, on a call that both played.

    `encounters` counts calls as they differ by call and temperament: where it is less than the runs, one was met again,
    and the reliability, which counts every run, is at most what it says.
    `other_calls` are the titles of calls that this one alone played to an end; `not_counted` are how many runs were
    stopped, left unfinished, or are practice branches, which share their beginning with another run.
    """

    trainee: str
    runs: tuple[Run, ...]
    reliability: float
    encounters: int
    other_calls: tuple[str, ...]
    not_counted: int


class SharedCall(Value):
    """A call that both played to its end: how many runs each has of it, and in what those of the one differ from those
    of the other."""

    scenario: str
    title: str
    runs: tuple[int, int]
    differences: tuple[Difference, ...]


class SkillBeside(Value):
    """A competency of both over the counted runs, in the order of the catalogue, and what can be told of the two."""

    skill: str
    label: str
    ratings: tuple[PooledRating, PooledRating]
    told: Told


class TwoTrainees(Value):
    """Two trainees in the order in which they were named. `runs_wanted` is how many encounters of each would reach the
    `reliability_wanted` from which two people may be compared at all."""

    sides: tuple[Side, Side]
    calls: tuple[SharedCall, ...]
    skills: tuple[SkillBeside, ...]
    reliability_wanted: float
    runs_wanted: int


def side_by_side(one: Sequence[Debrief], other: Sequence[Debrief]) -> TwoTrainees:
    """The runs of two trainees side by side.

    Raises MixedTraineesError where either holds runs of several, and ValueError for no runs or one trainee twice.
    """
    names = (_trainee(one), _trainee(other))
    if names[0] == names[1]:
        raise ValueError("These are the runs of one trainee.")
    ended = (counted_runs(one), counted_runs(other))
    shared = [call for call in _calls(ended[0]) if call in _calls(ended[1])]
    runs = (_of(ended[0], shared), _of(ended[1], shared))
    first, second = (
        _side(name, given, done, counted)
        for name, given, done, counted in zip(names, (one, other), ended, runs, strict=True)
    )
    return TwoTrainees(
        sides=(first, second),
        calls=tuple(_shared(call, _of(runs[0], [call]), _of(runs[1], [call])) for call in shared),
        skills=_skills(runs[0], runs[1], enough=min(first.encounters, second.encounters) >= runs_wanted()),
        reliability_wanted=WANTED,
        runs_wanted=runs_wanted(),
    )


def _trainee(values: Sequence[Debrief]) -> str:
    names = sorted({value.session.trainee for value in values})
    if not names:
        raise ValueError("There are no runs.")
    if len(names) > 1:
        raise MixedTraineesError(f"These are runs of {len(names)} trainees: {', '.join(names)}.")
    return names[0]


def _calls(values: Sequence[Debrief]) -> dict[str, str]:
    """Calls by id with their titles, in the order in which they were first played."""
    calls: dict[str, str] = {}
    for value in values:
        calls.setdefault(value.origin.scenario, value.origin.title)
    return calls


def _of(values: Sequence[Debrief], calls: Sequence[str]) -> list[Debrief]:
    return [value for value in values if value.origin.scenario in calls]


def _side(trainee: str, given: Sequence[Debrief], ended: Sequence[Debrief], counted: Sequence[Debrief]) -> Side:
    calls = _calls(counted)
    return Side(
        trainee=trainee,
        runs=tuple(run_of(value) for value in counted),
        reliability=reliability_of(len(counted)),
        encounters=len({(value.origin.scenario, value.origin.temperament) for value in counted}),
        other_calls=tuple(title for call, title in _calls(ended).items() if call not in calls),
        not_counted=len(given) - len(ended),
    )


_DIFFERENCES: Final[tuple[tuple[Difference, Callable[[Debrief], Hashable]], ...]] = (
    ("temperament", lambda value: value.origin.temperament),
    ("draw", lambda value: value.origin.seed),
    ("call", lambda value: value.origin.digests.get("scenario")),
    ("catalogues", lambda value: frozenset(each for each in value.origin.digests.items() if each[0] != "scenario")),
    ("law", lambda value: value.origin.law),
    ("timing", lambda value: (value.session.untimed, value.session.timer_percent)),
    ("mode", lambda value: value.session.mode),
    ("hints", lambda value: value.session.hints > 0),
)


def _shared(call: str, first: Sequence[Debrief], second: Sequence[Debrief]) -> SharedCall:
    return SharedCall(
        scenario=call,
        title=first[0].origin.title,
        runs=(len(first), len(second)),
        differences=tuple(name for name, of in _DIFFERENCES if set(map(of, first)) != set(map(of, second))),
    )


def _skills(first: Sequence[Debrief], second: Sequence[Debrief], *, enough: bool) -> tuple[SkillBeside, ...]:
    one, other = ({rating.skill: rating for rating in pooled_ratings(runs)} for runs in (first, second))
    labels = {rating.skill: rating.label for side in (one, other) for rating in side.values()}
    rows = []
    for skill, label in labels.items():
        none = PooledRating(skill=skill, label=label, rating=None, low=None, high=None, chances=0, runs=0)
        ratings = (one.get(skill, none), other.get(skill, none))
        rows.append(SkillBeside(skill=skill, label=label, ratings=ratings, told=told_of(*ratings, enough=enough)))
    return tuple(rows)
