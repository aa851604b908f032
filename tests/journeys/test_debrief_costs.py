"""What each decision cost is worked out while the debrief is read, and is there at once the next time."""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.scenes.debrief_pages import DebriefPages
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def looking(visitor: Visitor) -> DebriefPages:
    """One act, then the debrief's second page, on the first of them."""
    visitor.go_to_call()
    visitor.say("I'm Sam")
    visitor.key("f10")
    visitor.scene.ring.focus("stop")
    visitor.key("return")
    visitor.key("2", "right")
    scene = visitor.scene
    assert isinstance(scene, DebriefPages)
    return scene


def test_costs_fill_in_while_the_debrief_is_read(visit: Visit) -> None:
    visitor = visit(work_out_costs=True, own_view_first=False)
    pages = looking(visitor)
    assert pages.costs is not None
    assert "Working out what each decision cost" in visitor.words or "a typical trainee comes" in visitor.words
    pages.costs.wait(60)
    visitor.wait(0.1)
    assert pages.costs.progress(pages.desk.words) == ""
    assert "a typical trainee comes to about" in visitor.words
    assert "This decision cost about" in visitor.words or "would certainly have led to more" in visitor.words
    assert not visitor.faults()
    assert list((visitor.data / "cache").glob("values-*.json"))


def test_leaving_the_debrief_ends_the_work(visit: Visit) -> None:
    visitor = visit(work_out_costs=True)
    pages = looking(visitor)
    costs = pages.costs
    assert costs is not None
    visitor.key("escape")
    visitor.click("Let it go")
    costs.wait(10)
    assert not costs._thread.is_alive()


def test_without_it_nothing_is_worked_out(visit: Visit) -> None:
    pages = looking(visit(work_out_costs=False))
    assert pages.costs is None
