"""Entry point: `uv run main.py` opens the window; every other job is a subcommand (`uv run main.py --help`)."""

from __future__ import annotations

import sys
from pathlib import Path

SET_UP = "Start it with `uv run main.py`, which sets everything up; README.md, under Start, has the whole line."


def open_window(data_folder: Path | None, scenario_id: str | None) -> int:
    """Open the window; pygame is loaded only here."""
    from simulator.ui.run import run_window

    return run_window(data_folder, scenario_id=scenario_id)


def open_preview(data_folder: Path | None, scenario_file: Path, seed: int, timed: bool) -> int:
    """Open the window on a scenario file that is being written."""
    from simulator.ui.preview.opening import run_preview

    return run_preview(data_folder, scenario_file, seed, timed=timed)


def start() -> None:
    """Run the command line, or say in plain words what this Python lacks for it."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this file by hand may have any Python
        sys.exit(f"This needs Python 3.11 or newer; this is Python {sys.version.split()[0]}. {SET_UP}")
    try:
        import click  # noqa: F401 - the first thing that is missing where nothing was set up

        from simulator.cli import main
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("simulator"):
            raise
        sys.exit(f"This Python has no “{missing.name}”, which the program needs. {SET_UP}")
    main(open_window, open_preview)


if __name__ == "__main__":
    try:
        start()
    except KeyboardInterrupt:  # pressed while the program was still being loaded
        sys.exit(130)
