"""A call that was cut off is offered again at the next start."""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.scenes.encounter import Encounter
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def cut_off(visit: Visit) -> int:
    """Plays one act and closes the window in the middle of the call; gives the turns done."""
    visitor = visit()
    visitor.go_to_call()
    visitor.say("I'm Sam")
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    turns = encounter.call.state.turn
    visitor.close()
    return turns


def test_it_goes_on_where_it_stood(visit: Visit) -> None:
    turns = cut_off(visit)
    visitor = visit()
    assert visitor.at == "ResumeOffer"
    assert "The last bus" in visitor.words
    visitor.key("return")
    visitor.decide()
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    assert encounter.call.state.turn == turns
    assert "He holds out a wet ticket." in visitor.words
    visitor.key("t")
    assert "I came to see if you're all right" in visitor.words


def test_ending_it_deletes_the_practice(visit: Visit) -> None:
    cut_off(visit)
    visitor = visit()
    visitor.click("End it now")
    assert visitor.at == "Title"
    assert not list(visitor.data.glob("s*/*.jsonl"))


def test_later_leaves_it_for_the_next_start(visit: Visit) -> None:
    cut_off(visit)
    visitor = visit()
    visitor.key("escape")
    assert visitor.at == "Title"
    visitor.close()
    assert visit().at == "ResumeOffer"
