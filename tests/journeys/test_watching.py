"""Watching how a call can go: it plays by itself with reasons, can be hurried or held, and leaves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.authoring.library import SHIPPED
from simulator.ui.scenes.watching import Watching
from tests.fixtures.window_driver import Visitor

Open = Callable[..., Visitor]


@pytest.fixture
def open_library(tmp_path: Path) -> Iterator[Open]:
    opened: list[Visitor] = []

    def open_window(size: tuple[int, int] = (1280, 720), **settings: object) -> Visitor:
        opened.append(Visitor(tmp_path, size, library=SHIPPED, how_seen=True, academy_id="24-117", **settings))
        return opened[-1]

    yield open_window
    for visitor in opened:
        visitor.close()


def watching(visitor: Visitor, call: str = "coffee_morning") -> Watching:
    visitor.key("return")
    visitor.wait(0.2)
    visitor.scene.ring.focus(f"call:{call}")
    visitor.key("return")
    visitor.scene.ring.focus("watch")
    visitor.key("return")
    scene = visitor.scene
    assert isinstance(scene, Watching)
    return scene


def test_it_plays_by_itself_and_says_why(open_library: Open) -> None:
    visitor = open_library()
    scene = watching(visitor)
    assert "plays by itself" in visitor.words
    seen = ""
    for _ in range(60):
        visitor.wait(0.5)
        seen += visitor.words
        if len(scene.call.session.course.turns) >= 3:
            break
    assert len(scene.call.session.course.turns) >= 3
    assert "Why: " in seen


def test_it_can_be_hurried_held_and_left_and_nothing_stays(open_library: Open) -> None:
    visitor = open_library()
    scene = watching(visitor)
    visitor.key("space")
    visitor.wait(20)
    assert not scene.call.session.course.turns
    for _ in range(8):
        visitor.key("return")
    assert scene.call.session.course.turns
    visitor.key("escape")
    assert visitor.at == "Choose"
    assert not list(visitor.data.glob("s*/*.jsonl"))


@pytest.mark.parametrize(("size", "text_size"), [((1280, 720), 200)])
def test_to_its_end_nothing_is_cut(open_library: Open, size: tuple[int, int], text_size: int) -> None:
    visitor = open_library(size, text_size=text_size)
    scene = watching(visitor)
    for _ in range(300):
        if scene.ended:
            break
        visitor.key("return")
        assert not visitor.faults()
        assert "second click" not in visitor.words
    assert scene.ended
    assert "try your own" in visitor.words
    visitor.key("return")
    assert visitor.at == "Choose"
