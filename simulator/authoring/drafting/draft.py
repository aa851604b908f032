"""A first draft of a call: small, playable to several ends, its gaps listed as todos by `validate`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

from simulator.authoring.drafting.quoting import in_double_quotes

LONGEST_ID = 60
_ID = re.compile(r"[a-z][a-z0-9_]*")
_BLANK = re.compile(r"@(\w+)@")
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[1-9]")
LONGEST_WORDS = 200
_TAKEN = frozenset(("next", "end", "stop", "silence"))
"""Words that mean something else where an id stands."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a draft is made of: its id and title, the place (a drawn one or a word of one's own), an invented name."""

    id: str
    title: str
    place: str
    person: str


def draft(answers: Answers, schema: str) -> str:
    """The file's text. `schema` is the way from it to the schema, for the editor's first line."""
    filled = {
        "schema": schema,
        "id": answers.id,
        "title": in_double_quotes(_on_one_line(answers.title)),
        "author": in_double_quotes("A. Writer"),
        "place": answers.place,
        "person": _id_from(answers.person),
        "name": in_double_quotes(_on_one_line(answers.person)),
    }
    template = files("simulator").joinpath("data", "drafts", "call.yaml.txt").read_text(encoding="utf-8")
    return _BLANK.sub(lambda found: filled[found[1]], template)


def id_fault(written: str) -> str:
    """What is wrong with an id, in plain words; "" for a good one."""
    if len(written) > LONGEST_ID:
        return f"An id has at most {LONGEST_ID} characters; this one has {len(written)}."
    if not _ID.fullmatch(written):
        return f"“{written:.60}” is no id: use small letters, digits and _, beginning with a letter."
    if _DEVICE.fullmatch(written):
        return f"“{written}” is no name for a folder on Windows; choose another id."
    return f"“{written}” means something else in scenarios; choose another id." if written in _TAKEN else ""


def words_fault(written: str) -> str:
    """What is wrong with a title or a name; "" for a good one."""
    if not written.strip():
        return "Some words are needed here."
    return f"At most {LONGEST_WORDS} characters here; these are {len(written)}." if len(written) > LONGEST_WORDS else ""


def place_fault(written: str) -> str:
    """What is wrong with a place; "" for a good one."""
    return "" if _ID.fullmatch(written) else f"“{written:.60}”: a place is one word in small letters, such as `street`."


def title_from(id_: str) -> str:
    """A title made from an id.

    >>> title_from("night_bus")
    'Night bus'
    """
    return id_.replace("_", " ").strip().capitalize()


def _on_one_line(words: str) -> str:
    """Words without control characters, which no file may hold."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def _id_from(name: str) -> str:
    made = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in name.lower()).strip("_")
    return made if not id_fault(made) else "person"
