"""What a scenario says about itself: notes, sources, tests, temperaments."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.case import Case
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.lint.word_lists import table
from simulator.authoring.lint.wording import has_word
from simulator.scenario.conditions.tree import Quoted, Word, walk

_TEMPERAMENTS = 3


@rule(
    "content-note",
    finds="A topic that some people must be warned of, and no content note names it.",
    why="Trainees have lives of their own; whoever is warned can choose the time, or another call.",
    mend="add a line to `content_notes` that names it, and where help is found",
    level="wrong",
    bad={"nodes.talk.lines.heard.reply": {"lands": "Some days I think of suicide.", "flat": "If you like."}},
    good={
        "nodes.talk.lines.heard.reply": {"lands": "Some days I think of suicide.", "flat": "If you like."},
        "content_notes": ["Speaks of suicide. In the US, call or text 988 at any hour."],
    },
)
def content_note(case: Case) -> Iterator[Found]:
    notes = " ".join(case.scenario.about.content_notes).lower()
    for topic, words in table("topics").items():
        if any(str(sign) in notes for sign in words["noted"]):
            continue
        met = next(
            (each for each in case.wordings if any(has_word(each.words, word) is not None for word in words["found"])),
            None,
        )
        if met is not None:
            line = case.tree.place(met.path).line
            yield Found(("content_notes",), f"no content note speaks of {topic}, which comes up in line {line}")
    grave = [each for each in case.scenario.outcomes.values() if each.kind in ("death", "injury", "force")]
    if not notes and grave:
        yield Found(("content_notes",), f"there is no content note, and the call can end in `{grave[0].id}`")


@rule(
    "source-missing",
    finds="A call without sources.",
    why="An academy has to be able to say where its teaching comes from.",
    mend="add `sources` with the guidance or the studies the call rests on",
    level="wrong",
    bad={"sources": []},
)
def source_missing(case: Case) -> Iterator[Found]:
    if not case.scenario.about.sources:
        yield Found(("sources",), "no source is named")


@rule(
    "objectives-missing",
    finds="A call without learning objectives.",
    why="The trainee and the instructor do not know what to look for.",
    mend="add `objectives`: two or three things a trainee does better afterwards",
    level="smell",
    bad={"objectives": []},
)
def objectives_missing(case: Case) -> Iterator[Found]:
    if not case.scenario.about.objectives:
        yield Found(("objectives",), "no objective is named")


@rule(
    "licence-missing",
    finds="A call without a licence.",
    why="Nobody else may then use it.",
    mend="add `licence`, for example CC-BY-4.0",
    level="smell",
    bad={"licence": None},
)
def licence_missing(case: Case) -> Iterator[Found]:
    if not case.scenario.about.licence:
        yield Found(("licence",), "no licence is named")


@rule(
    "review-missing",
    finds="A published call that nobody is named to have read critically.",
    why="Whoever wrote it reads past its faults: a trainer sees the tactics, a clinician the harm, who has been there "
    "the person.",
    mend="have it read (scenarios/README.md, “How to review a call”), and name the reader in `reviewed_by`",
    level="todo",
    bad={"reviewed_by": []},
    good={"status": "draft", "reviewed_by": []},
)
def review_missing(case: Case) -> Iterator[Found]:
    if case.scenario.about.status == "published" and not case.scenario.about.reviewed_by:
        yield Found(("status",), "it is published, and nobody is named who has read it critically")


@rule(
    "temperaments-few",
    finds=f"A subject with fewer than {_TEMPERAMENTS} temperaments.",
    why="Whoever plays twice meets the same person, and learns the answers instead of the person.",
    mend="add temperaments that want something else: one frightened, one proud, one worn out",
    level="smell",
    bad={"temperaments.proud": None},
)
def temperaments_few(case: Case) -> Iterator[Found]:
    count = len(case.scenario.temperaments)
    if count < _TEMPERAMENTS:
        yield Found(("temperaments",), f"there {'is 1 temperament' if count == 1 else f'are {count} temperaments'}")


@rule(
    "tests-missing",
    finds="A call without tests.",
    why="A later change to the words or the catalogues may break it unseen.",
    mend="add `tests`: a good way and a poor one through the call, and what must hold after each",
    level="wrong",
    bad={"tests": {}},
)
def tests_missing(case: Case) -> Iterator[Found]:
    if not case.scenario.tests:
        yield Found(("tests",), "there are no tests")


@rule(
    "tests-weak",
    finds="Temperaments or endings that no test plays; that of running out of time is left aside.",
    why="What no test reaches may break unseen.",
    mend="add a test for each: a temperament by playing it, an ending by expecting it",
    level="info",
    bad={},
    good={
        "tests.tired": {
            "temperament": "tired",
            "seed": 1,
            "play": ["stop", "leave"],
            "expect": ["outcome == 'walked'"],
        },
        "tests.silent": {"temperament": "loud", "seed": 1, "play": ["wait"] * 3, "expect": ["outcome != 'gone'"]},
        "tests.proud": {"temperament": "proud", "seed": 1, "play": ["stop"], "expect": ["outcome != 'held'"]},
    },
)
def tests_weak(case: Case) -> Iterator[Found]:
    scenario = case.scenario
    if not scenario.tests:
        return
    named = {
        part.text
        for test in scenario.tests
        for condition in test.expect
        for part in walk(condition.expr)
        if isinstance(part, Quoted | Word)
    }
    played = {test.temperament for test in scenario.tests}
    without = [name for name in scenario.temperaments if name not in played]
    endings = [name for name in scenario.outcomes if name not in named and name not in case.time_is_up]
    for what, names in (("temperament", without), ("ending", endings)):
        if names:
            listed_ = ", ".join(f"`{name}`" for name in names)
            yield Found(("tests",), f"no test has the {what if len(names) == 1 else what + 's'} {listed_}")
