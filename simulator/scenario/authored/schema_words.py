"""What an editor says when the pointer rests on a key, and when something there is wrong."""

from __future__ import annotations

from typing import Any

ID_MESSAGE = "ids: small letters, digits and _, a letter first"

Json = dict[str, Any]

_PATTERNS = (  # how a pattern begins or what it holds, and what to write there
    ("^[a-z][a-z0-9_]", ID_MESSAGE),
    (r"^\d+\.", "write three numbers: 1.0.0"),
    ("[01]", "write a time of day with two digits each: 06:10"),
    ("^[a-z]{2,3}", "write a language: en"),
)


def say_in_words(part: Json) -> None:
    """Gives one schema its words: markdown for the hover, and a message for each thing that can be wrong with it."""
    description = part.get("description")
    if isinstance(description, str):
        # Editors show markdown on hover; a plain description beside it would be shown twice.
        del part["description"]
        part["markdownDescription"] = description
    if "pattern" in part and "propertyNames" not in part:
        if "patternErrorMessage" not in part:
            part["patternErrorMessage"] = _pattern_message(str(part["pattern"]))
        part.setdefault("errorMessage", part["patternErrorMessage"])
    kind = part.get("type")
    if kind == "boolean":
        part.setdefault("errorMessage", "write true or false")
    elif kind in ("integer", "number"):
        part.setdefault("errorMessage", _number_message(part, kind))


def _pattern_message(pattern: str) -> str:
    return next(words for sign, words in _PATTERNS if pattern.startswith(sign) or sign in pattern)


def _number_message(part: Json, kind: str) -> str:
    words = "write a whole number" if kind == "integer" else "write a number"
    if "minimum" in part and "maximum" in part:
        return f"{words} from {part['minimum']:g} to {part['maximum']:g}"
    return f"{words}, {part['minimum']:g} or more" if "minimum" in part else words
