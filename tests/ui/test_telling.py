"""What happened, told in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped, shipped_texts
from simulator.encounter.actions import parse_action
from simulator.encounter.naming import spoken_part
from simulator.encounter.program import compile_program
from simulator.records.live import LiveSession
from simulator.scenario.load import load_scenario
from simulator.ui.call import Call
from simulator.ui.contact.telling import Told, history, told

BUS = Path(__file__).parents[1] / "fixtures" / "last_bus.yaml"


@pytest.fixture
def call(tmp_path: Path) -> Call:
    text = BUS.read_text(encoding="utf-8")
    scenario = load_scenario(text, BUS.name, shipped()).scenario
    assert scenario is not None
    session = LiveSession.start(
        compile_program(scenario, shipped()),
        1,
        "loud",
        mode="practice",
        trainee="",
        data_folder=tmp_path,
        scenario_text=text,
        catalogue_texts=shipped_texts(),
    )
    return Call(session)


def act(call: Call, token: str) -> list[Told]:
    before = call.state
    action = parse_action(token)
    return told(call, action, before, call.session.act(action), call.state.turn)


def test_your_words_come_first_then_the_answer(call: Call) -> None:
    telling = act(call, "hello")
    assert [one.kind for one in telling][:2] == ["you", "said"]
    assert telling[0].words == "“Evening. I'm Sam, from the police. I came to see if you're all right.”"


def test_a_deed_stands_without_quotation_marks(call: Call) -> None:
    assert act(call, "speaker_off")[0].words == "Ask the cleaner to turn the loudspeaker down."


def test_an_answer_that_is_all_stage_direction_has_no_name(call: Call) -> None:
    said = next(one for one in act(call, "speaker_off") if one.kind == "said")
    assert said.words == "(The voice sinks.)"
    assert said.who == ""
    assert said.speaking_seconds == 0


def test_promises_and_help_are_noted(call: Call) -> None:
    for token in ("speaker_off", "hello", "told"):
        act(call, token)
    notes = [one.words for one in act(call, "offer") if one.kind == "note"]
    assert any("The night outreach van" in words for words in notes)
    assert any(words.startswith("You promised") for words in notes)


def test_the_transcript_holds_scenes_and_acts_in_order(call: Call) -> None:
    for token in ("hello", "wait"):
        act(call, token)
    kinds = [one.kind for one in history(call)]
    assert kinds[:2] == ["scene", "you"]
    assert "He holds out a wet ticket." in [one.words for one in history(call)]


def test_spoken_part_leaves_out_brackets() -> None:
    assert spoken_part("(She turns. (slowly)) Look. (Pause.)") == "Look."
