"""An id moved everywhere in a scenario's text: where it is declared, led to, asked in conditions and played in tests.

The kind of thing (a node, a line, a variable …) decides where it may stand; only those places are looked at, and in
conditions only whole words or quoted ids of the right sort. Reading the result again proves that nothing else changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from simulator.authoring.drafting.edits import Edit, edited, with_ends_of
from simulator.scenario.authored.validation import FILE_SHAPE
from simulator.scenario.reading.decode import normalised
from simulator.scenario.reading.places import ListMark, MapMark, Mark, Path
from simulator.scenario.reading.tree import build

Kind = Literal[
    "node", "line", "route", "variable", "stressor", "resource", "promise", "finding", "person", "temperament", "event",
    "outcome", "prompt", "test",
]  # fmt: skip

SECTIONS: dict[str, Kind] = {
    "nodes": "node", "variables": "variable", "stressors": "stressor", "resources": "resource",
    "promises": "promise", "findings": "finding", "cast": "person", "temperaments": "temperament", "events": "event",
    "outcomes": "outcome", "tests": "test",
}  # fmt: skip
"""Where each kind is declared at the top of a file."""

QUESTIONS: dict[str, Kind] = {
    "visits": "node", "called": "resource", "arrived": "resource", "promised": "promise", "kept": "promise",
    "broken": "promise", "found": "finding", "said": "line", "fired": "event", "tension_of": "person",
    "rapport_of": "person",
}  # fmt: skip
"""What a question in a condition asks for."""

_CONDITIONS = frozenset(("when", "only_if", "named_when"))
_FIELDS: dict[str, Kind] = {
    "to": "node", "next": "node", "end": "outcome", "for": "person", "call": "resource", "arrives": "resource",
    "promise": "promise", "keeps": "promise", "breaks": "promise", "finds": "finding", "temperament": "temperament",
}  # fmt: skip
_ID = re.compile(r"[a-z][a-z0-9_]*\Z")
_WORDS = re.compile(r"'[^']*'|\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_.]*")
_END = (1 << 32) - 1


StandsAt = Callable[[str, int], str | None]


class CannotRenameError(Exception):
    """The rename cannot be done; the message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that has an id: its kind, its id, and the node it belongs to (lines, routes and prompts)."""

    kind: Kind
    id: str
    node: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.node + '.' if self.node else ''}{self.id}"


def things_named(value: Any, name: str) -> list[Thing]:
    """Everything that `name` can mean: `bottle`, `bottle.ask` (a line, route or prompt of a node), or with its kind
    before it, `node:bottle`."""
    kind, colon, rest = name.partition(":")
    wanted, rest = (kind, rest) if colon else ("", name)
    node, dot, own = rest.partition(".")
    found: list[Thing] = []
    if not isinstance(value, dict):
        return found
    if not dot:
        found += [Thing(k, rest) for section, k in SECTIONS.items() if rest in _map(value.get(section))]
    for id_, body in _map(value.get("nodes")).items():
        if dot and id_ != node:
            continue
        for section, k in (("lines", "line"), ("routes", "route"), ("prompts", "prompt")):
            if (own if dot else rest) in _map(_map(body).get(section)):
                found.append(Thing(k, own if dot else rest, id_))  # type: ignore[arg-type]
    return [thing for thing in found if not wanted or thing.kind == wanted]


def renamed(source: str, file: str, thing: Thing, new: str, stands_at: StandsAt = lambda test, act: None) -> str:
    """The text with the thing's id moved everywhere. Raises CannotRenameError where that cannot be done.

    `stands_at(test, act)` tells in which node an act of a test is done, None where nobody knows: lines of several
    nodes may share an id.
    """
    if not _ID.match(new):
        raise CannotRenameError(f"“{new:.60}” is no id: small letters, digits and _, beginning with a letter.")
    text = normalised(source)
    tree = build(text, file, FILE_SHAPE)
    if thing not in things_named(tree.value, str(thing)):
        raise CannotRenameError(f"There is no {thing.kind} “{thing.id}” in {file}.")
    if _taken(tree.value, thing, new):
        raise CannotRenameError(f"There is a {thing.kind} “{new}” already.")
    after = edited(text, _Walk(text, thing, new, stands_at).edits(tree.value, tree.mark))
    again = build(after, file, FILE_SHAPE)
    if any(each.severity == "error" for each in again.problems) and not tree.problems:
        raise CannotRenameError("The renamed file could not be read again; nothing was changed.")
    return with_ends_of(source, after)


def _taken(value: Any, thing: Thing, new: str) -> bool:
    if thing.node:
        section = {"line": "lines", "route": "routes", "prompt": "prompts"}[thing.kind]
        return new in _map(_map(_map(value.get("nodes")).get(thing.node)).get(section))
    names = {k: section for section, k in SECTIONS.items()}
    if new in _map(value.get(names[thing.kind])):
        return True
    # Variables and stressors share the names of conditions.
    return thing.kind in ("variable", "stressor") and any(
        new in _map(value.get(section)) for section in ("variables", "stressors")
    )


def _map(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


class _Walk:
    """Goes through a file's values with their places, and gives the edits."""

    def __init__(self, text: str, thing: Thing, new: str, stands_at: StandsAt) -> None:
        self.text, self.thing, self.new, self.stands_at = text, thing, new, stands_at

    def edits(self, value: Any, mark: Mark | None) -> list[Edit]:
        """Every edit of the file."""
        return list(self._walk(value, mark, ()))

    def _walk(self, value: Any, mark: Mark | None, path: Path) -> Iterator[Edit]:
        if isinstance(mark, MapMark) and isinstance(value, dict):
            for key, below in value.items():
                here = (*path, key)
                if self._declares(here) or self._is_key(here):
                    yield from self._word(mark.keys[key], self._moved)
                yield from self._walk(below, mark.values.get(key), here)
        elif isinstance(mark, ListMark) and isinstance(value, list):
            for place, (below, spot) in enumerate(zip(value, mark.items, strict=True)):
                yield from self._walk(below, spot, (*path, place))
        elif isinstance(mark, int) and isinstance(value, str):
            yield from self._scalar(path, mark)

    # --- keys ------------------------------------------------------------------------------------------------

    def _declares(self, path: Path) -> bool:
        thing = self.thing
        if len(path) == 2 and SECTIONS.get(str(path[0])) == thing.kind:
            return path[1] == thing.id
        if thing.node and len(path) == 4 and path[:2] == ("nodes", thing.node):
            section = {"lines": "line", "routes": "route", "prompts": "prompt"}.get(str(path[2]))
            return section == thing.kind and path[3] == thing.id
        return False

    def _is_key(self, path: Path) -> bool:
        """`set: {flag: true}`, `add: {count: 1}`, `acts: {call:van: …}`."""
        if len(path) < 2:
            return False
        section, key = path[-2], str(path[-1])
        if section in ("set", "add"):
            return self.thing.kind in ("variable", "stressor") and key == self.thing.id
        return section in ("acts", "closed") and self._moved(key) != key

    # --- values ----------------------------------------------------------------------------------------------

    def _scalar(self, path: Path, mark: int) -> Iterator[Edit]:
        field = next((part for part in reversed(path) if isinstance(part, str)), "")
        if field in _CONDITIONS or (path[:1] == ("tests",) and field == "expect"):
            yield from self._condition(mark)
        elif path[:1] == ("tests",) and field == "play":
            stands = self.stands_at(str(path[1]), int(path[-1]) if isinstance(path[-1], int) else 0)
            if self.thing.kind != "line" or stands in (None, self.thing.node):
                yield from self._word(mark, self._played)
        elif field == "better":
            yield from self._word(mark, lambda word: self._line(word, self._node(path)))
        elif field == "leads":
            if self.thing.kind == "route" and self._node(path) == self.thing.node:
                yield from self._word(mark, self._same)
        elif field == "start" and len(path) == 1:
            if self.thing.kind == "node":
                yield from self._word(mark, self._same)
        elif field == "starts" and self.thing.kind == "stressor":
            return
        elif field == "closed":
            yield from self._word(mark, self._moved)
        elif _FIELDS.get(field) == self.thing.kind or (field in ("to", "next", "end") and "weights" in path):
            yield from self._word(mark, self._same)

    @staticmethod
    def _node(path: Path) -> str:
        return str(path[1]) if len(path) > 1 and path[0] == "nodes" else ""

    def _same(self, word: str) -> str:
        return self.new if word == self.thing.id else word

    def _moved(self, word: str) -> str:
        """An id, or a standing act that names one: `call:van`, `partner:dana`."""
        prefix, colon, rest = word.partition(":")
        if not colon:
            return self._same(word)
        fits = {"call": "resource", "partner": "person"}.get(prefix) == self.thing.kind
        return f"{prefix}:{self._same(rest)}" if fits else word

    def _line(self, word: str, node: str) -> str:
        """A line named in `better` or asked by `said`: `line` in its own node, or `node.line`."""
        own, dot, line = word.partition(".")
        if self.thing.kind == "node" and dot and own == self.thing.id:
            return f"{self.new}.{line}"
        if self.thing.kind != "line":
            return word
        if dot:
            return f"{own}.{self.new}" if (own, line) == (self.thing.node, self.thing.id) else word
        return self.new if (node, word) == (self.thing.node, self.thing.id) else word

    def _played(self, token: str) -> str:
        """An act of a test."""
        prefix, colon, rest = token.partition(":")
        if self.thing.kind == "line":
            if colon and prefix == "line":
                return f"line:{self._same(rest)}"
            return self._same(token)
        if self.thing.kind == "prompt" and prefix == "answer":
            own, dot, answer = rest.partition(".")
            return f"answer:{self._same(own)}{dot}{answer}"
        if self.thing.kind == "event" and prefix == "inject":
            return f"inject:{self._same(rest)}"
        return self._moved(token) if colon else token

    def _word(self, spot: int, moved: Callable[[str], str]) -> Iterator[Edit]:
        start, end = spot >> 32, spot & _END
        raw = self.text[start:end]
        quote = raw[0] if raw[:1] in ("'", '"') else ""
        word = raw[1:-1] if quote else raw.rstrip()
        after = moved(word)
        if after != word:
            yield Edit(start + len(quote), start + len(quote) + len(word), after)

    def _condition(self, spot: int) -> Iterator[Edit]:
        """Words of a condition: names of variables and stressors, arguments of questions, quoted values."""
        start, end = spot >> 32, spot & _END
        raw = self.text[start:end]
        outer = raw[:1] if raw[:1] in ("'", '"') else ""
        before = ""
        for found in _WORDS.finditer(raw, len(outer), len(raw) - len(outer)):
            word = found.group()
            inner = word.strip("'\"")
            after = self._asked(inner, before, raw[: found.start()], quoted=inner != word)
            if after != inner:
                shift = 1 if inner != word else 0
                yield Edit(start + found.start() + shift, start + found.end() - shift, after)
            before = word
        return

    def _asked(self, word: str, before: str, left: str, *, quoted: bool) -> str:
        kind = self.thing.kind
        if left.rstrip().endswith("(") and before in QUESTIONS:
            if before == "said":
                return self._line(word, "")
            return self._same(word) if QUESTIONS[before] == kind else word
        if kind in ("variable", "stressor") and not quoted:
            return self._same(word)
        compared = re.search(r"(\w+)\s*(?:==|!=|in\b[^)]*)\s*[\[('\"]*\Z", left)
        names: dict[str, Kind] = {"temperament": "temperament", "node": "node", "outcome": "outcome"}
        if compared and names.get(compared[1]) == kind:
            return self._same(word)
        return word
