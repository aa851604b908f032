"""A session beside the trainee's own earlier runs."""

from __future__ import annotations

import pytest

from simulator.encounter.course import play
from simulator.scoring.debrief import debrief
from simulator.scoring.earlier import MOST_RUNS, earlier, with_earlier
from simulator.scoring.progress import reliability_of
from simulator.scoring.session_facts import SessionFacts

GOOD = ("speaker_off", "hello", "told", "offer", "hold", "walk")
POOR = ("move_on", "hush", "take_it")


@pytest.fixture(scope="module")
def run(last_bus):
    def make(day: int, *actions: str, trainee: str = "T-1", **facts):
        known = SessionFacts(
            session=f"{trainee}-{day}", trainee=trainee, started_at=f"2026-03-{day:02d}T10:00:00.000Z", **facts
        )
        return debrief(last_bus, play(last_bus, 1, "loud", actions), known)

    return make


def test_only_runs_of_the_same_trainee_before_it_that_ended_and_are_no_branch_count(run):
    here = run(5, *GOOD)
    others = [
        run(1, *POOR),
        run(2, *GOOD, trainee="T-2"),
        run(3, "hello", "stop"),
        run(4, *GOOD, branch_of="T-1-1", branch_turn=2),
        run(6, *GOOD),
        here,
    ]
    value = earlier(here, others)
    assert value is not None
    assert [row.session for row in value.runs] == ["T-1-1"]
    assert value.same_call == value.runs
    assert (value.reliability, value.encounters) == (reliability_of(2), 1)


@pytest.mark.parametrize(
    ("here", "others"),
    [
        ({"trainee": ""}, {"trainee": ""}),
        ({}, {"trainee": "T-2"}),
        ({"branch_of": "T-1-1", "branch_turn": 2}, {}),
    ],
)
def test_nobody_named_nothing_before_or_a_branch_stands_beside_nothing(run, here, others):
    value = run(5, *GOOD, **here)
    assert with_earlier(value, [run(1, *GOOD, **others)]).earlier is None


def test_habits_here_and_before_are_counted_in_ten_decisions(run):
    before, here = [run(1, *POOR), run(2, *GOOD), run(3, *POOR)], run(4, *GOOD)
    value = earlier(here, before)
    assert value is not None
    seen = [sum(habit.count for habit in each.habits) for each in before]
    decisions = [each.measures.decisions for each in before]
    assert value.habits_in_ten == 0
    assert value.habits_in_ten_before == pytest.approx(10 * sum(seen) / sum(decisions), abs=0.005)
    for habit in value.habits:
        counts = [sum(each.count for each in old.habits if each.habit == habit.habit) for old in before]
        assert (habit.here, habit.runs_before) == (0, sum(count > 0 for count in counts))
        assert habit.before_in_ten == pytest.approx(10 * sum(counts) / sum(decisions), abs=0.005)
    assert sum(seen) > 0


def test_of_one_run_nothing_is_told_as_if_it_measured_a_person(run):
    value = earlier(run(30, *GOOD), [run(day, *POOR) for day in range(1, 30)])
    assert value is not None
    assert value.reliability > 0.8
    assert {skill.told for skill in value.skills} - {"too_few"}
    assert "apart" not in {skill.told for skill in value.skills}


def test_of_many_runs_the_latest_count(run):
    value = earlier(run(30, *GOOD), [run(day, *GOOD) for day in range(1, 26)])
    assert value is not None
    assert [row.session for row in value.runs] == [f"T-1-{day}" for day in range(26 - MOST_RUNS, 26)]
