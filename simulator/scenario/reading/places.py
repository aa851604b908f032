"""Where things stand in a YAML file: the marks beside its values, and places by path."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from simulator.scenario.problem import MAX_PROBLEMS, Place, Problem, Severity

Path = tuple[str | int, ...]
"""The way to a value through keys and positions."""

QUOTES = ("'", '"')

_BREAKS = re.compile("[\n\x85\u2028\u2029]")


Spot = int
"""Where a thing begins and ends in the text that was parsed, as two counts of characters in one number.

A plain number, so that a large file leaves nothing behind that the garbage collector must look through; lines
and columns are counted when somebody asks.
"""

_END_BITS = 32
_END_MASK = (1 << _END_BITS) - 1


def spot_of(event: Any) -> Spot:
    """The spot of a parser's event."""
    spot: int = event.start_mark.index << _END_BITS | event.end_mark.index
    return spot


class MapMark:
    """Where a mapping, its keys and its values stand."""

    __slots__ = ("keys", "spot", "values")

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        self.keys: dict[str, Spot] = {}
        self.values: dict[str, Mark] = {}


class ListMark:
    """Where a list and its entries stand."""

    __slots__ = ("items", "spot")

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        self.items: list[Mark] = []


Mark = Spot | MapMark | ListMark


@dataclass(slots=True)
class Tree:
    """The values of a file (`value`), what the reading itself found (`problems`), and places by path."""

    file: str
    text: str
    value: Any = None
    mark: Mark | None = None
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True
    _lines: list[str] | None = None
    _line_starts: list[int] | None = None

    def source_line(self, line: int) -> str:
        """The text of a line counted from 0, or nothing past the end."""
        if self._lines is None:
            self._lines = split_lines(self.text)
        return self._lines[line] if 0 <= line < len(self._lines) else ""

    def show_lines(self, lines: list[str]) -> None:
        """Shows these lines in places found from now on (the file's own, where a mended copy was read)."""
        self._lines = lines

    def place(self, path: Path, *, key: bool = False, offset: int | None = None) -> Place:
        """Where the value at `path` stands, or its key with `key`.

        Where a part is not in the file, the last key on the way there is meant. `offset` counts characters
        into a scalar's words, from behind its opening quote.
        """
        mark: Mark | None = self.mark
        name: Spot | None = None
        found = True
        for part in path:
            if isinstance(mark, MapMark) and part in mark.keys:
                name = mark.keys[str(part)]
                mark = mark.values.get(str(part), name)
            elif isinstance(mark, ListMark) and isinstance(part, int) and part < len(mark.items):
                name, mark = None, mark.items[part]
            elif not (part == 0 and isinstance(mark, int)):
                # A list of one may be written as its entry alone; anything else is not in the file.
                found = False
                break
        if name is not None and (key or not found):
            mark = name
        if mark is None:
            return Place(self.file, 1, 1, spelled(path), self.source_line(0))
        spot = mark.spot if isinstance(mark, MapMark | ListMark) else mark
        line, column = self.start_of(spot)
        if offset is not None and found and not key:
            end_line, end_column = self._counted(spot & _END_MASK)
            if line == end_line:
                start = spot >> _END_BITS
                quoted = self.text[start : start + 1] in QUOTES
                column = min(column + offset + quoted, max(end_column - 1, column))
        return Place(self.file, line + 1, column + 1, spelled(path), self.source_line(line))

    def start_of(self, spot: Spot) -> tuple[int, int]:
        """The line and column, counted from 0, where a thing begins."""
        return self._counted(spot >> _END_BITS)

    def _counted(self, characters: int) -> tuple[int, int]:
        if self._line_starts is None:
            self._line_starts = [0, *(found.end() for found in _BREAKS.finditer(self.text))]
        line = bisect_right(self._line_starts, characters) - 1
        return line, characters - self._line_starts[line]

    def line_of(self, path: Path) -> int:
        """The line, from 1, of the key or entry at `path`."""
        return self.place(path, key=True).line

    def at(self, line: int, column: int, path: Path = ()) -> Place:
        """A place given by line and column counted from 0, as the parser counts."""
        return Place(self.file, line + 1, column + 1, spelled(path), self.source_line(line))

    def note(self, severity: Severity, code: str, place: Place, message: str, hint: str = "") -> None:
        """Adds a finding of the reading itself."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(severity, code, place, message, hint))


def split_lines(text: str) -> list[str]:
    """Lines as the YAML parser counts them."""
    return _BREAKS.split(text)


def spelled(path: Sequence[str | int]) -> str:
    """A path as authors name it: `nodes.bottle.lines.ask`."""
    return ".".join(str(part) for part in path)
