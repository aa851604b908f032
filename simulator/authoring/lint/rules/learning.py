"""Feedback, and what a call gives a trainee the chance to show."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.case import Case, acts_in, line_path
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.lint.word_lists import listed
from simulator.authoring.lint.wording import has_word, word_count, words_of
from simulator.scenario.model import Line

MOST_WORDS = 60
_FEW_WORDS = 6
_NAMED = 3
_SHOWN_BY_NOT_DOING = frozenset({"composure", "proportionality"})


@rule(
    "feedback-generic",
    finds="Two lines with the same debrief.",
    why="Feedback that fits two lines explains neither.",
    mend="say what this line did to this person",
    level="smell",
    bad={"nodes.door.lines.ask.debrief": "Who you are and why you came, before anything was asked of him."},
)
def feedback_generic(case: Case) -> Iterator[Found]:
    met: dict[tuple[str, ...], str] = {}
    for path, act in acts_in(case.scenario):
        if act.debrief is None or not isinstance(act, Line):
            continue
        for variant in act.debrief.variants:
            said = tuple(words_of(variant.words))
            owner = act.id
            if said in met and met[said] != owner:
                yield Found((*path, "debrief"), f"these are the words of the debrief of `{met[said]}`")
            met.setdefault(said, owner)


@rule(
    "feedback-leaks",
    finds="A debrief that speaks of points, scores or the machinery.",
    why="Trainees then work for the number; what is to be learned is what the words did to the person.",
    mend="say what the person did or felt, and why",
    level="smell",
    bad={"nodes.door.lines.stop.debrief": "An order first: you lost 20 points with him."},
)
def feedback_leaks(case: Case) -> Iterator[Found]:
    yield from _said_in(case, "debrief", "feedback_leaks", "the debrief speaks of the machinery")


@rule(
    "feedback-blames",
    finds="A debrief that gives a verdict on the trainee.",
    why="Whoever is blamed defends the choice, and learns nothing from it.",
    mend="name the behaviour, its effect and its reason, and leave the person out",
    level="wrong",
    bad={"nodes.door.lines.stop.debrief": "You failed him: an order came before a reason."},
)
def feedback_blames(case: Case) -> Iterator[Found]:
    yield from _said_in(case, "debrief", "feedback_blames", "this is a verdict on the trainee")


@rule(
    "feedback-long",
    finds=f"A debrief of more than {MOST_WORDS} words.",
    why="A call has a dozen of them, and they are read one after another.",
    mend="keep what happened, what it did and why",
    level="smell",
    bad={"nodes.door.lines.hello.debrief": "Who you are and why you came, before anything was asked of him. " * 5},
)
def feedback_long(case: Case) -> Iterator[Found]:
    for each in case.wordings:
        if each.field == "debrief" and word_count(each.words) > MOST_WORDS:
            yield Found(each.path, f"this debrief has {word_count(each.words)} words")


@rule(
    "feedback-thin",
    finds=f"A debrief of fewer than {_FEW_WORDS} words on a poor line.",
    why="A line that went wrong is where feedback is wanted most.",
    mend="say what it did to the person, and why",
    level="smell",
    bad={"nodes.door.lines.stop.debrief": "An order came first."},
)
def feedback_thin(case: Case) -> Iterator[Found]:
    for line in case.lines:
        if line.debrief is None or not case.is_poor(line):
            continue
        fewest = min(word_count(variant.words) for variant in line.debrief.variants)
        if 0 < fewest < _FEW_WORDS:
            yield Found(line_path(line, "debrief"), f"this debrief has {fewest} words")


@rule(
    "better-missing",
    finds="A line all of whose techniques are poor, and no `better` line is named.",
    why="The debrief can then say what was wrong, and not what would have served.",
    mend="add `better` with a line of this moment or another (`line` or `node.line`)",
    level="smell",
    bad={"nodes.talk.lines.hush.better": None},
)
def better_missing(case: Case) -> Iterator[Found]:
    techniques = case.catalogues.techniques
    for line in case.lines:
        does = line.deed.does
        if line.better is None and does and all(techniques[name].family == "aversive" for name in does):
            yield Found(line_path(line), f"`{line.id}` is a poor line, and no better one is named")


@rule(
    "better-poor",
    finds="`better` names a line that is a poor one itself.",
    why="The debrief would recommend what it warns of elsewhere.",
    mend="name a line that serves the person",
    level="wrong",
    bad={"nodes.talk.lines.hush.better": "door.stop"},
)
def better_poor(case: Case) -> Iterator[Found]:
    by_path = {line.path: line for line in case.lines}
    for line in case.lines:
        if line.better is None:
            continue
        named = by_path.get(line.better) or by_path.get(f"{line.node}.{line.better}")
        if named is not None and case.is_poor(named):
            yield Found(line_path(line, "better"), f"`{line.better}` is a poor line itself")


@rule(
    "chance-without-line",
    finds="A moment that calls for a skill which none of its lines shows.",
    why="A chance counts where a line would have shown the skill; here the moment promises one that is never there.",
    mend="add a line with a technique of this skill, or take the skill out of `calls_for`",
    level="smell",
    bad={"nodes.edge.calls_for": ["empathy", "safety", "resolution"]},
)
def chance_without_line(case: Case) -> Iterator[Found]:
    techniques = case.catalogues.techniques
    possible = {row.skill for row in techniques.values() if row.polarity != "poor"}
    for node in case.scenario.nodes.values():
        shown = {each.skill for line in node.lines.values() for each in line.deed.evidence}
        for line in node.lines.values():
            if not case.is_poor(line):
                shown |= {techniques[name].skill for name in line.deed.does}
        shown |= {prompt.skill for prompt in node.prompts} | _SHOWN_BY_NOT_DOING
        for number, skill in enumerate(node.calls_for):
            if skill in possible and skill not in shown:
                some = [f"`{name}`" for name, row in techniques.items() if (row.skill, row.polarity) == (skill, "good")]
                such = ", ".join(some[:_NAMED])
                hint = f"add a line with a technique of this skill ({such} …), or take it out of `calls_for`"
                yield Found(("nodes", node.id, "calls_for", number), f"no line of `{node.id}` shows {skill}", hint=hint)


def _said_in(case: Case, field: str, list_: str, message: str) -> Iterator[Found]:
    for each in case.wordings:
        if each.field != field:
            continue
        for phrase in listed(list_):
            spot = has_word(each.words, phrase)
            if spot is not None and not each.words[:spot].lower().endswith((" no ", " not ")):
                yield Found(each.path, f"{message}: “{phrase}”", offset=spot)
                break
