"""Quotes round every text that people read, and nothing else: an author may type plain words and let this mend them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from simulator.authoring.drafting.edits import Edit, edited, with_ends_of
from simulator.scenario.authored.shape import ANYTHING, Shape
from simulator.scenario.authored.validation import FILE_SHAPE
from simulator.scenario.reading.decode import normalised
from simulator.scenario.reading.places import ListMark, MapMark, Mark, Tree
from simulator.scenario.reading.tree import LostQuoteError, build

_OPENING = ("'", '"', "|", ">")
_END = (1 << 32) - 1


class NotReadableError(Exception):
    """The file cannot be read as it stands; `validate` says what is wrong with it."""


def quoted(source: str, file: str) -> str:
    """The text with every plain text in quotes. It means what it meant: that is proved by reading it again.

    Raises NotReadableError for a file with faults in its syntax: words that are cut or half quoted are for a person
    to mend.
    """
    text = normalised(source)
    before = _read(text, file)
    after = edited(text, list(_plain_words(before.value, before.mark, FILE_SHAPE, text)))
    if _read(after, file).value != before.value:
        raise NotReadableError(f"{file}: putting the quotes would change what the file says.")
    return with_ends_of(source, after)


def _read(text: str, file: str) -> Tree:
    try:
        tree = build(text, file, FILE_SHAPE)
    except (yaml.YAMLError, LostQuoteError):
        raise NotReadableError(f"{file} cannot be read as it stands; `validate` says where.") from None
    wrong = [each for each in tree.problems if each.severity == "error" or each.code == "yaml-hash-cut"]
    if wrong or not tree.complete:
        place = wrong[0].place if wrong else file
        raise NotReadableError(f"{place}: {wrong[0].message if wrong else 'it cannot be read'}; mend this first.")
    return tree


def _plain_words(value: Any, mark: Mark | None, shape: Shape, text: str) -> Iterator[Edit]:
    if isinstance(mark, MapMark) and isinstance(value, dict):
        for key, below in value.items():
            yield from _plain_words(below, mark.values.get(key), shape.under(key), text)
    elif isinstance(mark, ListMark) and isinstance(value, list):
        for below, spot in zip(value, mark.items, strict=True):
            yield from _plain_words(below, spot, shape.items or ANYTHING, text)
    elif isinstance(mark, int) and isinstance(value, str) and shape.words:
        start, end = mark >> 32, mark & _END
        if end > start and not text[start:end].startswith(_OPENING):
            yield Edit(start, end, in_double_quotes(value))


def in_double_quotes(words: str) -> str:
    """Words as YAML in double quotes, on one line, saying exactly the same.

    >>> in_double_quotes('a "b" \\\\ c')
    '"a \\\\"b\\\\" \\\\\\\\ c"'
    """
    inner = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{inner}"'
