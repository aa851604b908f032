"""Simulated trainees play by their note, and the same seed plays the same call."""

import pytest

from simulator.authoring.simulation import MOST_TURNS, play_policy, run_once, run_seed, simulate, summarise
from simulator.authoring.trainees import ONE_NOTE, POLICIES
from simulator.encounter.actions import Action
from simulator.encounter.offer import open_actions, open_lines


def words(program, course):
    return [str(turn.action) for turn in course.turns]


def sets_limit(program, plan):
    return any(program.techniques[index].sets_limit for index in plan.doing.techniques)


@pytest.mark.parametrize("name", POLICIES)
def test_every_policy_brings_a_call_to_an_end(last_bus, name):
    for temperament in last_bus.temperaments:
        run = run_once(last_bus, name, 7, temperament)
        assert run.outcome in last_bus.scenario.outcomes
        assert run.turns < MOST_TURNS


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_plays_the_same_call_for_the_same_seed(last_bus, name):
    assert play_policy(last_bus, POLICIES[name], 3, "loud") == play_policy(last_bus, POLICIES[name], 3, "loud")


def test_the_directive_policy_orders_and_threatens(last_bus):
    assert words(last_bus, play_policy(last_bus, POLICIES["directive"], 1, "loud"))[0] == "move_on"


def test_the_waiter_says_nothing_while_it_may_wait(last_bus):
    assert words(last_bus, play_policy(last_bus, POLICIES["waiter"], 1, "loud"))[:3] == ["wait", "wait", "wait"]


def test_the_warm_policy_never_says_a_poor_line_where_a_warm_one_is_open(last_bus):
    assert "hush" not in words(last_bus, play_policy(last_bus, POLICIES["always_warm"], 1, "loud"))


def test_the_longest_line_is_the_longest(last_bus):
    assert words(last_bus, play_policy(last_bus, POLICIES["always_longest"], 1, "loud"))[0] == "hello"


def test_experts_do_better_than_novices_and_novices_than_orders(last_bus):
    rows = summarise(simulate(last_bus, ("expert", "novice", "directive"), last_bus.temperaments, 20, 1))
    mean = {(row.policy, row.temperament): row.mean for row in rows}
    for temperament in last_bus.temperaments:
        assert mean["expert", temperament] > mean["novice", temperament] > mean["directive", temperament]


def test_all_policies_meet_the_same_seeds(last_bus):
    runs = list(simulate(last_bus, ("novice", "waiter"), ("loud",), 3, 9))
    assert [run.seed for run in runs[:3]] == [run.seed for run in runs[3:]] == [run_seed(9, n) for n in range(3)]


def test_one_note_policies_are_policies():
    assert set(ONE_NOTE) < set(POLICIES)


def test_the_limit_setter_sets_a_limit_wherever_one_is_open(last_bus):
    for seed in range(5):
        for turn in play_policy(last_bus, POLICIES["limit_setter"], seed, "loud").turns:
            limits = [plan.action for plan in open_lines(last_bus, turn.before) if sets_limit(last_bus, plan)]
            assert not limits or turn.action.id in limits


def test_the_leaver_leaves_as_soon_as_it_may(last_bus):
    course = play_policy(last_bus, POLICIES["leaver"], 1, "loud")
    for turn in course.turns:
        assert str(turn.action) == "leave" or Action("act", "leave") not in open_actions(last_bus, turn.before)


def test_the_kindest_line_is_never_a_poor_habit_where_another_is_open(last_bus):
    assert not {"hush", "move_on"} & set(words(last_bus, play_policy(last_bus, POLICIES["kindest"], 1, "loud")))


def test_most_techniques_picks_a_line_that_none_beats_in_number(last_bus):
    for turn in play_policy(last_bus, POLICIES["most_techniques"], 1, "loud").turns:
        lines = open_lines(last_bus, turn.before)
        if turn.action.kind == "line":
            done = last_bus.nodes[turn.before.node].lines[turn.action.id].doing.techniques
            assert len(done) == max(len(plan.doing.techniques) for plan in lines)
