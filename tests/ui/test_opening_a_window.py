"""Opening a window: quick to import, and clear where there is no screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )


def test_without_a_screen_it_says_what_to_do(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom simulator.ui.run import run_window\n"
        f"sys.exit(run_window(Path({str(tmp_path)!r})))"
    )
    done = run(code, SDL_VIDEODRIVER="no_such_driver")
    assert done.returncode == 1
    assert "No window can be opened here" in done.stderr
    assert "play --text" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a driver that shows pictures")
def test_a_machine_without_a_screen_does_not_draw_for_nobody(tmp_path: Path) -> None:
    code = (
        "import os, sys\nfrom pathlib import Path\n"
        "for name in ('SDL_VIDEODRIVER', 'SDL_VIDEO_DRIVER', 'DISPLAY', 'WAYLAND_DISPLAY'):\n"
        "    os.environ.pop(name, None)\n"
        "import pygame\nfrom simulator.ui.run import run_window\npygame.display.init()\n"
        "if pygame.display.get_driver() not in ('offscreen', 'dummy'):\n    sys.exit(77)\n"
        f"sys.exit(run_window(Path({str(tmp_path)!r})))"
    )
    done = run(code)
    if done.returncode == 77:
        pytest.skip("this machine has a screen that needs no server")
    assert done.returncode == 1
    assert "there is no screen" in done.stderr


def test_without_a_sound_device_the_window_opens(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from simulator.ui.app import Window\nfrom simulator.ui.desk import Desk\n"
        "from simulator.ui.scenes.title import Title\nfrom simulator.ui.shelf import Shelf\n"
        f"folder = Path({str(tmp_path)!r})\n"
        "desk = Desk(folder, folder / 'settings.json', Shelf)\n"
        "window = Window(desk)\ndesk.stack.push(Title(desk))\nprint(window.frame(0.0, ()))\n"
    )
    done = run(code, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="no_such_driver")
    assert "True" in done.stdout


def test_importing_the_entry_loads_no_pygame() -> None:
    done = run("import sys, simulator.ui.run; print('pygame' in sys.modules, 'pydantic' in sys.modules)")
    assert done.stdout.strip() == "False False"
