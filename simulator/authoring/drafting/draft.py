"""A first draft of a call: small, playable to several ends, its gaps listed as todos by `validate`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

from simulator.authoring.drafting.quoting import in_double_quotes

ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
_BLANK = re.compile(r"@(\w+)@")
PLACES = ("street", "shop", "hall", "bridge", "room")
"""Places that are drawn."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft is made of: its id, title, the person's id and name, and the place."""

    id: str
    title: str
    person: str
    name: str
    place: str = "street"
    author: str = "A. Writer"


def draft_text(draft: Draft, schema: str) -> str:
    """The file's text. `schema` is the way from it to the schema, for the editor's first line."""
    filled = {
        "schema": schema,
        "id": draft.id,
        "title": in_double_quotes(draft.title),
        "author": in_double_quotes(draft.author),
        "place": draft.place,
        "person": draft.person,
        "name": in_double_quotes(draft.name),
    }
    template = files("simulator").joinpath("data", "drafts", "call.yaml.txt").read_text(encoding="utf-8")
    return _BLANK.sub(lambda found: filled[found[1]], template)
