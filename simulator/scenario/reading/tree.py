"""A YAML file as values with places: plain dicts, lists and scalars, and where each key and value stands.

Built straight from the parser's events, which is faster than loading and the only way to see what loading
hides: keys written twice, anchors, tags, and words that a `#` cut short. Scalars mean what YAML 1.2 says
(`no`, `on` and `22:50` are words), and where the format wants words they are taken as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from simulator.scenario.authored.shape import ANYTHING, Shape
from simulator.scenario.problem import TURNING, Place
from simulator.scenario.reading.places import QUOTES, ListMark, MapMark, Path, Tree, spot_of

__all__ = ["MAX_BYTES", "LostQuoteError", "MapMark", "Path", "Tree", "build", "in_quotes", "resolve"]

MAX_BYTES = 4_000_000
MAX_DEPTH = 40
MAX_VALUES = 600_000

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INT = re.compile(r"[-+]?[0-9]{1,15}\Z")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]{1,15}|[0-9]{1,15}(?:\.[0-9]{0,15})?)(?:[eE][-+]?[0-9]{1,2})?\Z")
_BASED = re.compile(r"0o[0-7]{1,15}\Z|0x[0-9a-fA-F]{1,12}\Z")
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_NUMBER_START = frozenset("+-.0123456789")
_HIDDEN = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{TURNING}]")
_KEY_LINE = re.compile(r"\s*(?:- )?[A-Za-z_][A-Za-z0-9_]*:(?:\s|$)")


class LostQuoteError(Exception):
    """Quoted words that run over lines which look like keys: their closing quote was forgotten."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(f"quote opened on line {line + 1}")
        self.line = line
        self.column = column


def resolve(word: str) -> Any:
    """What a plain scalar means by the core rules of YAML 1.2: nothing, a flag, a number, or the word itself.

    >>> resolve("017"), resolve("no"), resolve("22:50"), resolve("0.5")
    (17, 'no', '22:50', 0.5)
    """
    if word in _NULLS:
        return None
    if word[0] in _NUMBER_START:
        if _INT.match(word):
            return int(word)
        if _DECIMAL.match(word):
            return float(word)
        if _BASED.match(word):
            return int(word, 0)
    return _FLAGS.get(word, word)


def build(text: str, file: str, shape: Shape = ANYTHING) -> Tree:
    """Reads `text` into a tree.

    Raises `yaml.YAMLError` at the first syntax fault and `LostQuoteError` where a quote swallowed whole lines;
    `repair.read` mends both and goes on. Everything else is noted in the tree's problems.
    """
    tree = Tree(file, text)
    return _Builder(tree, shape).run()


