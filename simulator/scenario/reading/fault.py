"""What a rule of mending is told, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the parser gave up (`line`, `column`), what it was at (`at_line`, `at_column`), in its words."""

    line: int
    column: int
    at_line: int
    at_column: int
    words: str


@dataclass(frozen=True, slots=True)
class Mend:
    """A guess: what is wrong where, and the lines as they should be."""

    code: str
    line: int
    column: int
    message: str
    lines: dict[int, str]
    hint: str = ""


def above_line(lines: list[str], number: int) -> int:
    """The nearest line above that is neither blank nor a comment."""
    for each in range(number - 1, -1, -1):
        if lines[each].strip() and not lines[each].lstrip().startswith("#"):
            return each
    return number
