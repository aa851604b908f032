"""The words themselves: length, time to read them, what they call people, and what was left in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.authoring.lint.case import Case, line_path, longest
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.lint.word_lists import listed, table
from simulator.authoring.lint.wording import (
    LISTENING_WORDS_A_MINUTE,
    READING_WORDS_A_MINUTE,
    has_word,
    sentences,
    spoken,
    word_count,
    words_of,
)
from simulator.scenario.parts import Goal, Landing

SECONDS_TO_SAY = 12
HARD_TO_READ = 45
_LONG_WORD = 6
_LEAST_WORDS = 300
# Not the marks of direction and the joiners, which some scripts and emoji need.
_INVISIBLE = re.compile(
    "[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_NARRATED = frozenset({"scene", "debrief", "dispatch", "known", "policy", "after", "lesson", "title", "summary"})

_MUCH = (
    "My bike is in there, and my shift is at ten, and they changed the lock and told nobody, and I have been here "
    "for an hour. "
)


@rule(
    "timer-unfair",
    finds="A timer too short for what has to be read before choosing.",
    why="A slow reader is then judged for reading. Counted: the scene and the lines at 175 words a minute, a second "
    "for each line, three to begin.",
    mend="give the moment more seconds or fewer words",
    level="wrong",
    bad={"nodes.talk.timer": 9},
)
def timer_unfair(case: Case) -> Iterator[Found]:
    for node in case.scenario.nodes.values():
        if node.timer is None:
            continue
        always = [line for line in node.lines.values() if line.only_if is None]
        words = word_count(longest(node.scene)) + sum(word_count(longest(line.words)) for line in always)
        needed = round(words * 60 / READING_WORDS_A_MINUTE + len(always) + 3)
        if node.timer < needed * 10:
            message = f"{node.timer // 10} seconds are too few: {words} words and {len(always)} lines take {needed}"
            yield Found(("nodes", node.id, "timer"), message, hint=f"write `timer: {needed}` or more, or fewer words")


@rule(
    "say-too-long",
    finds=f"A reply that takes more than {SECONDS_TO_SAY} seconds to say.",
    why="People under strain speak in bits, and an officer who listens gets a word in.",
    mend="cut it, or give the rest to the next moment",
    level="smell",
    bad={"nodes.door.lines.ask.reply": {"lands": _MUCH * 2, "flat": "My bike."}},
)
def say_too_long(case: Case) -> Iterator[Found]:
    for each in case.wordings:
        if each.field == "reply":
            seconds = word_count(spoken(each.words)) * 60 / LISTENING_WORDS_A_MINUTE
            if seconds > SECONDS_TO_SAY:
                yield Found(each.path, f"this takes {seconds:.0f} seconds to say")


@rule(
    "reading-level",
    finds=f"Words that are hard to read over the whole call (LIX above {HARD_TO_READ}).",
    why="Many who train read in a second language, and some against a clock.",
    mend="shorten sentences first, then words",
    level="info",
    bad={
        "summary": "Administrative correspondence concerning architectural modifications necessitates comprehensive "
        "interdepartmental consultation notwithstanding organisational circumstances. " * 22
    },
)
def reading_level(case: Case) -> Iterator[Found]:
    texts = [each.words for each in case.wordings if each.field in _NARRATED]
    words = [word for text in texts for word in words_of(text)]
    if len(words) < _LEAST_WORDS:
        return
    lix = len(words) / sum(map(sentences, texts)) + 100 * sum(len(word) > _LONG_WORD for word in words) / len(words)
    if lix > HARD_TO_READ:
        yield Found(("title",), f"the words of this call are hard to read (LIX {lix:.0f}; newspapers have about 45)")


@rule(
    "stigma",
    finds="Words that make a person into a label, where the simulator itself speaks or a good line does.",
    why="Trainees take over the words they read.",
    mend="say what the person does, or put the person first",
    level="wrong",
    bad={"nodes.door.scene": "A crazy man pulls at the door of a shed."},
)
def stigma(case: Case) -> Iterator[Found]:
    labels = table("stigma")
    good = {(*line_path(line), "say" if line.spoken else "act") for line in case.lines if not case.is_poor(line)}
    for each in case.wordings:
        if each.field not in _NARRATED and each.path not in good:
            continue
        for label, instead in labels.items():
            spot = has_word(_unquoted(each.words), label)
            if spot is not None:
                yield Found(each.path, f"“{label}” makes a label of a person", hint=f"write {instead}", offset=spot)
                break


@rule(
    "slur",
    finds="A slur, whoever says it.",
    why="It hurts the trainee it is aimed at; a call about such words needs a reason and a content note.",
    mend="let somebody say that a slur was used, or keep it with a reason: `# lint: ok slur — …`",
    level="wrong",
    bad={"nodes.edge.lines.grab.reply": {"hurts": "Get off, you bitch!"}},
)
def slur(case: Case) -> Iterator[Found]:
    for each in case.wordings:
        for word in listed("slurs"):
            spot = has_word(each.words, word)
            if spot is not None:
                yield Found(each.path, f"“{word}” is a slur", offset=spot)
                break


@rule(
    "reply-contradicts",
    finds="Thanks in a reply that was hurt, or an insult in one where the line landed.",
    why="The face and the voice follow the landing: the words would speak against them.",
    mend="change the words, or write them under the landing that they fit",
    level="smell",
    bad={"nodes.door.lines.stop.reply": {"hurts": "Thank you. I will."}},
)
def reply_contradicts(case: Case) -> Iterator[Found]:
    wrong: dict[Landing, tuple[tuple[str, ...], str]] = {
        "hurts": (listed("thanks"), "this was to hurt, and the words thank"),
        "lands": (listed("insults"), "this was to land, and the words insult"),
    }
    for each in case.wordings:
        for landing, (phrases, message) in wrong.items():
            if each.field != "reply" or landing not in each.path:
                continue
            said = spoken(each.words)
            phrase = next((phrase for phrase in phrases if has_word(said, phrase) is not None), None)
            if phrase is not None and not re.search(r"\b(?:no|not|don't|for nothing)\b", said, re.IGNORECASE):
                yield Found(each.path, f"{message}: “{phrase}”", offset=has_word(each.words, phrase))


@rule(
    "reply-once",
    finds="A line that can be said again in the same moment, and has one reply only.",
    why="The person then says the same words twice.",
    mend="make it `once`, let it lead on, or write a second wording",
    level="info",
    bad={"nodes.talk.lines.heard.leads": []},
    good={"nodes.talk.lines.heard.leads": [], "nodes.talk.lines.heard.once": True},
)
def reply_once(case: Case) -> Iterator[Found]:
    for line in case.lines:
        back = line.goal or case.scenario.nodes[line.node].goal
        stays = back == Goal("node", ((line.node, 1),)) and not line.leads
        if not stays or line.once or line.only_if is not None:
            continue
        texts = [*line.replies.by_landing.values(), *([line.replies.any] if line.replies.any else [])]
        if any(len(text.variants) == 1 and spoken(text.variants[0].words) for text in texts):
            yield Found(line_path(line), f"`{line.id}` may be said again here, and is answered in the same words")


@rule(
    "placeholder",
    finds="A word that stands for work left to do: TODO, TBD, XXX, [name].",
    why="Trainees would read it.",
    mend="write the words",
    level="todo",
    least="todo",
    bad={"outcomes.ride.lesson": "TODO: what this ending teaches."},
)
def placeholder(case: Case) -> Iterator[Found]:
    for each in case.wordings:
        marked = re.search(r"\[(?:name|place|date|time|officer|subject|street|x+)\]", each.words, re.IGNORECASE)
        spots = [(marked[0], marked.start())] if marked else []
        spots += [(word, each.words.index(word)) for word in listed("placeholders") if word in each.words]
        if spots:
            yield Found(each.path, f"“{spots[0][0]}” was left in the words", offset=spots[0][1])


@rule(
    "curly-mixed",
    finds="Curly and straight quotes or apostrophes in one file.",
    why="On screen both are shown curly; in the file a search finds only half.",
    mend="write straight ones throughout; they are shown curly",
    level="info",
    bad={"nodes.door.lines.ask.reply": {"lands": "It’s my bike.", "flat": "It's mine."}},
)
def curly_mixed(case: Case) -> Iterator[Found]:
    curly = [each for each in case.wordings if re.search("[‘’“”]", each.words)]
    straight = sum(bool(re.search("['\"]", each.words)) for each in case.wordings)
    if not straight:
        return
    for each in curly:
        spot = re.search("[‘’“”]", each.words)
        yield Found(
            each.path, "a curly quote, where others in this file are straight", offset=spot.start() if spot else 0
        )


@rule(
    "double-space",
    finds="Two spaces between words, or a space at the end of them.",
    why="It shows on screen.",
    mend="take one away",
    level="info",
    bad={"nodes.door.scene": "A man pulls at the door  of a shed."},
)
def double_space(case: Case) -> Iterator[Found]:
    for each in case.wordings:
        spot = re.search(r"(?<=\S)  +(?=\S)|^ | $", each.words)
        if spot is not None:
            yield Found(each.path, "a space too many", offset=spot.start())


@rule(
    "invisible-sign",
    finds="A sign in the words that nobody sees: a space of no width, a byte order mark, a soft hyphen.",
    why="A search does not find the word it stands in, and other rules do not either. It comes along when words are "
    "pasted.",
    mend="delete the word and type it again",
    level="wrong",
    bad={"nodes.door.scene": "A man pulls at the do\u200bor of a shed."},
)
def invisible_sign(case: Case) -> Iterator[Found]:
    for each in case.wordings:
        spot = _INVISIBLE.search(each.words)
        if spot is not None:
            yield Found(each.path, f"an invisible sign (U+{ord(spot[0]):04X}) stands here", offset=spot.start())


def _unquoted(words: str) -> str:
    """The words with what somebody else says in them blanked out: a quote is theirs, not the simulator's."""
    return re.sub(r"[\"“][^\"”]*[\"”]", lambda quote: " " * len(quote[0]), words)
