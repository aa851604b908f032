"""The rules by which acts become evidence."""

from __future__ import annotations

import pytest

from simulator.encounter.course import play
from simulator.scoring.acts import read_acts
from simulator.scoring.critical import critical_findings
from simulator.scoring.debrief import debrief
from simulator.scoring.items import evidence


def items_of(program, course, skill=None):
    acts = read_acts(program, course)
    items = evidence(program, acts, critical_findings(program, acts))
    return [item for item in items if skill is None or item.skill == skill]


def marks(items):
    return [(item.turn, item.skill, item.r, item.weight) for item in items]


def test_shown_when_called_for_and_landed_is_seven(call):
    program, course = call({"hear": ["paraphrase"]}, calls_for=("listening",), play_=["hear", "done", "finish"])
    assert marks(items_of(program, course)) == [(1, "listening", 7, 1.0)]


def test_landed_but_not_called_for_is_six(call):
    program, course = call({"hear": ["paraphrase"]}, play_=["hear", "done", "finish"])
    assert marks(items_of(program, course)) == [(1, "listening", 6, 1.0)]


def test_right_words_that_moved_nothing_are_four(call):
    program, course = call({"mm": ["mirror"]}, profile={"kind": "proactive"}, play_=["mm", "done", "finish"])
    (item,) = items_of(program, course)
    assert course.turns[0].happened[1].landing == "flat"
    assert (item.r, item.kind) == (4, "mistimed")


def test_right_words_that_were_unheard_are_four(call):
    program, course = call(
        {"mm": ["mirror"]}, calls_for=("listening",), profile={"tension": 90, "baseline": 80}, play_=["mm", "done", "finish"]
    )  # fmt: skip
    (item,) = items_of(program, course)
    assert course.turns[0].happened[1].landing == "unheard"
    assert (item.r, item.kind) == (4, "mistimed")


def test_below_its_stair_is_four_even_where_the_act_landed(call):
    program, course = call(
        {"sum": ["emotion_label", "summary"]}, profile={"rapport": 20}, play_=["sum", "done", "finish"]
    )
    assert course.turns[0].happened[1].landing == "lands"
    assert marks(items_of(program, course)) == [(1, "listening", 4, 1.0), (1, "empathy", 6, 1.0)]


def test_a_hook_topic_lets_influence_work_fifteen_points_earlier(call):
    lines = {"plain": {"does": ["hook"]}, "dear": {"does": ["hook"], "topics": ["bread"]}}
    profile = {"rapport": 40, "hooks": ["bread"]}
    program, course = call(lines, profile=profile, play_=["dear", "done", "finish"])
    assert [item.r for item in items_of(program, course)] == [6]
    program, course = call(lines, profile=profile, play_=["plain", "done", "finish"])
    assert [item.kind for item in items_of(program, course)] == ["hurt"]


def test_third_use_in_the_history_is_four(call):
    program, course = call({"hear": ["paraphrase"]}, play_=["hear", "hear", "hear", "done", "finish"])
    assert [item.r for item in items_of(program, course)] == [6, 6, 4]


def test_called_for_and_not_shown_is_three_at_half_weight(call):
    program, course = call(
        {"hear": ["paraphrase"], "ask": ["closed_question"]}, calls_for=("listening",), play_=["ask", "done", "finish"]
    )
    (missed,) = items_of(program, course, "listening")
    assert (missed.turn, missed.r, missed.weight, missed.kind) == (2, 3, 0.5, "missed")


def test_nothing_is_missed_where_no_open_line_would_have_shown_it(call):
    lines = {"ask": ["closed_question"], "hear": {"does": ["paraphrase"], "only_if": "tension > 95"}}
    program, course = call(lines, calls_for=("listening",), play_=["ask", "done", "finish"])
    assert items_of(program, course, "listening") == []


def test_a_good_technique_in_an_act_that_hurt_is_three_at_full_weight(call):
    program, course = call({"both": ["open_question", "threat"]}, play_=["both", "done", "finish"])
    (item,) = items_of(program, course, "listening")
    assert (item.r, item.weight, item.kind) == (3, 1.0, "hurt")


def test_a_poor_habit_is_two_and_weighs_two(call):
    program, course = call({"calm": ["calm_down"]}, play_=["calm", "done", "finish"])
    assert marks(items_of(program, course)) == [(1, "empathy", 2, 2.0)]


