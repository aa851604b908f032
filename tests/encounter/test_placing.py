"""Being put into a moment, and what each part of an act had in how it moved somebody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.catalogues import shipped
from simulator.encounter.actions import parse_action
from simulator.encounter.contributions import contributions
from simulator.encounter.course import play
from simulator.encounter.happenings import Landed
from simulator.encounter.placing import Spot, placed
from simulator.encounter.program import compile_program
from simulator.encounter.step import begin, step
from simulator.scenario.load import load_scenario
from tests.fixtures.window_driver import CALL

HEARD = ("speaker_off", "hello", "told", "offer", "hold", "walk")


@pytest.fixture(scope="module")
def last_bus():
    return compile_program(load_scenario(CALL.read_bytes(), CALL.name, shipped()).scenario, shipped())


def test_the_start_is_the_call_as_it_begins(last_bus):
    assert placed(last_bus, 1, "loud", Spot("window")) == begin(last_bus, 1, "loud")


def test_values_are_as_asked_and_the_moment_can_be_played(last_bus):
    state, _ = placed(last_bus, 1, "worn", Spot("story", tension=30, rapport=45, variables={"ticket_seen": 1}))
    assert (state.node, state.subjects[0].tension, state.subjects[0].rapport) == ("story", 30_000, 45_000)
    assert state.subjects[0].band == 1
    assert state.variables == (1,)
    after, _ = step(last_bus, state, parse_action("told"))
    assert after.turn == 1


@given(tension=st.integers(-500, 500), rapport=st.integers(-500, 500), seen=st.integers(-5, 5))
def test_values_beyond_their_range_are_held_in_it(last_bus, tension, rapport, seen):
    state, _ = placed(last_bus, 1, "loud", Spot("edge", tension, rapport, {"ticket_seen": seen, "gone": 3}))
    subject = state.subjects[0]
    assert 0 <= subject.tension <= 100_000
    assert -40_000 <= subject.rapport <= subject.cap
    assert state.variables[0] in (0, 1)
    step(last_bus, state, parse_action("back"))


@pytest.mark.parametrize("acts", [HEARD, ("move_on", "closer", "hush", "back", "take_it")])
def test_the_parts_of_an_act_add_up_to_what_it_moved(last_bus, acts):
    for turn in play(last_bus, 1, "loud", acts[:3]).turns:
        parts = contributions(last_bus, turn.before, turn.action)
        landed = next(row for row in turn.happened if isinstance(row, Landed))
        assert sum(part.tension for part in parts) == landed.tension
        assert sum(part.rapport for part in parts) == landed.rapport


def test_an_answer_has_no_parts(last_bus):
    state, _ = begin(last_bus, 1, "loud")
    assert contributions(last_bus, state, parse_action("stop")) == ()
