"""One kind of finding for everything that judges a file: loader, linter, verifier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal, TypeVar

T = TypeVar("T")

Severity = Literal["error", "warning", "todo", "note"]
"""`error` cannot be played; `warning` plays, but is most likely not meant; `todo` is a gap in a draft that
publishing does not allow; `note` is worth knowing and asks for nothing."""

MAX_PROBLEMS = 500
"""Findings kept on one file; a file with more is not a slip, and nobody reads on."""

TURNING = "\u202a-\u202e\u2066-\u2069"
"""Signs that turn the order of words round, as the inside of a pattern: what follows one may read as something else."""

_UNSEEN = re.compile(rf"[\x00-\x1f\x7f-\x9f{TURNING}]")
_MAX_COMPARED = 3000
_SHOWN_WIDTH = 100
_LEAD_IN = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file. `line` and `column` count from 1; a line of 0 means the file as a whole.

    `path` is the way to the thing through the file's keys (`nodes.bottle.lines.ask.say`), and `source_line`
    is the line as it stands there, so that a finding can be shown without opening the file again.
    """

    file: str
    line: int = 0
    column: int = 0
    path: str = ""
    source_line: str = ""

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: how bad, which kind (`code`), where, what is wrong in plain words, and how to mend it."""

    severity: Severity
    code: str
    place: Place
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {in_sight(self.message)} [{self.code}]"

    def with_severity(self, severity: Severity) -> Problem:
        """The same finding, judged otherwise (a draft's gaps are todos)."""
        return self if severity == self.severity else replace(self, severity=severity)


def show(problem: Problem) -> str:
    """The finding with the line it is about, a caret under the spot, and the hint.

    A long line is shown as the stretch around the caret.
    """
    parts = [str(problem)]
    line, column = problem.place.source_line, problem.place.column
    if line.strip() and column:
        start = max(0, column - 1 - _LEAD_IN) if len(line) > _SHOWN_WIDTH else len(line) - len(line.lstrip())
        start = min(start, column - 1)
        stretch = line[start : start + _SHOWN_WIDTH].replace("\t", " ").rstrip()
        before = "…" if start and line[:start].strip() else ""
        after = "…" if len(line.rstrip()) > start + _SHOWN_WIDTH else ""
        parts.append(f"    {before}{stretch}{after}")
        parts.append("    " + " " * (column - 1 - start + len(before)) + "^")
    if problem.hint:
        parts.append(f"    hint: {in_sight(problem.hint)}")
    return "\n".join(parts)


def in_sight(words: str) -> str:
    """Words from a file on one line, with a `?` for each sign that a terminal would take for a command or that turns
    the words after it round."""
    return words if words.isprintable() else _UNSEEN.sub("?", words)


def in_file_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Findings sorted by where they are, each said once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.place.file, p.place.line, p.place.column)))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` was most likely meant to be, if any is near.

    >>> nearest("scen", ["scene", "next"])
    'scene'
    """
    names = [str(each) for each in known]
    folded = {each.lower().replace("-", "_").replace(" ", "_"): each for each in names}
    plain = name.lower().replace("-", "_").replace(" ", "_")
    if plain in folded:
        return folded[plain]
    if len(folded) > _MAX_COMPARED or len(plain) > _SHOWN_WIDTH:
        return None
    longer = [each for each in folded if each.startswith(f"{plain}_") or plain.startswith(f"{each}_")]
    if len(longer) == 1:
        return folded[longer[0]]
    found = get_close_matches(plain, folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def first_few(rows: Sequence[T], most: int) -> tuple[Sequence[T], int]:
    """The first rows, about `most`, and how many are left out: never a single one, which takes no more room than
    the words that would stand for it.

    >>> first_few("abcde", 4), first_few("abcdef", 4)
    (('abcde', 0), ('abcd', 2))
    """
    shown = rows if len(rows) <= most + 1 else rows[:most]
    return shown, len(rows) - len(shown)


def did_you_mean(name: str, known: Iterable[str], what: str = "") -> str:
    """A hint naming the nearest known name, or listing what there is when nothing is near."""
    # A set has no order of its own, and a hint must read the same each time.
    names = sorted(known) if isinstance(known, (set, frozenset)) else list(known)
    near = nearest(name, names)
    if near is not None:
        return f"did you mean `{near}`?"
    if not names:
        return f"there is no {what} in this file yet" if what else ""
    shown, left = first_few(names, 8)
    listed = ", ".join(f"`{each}`" for each in shown)
    more = f" and {left} more" if left else ""
    return f"{'there is' if len(names) == 1 else 'there are'} {listed}{more}"
