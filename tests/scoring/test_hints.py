"""Hints: the cue and the skill, never the line."""

from simulator.encounter.offer import offer
from simulator.encounter.step import begin
from simulator.scoring.hints import hints_at


def test_a_hint_names_a_cue_of_the_moment_and_the_skill_it_asks_for(small):
    program = small(node='cues: {hands: "Their hands are open."}')
    state, _ = begin(program, 1, "plain")
    (hint,) = hints_at(program, state)
    assert hint.words == (
        "Look: Their hands are open. Asked for here: listening, which gives them the floor and shows what arrived."
    )


def test_without_a_written_cue_it_says_how_they_look(small):
    program = small()
    state, _ = begin(program, 1, "plain")
    (hint,) = hints_at(program, state)
    assert hint.cue
    assert hint.skill == "Listening"


def test_where_no_skill_is_called_for_it_says_so(small):
    program = small()
    state, _ = begin(program, 1, "plain")
    from simulator.encounter.course import extend, open_course

    course = extend(program, open_course(program, 1, "plain"), offer(program, state).lines[0].action)
    while course.last.node != "there":
        line = next(line for line in offer(program, course.last).lines if line.id == "go_on")
        course = extend(program, course, line.action)
    assert "No one skill is asked for here." in hints_at(program, course.last)[0].words


def test_no_hint_ever_holds_a_line(last_bus):
    state, _ = begin(last_bus, 1, "loud")
    lines = [line.words for line in offer(last_bus, state).lines]
    assert not [words for hint in hints_at(last_bus, state) for words in lines if words in hint.words]
