"""Events that wait for a time or for help and for a condition too; help sent before the call; acts closed everywhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.encounter.actions import ActionRefused
from simulator.encounter.happenings import Arrived, Called, Entered, Fired
from tests.fixtures.playing import run, told

FLAG = "variables: {ready: false}"
READY = 'mark: {act: "Nod.", set: {ready: true}, secs: 5, reply: "(A nod.)", debrief: "You nodded."}'
VAN = f'{FLAG}\nresources: {{van: {{label: "The van", eta: 1:00}}}}'
"""A flag, and help that takes a minute."""


def fired(course, event):
    """The clock, in seconds, at the end of each act in which an event happened."""
    return [
        turn.after.clock / 10 for turn in course.turns for row in turn.happened
        if isinstance(row, Fired) and row.event == event
    ]  # fmt: skip


def test_an_event_at_a_time_happens_then_if_its_condition_holds(small):
    program = small(top=FLAG, lines=READY, events='bell: {at: 0:12, when: ready, say: "(A bell.)"}')
    course = run(program, "mark", "wait")
    assert fired(course, "bell") == [15]
    assert course.last.clock == 150


def test_else_it_happens_at_the_end_of_the_first_act_after_which_it_does(small):
    program = small(top=FLAG, lines=READY, events='bell: {at: 0:12, when: ready, say: "(A bell.)"}')
    assert fired(run(program, "wait", "wait", "mark", "wait"), "bell") == [25]
    assert fired(run(program, "wait", "wait", "wait"), "bell") == []


def test_before_its_time_the_condition_alone_does_nothing(small):
    program = small(top=FLAG, lines=READY, events='bell: {at: 1:00, when: ready, say: "(A bell.)"}')
    assert fired(run(program, "mark", "mark", "mark"), "bell") == []


def test_one_that_waits_for_its_condition_holds_up_neither_time_nor_what_falls_due_later(small):
    program = small(
        top=FLAG,
        lines=READY,
        events='bell: {at: 0:04, when: ready, say: "(A bell.)"}\n  dog: {at: 0:08, say: "(A dog.)"}',
    )
    course = run(program, "wait", "wait")
    assert course.last.clock == 200
    assert fired(course, "dog") == [10]


def test_holding_does_not_end_for_an_event_whose_condition_does_not_hold(small):
    event = 'bell: {at: 0:30, when: ready, say: "(A bell.)"}'
    program = small(top=VAN, lines=READY, events=event)
    assert run(program, "call:van", "hold").last.clock == 600
    assert run(program, "call:van", "mark", "hold").last.clock == 300


def test_at_nought_it_happens_in_the_first_act_that_makes_it_true(small):
    program = small(top=FLAG, lines=READY, events='bell: {at: 0, when: ready, say: "(A bell.)"}')
    assert fired(run(program, "wait", "mark"), "bell") == [15]


def test_help_that_has_come_waits_for_its_condition(small):
    event = 'van_here: {arrives: van, when: ready, say: "(It stops.)", to: there}'
    program = small(top=VAN, lines=READY, events=event)
    early = run(program, "call:van", "mark", "hold")
    assert early.last.node == "there"
    late = run(program, "call:van", "hold", "wait", "mark")
    assert [type(row) for row in late.turns[1].happened].count(Arrived) == 1
    assert [turn.after.node for turn in late.turns] == ["here", "here", "here", "there"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["mark", "ask", "order", "silence"]), max_size=8))
def test_it_happens_once_and_never_before_either(small, play):
    program = small(
        top=FLAG, node="timer: 9", lines=READY, events='bell: {at: 0:20, when: ready, again: true, say: "(A bell.)"}'
    )
    course = run(program, *play)
    first = next(
        (turn.after.clock for turn in course.turns if turn.after.variables[0] and turn.after.clock >= 200), None
    )
    assert fired(course, "bell") == ([] if first is None else [first / 10])


def test_help_under_way_comes_at_its_time_without_being_called(small):
    program = small(
        top='resources: {boss: {label: "The sergeant", under_way: 0:15}}',
        events='boss_here: {arrives: boss, say: "(The sergeant.)", to: there}',
    )
    course = run(program, "wait", "wait")
    assert course.first.due == (150,)
    assert told(course, Called) == []
    assert told(course, Entered)[-1].node == "there"
    assert course.last.clock == 150


def test_help_under_way_can_be_waited_for_and_not_be_called(small):
    program = small(top='resources: {boss: {label: "The sergeant", under_way: 2:00}}')
    assert run(program, "hold").last.clock == 1200
    with pytest.raises(ActionRefused, match="Sent before you came"):
        run(program, "call:boss")


def test_an_act_closed_in_the_whole_call_is_closed_in_every_moment(small):
    program = small(top="closed: [cover]", node="closed: [back]")
    for play in (["cover"], ["go_on", "cover"], ["back"]):
        with pytest.raises(ActionRefused, match="Not here"):
            run(program, *play)
    assert run(program, "go_on", "back").last.node == "there"
