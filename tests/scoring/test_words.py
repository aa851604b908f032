"""What debriefs say, over many sessions of every shipped call: filled in, short, and about decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from simulator.authoring.catalogues import shipped, shipped_words
from simulator.authoring.library import SHIPPED, find_library
from simulator.authoring.simulation.runs import play_policy
from simulator.authoring.trainees import POLICIES
from simulator.encounter.actions import Action
from simulator.encounter.course import Course, extend, play
from simulator.encounter.offer import offer
from simulator.encounter.program import compile_program
from simulator.reports.consequence_words import consequence_lines
from simulator.reports.text import debrief_text
from simulator.scenario.words import Words
from simulator.scoring.debrief import Consequence, debrief
from simulator.scoring.hints import hints_at
from simulator.scoring.next_practice import next_practice
from simulator.scoring.values import Value
from tests.fixtures.plain_and_kind import hard_to_take

CALLS = find_library([SHIPPED], shipped()).playable()


class Recording(Words):
    """The shipped words, which remember what they were asked for and what they said."""

    def __init__(self) -> None:
        words = shipped_words()
        super().__init__({key: words(key) for key in words.keys})
        self.said: dict[str, set[str]] = {}
        self.not_given: set[tuple[str, str]] = set()

    def __call__(self, key, **values):
        told = super().__call__(key, **values)
        self.said.setdefault(key, set()).add(told)
        self.not_given |= {(key, name) for name in self.names(key) - set(values)}
        return told


def _silent(program, temperament) -> Course:
    """Every timer runs out, and where none runs nothing is said for as long as waiting is open."""
    course = play(program, 3, temperament, ())
    while not course.last.over and len(course.turns) < 40:
        timed = offer(program, course.last).timer
        course = extend(program, course, Action("silence") if timed else POLICIES["waiter"](program, course.last))
    return course


def _courses(program) -> Iterator[Course]:
    """A good, a poor and a silent session of everybody, one that was stopped, and one that has hardly begun."""
    for seed, temperament in enumerate(program.temperaments):
        for policy in ("expert", "novice", "directive"):
            yield play_policy(program, POLICIES[policy], seed, temperament)
        yield _silent(program, temperament)
    begun = play_policy(program, POLICIES["typical"], 1, program.temperaments[0])
    begun = Course(begun.start, begun.opening, begun.first, begun.turns[:2])
    yield from (begun, extend(program, begun, Action("stop")))


@pytest.fixture(scope="module")
def words() -> Recording:
    """The words after every session was told in them, with what was said."""
    words, library = Recording(), [entry.scenario for entry in CALLS.values()]
    for entry in CALLS.values():
        program = compile_program(entry.scenario, shipped())
        for course in _courses(program):
            value = debrief(program, course, words=words)
            debrief_text(value, words)
            next_practice(value, program.catalogues, library, words)
            next_practice(value, program.catalogues, [entry.scenario], words)
            hints_at(program, course.first, words)
    return words


def test_every_name_of_a_template_is_given(words):
    assert words.not_given == set()
    assert [told for said in words.said.values() for told in said if re.search(r"\{\w*\}", told)] == []


def test_a_debrief_has_much_to_say(words):
    of_debrief = [key for key in words.keys if key in words.said]
    assert len(of_debrief) > 100


def test_nothing_that_is_said_is_long_or_a_verdict_on_a_person(words):
    assert [told for said in words.said.values() for told in said if hard_to_take(told)] == []


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Value):
        yield from (text for name in type(value).model_fields for text in _strings(getattr(value, name)))
    elif isinstance(value, tuple):
        yield from (text for each in value for text in _strings(each))


def test_other_words_change_what_is_said_and_nothing_that_was_counted(last_bus):
    marked = Words({key: f"¤{shipped_words()(key)}" for key in shipped_words().keys})
    course = play_policy(last_bus, POLICIES["novice"], 1, "loud")
    own, theirs = debrief(last_bus, course), debrief(last_bus, course, words=marked)
    assert own.origin == theirs.origin
    assert [(item.r, item.weight, item.skill) for item in own.items] == [
        (item.r, item.weight, item.skill) for item in theirs.items
    ]
    assert own.measures == theirs.measures
    assert [text.replace("¤", "") for text in _strings(theirs)] == list(_strings(own))
    told = {
        "keep": theirs.keep.words, "overall": theirs.overall.words, "first words": theirs.opening.summary[0],
        "effect": next(turn.effect for turn in theirs.turns if turn.effect),
        "act": next(turn.inner.act_words for turn in theirs.turns if turn.inner),
        "cause": next(cause.words for turn in theirs.turns if turn.inner for cause in turn.inner.causes),
        "item": next(item.why for item in theirs.items),
        "turning point": theirs.turning_points[0].why,
    }  # fmt: skip
    assert [what for what, words in told.items() if "¤" not in words] == []


def test_what_a_decision_led_to_is_told_in_the_words_that_are_given():
    marked = shipped_words().replaced('led_cost: "{cost} weniger, {expected} erwartet."', "own.yaml")
    assert list(consequence_lines(Consequence(expected=40.0, cost=9.6), marked)) == ["10 weniger, 40 erwartet."]