@pytest.mark.parametrize(("tension", "r"), [(59.9, 2), (60, 1)])
def test_a_poor_habit_is_one_from_tension_sixty_before_the_act(call, tension, r):
    program, course = call({"calm": ["calm_down"]}, profile={"tension": tension}, play_=["calm", "done", "finish"])
    assert [item.r for item in items_of(program, course)] == [r]


def test_good_and_poor_for_one_skill_in_one_act_count_as_poor(call):
    program, course = call({"both": ["validate", "minimise"]}, play_=["both", "done", "finish"])
    assert marks(items_of(program, course)) == [(1, "empathy", 2, 2.0)]


def test_one_item_a_skill_an_act_however_many_techniques(call):
    program, course = call({"all": ["paraphrase", "open_question", "mirror"]}, play_=["all", "done", "finish"])
    assert marks(items_of(program, course)) == [(1, "listening", 6, 1.0)]


def test_a_chance_is_settled_by_the_best_act_of_the_visit(call):
    lines = {"hurt": ["mirror", "sarcasm"], "hear": ["paraphrase"], "more": ["open_question"]}
    program, course = call(lines, calls_for=("listening",), play_=["hurt", "hear", "more", "done", "finish"])
    assert marks(items_of(program, course, "listening")) == [(2, "listening", 7, 1.0)]


def test_a_poor_act_makes_its_own_item_beside_a_settled_chance(call):
    lines = {"cut": ["interrupt"], "hear": ["paraphrase"]}
    program, course = call(lines, calls_for=("listening",), play_=["cut", "hear", "done", "finish"])
    assert [(item.r, item.kind) for item in items_of(program, course, "listening")] == [(2, "poor"), (7, "shown")]


def test_a_poor_act_stands_for_the_chance_and_it_is_not_missed_as_well(call):
    lines = {"cut": ["interrupt"], "hear": ["paraphrase"]}
    program, course = call(lines, calls_for=("listening",), play_=["cut", "done", "finish"])
    assert [item.kind for item in items_of(program, course, "listening")] == ["poor"]


def test_each_visit_is_a_chance_of_its_own(call):
    lines = {"hear": ["paraphrase"]}
    program, course = call(lines, calls_for=("listening",), play_=["hear", "done", "again", "done", "finish"])
    assert [item.kind for item in items_of(program, course, "listening")] == ["shown", "missed"]


def test_an_open_visit_misses_nothing(call):
    lines = {"hear": ["paraphrase"], "ask": ["closed_question"]}
    program, course = call(lines, calls_for=("listening",), play_=["ask"])
    assert items_of(program, course, "listening") == []


def test_a_stop_misses_nothing(call):
    lines = {"hear": ["paraphrase"], "ask": ["closed_question"]}
    program, course = call(lines, calls_for=("listening",), play_=["ask", "stop"])
    assert items_of(program, course, "listening") == []


def test_standing_acts_give_evidence_for_a_chance(call):
    program, course = call({"hear": ["paraphrase"]}, calls_for=("listening",), play_=["wait", "done", "finish"])
    assert [(item.turn, item.r) for item in items_of(program, course, "listening")] == [(1, 7)]


def test_a_visit_of_standing_acts_alone_misses_nothing(call):
    event = {"moved": {"when": "clock >= 10", "to": "there"}}
    program, course = call(
        {"hear": ["paraphrase"]}, calls_for=("respect", "listening"), play_=["back", "wait"], events=event
    )
    assert course.last.node == "there"
    assert [item.kind for item in items_of(program, course)] == ["shown", "shown"]


def test_silence_gives_evidence_of_a_pause_where_more_was_done(call):
    program, course = call({"hear": {"does": []}}, node={"timer": 20}, play_=["hear", "silence"])
    assert [(item.skill, item.technique) for item in items_of(program, course)] == [("listening", "pause")]
    program, course = call({"hear": {"does": []}}, node={"timer": 20}, play_=["silence", "wait"])
    assert items_of(program, course) == []


def test_a_wait_that_goes_on_is_one_pause(call):
    program, course = call(
        {"hear": {"does": []}}, node={"timer": 20}, play_=["silence", "wait", "wait", "hear", "wait"]
    )
    assert [item.turn for item in items_of(program, course, "listening")] == [1, 5]


@pytest.mark.parametrize("technique", ["closed_question", "take_cover", "ask_weapons", "one_instruction"])
def test_steady_families_land_unless_they_hurt(call, technique):
    program, course = call({"it": [technique]}, play_=["it", "done", "finish"])
    assert [item.r for item in items_of(program, course)] == [6]


