"""How much of a scenario one play shows: the words a typical trainee reads, and what simulated calls came upon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import median

from simulator.authoring.lint.wording import word_count
from simulator.encounter.course import Course
from simulator.encounter.happenings import Acted, Fired, Replied
from simulator.encounter.offer import open_lines
from simulator.encounter.plans import Program
from simulator.scenario.parts import Text


def words_seen(program: Program, texts: Iterable[Text], courses: Iterable[Course]) -> int:
    """The words read in a typical call: scenes, lines to choose from, replies and events, each wording once.

    `texts` are those of the scenario; of courses the median is told, 0 where there are none.
    """
    by_id = {text.id: text for text in texts}
    counts = [_seen(program, by_id, course) for course in courses]
    return round(median(counts)) if counts else 0


def _seen(program: Program, by_id: Mapping[str, Text], course: Course) -> int:
    met: set[tuple[str, int]] = set()
    for turn in course.turns:
        node = program.scenario.nodes[turn.before.node]
        met.add((node.scene.id, 0))
        met.update((cue.id, 0) for cue in node.cues.values())
        met.update((node.lines[plan.action].words.id, 0) for plan in open_lines(program, turn.before))
        for happening in turn.happened:
            if isinstance(happening, Acted | Replied | Fired):
                met.add((happening.text, happening.variant))
    return sum(
        word_count(by_id[name].variants[number].words)
        for name, number in met
        if name in by_id and number < len(by_id[name].variants)
    )
