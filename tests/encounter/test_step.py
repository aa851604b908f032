"""What one step does, in the order in which it does it."""

import pytest

from simulator.encounter.actions import ActionRefused, parse_action
from simulator.encounter.happenings import (
    Answered,
    Arrived,
    Called,
    Changed,
    Drifted,
    Ended,
    Entered,
    Fired,
    Found,
    Landed,
    Moved,
    Routed,
    Stopped,
)
from simulator.encounter.step import begin, step
from tests.fixtures.playing import run, subject, told

# -- time --------------------------------------------------------------------------------------------------


def test_a_line_takes_its_words_at_two_and_a_half_a_second_and_four_seconds_for_the_reply(small):
    assert run(small(), "ask").last.clock == 4 * 4 + 40


def test_what_stands_in_brackets_is_not_said(small):
    program = small(lines='soft: {say: "(Softly.) Go on.", does: [minimal_encourager], reply: "Hm.", debrief: "D."}')
    assert run(program, "soft").last.clock == 2 * 4 + 40


def test_a_deed_without_seconds_takes_five(small):
    assert run(small(), "go_on").last.clock == 50


def test_silence_lasts_as_long_as_the_timer(small):
    assert run(small(node="timer: 25"), "silence").last.clock == 250


def test_where_no_timer_runs_none_can_run_out(small):
    with pytest.raises(ActionRefused, match="No timer"):
        run(small(), "silence")


def test_prompts_injections_and_stopping_take_no_time(small):
    program = small(
        node='prompts: {see: {kind: observation, ask: "What do you see?", answers: {a: {say: "Hands.", mark: right}, '
        'b: {say: "Shoes.", mark: wrong}}}}',
        events='knock: {by_hand: true, say: "(A knock.)"}',
    )
    course = run(program, "answer:see.a", "inject:knock", "stop")
    assert course.last.clock == 0
    assert told(course, Answered, 0) == [Answered("see", "a", "right")]
    assert told(course, Fired, 1)[0].injected
    assert told(course, Stopped) == [Stopped("here")]


# -- movement and distance ---------------------------------------------------------------------------------


def test_steps_move_a_metre_and_are_counted_a_visit(small):
    course = run(small(), "back", "back", "closer", "closer")
    assert course.last.distance == 6_000
    assert told(course, Moved, 0) == [Moved(7_000)]
    with pytest.raises(ActionRefused, match="as often as it helps"):
        run(small(), "back", "back", "back")


def test_a_new_visit_allows_the_acts_again(small):
    course = run(small(), "back", "back", "go_on", "back_in", "back")
    assert course.last.distance == 9_000


def test_stepping_closer_crowds_only_inside_the_comfort_distance(small):
    far, near = run(small(distance=9), "closer"), run(small(distance=3), "closer")
    assert told(far, Landed)[0].tension == 0
    assert told(near, Landed)[0].landing == "hurts"


def test_cover_is_taken_once_until_left(small):
    program = small(lines='step_out: {act: "Step out.", cover: false, reply: "(They watch.)", debrief: "D."}')
    assert run(program, "cover").last.cover
    with pytest.raises(ActionRefused, match="behind cover already"):
        run(program, "cover", "cover")
    assert run(program, "cover", "step_out", "cover").last.cover


def test_a_partner_speaks_once(small):
    with pytest.raises(ActionRefused, match="had their turn"):
        run(small(), "partner:max", "partner:max")


def test_forty_standing_acts_are_the_most(small):
    tokens = []
    for _ in range(20):
        tokens += ["wait", "wait", "go_on", "back_in"]
    with pytest.raises(ActionRefused, match="all 40 acts"):
        run(small(), *tokens, "wait")


def test_leaving_is_open_only_where_its_ending_is_named(small):
    with pytest.raises(ActionRefused, match="not open here"):
        run(small(), "leave")
    assert run(small(node="acts: {leave: {end: late}}"), "leave").last.outcome == "late"


# -- stressors, variables, help ----------------------------------------------------------------------------

