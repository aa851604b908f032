"""The program in a real window on a real (virtual) screen, driven by real keys and a real mouse; skipped where there
is none. Whole calls are played there by `EVERY_WINDOW=real` (test_calls_by_every_input)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.fixtures.inputs import Mouse
from tests.fixtures.real_screen import MISSING, RealScreen, RealVisitor

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40.0
"""Seconds to wait for something on a slow machine; nothing is timed by it."""

pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)


def until(what: object) -> bool:
    """Whether `what()` becomes true before patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if what():  # type: ignore[operator]
            return True
        time.sleep(0.2)
    return False


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[RealScreen]:
    """A screen of its own."""
    screen = RealScreen(tmp_path / "screen", (1280, 720))
    yield screen
    screen.close()


def test_from_the_title_into_a_call_by_real_keys_alone(screen: RealScreen, tmp_path: Path) -> None:
    def key(*names: str) -> None:
        screen.send("key", "--clearmodifiers", *names)

    def logs() -> list[Path]:
        return list((tmp_path / "scratch").glob("*.jsonl"))

    def acts() -> int:
        return sum(max(0, len(log.read_text(encoding="utf-8").splitlines()) - 1) for log in logs())

    # Nobody tells the program which driver to take.
    environment = {key: value for key, value in os.environ.items() if key not in ("SDL_VIDEODRIVER", "WAYLAND_DISPLAY")}
    program = subprocess.Popen([sys.executable, "main.py", "--data", str(tmp_path)], cwd=ROOT, env=environment)
    try:
        # Enter leads from the title through the screens; 1 and Enter choose and do, prompt and line alike.
        assert until(lambda: key("Return") or logs())
        assert until(lambda: key("1", "Return") or acts() >= 2)
        assert program.poll() is None
    finally:
        program.kill()
        program.wait()


def test_a_real_mouse_reaches_what_the_screen_shows(screen: RealScreen, tmp_path: Path) -> None:
    visitor = RealVisitor(screen, tmp_path, (1280, 720))
    try:
        mouse = Mouse(visitor)
        mouse.open("begin")
        mouse.write("id", "7-b")
        assert "7-b" in visitor.words
        mouse.go_on()
        drawn, shown = visitor.window.canvas.surface, screen.picture()
        # The pointer itself is on the screen only.
        pointer = pygame.Rect(visitor.window.canvas.rect.centerx - 20, 0, 40, 40)
        for picture in (drawn, shown):
            picture.fill((0, 0, 0), pointer)
        assert pygame.image.tobytes(shown, "RGB") == pygame.image.tobytes(drawn, "RGB")
    finally:
        visitor.close()
