"""What else was open at a decision: named where it is known to serve, never where it would hurt."""

from __future__ import annotations

import pytest

from simulator.encounter.course import play
from simulator.encounter.happenings import Landed
from simulator.encounter.offer import open_lines
from simulator.scoring.debrief import debrief

DEAF = 'deaf: {say: "Hm.", does: [open_question], leads: [next], reply: "(Nothing.)", debrief: "Hm."}'


@pytest.fixture
def turn_of(small):
    def make(*actions, **parts):
        program = small(**parts)
        return program, debrief(program, play(program, 3, "plain", actions)).turns[-1]

    return make


def test_a_line_that_would_have_done_more_is_named(turn_of):
    warm = 'warm: {say: "You are tired.", does: [emotion_label], leads: [next], reply: "(A nod.)", debrief: "Heard."}'
    _, turn = turn_of("wait", lines=warm)
    assert turn.alternative == ""
    assert turn.otherwise is not None
    assert turn.otherwise.line in ("warm", "ask")
    assert turn.otherwise.more


def test_the_author_s_own_words_stand_alone(turn_of):
    _, turn = turn_of("order")
    assert turn.alternative == "What happened here tonight?"
    assert turn.otherwise is None


def test_what_was_done_is_never_named_again_and_neither_is_what_hurts(turn_of):
    _, turn = turn_of("ask")
    assert turn.otherwise is None or turn.otherwise.line not in ("ask", "order")


def test_more_means_more_by_the_law(turn_of):
    program, turn = turn_of("wait", lines=DEAF)
    state = play(program, 3, "plain", ()).last
    gains = {}
    for name in ("wait", *(plan.action for plan in open_lines(program, state))):
        course = play(program, 3, "plain", (name,))
        landed = next((row for row in course.turns[0].happened if isinstance(row, Landed)), None)
        gains[name] = landed.rapport - landed.tension if landed else 0
    assert turn.otherwise is not None
    assert turn.otherwise.more == (gains[turn.otherwise.line] > gains["wait"])


def test_cues_are_those_that_were_offered(turn_of):
    _, turn = turn_of("ask", node='cues: {hands: "Their hands shake."}')
    assert turn.cues == ("Their hands shake.",)
