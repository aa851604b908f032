"""Artwork files: the tables under `assets/` that artists edit, read once and held."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

ASSETS = Path(__file__).resolve().parents[3] / "assets"
"""The folder of drawings, palettes and tables at the top of the project."""

_LIMIT_BYTES = 200_000


class ArtworkError(Exception):
    """An artwork file that cannot be used. The text names the file and how to mend it."""


@lru_cache(maxsize=16)
def table(relative: str) -> dict[str, Any]:
    """The mapping in a YAML file under `assets/`, such as `palettes/people.yaml`.

    Raises `ArtworkError` when the file is missing, too large, not YAML or not a mapping.
    """
    path = ASSETS / relative
    where = f"assets/{relative}"
    try:
        if path.stat().st_size > _LIMIT_BYTES:
            raise ArtworkError(
                f"{where} is larger than {_LIMIT_BYTES} bytes. Restore the file that came with the program."
            )
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ArtworkError(f"{where} cannot be read. Restore the file that came with the program.") from fault
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise ArtworkError(f"{where}{line} is not readable YAML. Undo the last change to it.") from fault
    if not isinstance(content, dict):
        raise ArtworkError(f"{where} must hold names with values. Undo the last change to it.")
    return content


def section(relative: str, name: str) -> dict[str, Any]:
    """One named part of an artwork file; raises `ArtworkError` when it is not there."""
    part = table(relative).get(name)
    if not isinstance(part, dict):
        raise ArtworkError(f"assets/{relative} needs a section `{name}` of names with values.")
    return part


def words(relative: str, name: str) -> list[str]:
    """A named list of words in an artwork file."""
    part = table(relative).get(name)
    if not isinstance(part, list):
        raise ArtworkError(f"assets/{relative} needs a list `{name}`.")
    return [str(word) for word in part]
