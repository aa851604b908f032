"""The words of reports as templates by key: shipped ones, any of which an academy may replace.

A template is plain text with `{names}` in braces; nothing in it is run. The plural of a counted thing stands under
`KEY` and its singular under `KEY_one`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

_FIELD = re.compile(r"\{(\w+)\}")
LONGEST = 2_000
"""Signs a template may have: a report's sentence, not a text of its own."""


class WordsError(Exception):
    """An academy's texts cannot be used. Its words say which entry, and what to do."""


class Words:
    """Templates by key. `words("key", turn=3)` fills one in."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._templates = MappingProxyType(dict(templates))

    def __call__(self, key: str, **values: object) -> str:
        """The template of this key with its names filled in; a name that is not given stays as it is written."""
        return _FIELD.sub(lambda found: str(values.get(found[1], found[0])), self._templates[key])

    def count(self, key: str, number: int) -> str:
        """A number and its thing: `1 turn`, `4 turns`."""
        return self(f"{key}_one" if number == 1 else key, number=number)

    def replaced(self, text: str, file: str) -> Words:
        """These words with an academy's YAML in place of some. Raises WordsError, naming the entry."""
        try:
            rows = yaml.safe_load(text)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = f":{mark.line + 1}" if mark is not None else ""
            raise WordsError(f"{file}{line}: this is not YAML; put each text in quotes, one a line.") from None
        if not isinstance(rows, dict):
            raise WordsError(f'{file}: this file holds no texts; write `key: "text"`, one a line.')
        for key, value in rows.items():
            self._check(key, value, file)
        return Words({**self._templates, **rows})

    def _check(self, key: object, value: object, file: str) -> None:
        if key not in self._templates:
            raise WordsError(f"{file}: “{key!s:.60}” is not the key of a text; the shipped file lists them all.")
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
            raise WordsError(f"{file}: the text “{key}” must be words in quotes, at most {LONGEST} signs.")
        known = set(_FIELD.findall(self._templates[str(key)]))
        if strange := sorted(set(_FIELD.findall(value)) - known):
            can = ", ".join(sorted(known)) or "none"
            raise WordsError(f"{file}: the text “{key}” names {{{strange[0]}}}; the names it can use are: {can}.")


@cache
def shipped_words() -> Words:
    """The words that come with the program."""
    text = files("simulator").joinpath("data", "reports", "words.yaml").read_text(encoding="utf-8")
    return Words(yaml.safe_load(text))
