"""How people in a call sound: somebody under strain does not talk as a calm officer does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import sqrt

from simulator.authoring.lint.case import Case, longest
from simulator.authoring.lint.example_rows import decisions
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.lint.wording import spoken, word_count, words_of

WHOLE = 5
"""A sentence of so many words is taken for a whole one; people under strain use many shorter."""

MOST_WHOLE = 0.8
"""The share of whole sentences above which a person speaks as in a letter."""

_LEAST_SENTENCES = 20
_USUAL_WORDS = 60
_TOO_LIKE = 0.95
_SAME_LENGTH = 0.15
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")


@rule(
    "voice-same",
    finds="The person speaks in whole sentences nearly all the time, or as the officer does: the same usual words in "
    "sentences of the same length.",
    why="People under strain speak in bits, break off and repeat themselves. A person who talks like a colleague is no "
    "practice for one who does not.",
    mend="cut the answers down to what comes out under strain: a word, half a sentence, the same word again",
    level="info",
    bad=decisions(
        "Tell me about it, {word}.",
        "You stop that {word}.",
        "Be quiet over there, {word}.",
        answer="I have been waiting here since this morning, {word}. " * 9,
    ),
)
def voice_same(case: Case) -> Iterator[Found]:
    said = [_lengths(spoken(each.words)) for each in case.wordings if each.field == "reply"]
    answers = [length for lengths in said for length in lengths]
    if len(answers) < _LEAST_SENTENCES:
        return
    whole = sum(length >= WHOLE for length in answers) / len(answers)
    if whole > MOST_WHOLE:
        yield Found(
            ("cast", case.scenario.subject.id), f"{whole:.0%} of {len(answers)} sentences answered are whole ones"
        )
        return
    lines = [longest(line.words) for line in case.lines if line.spoken]
    own = [length for line in lines for length in _lengths(line)]
    if len(own) < _LEAST_SENTENCES:
        return
    replies = [spoken(each.words) for each in case.wordings if each.field == "reply"]
    ratio = (sum(answers) / len(answers)) / (sum(own) / len(own))
    if abs(ratio - 1) < _SAME_LENGTH and (like := _alike(lines, replies)) > _TOO_LIKE:
        message = f"the person and the officer use the same words alike ({like:.0%}), in sentences of the same length"
        yield Found(("cast", case.scenario.subject.id), message)


def _lengths(text: str) -> list[int]:
    """The words of each sentence."""
    return [count for part in _BETWEEN_SENTENCES.split(text) if (count := word_count(part))]


def _alike(ones: Iterable[str], others: Iterable[str]) -> float:
    """How alike two bodies of words are in the words that both use most, 0 to 1 (the cosine of their counts)."""
    one = Counter(word for text in ones for word in words_of(text))
    other = Counter(word for text in others for word in words_of(text))
    usual = [word for word, _ in (one + other).most_common(_USUAL_WORDS)]
    product = sum(one[word] * other[word] for word in usual)
    size = sqrt(sum(one[word] ** 2 for word in usual) * sum(other[word] ** 2 for word in usual))
    return product / size if size else 0.0
