"""One line of YAML as far as mending needs to see it: quotes, brackets, keys, and where a value ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.scenario.reading.tree import in_quotes

KEY_LINE = re.compile(r"\s*(?:- )?[A-Za-z_][A-Za-z0-9_]*:(?:\s|$)")
"""A line that begins with `key:`."""

NEXT_ENTRY = re.compile(r",\s*[a-z_][a-z0-9_]*:\s")
_FLOW_KEY = re.compile(r"[{,]\s*[A-Za-z_][A-Za-z0-9_]*:\s+")
_BLOCK_KEY = re.compile(r"\s*(?:- )?[A-Za-z_][A-Za-z0-9_]*:\s+|\s*- ")
_PAIRS = {"]": "[", "}": "{"}
_CLOSERS = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class LineScan:
    """What a line leaves open: the column of a quote without a partner, and its brackets.

    `brackets` are the columns of those opened and not closed, `extra` of those closed and never opened.
    `comment` is where a comment begins (the length of the line where there is none).
    """

    quote: int | None
    brackets: tuple[int, ...]
    extra: tuple[int, ...]
    comment: int
    quoted: tuple[tuple[int, int], ...]

    def in_quotes(self, column: int) -> bool:
        """Whether the character at `column` stands inside quoted words."""
        return any(start <= column <= end for start, end in self.quoted)


def scan(line: str) -> LineScan:
    """Looks through a line as YAML would; a quote opens only where a value may begin."""
    brackets: list[int] = []
    extra: list[int] = []
    quoted: list[tuple[int, int]] = []
    may_open, column, comment = True, 0, len(line)
    while column < len(line):
        char = line[column]
        if char in "\"'" and may_open:
            end = _closing(line, column)
            if end is None:
                return LineScan(column, tuple(brackets), tuple(extra), comment, tuple(quoted))
            quoted.append((column, end))
            column, may_open = end + 1, False
            continue
        if char == "#" and (column == 0 or line[column - 1] in " \t"):
            comment = column
            break
        if char in "[{" and may_open:
            brackets.append(column)
        elif char in "]}":
            if brackets and line[brackets[-1]] == _PAIRS[char]:
                brackets.pop()
            else:
                extra.append(column)
            may_open = False
        if char in "[{," or (char in ":-" and line[column + 1 : column + 2] in (" ", "")):
            may_open = True
        elif char not in " \t":
            may_open = False
        column += 1
    return LineScan(None, tuple(brackets), tuple(extra), comment, tuple(quoted))


def stray_quotes(line: str) -> list[int]:
    """Columns of `"` that neither open nor close quoted words."""
    looked = scan(line)
    return [
        column
        for column, char in enumerate(line[: looked.comment])
        if char == '"' and not looked.in_quotes(column) and column != looked.quote
    ]


def _closing(line: str, start: int) -> int | None:
    quote, column = line[start], start + 1
    while column < len(line):
        char = line[column]
        if char == "\\" and quote == '"':
            column += 2
            continue
        if char == quote:
            if quote == "'" and line[column + 1 : column + 2] == "'":
                column += 2
                continue
            return column
        column += 1
    return None


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def closers(line: str, columns: tuple[int, ...]) -> str:
    """The brackets that close those opened at `columns`, innermost first."""
    return "".join(_CLOSERS[line[column]] for column in reversed(columns))


def value_start(line: str, column: int) -> int | None:
    """Where the value that holds `column` begins: after the last key before it, in braces or out of them."""
    block = _BLOCK_KEY.match(line)
    best = block.end() if block and block.end() <= column else None
    looked = scan(line)
    for found in _FLOW_KEY.finditer(line):
        if found.end() <= column and not looked.in_quotes(found.start()):
            best = found.end()
    if best is not None and best < len(line) and line[best] == "{" and best < column:
        inner = re.compile(r"\{\s*[A-Za-z_][A-Za-z0-9_]*:\s+").match(line, best)
        if inner and inner.end() <= column:
            best = inner.end()
    return best


def value_end(line: str, start: int) -> int:
    """Where the words that begin at `start` were meant to end.

    In braces that is the next `, key:` or the brackets that close the line; otherwise the end of the line.
    """
    before = scan(line[:start]).brackets
    if before:
        following = NEXT_ENTRY.search(line, start)
        if following:
            end = following.start()
            # `reply: {lands: x}, debrief: y`: brackets opened before the words close after them.
            while end > start and line[end - 1] in "]}" and not _opens(line, start, end):
                end -= 1
            return end
        end = len(line.rstrip())
        for _ in before:
            if line[end - 1 : end] in ("]", "}"):
                end = len(line[: end - 1].rstrip())
        return end
    return len(line.rstrip())


def _opens(line: str, start: int, end: int) -> bool:
    return line.count("{", start, end) + line.count("[", start, end) >= line.count("}", start, end) + line.count(
        "]", start, end
    )


def quote_value(line: str, start: int) -> str:
    """The line with quotes around all words that begin at `start`."""
    end = value_end(line, start)
    words = line[start:end].strip()
    for quote in ('"', "'"):
        if words.startswith(quote) and words.endswith(quote) and len(words) > 1:
            words = words[1:-1]
    if words.startswith('"') and words.count('"') % 2:
        words = words[1:]
    return line[:start] + in_quotes(words) + line[end:]


def close_quote(line: str, column: int) -> str:
    """The line with the quote opened at `column` closed where its words were meant to end."""
    end = value_end(line, column)
    words = line[column + 1 : end].rstrip()
    quote = line[column]
    return line[:column] + quote + words + quote + line[end:]


def open_quote(line: str, column: int) -> str:
    """The line with the missing opening quote put before the value that holds the stray one at `column`."""
    start = value_start(line, column)
    return line if start is None else line[:start] + '"' + line[start:]
