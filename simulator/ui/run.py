"""Opening the window: what the command line calls. Importing this is quick; pygame is loaded when a window opens."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.ui.desk import Desk
    from simulator.ui.scene import Scene

NO_SCREEN = 1
"""Exit code where no window can be opened."""


def run_window(
    data_folder: Path | None = None,
    *,
    size: tuple[int, int] | None = None,
    scenario_id: str | None = None,
    first: Callable[[Desk], Scene] | None = None,
) -> int:
    """Open the window and run until it is closed; gives the exit code.

    Records go under `data_folder`, and with it named the settings too; without it both go where the system keeps
    a user's data and settings. `scenario_id` opens at that call, `first` makes another first screen
    than the title.
    """
    from simulator.ui.settings import FILE_NAME, default_folder

    settings_folder = data_folder or default_folder()
    if data_folder is None:
        from simulator.records.data_folder import default_folder as default_data

        data_folder = default_data()
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from simulator.ui.app import NoScreenError, Window
    from simulator.ui.desk import Desk
    from simulator.ui.scenes.title import Title
    from simulator.ui.shelf import read_shelf

    if _nobody_would_see():
        print(
            "No window can be opened here: there is no screen. Start it on a machine with a screen, or use "
            "`uv run main.py play --text` in a terminal.",
            file=sys.stderr,
        )
        return NO_SCREEN
    folder = data_folder
    desk = Desk(folder, settings_folder / FILE_NAME, lambda: read_shelf(folder))
    try:
        window = Window(desk, size)
    except NoScreenError as problem:
        print(problem, file=sys.stderr)
        return NO_SCREEN
    desk.stack.push(Title(desk) if first is None else first(desk))
    if scenario_id is not None:
        from simulator.ui.scenes.choose import Choose

        desk.stack.push(Choose(desk, scenario_id))
    return window.run()


def _nobody_would_see() -> bool:
    """Whether there is no screen and nobody asked for a window without one: pictures would then be drawn for
    nobody, and the program would seem to hang."""
    import pygame

    if os.environ.get("SDL_VIDEODRIVER") or os.environ.get("SDL_VIDEO_DRIVER"):
        return False
    try:
        pygame.display.init()
    except pygame.error:
        return False  # opening the window tells why
    return pygame.display.get_driver() in ("offscreen", "dummy")
