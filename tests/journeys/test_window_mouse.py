"""The whole way by the mouse alone."""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.scenes.encounter import Encounter
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def test_a_call_from_title_to_debrief_and_back(visit: Visit) -> None:
    visitor = visit()
    visitor.click("Take a call")
    visitor.click("Choose a call")
    visitor.wait(0.2)
    visitor.click("Worn out")
    visitor.click("To the briefing")
    visitor.click("Go on")
    visitor.click("Go in")
    visitor.decide()
    for words in ("Ask the cleaner", "I'm Sam", "You paid", "There's a warm van"):
        visitor.click(words, times=2)
        visitor.decide()
    visitor.click("Hold", times=2)
    visitor.decide()
    visitor.click("That's the van", times=2)
    visitor.decide()
    visitor.click("See what each decision did")
    assert visitor.at == "Debrief"
    visitor.click("Decisions")
    chart = visitor.control("chart")
    visitor.click_at((chart.rect.right - 40, chart.rect.centery))
    assert "Turn 6, at" in visitor.words
    visitor.click("What served")
    visitor.click("Keep this record")
    visitor.click("Done")
    assert visitor.at == "Title"
    visitor.click("Close")
    assert visitor.at == ""


def test_the_first_click_only_chooses(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    lines = [one for one in encounter.ring.controls if one.name.startswith("line")]
    visitor.click_at(lines[-1].seen.center)
    assert encounter.ring.focused is not None
    assert encounter.ring.focused.name == lines[-1].name
    assert encounter.call.state.turn == 0


def test_help_is_called_from_its_button(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    visitor.click("Call", times=2)
    visitor.decide()
    assert "The night outreach van" in visitor.words
    assert "in 2:" in visitor.words