RADIO = 'stressors: {radio: {label: "Radio", levels: {loud: 20, off: 0}, starts: loud}}'
OFF = (
    'off: {act: "Turn the radio off.", does: [remove_stressor], set: {radio: off}, only_if: radio == loud, '
    'reply: "(Quiet.)", debrief: "D."}'
)


def test_a_stressor_taken_away_lowers_where_tension_is_drawn_to(small):
    program = small(top=RADIO, lines=OFF)
    loud, quiet = run(program, "wait"), run(program, "off", "wait")
    assert told(quiet, Changed, 0) == [Changed("stressor", "radio", "off")]
    assert told(loud, Drifted)[0].toward - told(quiet, Drifted)[0].toward > 19_000


def test_a_guard_closes_a_line(small):
    with pytest.raises(ActionRefused, match="as things are"):
        run(small(top=RADIO, lines=OFF), "off", "off")


def test_help_comes_when_its_time_is_over_and_cuts_the_act_that_was_going_on(small):
    program = small(
        top='resources: {van: {label: "The van", eta: 0:30}}', events='here_it_is: {arrives: van, say: "(It is here.)"}'
    )
    course = run(program, "call:van", "hold")
    assert told(course, Called, 0) == [Called("van", 300)]
    assert told(course, Arrived) == [Arrived("van")]
    assert told(course, Fired)[0].event == "here_it_is"
    assert course.last.clock == 300


def test_an_event_that_moves_the_scene_stops_the_act_there(small):
    program = small(
        top='resources: {van: {label: "The van", eta: 0:08}}', events='in: {arrives: van, say: "(In.)", to: there}'
    )
    course = run(program, "call:van", "wait")
    assert course.last.clock == 80
    assert course.last.node == "there"


def test_load_that_falls_at_an_arrival_counts_from_there_on(small):
    quietening = small(
        top=RADIO + '\nresources: {cleaner: {label: "The cleaner", eta: 0:08}}',
        events='hush: {arrives: cleaner, say: "(Click.)", set: {radio: off}}',
    )
    course = run(quietening, "call:cleaner", "wait")
    before, after = told(course, Drifted)
    assert (before.seconds, after.seconds) == (20, 80)
    assert before.toward > after.toward


def test_hold_needs_something_under_way(small):
    with pytest.raises(ActionRefused, match="Nobody is on the way"):
        run(small(), "hold")


def test_a_resource_is_called_once(small):
    program = small(top='resources: {van: {label: "The van", eta: 3:00}}')
    with pytest.raises(ActionRefused, match="Already called"):
        run(program, "call:van", "call:van")


def test_bounded_numbers_stop_at_their_bounds(small):
    program = small(
        top="variables: {pushes: {from: 0, to: 2, start: 0}}",
        lines='push: {act: "Push.", add: {pushes: 1}, reply: "(No.)", debrief: "D."}',
    )
    course = run(program, "push", "push", "push")
    assert course.last.variables == (2,)
    assert told(course, Changed) == []


def test_a_hidden_fact_is_found_once(small):
    program = small(
        top='findings: {pills: "She stopped her pills."}',
        lines='dig: {say: "What helps?", does: [ask_condition], finds: [pills], reply: "My pills.", debrief: "D."}',
    )
    course = run(program, "dig", "dig")
    assert told(course, Found, 0) == [Found("pills")]
    assert told(course, Found, 1) == []


# -- events ------------------------------------------------------------------------------------------------


def test_conditional_events_fire_once_in_file_order_and_may_set_each_other_off(small):
    program = small(
        top="variables: {one: false, two: false}",
        events='second: {when: one, say: "(2)", set: {two: true}}\n  first: {when: tension > 0, say: "(1)", set: {one: true}}',
    )
    course = run(program, "wait", "wait")
    assert [row.event for row in told(course, Fired, 0)] == ["first", "second"]
    assert told(course, Fired, 1) == []


