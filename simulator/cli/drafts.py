"""Reading and writing scenario files for the commands that change them: whole or not at all, line ends kept."""

from __future__ import annotations

from pathlib import Path

import click


def read_source(path: Path) -> str:
    """The text of a file as it is, its mark and line ends too. Tells why where it cannot be read."""
    from simulator.records.problem import told
    from simulator.scenario.reading.tree import MAX_BYTES

    try:
        if path.stat().st_size > MAX_BYTES:
            raise click.ClickException(f"{path} is too large for a scenario.")
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise click.ClickException(f"{path} is not UTF-8 text: save it as UTF-8 in your editor.") from None
    except OSError as error:
        raise told(error, path, reading=True) from None


def write_source(path: Path, text: str) -> None:
    """Put a file in the place of the old one, whole or not at all."""
    from simulator.records.disk import replace_whole
    from simulator.records.problem import told

    try:
        replace_whole(path, text.encode("utf-8"), mode=0o666)
    except OSError as error:
        raise told(error, path, "The file is as it was.") from None


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where they are not there yet."""
    from simulator.records.problem import told

    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise told(error, path) from None
