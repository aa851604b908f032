"""Which decisions are worth talking through."""

from __future__ import annotations

from simulator.scoring.acts import read_acts
from simulator.scoring.critical import critical_findings
from simulator.scoring.ledgers import MissedChance
from simulator.scoring.turning_points import AT_MOST, turning_points


def points(program, course):
    acts = read_acts(program, course)
    return [(point.turn, point.kind) for point in turning_points(program, acts, critical_findings(program, acts))]


def test_the_act_that_cost_most_and_the_one_that_gained_most(call):
    lines = {"hear": ["paraphrase"], "cold": ["threat"], "loud": ["shout"]}
    assert points(*call(lines, play_=["loud", "cold", "hear"])) == [(2, "cost"), (3, "gain")]


def test_a_critical_error_comes_first_and_a_turn_is_chosen_once(call):
    lines = {"hear": ["paraphrase"], "grab": ["hands_on"]}
    assert points(*call(lines, play_=["hear", "grab"])) == [(1, "gain"), (2, "critical")]


def test_tension_that_climbs_while_nothing_hurt_is_worth_a_look(call):
    lines = {"ask": ["closed_question"]}
    profile = {"tension": 39, "baseline": 70}
    assert (1, "turn") in points(*call(lines, profile=profile, play_=["ask", "ask"]))


def test_there_are_never_more_than_three(call):
    lines = {"hear": ["paraphrase"], "cold": ["threat"], "grab": ["hands_on"], "ask": ["closed_question"]}
    profile = {"tension": 39, "baseline": 70}
    course = call(lines, profile=profile, play_=["ask", "ask", "cold", "hear", "grab"])
    assert len(points(*course)) == AT_MOST


def missed(turn, *skills):
    return [
        MissedChance(turn=turn, at="0:10", skill=skill, label=skill, moment="", open=(), spoken=True)
        for skill in skills
    ]


def test_where_little_was_done_missed_chances_and_a_further_gain_give_something_to_choose_between(call):
    program, course = call({"hear": ["paraphrase"]}, play_=["hear", "hear", "hear"])
    acts = read_acts(program, course)
    alone = turning_points(program, acts, ())
    assert [point.kind for point in alone] == ["gain", "gain"]
    chances = [*missed(2, "empathy"), *missed(3, "empathy", "respect")]
    found = turning_points(program, acts, (), chances)
    assert [(point.turn, point.kind) for point in found] == [(1, "gain"), (3, "missed")]
    assert found[1].why.endswith("empathy, respect.")


def test_a_call_that_was_only_waited_through_begins_with_its_first_moment(call):
    program, course = call({"hear": ["paraphrase"]}, play_=["wait", "wait"])
    (point, *_) = turning_points(program, read_acts(program, course), ())
    assert (point.turn, point.kind) == (1, "missed")
    assert "What could be asked or said" in point.why
    program, course = call({"hear": ["paraphrase"]}, play_=["wait", "stop"])
    assert "missed" not in {point.kind for point in turning_points(program, read_acts(program, course), ())}
