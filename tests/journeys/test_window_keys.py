"""The whole way by keys alone: title, id, call, briefing, encounter, debrief, and back."""

from __future__ import annotations

import json
from collections.abc import Callable

import pygame
import pytest

from simulator.ui.scenes.debrief import Debrief
from simulator.ui.scenes.encounter import Encounter
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def test_a_call_from_title_to_debrief_and_back(visit: Visit) -> None:
    visitor = visit()
    seen = [visitor.at]
    visitor.key("return")
    seen.append(visitor.at)
    visitor.type("24-117")
    visitor.key("return")
    visitor.wait(0.2)
    seen.append(visitor.at)
    visitor.key("return")
    seen.append(visitor.at)
    visitor.key("return")
    seen.append(visitor.at)
    assert "Man shouting at the closed ticket office" in visitor.words
    visitor.key("return")
    seen.append(visitor.at)
    visitor.decide()
    visitor.play_well()
    seen.append(visitor.at)
    assert seen == ["Title", "Identity", "Choose", "HowItWorks", "Briefing", "PracticeEncounter", "Debrief"]
    assert "A seat in the van" in visitor.words
    assert "He needed to be believed before he needed a lift." in visitor.words
    visitor.key("2", "right", "right")
    assert "Turn 2, at" in visitor.words
    visitor.key("3")
    assert "What served" in visitor.words
    visitor.key("4")
    assert "What did not" in visitor.words
    visitor.key("5")
    assert "Listening" in visitor.words
    visitor.key("escape")
    visitor.click("Let it go")
    assert visitor.at == "Title"


def test_the_academy_id_is_remembered(visit: Visit) -> None:
    visit().go_to_call("24-117")
    again = visit()
    again.key("return")
    assert again.desk.settings.academy_id == "24-117"
    assert "24-117" in again.words


def test_practice_leaves_no_record(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    assert len(list((visitor.data / "scratch").glob("*.jsonl"))) == 1
    visitor.play_well()
    visitor.key("escape")
    assert visitor.at == "KeepPractice"
    visitor.click("Let it go")
    assert visitor.at == "Title"
    assert not list(visitor.data.glob("s*/*.jsonl"))


def test_leaving_a_practice_asks_once_and_escape_goes_back(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    visitor.play_well()
    visitor.key("escape", "escape")
    assert visitor.at == "Debrief"
    visitor.key("escape", "return")
    assert visitor.at == "Title"
    assert [path.parent.name for path in visitor.data.glob("s*/*.jsonl")] == ["sessions"]


def test_practice_is_kept_when_asked(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    visitor.play_well()
    for _ in range(12):
        if visitor.scene.ring.focused is visitor.control("Keep this record"):
            break
        visitor.key("tab")
    visitor.key("return")
    assert "Kept:" in visitor.words
    visitor.key("escape")
    assert [path.parent.name for path in visitor.data.glob("s*/*.jsonl")] == ["sessions"]


def test_an_assessed_call_shows_no_gauge_and_seals_its_record(visit: Visit) -> None:
    visitor = visit()
    visitor.key("return")
    visitor.type("24-117")
    visitor.key("return")
    visitor.wait(0.2)
    visitor.scene.ring.focus("assessed")
    visitor.key("return")
    assert "Who is it today?" not in visitor.words
    visitor.scene.ring.focus("word")
    visitor.key("space")
    visitor.type("monday")
    visitor.key("return", "return", "return")
    visitor.decide()
    assert visitor.at == "Encounter"
    assert "Tension" not in visitor.words
    assert "Trust" not in visitor.words
    visitor.play_well()
    assert "Sealed:" in visitor.words
    assert "Keep this record" not in visitor.words
    (log,) = (visitor.data / "sessions").glob("*.jsonl")
    last = json.loads(log.read_text(encoding="utf-8").splitlines()[-1])
    assert last["kind"] == "end"
    assert last["chain"] not in visitor.words
    visitor.key("5")
    assert last["chain"] in visitor.words


def test_an_assessed_call_asks_for_id_and_class_word(visit: Visit) -> None:
    visitor = visit()
    visitor.key("return", "return")
    visitor.wait(0.2)
    visitor.scene.ring.focus("assessed")
    visitor.key("return")
    visitor.scene.ring.focus("go")
    visitor.key("return")
    assert visitor.at == "Choose"
    assert "needs your academy id" in visitor.words


def test_stopping_is_one_key_and_a_word_of_support(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    visitor.key("f10")
    assert visitor.at == "AskToStop"
    assert "988" in visitor.words
    visitor.scene.ring.focus("stop")
    visitor.key("return")
    assert visitor.at == "Debrief"
    assert "You stopped the call" in visitor.words
    assert isinstance(visitor.scene, Debrief)
    assert visitor.scene.value.status == "stopped"


def test_pausing_stands_still_and_goes_on(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    visitor.key("escape")
    assert "Pause" in visitor.at
    assert encounter.phase == "paused"
    visitor.wait(1)
    visitor.key("escape")
    assert encounter.phase == "deciding"
    assert encounter.call.state.clock == 0


def test_one_key_play_says_a_line_by_its_number(visit: Visit) -> None:
    visitor = visit(one_key=True)
    visitor.go_to_call()
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    visitor.key("1")
    visitor.decide()
    assert encounter.call.state.turn == 1


@pytest.mark.parametrize(("untimed", "acts"), [(False, 1), (True, 0)])
def test_a_timer_that_runs_out_is_silence_and_untimed_play_has_none(visit: Visit, untimed: bool, acts: int) -> None:
    visitor = visit(untimed=untimed)
    visitor.go_to_call()
    visitor.say("I'm Sam")
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    assert ("to decide" in visitor.words) is not untimed
    before = encounter.call.state.turn
    visitor.wait(26)
    assert encounter.call.state.turn - before == acts


def test_hurrying_the_telling_on_says_nothing_by_accident(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    visitor.key("1", "return")
    while encounter.phase != "deciding":
        visitor.key("return")
    visitor.key("return")
    assert encounter.call.state.turn == 1
    visitor.key("t", "escape", "pagedown", "return", "space")
    assert encounter.call.state.turn == 1
    visitor.key("down", "return")
    assert encounter.call.state.turn == 2


def test_a_data_folder_that_cannot_be_used_is_said_at_the_briefing(visit: Visit) -> None:
    visitor = visit()
    visitor.data.write_text("a file stands here", encoding="utf-8")
    visitor.key("return", "return")
    visitor.wait(0.2)
    visitor.key("return", "return", "return")
    assert visitor.at == "Briefing"
    assert "cannot be a folder" in visitor.words


def test_closing_the_window_in_a_call_keeps_it_for_later(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    visitor.send(pygame.event.Event(pygame.QUIT))
    assert visitor.at == ""
    assert len(list((visitor.data / "scratch").glob("*.jsonl"))) == 1
