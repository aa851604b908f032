"""How simulated trainees fared comes to the debrief's skills while it is read, and is there at once the next time."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest

from simulator.authoring.simulation import company
from simulator.ui.scenes import debrief_pages
from simulator.ui.scenes.debrief_pages import DebriefPages
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def ended(visitor: Visitor) -> DebriefPages:
    """A call played to its end by whatever comes first, its debrief on the page of skills."""
    visitor.go_to_call()
    while not visitor.scene.ended:  # type: ignore[attr-defined]
        visitor.key("1", "return")
        visitor.hurry()
    visitor.scene.ring.focus("debrief")
    visitor.key("return", "5")
    scene = visitor.scene
    assert isinstance(scene, DebriefPages)
    return scene


class Known:
    """Costs that are known as soon as a test says so."""

    found: ClassVar[dict[int, object]] = {}

    def __init__(self, *_: object) -> None:
        self.over = False

    def progress(self, _: object) -> str:
        """Nothing is going on."""
        return ""

    def cancel(self) -> None:
        """Nothing is going on."""


def test_simulated_trainees_come_after_the_costs_and_are_kept(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debrief_pages, "Costs", Known)
    tasks = company.company_tasks
    monkeypatch.setattr(company, "company_tasks", lambda start, _: tasks(start, 4))
    visitor = visit(work_out_costs=True)
    pages = ended(visitor)
    assert pages.simulated is None
    visitor.wheel(-200)
    assert "once it is known what each decision cost" in visitor.words
    assert pages.costs is not None
    pages.costs.over = True  # type: ignore[misc]
    visitor.wait(0.1)
    assert pages.simulated is not None
    pages.simulated.wait(60)
    visitor.wait(0.1)
    assert pages.value.company is not None
    visitor.wheel(-200)
    assert "Of 4, " in visitor.words
    assert "no norm for people" in visitor.words
    assert not visitor.faults()
    assert list((visitor.data / "cache").glob("company-*.json"))


def test_without_the_setting_nobody_plays(visit: Visit) -> None:
    visitor = visit(work_out_costs=False)
    pages = ended(visitor)
    visitor.wait(0.2)
    assert pages.simulated is None
    visitor.wheel(-200)
    assert "Simulated trainees" not in visitor.words
