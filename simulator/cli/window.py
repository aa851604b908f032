"""Opening the window from the command line."""

from __future__ import annotations

from pathlib import Path


def open_window(data: Path | None, scenario_id: str | None = None) -> int:
    """Open the window; gives its exit code. It tidies what the last session left by itself."""
    from simulator.ui.run import run_window

    return run_window(data, scenario_id=scenario_id)
