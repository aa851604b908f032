"""Lines as choices: how many words, how different, and whether they do what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from simulator.authoring.lint.case import Case, line_path, longest, words_path
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.lint.word_lists import table
from simulator.authoring.lint.wording import alike, word_count, words_of
from simulator.scenario.model import Line

MOST_WORDS = 25
MOST_WORDS_A_DECISION = 100
_TOO_ALIKE = 0.9
_SPREAD = 2
_SPREAD_WORDS = 12
_LEAST_LINES = 3

_LONG = (
    "Could we perhaps first sit down over there for a moment, so that you can tell me what it is that you need here "
    "tonight, and from whom you need it, and until when it has to be there?"
)


@rule(
    "option-words",
    finds=f"A line of more than {MOST_WORDS} words.",
    why="In a tense moment nobody speaks so long, and nobody reads so long against a clock.",
    mend=f"keep what matters most, in {MOST_WORDS} words or fewer; the rest can be a line of its own",
    level="wrong",
    bad={"nodes.door.lines.ask.say": _LONG},
)
def option_words(case: Case) -> Iterator[Found]:
    for line in case.lines:
        words = word_count(longest(line.words))
        if words > MOST_WORDS:
            yield Found(words_path(line), f"`{line.id}` has {words} words")


@rule(
    "decision-words",
    finds=f"A moment whose lines have more than {MOST_WORDS_A_DECISION} words together; those with `only_if` left out.",
    why="It is all read before anything is chosen.",
    mend="shorten the longest lines, or let some of them appear later (`only_if`)",
    level="smell",
    bad={
        "nodes.door.lines.ask.say": _LONG,
        "nodes.door.lines.hello.say": f"I'm Kit. {_LONG}",
        "nodes.door.lines.stop.say": f"Stop. {_LONG} Or it will cost you.",
    },
)
def decision_words(case: Case) -> Iterator[Found]:
    for node in case.decisions:
        always = [line for line in node.lines.values() if line.only_if is None]
        words = sum(word_count(longest(line.words)) for line in always)
        if words > MOST_WORDS_A_DECISION:
            yield Found(("nodes", node.id, "lines"), f"the lines of `{node.id}` have {words} words together")


@rule(
    "length-spread",
    finds="A decision in which the only good line, or the only poor one, is far longer or shorter than all others.",
    why="The eye goes to the odd one out before the words are read.",
    mend="bring the lines of a decision to about one length, or let another line be the odd one",
    level="smell",
    bad={
        "nodes.door.lines.ask": None,
        "nodes.door.lines.hello.say": _LONG,
        "nodes.door.lines.quiet": {
            "say": "Be quiet now.",
            "does": ["commands"],
            "reply": {"hurts": "(He turns red.)"},
            "debrief": "An order without a reason.",
            "better": "hello",
        },
    },
)
def length_spread(case: Case) -> Iterator[Found]:
    for node in case.decisions:
        for kind in case.split(node):
            if len(kind) != 1 or len(node.lines) < _LEAST_LINES:
                continue
            own = word_count(longest(kind[0].words))
            others = [word_count(longest(line.words)) for line in node.lines.values() if line is not kind[0]]
            longer = own > _SPREAD * max(others) or (own > max(others) and own - max(others) >= _SPREAD_WORDS)
            shorter = own * _SPREAD < min(others) or (own < min(others) and min(others) - own >= _SPREAD_WORDS)
            if longer or shorter:
                what = "good" if not case.is_poor(kind[0]) else "poor"
                message = f"`{kind[0].id}`, the only {what} line of `{node.id}`, has {own} words, the others "
                yield Found(line_path(kind[0]), f"{message}{min(others)} to {max(others)}")


@rule(
    "same-words",
    finds="Two lines of one moment with nearly the same words.",
    why="The trainee looks for a difference that is not there.",
    mend="say two things, or take one away; where the manner is the difference, let the words show it",
    level="smell",
    bad={"nodes.door.lines.ask.say": "Evening. I'm Kit, with the police. I came to see if I could help."},
)
def same_words(case: Case) -> Iterator[Found]:
    for node in case.decisions:
        for one, other in combinations(node.lines.values(), 2):
            if alike(longest(one.words), longest(other.words)) > _TOO_ALIKE:
                yield Found(words_path(other), f"`{other.id}` says nearly the same as `{one.id}`")


@rule(
    "same-effect",
    finds="Two lines of one moment that do the same, lead to the same and are answered the same.",
    why="The choice between them is none.",
    mend="let them differ in what they do or lead to, or write one line with two wordings",
    level="smell",
    bad={
        "nodes.door.lines.ask.does": ["introduce", "state_purpose"],
        "nodes.door.lines.ask.finds": None,
        "nodes.door.lines.ask.reply": "Help how?",
        "nodes.door.lines.hello.reply": "Help how?",
    },
)
def same_effect(case: Case) -> Iterator[Found]:
    for node in case.decisions:
        for one, other in combinations(node.lines.values(), 2):
            if one.deed == other.deed and _way(one) == _way(other) and _answers(one) == _answers(other):
                yield Found(line_path(other), f"`{other.id}` does what `{one.id}` does, and is answered the same")


@rule(
    "double-action",
    finds="A deed that is two: “… and then …”.",
    why="Two acts in one choice cannot be told apart in the debrief, and one may be right and the other wrong.",
    mend="make two lines of it, or keep the one that matters",
    level="smell",
    bad={"nodes.edge.lines.grab.act": "Step round the shed and then take hold of the hand with the stone."},
)
def double_action(case: Case) -> Iterator[Found]:
    for line in case.lines:
        if not line.spoken and re.search(r"\b(?:and|,) then\b", longest(line.words), re.IGNORECASE):
            yield Found(words_path(line), f"`{line.id}` does one thing and then another")


@rule(
    "technique-mismatch",
    finds="A line whose words show no sign of a technique it names: an open question without a question, a name "
    "without a name.",
    why="The person reacts to the technique, and the trainee reads the words: the two must agree.",
    mend="change the words, or name the technique that they use",
    level="smell",
    bad={"nodes.door.lines.ask.say": "There must be something you need in there."},
)
def technique_mismatch(case: Case) -> Iterator[Found]:
    if case.scenario.about.language.partition("-")[0] != "en":
        return
    names = {
        word
        for person in case.scenario.cast.values()
        for word in words_of(f"{person.name} {person.id}")
        if len(word) > 1
    }
    signs = {
        technique: [
            re.compile(sign.replace("{name}", rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b"))
            for sign in patterns
        ]
        for technique, patterns in table("technique_signs").items()
    }
    for line in case.lines:
        if not line.spoken:
            continue
        words = " ".join(variant.words for variant in line.words.variants).lower().replace("’", "'")
        for number, technique in enumerate(line.deed.does):
            if technique in signs and not any(sign.search(words) for sign in signs[technique]):
                label = case.catalogues.techniques[technique].label
                message = f"nothing in these words looks like `{technique}` ({label[0].lower()}{label[1:]})"
                yield Found(line_path(line, "does", str(number)), message)


@rule(
    "questions-unnamed",
    finds="A line with two questions that does not name `stacked_questions`.",
    why="Two questions at once are a poor habit; here they would count as good ones.",
    mend="ask one of them, or add `stacked_questions` to `does`",
    level="smell",
    bad={"nodes.door.lines.ask.say": "What is in there? Why do you need it tonight?"},
)
def questions_unnamed(case: Case) -> Iterator[Found]:
    for line in case.lines:
        asked = max(variant.words.count("?") for variant in line.words.variants)
        if line.spoken and asked > 1 and "stacked_questions" not in line.deed.does:
            yield Found(words_path(line), f"`{line.id}` asks {asked} questions at once")


@rule(
    "all-poor",
    finds="A decision in which every line is a poor one.",
    why="A trainee who would have done better cannot show it.",
    mend="add what a good officer would say here",
    level="wrong",
    bad={
        "nodes.edge.lines.room": None,
        "nodes.edge.lines.grab.better": None,
        "nodes.edge.lines.shout": {
            "say": "Put it down!",
            "does": ["shout"],
            "reply": {"hurts": "(He does not.)"},
            "debrief": "It was loud, and he was loud already.",
        },
    },
)
def all_poor(case: Case) -> Iterator[Found]:
    for node in case.decisions:
        if not case.split(node)[0]:
            yield Found(("nodes", node.id), f"every line of `{node.id}` is a poor one")


def _way(line: Line) -> object:
    return line.leads, line.goal, line.person, line.once


def _answers(line: Line) -> object:
    texts = {landing: text.variants for landing, text in line.replies.by_landing.items()}
    return texts, line.replies.any.variants if line.replies.any is not None else None
