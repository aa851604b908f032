"""After a save the call is played forward to the same spot, as far as it is still there."""

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.drafting.playing_on import Beginning, played_on
from simulator.encounter.actions import parse_action
from simulator.encounter.course import play
from simulator.encounter.placing import Spot
from simulator.encounter.program import compile_program
from simulator.scenario.load import load_scenario
from tests.fixtures.window_driver import CALL

ACTS = [parse_action(token) for token in ("speaker_off", "hello", "told", "offer")]


def program(old="", new=""):
    text = CALL.read_text(encoding="utf-8")
    assert old in text
    loaded = load_scenario(text.replace(old, new), CALL.name, shipped())
    assert loaded.scenario is not None, loaded.problems
    return compile_program(loaded.scenario, shipped())


def test_the_same_acts_lead_to_the_same_spot():
    changed = program("He slaps the shutter.", "He kicks the shutter.")
    on = played_on(changed, Beginning(1, "loud"), ACTS)
    assert on.note == ""
    assert on.course.last == play(program(), 1, "loud", ACTS).last


def test_it_stops_where_an_act_is_gone_and_says_why():
    changed = program("only_if: speaker == loud", "only_if: speaker == silent")
    on = played_on(changed, Beginning(1, "loud"), ACTS)
    assert len(on.course.turns) == 0
    assert "no act of 4" in on.note
    assert "speaker_off" in on.note


@pytest.mark.parametrize(
    ("beginning", "word"),
    [(Beginning(1, "gone"), "temperament “gone”"), (Beginning(1, "loud", Spot("gone")), "moment “gone”")],
)
def test_what_is_gone_from_the_beginning_is_said(beginning, word):
    on = played_on(program(), beginning, [])
    assert word in on.note
    assert on.course.last.node == "window"


def test_a_spot_stays_the_beginning():
    beginning = Beginning(1, "worn", Spot("story", 20, 40))
    on = played_on(program(), beginning, [parse_action("told")])
    assert on.beginning == beginning
    assert on.course.first.node == "story"
    assert len(on.course.turns) == 1
