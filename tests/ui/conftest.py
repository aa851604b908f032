"""A window for tests of what is on screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fixtures.drawn_once import drawn_once  # noqa: F401 - a fixture for every test here
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
