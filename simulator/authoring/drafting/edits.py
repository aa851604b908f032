"""Edits of a text at known places: everything else stays as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands from `start` up to `end` (characters) becomes `words`."""

    start: int
    end: int
    words: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. Raises ValueError where two overlap."""
    made: list[str] = []
    at = 0
    for edit in sorted(set(edits), key=lambda each: (each.start, each.end)):
        if edit.start < at:
            raise ValueError("two edits of one place")
        made += [text[at : edit.start], edit.words]
        at = edit.end
    made.append(text[at:])
    return "".join(made)


def with_ends_of(original: str, text: str) -> str:
    """A text with line feeds, with the line ends and the byte order mark that the original has."""
    mark = "\ufeff" if original.startswith("\ufeff") else ""
    ends = "\r\n" if "\r\n" in original else "\r" if "\r" in original and "\n" not in original else "\n"
    return mark + (text if ends == "\n" else text.replace("\n", ends))
