"""Opening the window on a file that is being written. Importing this is quick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.ui.run import run_window

if TYPE_CHECKING:
    from simulator.ui.desk import Desk
    from simulator.ui.scene import Scene


def run_preview(data_folder: Path | None, path: Path, seed: int, *, timed: bool = False) -> int:
    """Open the window on a file, and follow its saves until it is closed; gives the exit code."""

    def first(desk: Desk) -> Scene:
        from simulator.ui.preview.encounter import open_preview, show
        from simulator.ui.preview.preview import Preview

        return open_preview(Preview(desk, path, show, seed=seed, timed=timed))

    return run_window(data_folder, first=first)
