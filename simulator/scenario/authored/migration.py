"""Older versions of the file format, brought up to the present one by edits of the text.

A migration is a function from the text of one format to the text of the next; it changes only what must
change, so that comments and layout stay. `migrate` runs as many as are needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from simulator.scenario.authored.file import FORMAT

Migration = Callable[[str], str]

MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})
"""By the format a migration starts from. Format 1 is the first, so there is none yet."""


class FormatRefusedError(ValueError):
    """A format this program cannot read; the message says why, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def format_of(text: str) -> int | None:
    """The format a file says it is written in; None where no line of it says so."""
    found = re.search(r"^format:[ ]*([0-9]{1,6})[ ]*(?:#.*)?$", text, re.MULTILINE)
    return int(found[1]) if found else None


def migrate(
    text: str, written_in: int, *, migrations: Mapping[int, Migration] = MIGRATIONS, current: int = FORMAT
) -> str:
    """The text in the present format.

    Raises FormatRefusedError for a format newer than this program, or one there is no way up from.
    """
    if written_in > current:
        raise FormatRefusedError(
            f"this file is written in format {written_in}, and this program reads formats up to {current}",
            "update the program, or ask the author for a file in an older format",
        )
    while written_in < current:
        step = migrations.get(written_in)
        if step is None:
            raise FormatRefusedError(
                f"there is no format {written_in}", f"the present format is {current}: write `format: {current}`"
            )
        text = step(text)
        written_in += 1
    return text
