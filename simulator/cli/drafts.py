"""Reading and writing scenario files for the commands that change them: whole or not at all, line ends kept."""

from __future__ import annotations

import stat
from pathlib import Path


def read_source(path: Path) -> str:
    """The text of a file as it is, its mark and line ends too. Raises RecordsProblem where it cannot be read."""
    from simulator.records.problem import RecordsProblem, told
    from simulator.scenario.reading.tree import MAX_BYTES

    try:
        if path.is_dir():
            raise RecordsProblem(f"{path} is a folder.", "Name a .yaml file in it.")
        if path.exists() and not path.is_file():
            raise RecordsProblem(f"{path} is a device or a pipe.", "Name a .yaml file.")
        if path.stat().st_size > MAX_BYTES:
            raise RecordsProblem(f"{path} is too large for a scenario.", "Check that it is the file you meant.")
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise RecordsProblem(f"{path} is not UTF-8 text.", "Save it as UTF-8 in your editor.") from None
    except OSError as error:
        raise told(error, path, reading=True) from None


def write_source(path: Path, text: str) -> None:
    """Put a file in the place of the old one, whole or not at all."""
    from simulator.records.disk import replace_whole
    from simulator.records.problem import told

    try:
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666
        replace_whole(path, text.encode("utf-8"), mode=mode)
    except OSError as error:
        raise told(error, path, "The file is as it was.") from None


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where they are not there yet."""
    from simulator.records.problem import told

    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise told(error, path) from None
