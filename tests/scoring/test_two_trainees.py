"""Two trainees side by side: the same calls, bands that overlap or not, and never an order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.encounter.course import play
from simulator.scoring.debrief import debrief
from simulator.scoring.progress import MixedTraineesError, pooled_ratings, reliability_of
from simulator.scoring.runs import PooledRating, told_of
from simulator.scoring.session_facts import SessionFacts
from simulator.scoring.two_trainees import side_by_side

GOOD = ("speaker_off", "hello", "told", "offer", "hold", "walk")
POOR = ("move_on", "hush", "take_it")
BOUNDS = st.tuples(st.integers(10, 70), st.integers(10, 70)).map(sorted)


@pytest.fixture(scope="module")
def run(last_bus):
    def make(trainee: str, day: int, *actions: str, call: str = "", temperament: str = "loud", seed: int = 1, **facts):
        known = SessionFacts(
            session=f"{trainee}-{day}", trainee=trainee, started_at=f"2026-03-{day:02d}T10:00:00.000Z", **facts
        )
        value = debrief(last_bus, play(last_bus, seed, temperament, actions), known)
        if not call:
            return value
        return value.model_copy(update={"origin": value.origin.model_copy(update={"scenario": call, "title": call})})

    return make


def pooled(low: float | None, high: float | None) -> PooledRating:
    rating = None if low is None or high is None else (low + high) / 2
    return PooledRating(skill="listening", label="Listening", rating=rating, low=low, high=high, chances=4, runs=2)


def test_only_calls_that_both_played_to_their_end_are_counted(run):
    one = [run("T-1", 1, *GOOD), run("T-1", 2, *GOOD, call="a"), run("T-1", 3, "hello", "stop", call="b")]
    other = [run("T-2", 1, *POOR), run("T-2", 2, *POOR, call="b"), run("T-2", 3, "move_on", "stop")]
    value = side_by_side(one, other)
    assert [(call.scenario, call.runs) for call in value.calls] == [("last_bus", (1, 1))]
    assert [[each.session for each in side.runs] for side in value.sides] == [["T-1-1"], ["T-2-1"]]
    assert [side.other_calls for side in value.sides] == [("a",), ("b",)]
    assert [side.not_counted for side in value.sides] == [1, 1]
    assert [skill.ratings[0] for skill in value.skills] == list(pooled_ratings(one[:1]))


def test_a_practice_branch_is_not_counted_beside_the_run_it_shares_its_beginning_with(run):
    branch = run("T-1", 2, *GOOD, branch_of="T-1-1", branch_turn=3)
    value = side_by_side([run("T-1", 1, *GOOD), branch], [run("T-2", 1, *GOOD)])
    assert len(value.sides[0].runs) == 1
    assert value.sides[0].not_counted == 1


def test_whoever_is_named_first_stands_first_and_nothing_else_changes(run):
    one = [run("T-1", 1, *GOOD), run("T-1", 2, *GOOD)]
    other = [run("T-2", 1, *POOR), run("T-2", 2, *GOOD, temperament="loud", seed=2)]
    value, turned = side_by_side(one, other), side_by_side(other, one)
    assert value.sides == turned.sides[::-1]
    assert [(s.skill, s.ratings, s.told) for s in value.skills] == [
        (s.skill, s.ratings[::-1], s.told) for s in turned.skills
    ]
    assert [call.differences for call in value.calls] == [call.differences for call in turned.calls]
    # Neither are skills set in an order of how far the two lie apart: they stand as in the catalogue.
    assert [skill.skill for skill in value.skills] == [rating.skill for rating in one[0].ratings]


def test_what_one_met_and_the_other_did_not_is_named(run, last_bus):
    (call,) = side_by_side([run("T-1", 1, *GOOD)], [run("T-2", 2, *GOOD)]).calls
    assert call.differences == ()
    worn = next(name for name in last_bus.temperaments if name != "loud")
    old = run("T-2", 2, *GOOD, seed=2, untimed=True, mode="practice", hints=1)
    origin = old.origin.model_copy(
        update={
            "digests": {**old.origin.digests, "scenario": "0", "techniques.yaml": "0"},
            "law": 0,
            "temperament": worn,
        }
    )
    (call,) = side_by_side([run("T-1", 1, *GOOD)], [old.model_copy(update={"origin": origin})]).calls
    assert call.differences == ("temperament", "draw", "call", "catalogues", "law", "timing", "mode", "hints")


def test_reliability_stands_with_both_beside_how_many_encounters_differed(run):
    value = side_by_side([run("T-1", 1, *GOOD)], [run("T-2", day, *POOR) for day in range(1, 5)])
    assert [side.reliability for side in value.sides] == [reliability_of(1), reliability_of(4)]
    assert [(len(side.runs), side.encounters) for side in value.sides] == [(1, 1), (4, 1)]
    assert value.runs_wanted == 16


def test_no_call_in_common_gives_no_skills(run):
    value = side_by_side([run("T-1", 1, *GOOD, call="a")], [run("T-2", 1, *GOOD, call="b")])
    assert (value.calls, value.skills) == ((), ())
    assert [side.reliability for side in value.sides] == [0.0, 0.0]


def test_bands_that_lie_apart_tell_of_two_people_only_where_different_encounters_are_enough(run):
    def told(runs: int, calls: int) -> set[str]:
        good, poor = (
            [run(who, day, *how, call=f"call{day % calls}") for day in range(1, runs + 1)]
            for who, how in (("T-1", GOOD), ("T-2", POOR))
        )
        return {skill.told for skill in side_by_side(good, poor).skills}

    assert "apart" in told(16, 16)
    assert "apart_in_runs" not in told(16, 16)
    assert "apart" not in told(2, 2)
    # The same call again and again says much of that call.
    assert "apart_in_runs" in told(16, 1)
    assert "apart" not in told(16, 1)


def test_without_a_rating_there_is_not_enough_to_tell():
    assert told_of(pooled(None, None), pooled(6.0, 7.0), enough=True) == "too_few"
    assert told_of(pooled(1.0, 2.0), pooled(None, None), enough=True) == "too_few"


@given(BOUNDS, BOUNDS, st.booleans())
def test_a_difference_is_told_only_where_no_value_lies_in_both_bands(one, other, enough):
    first, second = (pooled(low / 10, high / 10) for low, high in (one, other))
    shared = set(range(one[0], one[1] + 1)) & set(range(other[0], other[1] + 1))
    told = told_of(first, second, enough=enough)
    assert told == told_of(second, first, enough=enough)
    assert (told == "overlap") == bool(shared)
    if not shared:
        assert told == ("apart" if enough else "apart_in_runs")


def test_one_trainee_twice_or_mixed_or_none_is_refused(run):
    with pytest.raises(ValueError, match="one trainee"):
        side_by_side([run("T-1", 1, *GOOD)], [run("T-1", 2, *GOOD)])
    with pytest.raises(MixedTraineesError):
        side_by_side([run("T-1", 1, *GOOD), run("T-3", 1, *GOOD)], [run("T-2", 2, *GOOD)])
    with pytest.raises(ValueError, match="no runs"):
        side_by_side([], [run("T-2", 2, *GOOD)])
