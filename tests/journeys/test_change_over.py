"""Trainees who follow one another at one workstation, and each one's own sessions at hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.ui.scenes.debrief_pages import DebriefPages
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def stop_assessed(visitor: Visitor, class_word: str = "monday") -> None:
    """From the library through an assessed call that is stopped at once, back to the title."""
    visitor.scene.ring.focus("go")
    if "How to play it" in visitor.words:
        visitor.key("return")
    visitor.scene.ring.focus("assessed")
    visitor.key("return")
    visitor.scene.ring.focus("word")
    visitor.wait(0.1)
    visitor.type(class_word)
    visitor.key("return")
    while "Encounter" not in visitor.at:
        visitor.key("return")
    visitor.decide()
    visitor.say("I'm Sam")
    visitor.key("f10")
    visitor.scene.ring.focus("stop")
    visitor.key("return")
    assert visitor.at == "Debrief"
    visitor.key("escape")
    assert visitor.at == "Title"


def sit_down(visitor: Visitor, academy_id: str) -> None:
    """From the title, as somebody new, into the library."""
    if visitor.desk.settings.academy_id:
        visitor.click("Change the id")
    else:
        visitor.key("return")
    assert visitor.at == "Identity"
    visitor.type(academy_id)
    visitor.key("return")
    visitor.wait(0.2)
    assert visitor.at == "Choose"


def test_yesterdays_session_opens_again_with_its_debrief(visit: Visit) -> None:
    visitor = visit()
    sit_down(visitor, "24-117")
    stop_assessed(visitor)
    again = visit()
    again.click("My sessions")
    again.desk.own_records.wait()
    again.wait(0.1)
    assert "The last bus" in again.words
    assert "Assessed · 2 acts" in again.words
    again.click("The last bus")
    assert again.at == "PastDebrief"
    assert "From the record" in again.words
    assert isinstance(again.scene, DebriefPages)
    assert again.scene.value.status == "stopped"
    again.key("2", "right")
    assert "Turn 1, at" in again.words
    again.key("escape", "escape")
    assert again.at == "Title"
    assert len(list((again.data / "sessions").glob("*.jsonl"))) == 1


def test_the_card_remembers_what_you_did_and_nobody_elses_deeds(visit: Visit) -> None:
    visitor = visit()
    sit_down(visitor, "24-117")
    stop_assessed(visitor)
    visitor.key("return")
    visitor.desk.own_records.wait()
    visitor.wait(0.1)
    assert "You kept it once. Last: you stopped" in visitor.words
    visitor.click("Change the id")
    assert visitor.desk.settings.academy_id == ""
    visitor.type("24-118")
    visitor.key("return")
    visitor.desk.own_records.wait()
    visitor.wait(0.2)
    assert visitor.at == "Choose"
    assert "You kept it" not in visitor.words
    visitor.click("My sessions")
    assert "You have kept no session yet" in visitor.words
    assert "24-117" not in visitor.words
    visitor.key("escape", "escape")
    assert visitor.at == "Title"


def test_an_unfinished_call_is_offered_only_to_whose_it_is(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call("24-117")
    visitor.say("I'm Sam")
    visitor.close()
    other = visit(academy_id="24-118")
    assert other.at == "Title"
    other.click("Change the id")
    other.type("24-117")
    other.key("return", "escape")
    other.wait(0.2)
    assert other.at == "ResumeOffer"


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_no_words_are_cut_among_my_sessions(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = visit(size, text_size=text_size)
    sit_down(visitor, "24-117")
    stop_assessed(visitor)
    visitor.click("My sessions")
    visitor.desk.own_records.wait()
    visitor.wait(0.1)
    assert not visitor.faults()
    visitor.click("The last bus")
    assert visitor.at == "PastDebrief"
    for page in "12345":
        visitor.key(page)
        assert not visitor.faults()


def test_practice_kept_without_an_id_is_found_again_where_nobody_is_named(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call("")
    visitor.key("q") if "Q" in visitor.words else None
    visitor.key("escape")
    visitor.click("Stop")
    visitor.wait(0.2)
    if visitor.at == "AskToStop":
        visitor.click("Stop")
    assert visitor.at == "Debrief"
    visitor.click("Keep this record")
    visitor.click("Done")
    visitor.wait(0.3)
    visitor.desk.own_records.wait()
    visitor.wait(0.2)
    visitor.click("Kept without an id")
    visitor.wait(0.2)
    assert "these records name nobody" in visitor.words
    assert "The last bus" in visitor.words