@pytest.mark.parametrize(("threat", "expected"), [("none", [1]), ("possible", []), ("immediate", [6])])
def test_force_is_judged_by_the_threat_of_the_moment(call, threat, expected):
    program, course = call({"draw": ["hands_on"]}, facts={"threat": threat}, play_=["draw", "done", "finish"])
    assert [item.r for item in items_of(program, course)] == expected


def test_drawing_without_a_threat_is_a_poor_habit(call):
    program, course = call({"draw": ["display_weapon"]}, play_=["draw", "done", "finish"])
    assert [(item.r, item.kind) for item in items_of(program, course)] == [(2, "poor")]


def test_a_critical_error_is_one_on_the_skill_its_row_names(call):
    lines = {"vow": {"does": ["validate"], "critical": "false_promise_custody"}}
    program, course = call(lines, play_=["vow", "done", "finish"])
    assert [(i.skill, i.r, i.weight, i.kind) for i in items_of(program, course)] == [
        ("empathy", 6, 1.0, "shown"),
        ("respect", 1, 2.0, "critical"),
    ]


@pytest.mark.parametrize(("mark", "r"), [("right", 7), ("part", 5), ("wrong", 3)])
def test_an_answer_is_marked_by_how_right_it_is(call, mark, r):
    answers = {
        name: {"say": f"{name}.", "mark": name, "debrief": f"Why {name}."} for name in ("right", "part", "wrong")
    }
    node = {"prompts": {"see": {"kind": "observation", "ask": "What?", "answers": answers}}}
    program, course = call({}, node=node, play_=[f"answer:see.{mark}", "done", "finish"])
    assert [(i.skill, i.r, i.weight, i.why) for i in items_of(program, course)] == [
        ("assessment", r, 1.0, f"Why {mark}.")
    ]


def test_an_authors_evidence_replaces_the_derived_item_for_that_skill_alone(call):
    lines = {"it": {"does": ["paraphrase", "validate"], "evidence": {"listening": {"r": 5, "why": "Half of it."}}}}
    program, course = call(lines, play_=["it", "done", "finish"])
    assert [(i.skill, i.r, i.kind) for i in items_of(program, course)] == [
        ("listening", 5, "author"),
        ("empathy", 6, "shown"),
    ]


def test_an_authors_poor_evidence_weighs_two(call):
    lines = {"it": {"does": [], "evidence": {"safety": {"r": 2, "why": "Back turned."}}}}
    program, course = call(lines, play_=["it", "done", "finish"])
    assert marks(items_of(program, course)) == [(1, "safety", 2, 2.0)]


def test_what_an_instructor_injects_makes_no_evidence_and_no_missed_chance(call):
    event = {"push": {"by_hand": True, "to": "there", "does": ["shout"], "critical": "silent_bystander"}}
    lines = {"hear": ["paraphrase"], "ask": ["closed_question"]}
    program, course = call(lines, calls_for=("listening",), events=event, play_=["ask", "inject:push", "finish"])
    assert course.turns[1].after.node == "there"
    assert [item.skill for item in items_of(program, course)] == ["assessment"]


def test_a_step_closer_is_evidence_only_where_it_crowds(call):
    program, course = call({}, play_=["closer", "done", "finish"])
    assert items_of(program, course) == []
    setting = {"distance": 2.5}
    program, course = call({}, setting=setting, play_=["closer", "done", "finish"])
    assert [(item.skill, item.kind) for item in items_of(program, course)] == [("safety", "poor")]


def test_every_item_cites_a_turn_of_the_course(last_bus):
    course = play(last_bus, 1, "loud", ["move_on", "hush", "take_it"])
    assert {item.turn for item in items_of(last_bus, course)} <= {1, 2, 3}


def test_a_good_move_that_the_moment_could_not_use_stands_in_its_ledger_only_where_it_did_not_land(call):
    program, course = call({"sum": ["emotion_label", "summary"]}, profile={"rapport": 20}, play_=["sum", "done"])
    value = debrief(program, course)
    assert value.ledgers.mistimed == ()
    (why,) = [item.why for item in value.items if item.r == 4]
    assert "it landed, and would have done more at another moment. There was not yet the trust it needs." in why
    program, course = call({"mm": ["mirror"]}, profile={"kind": "proactive"}, play_=["mm", "done"])
    (entry,) = debrief(program, course).ledgers.mistimed
    assert "right in itself. It moved little." in entry.why
