"""A window for journeys through the whole product."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.authoring.library import SHIPPED
from tests.fixtures.drawn_once import drawn_once  # noqa: F401 - a fixture for every test here
from tests.fixtures.real_screen import MISSING, PICTURES, WANTED, RealScreen, RealVisitor
from tests.fixtures.window_driver import Visitor


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[Callable[..., Visitor]]:
    """Opens windows on one data folder; the last one is closed after the test."""
    opened: list[Visitor] = []

    def open_window(size: tuple[int, int] = (1280, 720), **settings: object) -> Visitor:
        opened.append(Visitor(tmp_path, size, **settings))
        return opened[-1]

    yield open_window
    for visitor in opened:
        visitor.close()


@pytest.fixture
def window(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Callable[..., Visitor]]:
    """Opens windows with the calls that are shipped; on a real screen where EVERY_WINDOW=real asks for it. All windows
    of a test are of one size."""
    opened: list[Visitor] = []
    screens: list[RealScreen] = []

    def open_window(size: tuple[int, int], **settings: object) -> Visitor:
        settings = {"library": SHIPPED, "how_seen": True, "own_view_first": True, **settings}
        if not WANTED:
            opened.append(Visitor(tmp_path, size, **settings))  # type: ignore[arg-type]
            return opened[-1]
        if MISSING:
            pytest.skip(MISSING)
        if not screens:
            screens.append(RealScreen(tmp_path / "screen", size))
        visitor = RealVisitor(screens[0], tmp_path, size, **settings)
        if PICTURES:
            visitor.pictures = Path(PICTURES) / re.sub(r"\W+", "_", request.node.name)
        opened.append(visitor)
        return visitor

    yield open_window
    for visitor in opened:
        visitor.close()
    for screen in screens:
        screen.close()
