"""How much of a scenario one play shows: the words that somebody reads in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from simulator.authoring.lint.wording import word_count
from simulator.encounter.course import Course
from simulator.encounter.happenings import Acted, Fired, Replied
from simulator.encounter.offer import open_lines
from simulator.encounter.plans import Program, Wording


def words_seen(program: Program, courses: Iterable[Course]) -> Iterator[int]:
    """The words read in each call: scenes, lines to choose from, replies and events, each wording once. A scene, a cue
    and a line count in their first wording."""
    for course in courses:
        yield _seen(program, program.texts, course)


def _seen(program: Program, texts: Mapping[str, Wording], course: Course) -> int:
    met: set[tuple[str, int]] = set()
    for turn in course.turns:
        node = program.scenario.nodes[turn.before.node]
        met.add((node.scene.id, 0))
        met.update((cue.id, 0) for cue in node.cues.values())
        met.update((node.lines[plan.action].words.id, 0) for plan in open_lines(program, turn.before))
        for happening in turn.happened:
            if isinstance(happening, Acted | Replied | Fired) and not happening.text.startswith("reaction."):
                met.add((happening.text, happening.variant))
    return sum(word_count(texts[name].words[number]) for name, number in met if name in texts)
