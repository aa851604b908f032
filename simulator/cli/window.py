"""Opening the window from the command line."""

from __future__ import annotations

from pathlib import Path

from simulator.cli.folders import data_folder


def open_window(data: Path | None, scenario_id: str | None = None) -> int:
    """Tidy what the last session left, then open the window; gives its exit code."""
    from simulator.records.resume import tidy
    from simulator.ui.run import run_window

    tidy(data_folder(data))
    return run_window(data, scenario_id=scenario_id)
