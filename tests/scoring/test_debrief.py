"""The debrief as a whole: what it holds for ended, stopped and unfinished calls, and that it can be recomputed."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.encounter.course import Course, Turn, open_course, play
from simulator.encounter.offer import open_actions
from simulator.encounter.step import step
from simulator.scoring.debrief import Consequence, Debrief, debrief, with_consequences
from simulator.scoring.session_facts import SessionFacts

GOOD = ["speaker_off", "hello", "told", "offer", "hold", "walk"]
POOR = ["move_on", "hush", "take_it"]


def test_an_ended_call_tells_its_outcome_with_the_turn_and_the_value(last_bus):
    value = debrief(last_bus, play(last_bus, 1, "loud", GOOD))
    assert value.status == "ended"
    assert (value.ending.outcome, value.ending.turn, value.ending.value) == ("seat_in_van", 6, 86.0)
    assert value.ending.lesson == "He needed to be believed before he needed a lift."


def test_an_ending_by_an_event_names_it(call):
    program, course = call({}, events={"over_now": {"when": "clock >= 5", "end": "over"}}, play_=["wait"])
    assert debrief(program, course).ending.by_event == "over_now"


def test_the_ledgers_keep_good_and_poor_apart_with_a_better_line(last_bus):
    value = debrief(last_bus, play(last_bus, 1, "loud", POOR))
    assert [entry.turn for entry in value.ledgers.poor] == [1, 2, 3]
    assert value.ledgers.good == ()
    first = value.ledgers.poor[0]
    assert first.effect == "It hurt: tension up 19 and trust down 20."
    assert first.alternative.startswith("Evening. I'm Sam")
    assert {missed.skill for missed in value.ledgers.missed} == {"respect", "safety", "listening", "resolution"}


def test_keep_is_true_and_change_is_the_plan_against_the_costliest_habit(last_bus):
    good = debrief(last_bus, play(last_bus, 1, "loud", GOOD))
    assert good.keep.turns == (3,)
    assert good.change is None
    poor = debrief(last_bus, play(last_bus, 1, "loud", POOR))
    assert poor.change.source == "order_before_reason"
    assert poor.change.words.startswith("If ")


def test_a_critical_error_comes_before_any_habit(call):
    program, course = call({"loud": ["shout"], "grab": ["hands_on"]}, play_=["loud", "loud", "grab"])
    value = debrief(program, course)
    assert value.change.source == "unjustified_force"
    assert [finding.turn for finding in value.critical] == [3]
    assert value.turns[2].critical == ("Force without justification",)


def test_a_missed_chance_becomes_an_if_then_plan_with_words_that_were_open(call):
    lines = {"hear": ["paraphrase"], "ask": ["closed_question"]}
    program, course = call(lines, calls_for=("listening",), play_=["ask", "done", "finish"])
    change = debrief(program, course).change
    plan = program.catalogues.skills["listening"].plan
    assert change.words == f"{plan} By turn 2 you could have said: “Words of hear.”"
    assert change.plan == plan


def test_a_stopped_session_is_told_and_not_rated(last_bus):
    value = debrief(last_bus, play(last_bus, 1, "loud", [*POOR[:2], "stop"]))
    assert value.status == "stopped"
    assert value.ending is None
    assert value.overall.rating is None
    assert all(rating.rating is None for rating in value.ratings)
    assert value.turns[-1].kind == "stop"


def test_a_call_not_played_to_its_end_is_marked(last_bus):
    value = debrief(last_bus, play(last_bus, 1, "loud", GOOD[:2]))
    assert value.status == "unfinished"
    assert [missed for missed in value.ledgers.missed if missed.turn > 2] == []


def test_a_call_before_its_first_act_has_a_debrief(last_bus):
    value = debrief(last_bus, open_course(last_bus, 1, "worn"))
    assert (value.keep, value.change, value.turns) == (None, None, ())
    assert len(value.timeline) == 1


def test_the_timeline_has_the_start_and_every_turn(last_bus):
    value = debrief(last_bus, play(last_bus, 1, "loud", GOOD))
    assert [point.turn for point in value.timeline] == list(range(7))
    assert (value.timeline[0].tension, value.timeline[0].band) == (55.0, "agitated")
    assert value.timeline[3].landing == "lands"


def test_a_turn_says_how_far_the_act_and_the_time_after_it_moved_tension(last_bus):
    value = debrief(last_bus, play(last_bus, 1, "loud", POOR))
    for turn, before, after in zip(value.turns, value.timeline, value.timeline[1:], strict=False):
        assert before.tension + turn.inner.by_act + turn.inner.by_time == pytest.approx(after.tension, abs=0.11)
    kinds = [cause.kind for cause in value.turns[0].inner.causes]
    assert {"grievance", "load", "distrust"} <= set(kinds)


def test_once_they_were_heard_in_part_no_turn_says_that_they_were_not(last_bus):
    course = play(last_bus, 1, "loud", GOOD)
    told = debrief(last_bus, course)
    for turn, done in zip(told.turns, course.turns, strict=True):
        heard = any(person.acknowledged for person in done.after.subjects)
        (said,) = [cause.words for cause in turn.inner.causes if cause.kind == "grievance"]
        assert said.startswith("Not all") is heard
    assert heard


def test_an_item_that_a_better_act_settled_is_shown_and_not_counted(last_bus):
    value = debrief(last_bus, play(last_bus, 1, "loud", GOOD))
    (hold,) = value.turns[4].evidence
    assert (hold.item.skill, hold.counted) == ("listening", False)


def test_difficulty_is_the_weight_of_the_hardships_and_the_draw(last_bus):
    difficulty = debrief(last_bus, play(last_bus, 1, "worn", GOOD[:1])).difficulty
    assert difficulty.count == 2
    assert (difficulty.temperament, difficulty.tension, difficulty.load) == ("worn", 40.0, 12.0)


def test_session_facts_stand_in_the_debrief_and_move_nothing_else(last_bus):
    course = play(last_bus, 1, "loud", GOOD)
    facts = SessionFacts(session="s1", trainee="0417", mode="assessed", untimed=True)
    told = debrief(last_bus, course, facts)
    assert told.session == facts
    assert told.model_copy(update={"session": SessionFacts()}) == debrief(last_bus, course)


def test_a_solver_can_fill_in_what_a_decision_led_to(last_bus):
    value = debrief(last_bus, play(last_bus, 1, "loud", GOOD))
    assert value.turns[1].consequence is None
    filled = with_consequences(value, {2: Consequence(expected=70.0, cost=3.0)})
    assert filled.turns[1].consequence.cost == 3.0
    assert filled.turns[2] == value.turns[2]


def test_the_schema_describes_every_part(last_bus):
    schema = Debrief.model_json_schema()
    assert {"ratings", "ledgers", "measures", "critical", "timeline"} <= set(schema["properties"])
    json.dumps(schema)


def _random_course(program, temperament, seed, picks):
    state, opening = open_course(program, seed, temperament).first, open_course(program, seed, temperament).opening
    first, turns = state, []
    for pick in picks:
        if state.over:
            break
        actions = open_actions(program, state)
        action = actions[pick % len(actions)]
        after, happened = step(program, state, action)
        turns.append(Turn(len(turns) + 1, action, happened, state, after))
        state = after
    return Course(open_course(program, seed, temperament).start, opening, first, tuple(turns))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["loud", "worn"]), st.integers(0, 99), st.lists(st.integers(0, 30), max_size=25))
def test_any_course_has_a_debrief_that_reads_back_and_adds_up(last_bus, temperament, seed, picks):
    course = _random_course(last_bus, temperament, seed, picks)
    value = debrief(last_bus, course)
    assert value == debrief(last_bus, course)
    assert Debrief.model_validate_json(value.model_dump_json()) == value
    turns = {turn.turn for turn in value.turns}
    assert {item.turn for item in value.items} <= turns
    assert sum(band.seconds for band in value.measures.bands) == pytest.approx(value.measures.seconds, abs=0.4)
    for rating in value.ratings:
        assert rating.rating is None or 1 <= rating.low <= rating.rating <= rating.high <= 7
        assert rating.chances == sum(item.skill == rating.skill for item in value.items)
    if value.critical and value.overall.rating is not None:
        assert value.overall.rating <= 2
