"""A session beside the trainee's own earlier runs: how many, the same call before, habits, the opening, the skills."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.reports.page.blocks import Block, Points, Table, line, plain
from simulator.reports.page.sentences import clean, listed, pooled_words
from simulator.reports.words import Words
from simulator.scoring.debrief import Debrief
from simulator.scoring.earlier import MOST_RUNS
from simulator.scoring.runs import Earlier, HabitBefore, Run, SkillBefore

LATEST = 3
"""Runs of the same call that are told one by one."""


def earlier_blocks(debrief: Debrief, words: Words) -> Iterator[Block]:
    """The chapter; nothing where there are no earlier runs, or they were not asked for."""
    earlier = debrief.earlier
    if earlier is None:
        return
    for told in earlier_lead(earlier, words):
        yield plain(clean(told))
    yield Points(tuple(line(clean(told)) for told in earlier_rows(earlier, words)))
    head = (words("skill"), words("earlier_here"), words("earlier_before"), words("beside_told_head"))
    rows = tuple(
        (clean(skill.label), pooled_words(skill.here, words), pooled_words(skill.before, words), _told(skill, words))
        for skill in earlier.skills
    )
    yield Table(words("earlier_skills_caption"), head, rows)
    yield plain(words("earlier_norm"), "quiet")


def earlier_lead(earlier: Earlier, words: Words) -> Iterator[str]:
    """How many runs there are and how far they measure; when this call was played before, and how it ended then."""
    yield words.count(
        "earlier_lead",
        len(earlier.runs),
        reliability=f"{earlier.reliability:.2f}",
        all=len(earlier.runs) + 1,
        wanted=earlier.runs_wanted,
        most=MOST_RUNS,
    )
    if earlier.encounters <= len(earlier.runs):
        yield words("earlier_repeated")
    if same := earlier.same_call[-LATEST:]:
        told = "; ".join(_run(run, words) for run in reversed(same))
        yield words.count("earlier_same", len(earlier.same_call), runs=told)
    else:
        yield words("earlier_new")


def earlier_rows(earlier: Earlier, words: Words) -> Iterator[str]:
    """Poor habits, each habit, the opening: here and before."""
    told = words("earlier_habits", here=f"{earlier.habits_in_ten:.1f}", before=f"{earlier.habits_in_ten_before:.1f}")
    yield f"{told} {words(f'direction_all_{earlier.all_habits}')}"
    yield from (_habit(habit, len(earlier.runs), words) for habit in earlier.habits if habit.here)
    if gone := [_gone(habit, words) for habit in earlier.habits if not habit.here]:
        yield words("earlier_habits_gone", habits=listed(gone, words), all=len(earlier.runs))
    yield words(
        "earlier_opened" if earlier.opened_well else "earlier_not_opened",
        count=earlier.opened_well_before,
        all=len(earlier.runs),
    )


def earlier_skills(earlier: Earlier, words: Words) -> Iterator[str]:
    """The skills in sentences, for where there is no table: those whose bands lie apart, then the rest by name."""
    for skill in earlier.skills:
        if skill.told.startswith("apart"):
            yield words(
                "earlier_skill",
                skill=skill.label,
                here=pooled_words(skill.here, words),
                before=pooled_words(skill.before, words),
                told=_told(skill, words),
            )
    for told in ("overlap", "too_few"):
        if names := [skill.label for skill in earlier.skills if skill.told == told]:
            yield words(f"earlier_skills_{told}", skills=listed(names, words))


def _run(run: Run, words: Words) -> str:
    return words(
        "earlier_run",
        date=clean(run.started_at)[:10],
        temperament=run.temperament.lower(),
        ending=clean(run.outcome),
        value=f"{run.value:.0f}" if run.value is not None else words("unrated"),
    )


def _habit(habit: HabitBefore, runs: int, words: Words) -> str:
    return words(
        "earlier_habit",
        habit=habit.label,
        times=words.count("times", habit.here),
        here=f"{habit.here_in_ten:.1f}",
        seen=habit.runs_before,
        all=runs,
        before=f"{habit.before_in_ten:.1f}",
        direction=words(f"direction_{habit.direction}"),
    )


def _gone(habit: HabitBefore, words: Words) -> str:
    return words("earlier_habit_gone", habit=habit.label, seen=habit.runs_before)


def _told(skill: SkillBefore, words: Words) -> str:
    # What can be told of one trainee's runs is never told of two people.
    return words("earlier_apart") if skill.told.startswith("apart") else words(f"told_{skill.told}")
