"""Entry point: `python main.py` opens the window; every other job is a subcommand (`python main.py --help`)."""

from __future__ import annotations

from pathlib import Path

from simulator.cli import main


def open_window(data_folder: Path | None, scenario_id: str | None) -> int:
    """Open the window; pygame is loaded only here."""
    from simulator.ui.run import run_window

    return run_window(data_folder, scenario_id=scenario_id)


if __name__ == "__main__":
    main(open_window)
