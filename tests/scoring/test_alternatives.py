"""Alternatives at a turning point: open then, not poor, not what was done, and true of what `step` would have done."""

from __future__ import annotations

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED, find_library
from simulator.authoring.simulation import play_policy
from simulator.authoring.trainees import POLICIES
from simulator.encounter.actions import Action
from simulator.encounter.course import extend, play
from simulator.encounter.happenings import Landed
from simulator.encounter.program import compile_program
from simulator.scoring.debrief import debrief
from simulator.scoring.values import tenths_of

LIBRARY = find_library([SHIPPED], shipped()).playable()


@pytest.mark.parametrize("call", sorted(LIBRARY))
@pytest.mark.parametrize("policy", ["novice", "typical", "expert"])
def test_each_was_open_and_is_told_as_it_would_have_been(call, policy):
    program = compile_program(LIBRARY[call].scenario, shipped())
    for temperament in program.temperaments:
        course = play_policy(program, POLICIES[policy], 3, temperament)
        value = debrief(program, course)
        assert {each.turn for each in value.alternatives} <= {point.turn for point in value.turning_points}
        for each in value.alternatives:
            assert 1 <= len(each.options) <= 2
            before = play(program, 3, temperament, [turn.action for turn in course.turns[: each.turn - 1]])
            for option in each.options:
                assert str(course.turns[each.turn - 1].action) != option.line
                other = extend(program, before, Action("line", option.line))
                landed = next(row for row in other.turns[-1].happened if isinstance(row, Landed))
                assert (option.landing, option.tension) == (landed.landing, tenths_of(landed.tension))
                assert option.landing != "hurts"
