"""Opening the window from the command line.

Command line and window are two fronts of one product and do not know each other: whoever starts the program hands
the one to the other.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import click

WindowOpener: TypeAlias = Callable[[Path | None, str | None], int]
"""Opens the window over a data folder (None: the usual one), at a call or at the title; gives the exit code."""

PreviewOpener: TypeAlias = Callable[[Path | None, Path, int, bool], int]
"""Opens the window over a data folder on a scenario file that is being written, with a seed, timed or not."""

_opener: list[WindowOpener] = []
_preview: list[PreviewOpener] = []


def provide(opener: WindowOpener, preview: PreviewOpener | None = None) -> None:
    """Hand over what opens the window, before the command line runs."""
    _opener[:] = [opener]
    _preview[:] = [] if preview is None else [preview]


def open_window(data: Path | None, scenario_id: str | None = None) -> int:
    """Open the window; gives its exit code."""
    if not _opener:
        raise click.ClickException("This start has no window; play with `play ID --text`.")
    return _opener[0](data, scenario_id)


def open_preview(data: Path | None, path: Path, seed: int, timed: bool) -> int:
    """Open the window on a file that is being written; gives the exit code."""
    if not _preview:
        raise click.ClickException("This start has no window; check the file with `validate --watch`.")
    return _preview[0](data, path, seed, timed)
