"""The command line: one module a command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

__all__ = ["main", "run"]


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (without the program's name); gives the exit code: 0 fine, 1 findings, 2 usage."""
    from simulator.cli.commands import commands
    from simulator.cli.guard import guarded

    return guarded(commands, arguments)


def main(
    window: Callable[[Path | None, str | None], int] | None = None,
    preview: Callable[[Path | None, Path, int, bool], int] | None = None,
) -> None:
    """The program as `uv run main.py`; `window` opens the window where a command asks for it, `preview` opens it on a
    file that is being written."""
    if window is not None:
        from simulator.cli.window import provide

        provide(window, preview)
    sys.exit(run())