def test_an_event_may_happen_again_but_once_a_step(small):
    program = small(events='drip: {when: tension > 0, again: true, say: "(Drip.)"}')
    course = run(program, "wait", "wait")
    assert len(told(course, Fired, 0)) == len(told(course, Fired, 1)) == 1


def test_the_longest_duration_ends_the_call_in_mid_act(small):
    program = small(events="soon: {at: 0:05, end: late}")
    course = run(program, "wait")
    assert course.last.outcome == "late"
    assert course.last.clock == 50
    with pytest.raises(ActionRefused, match="over"):
        step(program, course.last, parse_action("wait"))


def test_routes_are_skipped_where_an_event_moved_the_scene(small):
    program = small(
        node="routes: {away: {when: tension > 0, end: late}}",
        leads="away",
        events="swept: {when: clock > 0, to: there}",
    )
    course = run(program, "ask")
    assert course.last.node == "there"
    assert not course.last.outcome


# -- routes ------------------------------------------------------------------------------------------------


def test_the_first_route_that_holds_is_taken_and_else_next(small):
    program = small(
        node="routes: {high: {when: tension >= 90, end: late}, warm: {when: rapport > 0, set: {done: true}, to: there}}",
        leads="high, warm, next",
        top="variables: {done: false}",
    )
    course = run(program, "ask")
    assert told(course, Routed) == [Routed("warm")]
    assert course.last.variables == (1,)
    assert course.last.node == "there"


def test_leading_to_the_node_it_is_in_stays_in_the_same_visit(small):
    course = run(small(), "ask", "ask")
    assert course.last.visits[0] == 1
    assert course.last.beat == 2
    assert told(course, Entered) == []


def test_standing_acts_stay_where_they_are_unless_the_author_says_otherwise(small):
    assert run(small(), "wait").last.node == "here"
    assert run(small(node="acts: {wait: {next: there}}"), "wait").last.node == "there"


def test_weighted_ways_are_drawn_by_the_seed_in_proportion(small):
    program = small(lines='toss: {act: "Wait and see.", end: {out: 3, late: 1}, reply: "(A while.)", debrief: "D."}')
    ends = [run(program, "toss", seed=seed).last.outcome for seed in range(400)]
    assert 250 < ends.count("out") < 350


def test_the_value_of_an_end_is_lowered_by_tension_and_missing_trust(small):
    course = run(small(), "go_on", "done")
    tension, rapport = subject(course).tension / 1000, subject(course).rapport / 1000
    assert course.last.value / 1000 == pytest.approx(90 - 0.15 * tension - 0.05 * (100 - rapport), abs=0.001)
    assert told(course, Ended) == [Ended("out", course.last.value)]


def test_an_end_is_never_worth_less_than_nothing(small):
    program = small(
        outcomes='bad: {kind: force, value: 0, title: "Bad", after: "Hurt.", lesson: "Slow down."}',
        lines='grab: {act: "Grab them.", does: [hands_on], end: bad, reply: "(They fall.)", better: ask, debrief: "D."}',
    )
    assert run(program, "grab").last.value == 0


# -- start -------------------------------------------------------------------------------------------------


def test_a_temperament_changes_the_profile_it_starts_with(small):
    plain, _ = begin(small(), 1, "plain")
    worn, _ = begin(small(), 1, "worn")
    assert (plain.subjects[0].tension, worn.subjects[0].tension) == (50_000, 40_000)


def test_an_action_that_is_not_there_is_refused_with_what_is(small):
    with pytest.raises(ActionRefused, match=r"no line “shout”.*ask, order, go_on"):
        run(small(), "shout")


@pytest.mark.parametrize("token", ["", "dance:now", "call:", ":x"])
def test_words_that_are_no_action_are_refused(token):
    with pytest.raises(ActionRefused):
        parse_action(token)


def test_a_line_that_is_called_like_a_standing_act_is_told_from_it():
    assert str(parse_action("line:back")) == "line:back"
    assert parse_action("back").kind == "act"
    assert parse_action("line:back").kind == "line"
