"""The program in a real window on a real (virtual) screen, driven by real keys; skipped where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40.0
"""Seconds to wait for something on a slow machine; nothing is timed by it."""

pytestmark = pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool")


def until(what: object) -> bool:
    """Whether `what()` becomes true before patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if what():  # type: ignore[operator]
            return True
        time.sleep(0.2)
    return False


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """The environment of a private screen."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    environment = {key: value for key, value in os.environ.items() if key not in ("SDL_VIDEODRIVER", "WAYLAND_DISPLAY")}
    yield {**environment, "DISPLAY": f":{number}", "SDL_AUDIODRIVER": "dummy"}
    server.kill()
    server.wait()


def test_from_the_title_into_a_call_by_real_keys_alone(screen: dict[str, str], tmp_path: Path) -> None:
    def key(*names: str) -> None:
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], env=screen, check=False)

    def logs() -> list[Path]:
        return list((tmp_path / "scratch").glob("*.jsonl"))

    def acts() -> int:
        return sum(max(0, len(log.read_text(encoding="utf-8").splitlines()) - 1) for log in logs())

    program = subprocess.Popen([sys.executable, "main.py", "--data", str(tmp_path)], cwd=ROOT, env=screen)
    try:
        # Enter leads from the title through the screens; 1 and Enter choose and do, prompt and line alike.
        assert until(lambda: key("Return") or logs())
        assert until(lambda: key("1", "Return") or acts() >= 2)
        assert program.poll() is None
    finally:
        program.kill()
        program.wait()
