"""Counting and comparing words, without a dictionary and in any language that puts spaces between them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ASIDE = re.compile(r"\([^)]*\)")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)]*(?:\s|$)")

LISTENING_WORDS_A_MINUTE = 183
"""Aloud (Brysbaert 2019)."""

READING_WORDS_A_MINUTE = 175
"""Silently, the slowest of most adults (Brysbaert 2019)."""


def words_of(text: str) -> list[str]:
    """The words, small.

    >>> words_of("Don't move, Ira.")
    ["don't", 'move', 'ira']
    """
    return [word.lower() for word in _WORD.findall(text)]


def word_count(text: str) -> int:
    """How many words."""
    return len(_WORD.findall(text))


def spoken(text: str) -> str:
    """The words without asides in parentheses: what is really said.

    >>> spoken("(She turns.) Look at me.")
    'Look at me.'
    """
    return _ASIDE.sub(" ", text).strip()


def sentences(text: str) -> int:
    """How many sentences, at least one."""
    return max(1, len(_SENTENCE_END.findall(text)))


def alike(one: str, other: str) -> float:
    """How alike two texts are word by word, 0 to 1."""
    return SequenceMatcher(None, words_of(one), words_of(other), autojunk=False).ratio()


def has_word(text: str, listed: str) -> int | None:
    """Where a listed word or phrase begins in a text, as a whole word and in any capitals; None if nowhere."""
    # Most listed words are in no text, and looking for plain letters is far quicker.
    if listed.lower() not in text.lower():
        return None
    spot = re.search(rf"(?<![\w’'-]){re.escape(listed)}(?![\w’'-])", text, re.IGNORECASE)
    return spot.start() if spot else None
