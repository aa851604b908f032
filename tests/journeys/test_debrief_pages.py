"""The pages of a debrief one after the other, and beside the trainee's own earlier runs."""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.scenes.debrief_pages import DebriefPages
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def play(visitor: Visitor) -> DebriefPages:
    """A call that ends well, to its debrief."""
    visitor.go_to_call()
    for words in ("Ask the cleaner", "I'm Sam", "You paid", "There's a warm van"):
        visitor.say(words)
    visitor.key("h", "return")
    visitor.decide()
    visitor.say("That's the van")
    visitor.key("return")
    assert isinstance(visitor.scene, DebriefPages)
    return visitor.scene


def test_enter_alone_goes_through_every_page_before_it_leaves(visit: Visit) -> None:
    visitor = visit()
    pages = play(visitor)
    seen = [pages._page]
    for _ in pages.pages[1:]:
        visitor.key("return")
        seen.append(pages._page)
    assert tuple(seen) == pages.pages
    visitor.key("return")
    assert visitor.at == "KeepPractice"


def test_a_session_stands_beside_the_trainees_earlier_ones(visit: Visit) -> None:
    visitor = visit(academy_id="24-117", how_seen=True)
    first = play(visitor)
    assert first.value.earlier is None
    visitor.key("escape")
    visitor.click("Keep")
    pages = play(visitor)
    work = pages.earlier
    if work is not None:
        work.wait(30)
    visitor.wait(0.1)
    assert pages.value.earlier is not None
    visitor.key("5")
    visitor.wheel(-200)
    assert "One earlier run of the same trainee counts beside this one." in visitor.words
    assert not visitor.faults()
