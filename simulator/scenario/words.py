"""What the program says of a call, as templates by key: shipped ones, any of which an academy may replace.

A template is plain text with `{names}` in braces; nothing in it is run. The plural of a counted thing stands under
`KEY` and its singular under `KEY_one`. Words move nothing: they are in no digest, and a record is told in those that
are there when it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import yaml

from simulator.scenario.problem import nearest

_FIELD = re.compile(r"\{(\w+)\}")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control signs, which a terminal would obey, and halves of signs, which no file can hold."""
LONGEST = 2_000
"""Signs a template may have: a sentence or two, not a text of its own."""


class WordsError(Exception):
    """Texts that cannot be used. Its words say which entry, and what to do."""


class Words:
    """Templates by key. `words("key", turn=3)` fills one in."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._templates = MappingProxyType(dict(templates))

    def __call__(self, key: str, **values: object) -> str:
        """The template of this key with its names filled in; a name that is not given stays as it is written."""
        return _FIELD.sub(lambda found: str(values.get(found[1], found[0])), self._templates[key])

    def count(self, key: str, number: float, **values: object) -> str:
        """What is said of so many, which `{number}` stands for: `1 turn`, `4 turns`."""
        return self(
            f"{key}_one" if number == 1 else key, number=number if isinstance(number, int) else f"{number:g}", **values
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key, in the order of the files."""
        return tuple(self._templates)

    def names(self, key: str) -> frozenset[str]:
        """The names that the template of this key may use."""
        return frozenset(_FIELD.findall(self._templates[key]))

    def replaced(self, text: str, file: str) -> Words:
        """These words with an academy's YAML in place of some. Raises WordsError, naming the entry."""
        rows = read_templates(text, file)
        for key, template in rows.items():
            self._check(key, template, file)
        return Words({**self._templates, **rows})

    def _check(self, key: str, template: str, file: str) -> None:
        if key not in self._templates:
            near = nearest(key, self._templates)
            mend = f"did you mean “{near}”?" if near is not None else "the shipped files list them all."
            raise WordsError(f"{file}: “{key:.60}” is not the key of a text; {mend}")
        known = self.names(key)
        if strange := sorted(set(_FIELD.findall(template)) - known):
            can = ", ".join(sorted(known)) or "none"
            raise WordsError(f"{file}: the text “{key}” names {{{strange[0]}}}; the names it can use are: {can}.")


def read_templates(text: str, file: str) -> dict[str, str]:
    """The templates of a YAML text by key. Raises WordsError, naming the file and the entry that is at fault."""
    try:
        # Everything is words here, `yes` and 2026-11-24 too: the loader that makes nothing else of them.
        loader = yaml.BaseLoader(text)
        node = loader.get_single_node()
        rows = loader.construct_document(node) if node is not None else None
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark is not None else ""
        raise WordsError(f"{file}{line}: this is not YAML; put each text in quotes, one a line.") from None
    if not isinstance(rows, dict):
        raise WordsError(f'{file}: this file holds no texts; write `key: "text"`, one a line.')
    seen: set[str] = set()
    for name, _ in node.value if node is not None else ():
        if name.value in seen:
            line = name.start_mark.line + 1
            raise WordsError(f"{file}:{line}: the text “{name.value:.60}” stands here a second time; keep one of them.")
        seen.add(name.value)
    for key, template in rows.items():
        if not isinstance(template, str) or not template.strip() or len(template) > LONGEST:
            raise WordsError(f"{file}: the text “{key:.60}” must be words in quotes, at most {LONGEST} signs.")
        if _UNSEEN.search(template):
            raise WordsError(f"{file}: the text “{key:.60}” holds a sign that cannot be shown; write it anew.")
    return rows
