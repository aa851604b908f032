"""What gives the good line away to somebody who has not understood the person: length, tone, form.

A decision has several lines that may serve, so what counts is how often a habit of choosing finds one of them,
against how often chance would: only a clear excess over the whole call is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from simulator.authoring.lint.case import Case, longest
from simulator.authoring.lint.example_rows import decisions
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.lint.word_lists import listed
from simulator.authoring.lint.wording import has_word, word_count, words_of
from simulator.scenario.model import Line

_LEAST_DECISIONS = 6
_EXCESS = 0.15
_DEVIATIONS = 2.0
_LEAST_LINES = 8
_SURE = 0.9
_FAR_FROM_MEAN = 0.2
_ECHO_LETTERS = 6

_OPEN = "Tell me more about that, {word}."
_ORDER = "You stop all of that, {word}."
_ORDER_TOO = "Be quiet over there, {word}."


@rule(
    "best-longest",
    finds="Good lines are the longest of their decision far more often than by chance.",
    why="A trainee learns to count words instead of listening.",
    mend="lengthen some poor lines or shorten some good ones, here and there",
    level="wrong",
    bad=decisions("Tell me more about that, from the very start, when you are ready, {word}.", _ORDER, _ORDER_TOO),
)
def best_longest(case: Case) -> Iterator[Found]:
    yield from _found_by(case, lambda line: word_count(longest(line.words)), "the longest line")


@rule(
    "best-shortest",
    finds="Good lines are the shortest of their decision far more often than by chance.",
    why="A trainee learns to count words instead of listening.",
    mend="shorten some poor lines or lengthen some good ones, here and there",
    level="wrong",
    bad=decisions("What now, {word}?", _ORDER, _ORDER_TOO),
)
def best_shortest(case: Case) -> Iterator[Found]:
    yield from _found_by(case, lambda line: -word_count(longest(line.words)), "the shortest line")


@rule(
    "best-first",
    finds="Good lines stand first in their moment, in the file, far more often than by chance.",
    why="The program shuffles lines, so no trainee learns it here. Whoever reviews the file is told the answer before "
    "the question, though, and so is whoever sees the lines in this order on paper or in another program.",
    mend="move a poor line to the front in some moments; in a call nothing depends on the order",
    level="info",
    bad=decisions(_OPEN, _ORDER, _ORDER_TOO),
    good=decisions(_OPEN, _ORDER, _ORDER_TOO, good_first=False),
)
def best_first(case: Case) -> Iterator[Found]:
    place = {line.path: -number for node in case.decisions for number, line in enumerate(node.lines.values())}
    yield from _found_by(case, lambda line: place[line.path], "the line that stands first")


@rule(
    "best-kindest",
    finds="Good lines are those with the most kind words far more often than by chance.",
    why="Kind words alone calm few people who are wronged, and none who test an officer.",
    mend="write poor lines that are kind (a comfort too early, a promise nobody can keep) and good ones that are plain",
    level="smell",
    bad=decisions("I am sorry. I hear you, and I care, {word}.", _ORDER, _ORDER_TOO),
)
def best_kindest(case: Case) -> Iterator[Found]:
    kind = listed("kind")
    yield from _found_by(
        case, lambda line: sum(has_word(longest(line.words), word) is not None for word in kind), "the kindest words"
    )


@rule(
    "absolutes",
    finds="Words of a large claim (always, never, just, obviously) stand nearly only in poor lines.",
    why="They mark the wrong answer for anybody who has sat a test.",
    mend="take some of them out of poor lines",
    level="smell",
    bad=decisions(_OPEN, "You always do that, {word}.", "Obviously you just do that, {word}."),
)
def absolutes(case: Case) -> Iterator[Found]:
    words = listed("absolutes")
    yield from _one_sided(
        case, lambda line: any(has_word(longest(line.words), word) is not None for word in words), "words like “always”"
    )


@rule(
    "tone-gives-away",
    finds="Exclamation marks or capitals stand nearly only in poor lines.",
    why="The wrong answer is seen without being read.",
    mend="write poor lines in a calm voice: most poor lines are said in one",
    level="smell",
    bad=decisions(_OPEN, "You stop all of that, {word}!", "Be QUIET over there, {word}."),
)
def tone_gives_away(case: Case) -> Iterator[Found]:
    yield from _one_sided(
        case, lambda line: bool(re.search(r"!|\b[A-Z]{4,}\b", longest(line.words))), "“!” or capitals"
    )


@rule(
    "parallel-form",
    finds="Deeds (`act`) are nearly all poor, or nearly all good, where spoken lines are mixed.",
    why="The form of a choice gives it away.",
    mend="add deeds of the other sort: a chair taken, a light put out; a step too near, a hand on an arm",
    level="info",
    bad=decisions(_OPEN, _ORDER, _ORDER_TOO, poor_key="act"),
)
def parallel_form(case: Case) -> Iterator[Found]:
    yield from _one_sided(case, lambda line: not line.spoken, "a deed in place of words", both=True)


@rule(
    "question-gives-away",
    finds="Lines that ask something are nearly all good ones, where others are mixed.",
    why="Whoever always asks is right without having listened.",
    mend="write poor questions: two in a row, one that accuses, one whose answer was just given",
    level="smell",
    bad=decisions("What happened then, {word}?", _ORDER, _ORDER_TOO),
)
def question_gives_away(case: Case) -> Iterator[Found]:
    yield from _one_sided(case, lambda line: "?" in longest(line.words), "a question", good=True)


@rule(
    "stem-echo",
    finds="Lines that take up a word of the scene are nearly all good ones, where others are mixed.",
    why="The word leads to the line before its sense does.",
    mend="let poor lines take up words of the scene too",
    level="info",
    bad=decisions("Tell me about the bicycle, {word}.", _ORDER, _ORDER_TOO),
)
def stem_echo(case: Case) -> Iterator[Found]:
    def echoes(line: Line) -> bool:
        scene = {
            word
            for variant in case.scenario.nodes[line.node].scene.variants
            for word in words_of(variant.words)
            if len(word) >= _ECHO_LETTERS
        }
        return bool(scene & set(words_of(longest(line.words))))

    yield from _one_sided(case, echoes, "a word of the scene", good=True)


def _found_by(case: Case, worth: Callable[[Line], int], what: str) -> Iterator[Found]:
    """Whether choosing the line of the greatest worth finds a good one clearly more often than chance."""
    hits, expected, variance, counted = 0.0, 0.0, 0.0, 0
    for node in case.decisions:
        good, poor = case.split(node)
        if not good or not poor:
            continue
        most = max(map(worth, node.lines.values()))
        top = [line for line in node.lines.values() if worth(line) == most]
        if len(top) == len(node.lines):
            continue
        share = len(good) / len(node.lines)
        hits += sum(not case.is_poor(line) for line in top) / len(top)
        expected += share
        variance += share * (1 - share) / len(top)
        counted += 1
    if counted < _LEAST_DECISIONS:
        return
    excess = hits - expected
    if excess > _DEVIATIONS * variance**0.5 and excess > _EXCESS * counted:
        message = (
            f"{what} is a good one in {hits / counted:.0%} of {counted} decisions; chance would give "
            f"{expected / counted:.0%}"
        )
        yield Found(("nodes",), message)


def _one_sided(
    case: Case, marked: Callable[[Line], bool], what: str, *, good: bool = False, both: bool = False
) -> Iterator[Found]:
    """Whether a mark of words stands nearly only on poor lines (or on good ones) of mixed decisions."""
    lines = [line for node in case.decisions if all(case.split(node)) for line in node.lines.values()]
    those = [line for line in lines if marked(line)]
    if len(those) < _LEAST_LINES:
        return
    mean = sum(map(case.is_poor, lines)) / len(lines)
    share = sum(map(case.is_poor, those)) / len(those)
    for kind, part, usual in (("poor", share, mean), ("good", 1 - share, 1 - mean)):
        wanted = both or (kind == "good") == good
        if wanted and part >= _SURE and part - usual >= _FAR_FROM_MEAN:
            yield Found(
                ("nodes",), f"of {len(those)} lines with {what}, {part:.0%} are {kind} ones; of all lines {usual:.0%}"
            )
