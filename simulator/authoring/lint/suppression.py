"""Findings an author has answered for: `# lint: ok best-longest — the long one is the trap` on an entry.

The comment stands at the end of the entry's first line, or on a line of its own above it; it covers the entry and
all below it, and on `id:` the whole file. Its reason is part of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.scenario.problem import Place, Problem
from simulator.scenario.reading.places import ListMark, MapMark, Mark, Path, Tree, spelled

_COMMENT = re.compile(r"(?:^|\s)#\s*lint:\s*ok\b(?P<rest>.*)$")
_PARTS = re.compile(r"\s*(?P<ids>[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)?\s*(?:(?:—|–|--|-|:)\s*(?P<reason>.*))?$")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment: the rules it excuses, its reason, where it stands, and the lines and the path it covers."""

    ids: tuple[str, ...]
    reason: str
    place: Place
    path: str
    first: int
    last: int

    def covers(self, problem: Problem) -> bool:
        """Whether this excuses a finding, its rule left aside."""
        if not self.path:
            return True
        at = problem.place.path
        if at and (at == self.path or at.startswith(f"{self.path}.")):
            return True
        return not at and self.first <= problem.place.line <= self.last


def suppressions(tree: Tree) -> tuple[Suppression, ...]:
    """Every such comment in a file, from its first line to its last."""
    if "lint:" not in tree.text:
        return ()
    entries = _entries(tree)
    lines = tree.text.split("\n")
    found = []
    for number, line in enumerate(lines):
        comment = _COMMENT.search(line)
        if comment is None or _in_words(line[: comment.start()]):
            continue
        parts = _PARTS.match(comment["rest"])
        ids = tuple(re.split(r"\s*,\s*", parts["ids"])) if parts and parts["ids"] else ()
        reason = (parts["reason"] or "").strip() if parts else ""
        at = number
        if not line[: comment.start()].strip():
            at = next((n for n in range(number + 1, len(lines)) if not _passed_over(lines[n])), number)
        path, last = entries.get(at, ((), len(lines)))
        column = line.index("#", comment.start())
        whole = path in ((), ("id",))
        found.append(
            Suppression(
                ids,
                reason,
                tree.at(number, column),
                "" if whole else spelled(path),
                1 if whole else at + 1,
                len(lines) if whole else last + 1,
            )
        )
    return tuple(found)


def _passed_over(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _in_words(before: str) -> bool:
    return before.replace('\\"', "").count('"') % 2 == 1


def _entries(tree: Tree) -> dict[int, tuple[Path, int]]:
    """For each line that begins an entry: the path of the outermost one that does, and its last line."""
    entries: dict[int, tuple[Path, int]] = {}

    def visit(mark: Mark | None, path: Path) -> None:
        below: list[tuple[int, Path, Mark]] = []
        if isinstance(mark, MapMark):
            below = [(spot, (*path, key), mark.values.get(key, spot)) for key, spot in mark.keys.items()]
        elif isinstance(mark, ListMark):
            below = [
                (each.spot if isinstance(each, MapMark | ListMark) else each, (*path, number), each)
                for number, each in enumerate(mark.items)
            ]
        for spot, here, value in below:
            line = tree.start_of(spot)[0]
            end = value.spot if isinstance(value, MapMark | ListMark) else value
            entries.setdefault(line, (here, max(line, _last_line(tree, end, value))))
            visit(value, here)

    visit(tree.mark, ())
    return entries


def _last_line(tree: Tree, spot: int, value: Mark) -> int:
    """The line on which a value ends: a container's last entry's, for its own spot is that of its beginning."""
    if isinstance(value, MapMark) and value.values:
        ends = [_last_line(tree, each if isinstance(each, int) else each.spot, each) for each in value.values.values()]
        return max(ends)
    if isinstance(value, ListMark) and value.items:
        return max(_last_line(tree, each if isinstance(each, int) else each.spot, each) for each in value.items)
    return tree.start_of(spot)[0]
