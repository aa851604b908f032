"""What else happened in a turn, in sentences."""

from __future__ import annotations

from simulator.scoring.debrief import debrief


def test_a_lie_that_came_out_is_told_in_its_turn_and_nowhere_else(call):
    lines = {"fib": ["false_promise"], "seen": {"act": "The van shows.", "does": [], "move": 1, "lie_found": True}}
    program, course = call(lines, play_=["fib", "seen", "seen", "fib"])
    stories = debrief(program, course).turns
    assert [story.lie_found for story in stories] == [False, True, False, False]
    assert "They found out that they had been told something untrue." in stories[1].changes
    assert not any("untrue" in change for change in stories[2].changes)


def test_one_metre_is_no_metres(call):
    lines = {
        "near": {"act": "Walk up to them.", "does": [], "move": -7},
        "off": {"act": "Step off.", "does": [], "move": 1},
    }
    program, course = call(lines, play_=["near", "off"])
    told = [story.changes for story in debrief(program, course).turns]
    assert told == [("The distance was now 1 metre.",), ("The distance was now 2 metres.",)]