class _Builder:
    """The state of one reading: the containers that are open, innermost last."""

    def __init__(self, tree: Tree, shape: Shape) -> None:
        self.tree = tree
        self.shape = shape
        self.stack: list[tuple[Any, Any, Shape, str | None]] = []
        self.aliases: set[str] = set()

    def run(self) -> Tree:
        tree = self.tree
        scalar, alias = yaml.ScalarEvent, yaml.AliasEvent
        map_start, list_start = yaml.MappingStartEvent, yaml.SequenceStartEvent
        map_end, list_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        stack = self.stack
        here: Any = None
        mark: Any = None
        shape = self.shape
        key: str | None = None
        documents = count = 0
        for event in _events(tree.text):
            kind = type(event)
            if kind is scalar:
                if type(here) is dict:
                    if key is None:
                        key = event.value
                        if key in mark.keys or key == "<<" or event.anchor or event.tag:
                            self._odd_key(event, key, mark)
                        else:
                            mark.keys[key] = spot_of(event)
                        continue
                    value_shape = shape.keys.get(key) or shape.each or ANYTHING
                else:
                    value_shape = shape.items or ANYTHING if here is not None else shape
                value, leaf = event.value, spot_of(event)
                if not event.style or event.anchor or event.tag:
                    value = self._plain(event, value_shape, key)
                elif event.style in QUOTES:
                    if event.start_mark.line != event.end_mark.line:
                        self._check_quote(event)
                    if not value.isprintable():
                        self._check_signs(event, value)
            elif kind is map_start or kind is list_start:
                if len(stack) >= MAX_DEPTH:
                    return self._stop(event, "yaml-too-deep", f"things nest more than {MAX_DEPTH} deep here")
                if event.anchor or event.tag:
                    self._refuse_mark(event)
                if type(here) is dict and key is None:
                    return self._stop(event, "yaml-complex-key", "a key must be one word", "write `name: …`")
                if here is None:
                    below = shape
                elif type(here) is dict:
                    below = shape.keys.get(key or "") or shape.each or ANYTHING
                else:
                    below = shape.items or ANYTHING
                stack.append((here, mark, shape, key))
                here, mark = ({}, MapMark(spot_of(event))) if kind is map_start else ([], ListMark(spot_of(event)))
                shape, key = below, None
                continue
            elif kind is map_end or kind is list_end:
                value, leaf = here, mark
                here, mark, shape, key = stack.pop()
            elif kind is alias:
                value, leaf = self._alias(event), spot_of(event)
                if type(here) is dict and key is None:
                    key = value
                    continue
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    tree.note(
                        "error",
                        "yaml-multi-doc",
                        tree.at(event.start_mark.line, event.start_mark.column),
                        "a second document begins here; a scenario is one document",
                        "take the line `---` away",
                    )
                    break
                continue
            else:
                continue
            count += 1
            if count > MAX_VALUES:
                return self._stop(event, "yaml-too-big", f"the file holds more than {MAX_VALUES} values")
            if here is None:
                tree.value, tree.mark = value, leaf
            elif type(here) is dict:
                name, key = key or "", None
                if value is None:
                    self._empty(name, here, mark, shape)
                elif name not in here and name in mark.keys:
                    here[name], mark.values[name] = value, leaf
            elif value is None:
                tree.note("error", "empty-value", tree.at(*tree.start_of(leaf)), "an entry of this list is empty")
            else:
                here.append(value)
                mark.items.append(leaf)
        return tree

    def _odd_key(self, event: Any, name: str, mark: MapMark) -> None:
        """Notes what is wrong with a key: written twice, a merge, or with an anchor or a tag."""
        if event.anchor or event.tag:
            self._refuse_mark(event)
        if not event.style and name == "<<":
            self.tree.note(
                "error",
                "yaml-merge",
                self._here(event),
                "`<<` (a merge key) is not part of this format",
                "write the keys out",
            )
        elif name in mark.keys:
            first = self.tree.start_of(mark.keys[name])[0] + 1
            self.tree.note(
                "error",
                "yaml-duplicate-key",
                self._here(event),
                f"`{name}` stands here a second time; the first is on line {first}",
                "take one of the two away, or give it another name",
            )
        else:
            mark.keys[name] = spot_of(event)

    def _plain(self, event: Any, shape: Shape, key: str | None) -> Any:
        if event.anchor or event.tag:
            return self._refuse_mark(event)
        word: str = event.value
        if not shape.written:
            return resolve(word)
        if not word:
            return None
        if shape.words:
            self._check_words(event, word, key)
        return word

    def _check_words(self, event: Any, word: str, key: str | None) -> None:
        """Plain words lose what follows ` #`, and show when one of their quotes was forgotten."""
        end = event.end_mark
        rest = self.tree.source_line(end.line)[end.column :]
        cut = rest.lstrip(" \t")
        if cut.startswith("#") and not (rest.startswith("  ") and cut[1:2] in (" ", "")):
            self.tree.note(
                "warning",
                "yaml-hash-cut",
                self.tree.at(end.line, end.column + len(rest) - len(cut)),
                "the words are cut off here: what follows ` #` is a comment",
                f"put all the words in quotes: {_keyed(key)}{in_quotes(word + rest.rstrip())}",
            )
        if word.count('"') % 2:
            self.tree.note(
                "error",
                "yaml-quote-odd",
                self._here(event),
                'a quote is missing: these words hold one " without its partner',
                f"write {_keyed(key)}{in_quotes(word.strip(chr(34)))}",
            )

    def _check_quote(self, event: Any) -> None:
        first, last = event.start_mark.line, event.end_mark.line
        if any(_KEY_LINE.match(self.tree.source_line(line)) for line in range(first + 1, last + 1)):
            raise LostQuoteError(first, event.start_mark.column)

    def _check_signs(self, event: Any, words: str) -> None:
        """Refuses control characters written as escapes, which on a terminal would be commands, and signs that turn
        the order of words round."""
        hidden = _HIDDEN.search(words)
        if hidden:
            self.tree.note(
                "error",
                "yaml-control-character",
                self._here(event),
                f"an invisible control character (U+{ord(hidden[0]):04X}) is written in these words with a backslash",
                "take the backslash and what belongs to it away",
            )

    def _refuse_mark(self, event: Any) -> str:
        """Notes an anchor or a tag; both are nearly always words that lost their quotes."""
        start = event.start_mark
        raw = self.tree.source_line(start.line)[start.column :].rstrip()
        value = getattr(event, "value", "")
        if event.anchor:
            code, sign, what = "yaml-anchor", f"&{event.anchor}", "an anchor"
        else:
            code, sign, what = "yaml-tag", re.split(r"[\s,\]}]", raw)[0] or "!", "a tag"
        self.tree.note(
            "error",
            code,
            self.tree.at(start.line, start.column),
            f"`{sign}` is {what} in YAML, which is not part of this format",
            f'words need quotes: "{f"{sign} {value}".strip()}"',
        )
        return f"{sign} {value}".strip()

    def _alias(self, event: Any) -> str:
        if event.anchor in self.aliases:  # said once: a file may hold thousands
            return f"*{event.anchor}"
        self.aliases.add(event.anchor)
        self.tree.note(
            "error",
            "yaml-alias",
            self._here(event),
            f"`*{event.anchor}` is an alias in YAML, which is not part of this format",
            f'words need quotes: "*{event.anchor}"',
        )
        return f"*{event.anchor}"

    def _empty(self, key: str, here: dict[str, Any], mark: MapMark, shape: Shape) -> None:
        spot = mark.keys.get(key, mark.spot)
        place = self.tree.at(*self.tree.start_of(spot))
        glued = re.match(r'([a-z_]+):(?=\S)("?)(.*)', key)
        if glued:
            mended = f"{glued[1]}: {glued[2]}{glued[3]}"
            mark.keys.setdefault(glued[1], spot)
            below = shape.keys.get(glued[1]) or shape.each or ANYTHING
            plain = not glued[2] and not below.written
            here.setdefault(glued[1], resolve(glued[3]) if plain else glued[3].strip('"'))
            self.tree.note(
                "error",
                "yaml-colon-space",
                place,
                f"a space is missing after `{glued[1]}:`",
                f"write {mended}",
            )
        elif key.count('"') % 2:
            self.tree.note(
                "error",
                "yaml-quote-odd",
                place,
                'a quote is missing before these words: they hold one " without its partner',
                "put a quote before the first word too",
            )
        else:
            self.tree.note(
                "error",
                "empty-value",
                place,
                f"nothing stands after `{key}:`",
                "write a value after the colon, or take the line away",
            )

    def _here(self, event: Any) -> Place:
        return self.tree.at(event.start_mark.line, event.start_mark.column)

    def _stop(self, event: Any, code: str, message: str, hint: str = "") -> Tree:
        self.tree.note("error", code, self._here(event), message, hint or "the file was not read further")
        self.tree.value = self.tree.mark = None
        self.tree.complete = False
        return self.tree


def in_quotes(words: str) -> str:
    """Words as a quoted scalar; a quote inside becomes a single one, so that nothing needs escaping."""
    inner = words.replace('\\"', "'").replace('"', "'").replace("\\", "\\\\")
    return f'"{inner}"'


def _keyed(key: str | None) -> str:
    return f"{key}: " if key else ""


def _events(text: str) -> Iterator[Any]:
    """The parser's events, asked for one by one: its own loop asks twice for each."""
    parser = _Parser(text)
    try:
        yield from iter(parser.get_event, None)
    finally:
        parser.dispose()
