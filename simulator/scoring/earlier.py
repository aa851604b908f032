"""A session beside the trainee's own earlier runs: the same calls, habits in ten decisions, the opening, the skills.

It is told of one trainee and for that trainee. One run describes; what several measure is told by their reliability,
and where a difference cannot be told, that is what is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from simulator.scoring.debrief import Debrief
from simulator.scoring.progress import (
    counted_runs,
    habit_trends,
    habits_direction,
    in_ten,
    pooled_ratings,
    reliability_of,
    run_of,
    runs_wanted,
)
from simulator.scoring.runs import Earlier, HabitBefore, PooledRating, SkillBefore, told_of

MOST_RUNS = 20
"""Runs that a session is set beside at most: enough for a reliability of 0.8, and not yet another officer."""


def with_earlier(value: Debrief, others: Sequence[Debrief]) -> Debrief:
    """The debrief with where it stands beside the trainee's own runs before it, among `others`."""
    return value.model_copy(update={"earlier": earlier(value, others)})


def earlier(value: Debrief, others: Sequence[Debrief]) -> Earlier | None:
    """This session beside those of `others` that count: of the same trainee, begun before it, played to their end, no
    practice branch; of many, the latest. None where there is none, where nobody was named, or where this one does not
    count itself."""
    runs = counted_runs([other for other in others if _before(other, value)])[-MOST_RUNS:]
    if not runs or not counted_runs([value]):
        return None
    here, all_runs = run_of(value), [*runs, value]
    rows = tuple(run_of(run) for run in runs)
    decisions = sum(row.decisions for row in rows)
    return Earlier(
        runs=rows,
        same_call=tuple(row for row in rows if row.scenario == here.scenario),
        habits_in_ten=here.habits_in_ten,
        habits_in_ten_before=in_ten(sum(row.habits for row in rows), decisions),
        all_habits=habits_direction(all_runs),
        habits=_habits(value, runs),
        opened_well=here.opened_well,
        opened_well_before=sum(row.opened_well for row in rows),
        skills=_skills(value, runs),
        reliability=reliability_of(len(all_runs)),
        encounters=len({(run.origin.scenario, run.origin.temperament) for run in all_runs}),
        runs_wanted=runs_wanted(),
    )


def _before(other: Debrief, value: Debrief) -> bool:
    one, here = other.session, value.session
    return bool(here.trainee) and one.trainee == here.trainee and one.started_at < here.started_at


def _habits(value: Debrief, runs: Sequence[Debrief]) -> tuple[HabitBefore, ...]:
    """Those of this session first, each by how often it was seen."""
    before = sum(run.measures.decisions for run in runs)
    rows = []
    for trend in habit_trends([*runs, value]):
        *counts, here = trend.counts
        rows.append(
            HabitBefore(
                habit=trend.habit,
                label=trend.label,
                here=here,
                runs_before=sum(count > 0 for count in counts),
                here_in_ten=trend.in_ten[-1],
                before_in_ten=in_ten(sum(counts), before),
                direction=trend.direction,
            )
        )
    return tuple(sorted(rows, key=lambda row: -row.here))


def _skills(value: Debrief, runs: Sequence[Debrief]) -> tuple[SkillBefore, ...]:
    before = {rating.skill: rating for rating in pooled_ratings(runs)}
    rows = []
    for rating in value.ratings:
        # As the debrief rates this run, so that one skill has one rating on all its pages.
        here = PooledRating(
            skill=rating.skill,
            label=rating.label,
            rating=rating.rating,
            low=rating.low,
            high=rating.high,
            chances=rating.chances,
            runs=1,
        )
        then = before[rating.skill]
        # One run never measures a person: where bands lie apart, it is told of these runs.
        told = told_of(here, then, enough=False)
        rows.append(SkillBefore(skill=rating.skill, label=rating.label, here=here, before=then, told=told))
    return tuple(rows)
