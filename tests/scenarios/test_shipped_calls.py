"""Every shipped call: expert hands win it, no one-note script does, and its words fit the person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from statistics import mean

import pytest

from simulator.authoring.library import SHIPPED, scenario_files
from simulator.authoring.scenario_tests import run_tests
from simulator.authoring.simulation import play_policy, run_seed
from simulator.authoring.trainees import ONE_NOTE, POLICIES
from simulator.encounter.course import Course
from simulator.encounter.happenings import Landed, Replied
from simulator.encounter.plans import Program
from simulator.scenario.model import Line
from simulator.scenario.parts import Text

SEEDS, SCRIPTED = 20, 8
"""Calls a policy plays with each temperament: enough for gaps as wide as these; a script, which gives a call little to
vary in, needs fewer."""

LADDER = ("expert", "typical", "novice", "directive")


@pytest.fixture(scope="module", params=scenario_files(SHIPPED), ids=lambda path: path.stem)
def call(ready: Callable[[str, str], Program], request: pytest.FixtureRequest) -> Program:
    """A shipped call, ready to play."""
    return ready(request.param.read_text(encoding="utf-8"), request.param.name)


@pytest.fixture(scope="module")
def played(call: Program) -> Mapping[tuple[str, str], tuple[Course, ...]]:
    """Calls played by every policy with every temperament."""
    return {
        (name, temperament): tuple(
            play_policy(call, policy, run_seed(11, number), temperament)
            for number in range(SEEDS if name in LADDER else SCRIPTED)
        )
        for name, policy in POLICIES.items()
        for temperament in call.temperaments
    }


@pytest.fixture(scope="module")
def means(played: Mapping[tuple[str, str], tuple[Course, ...]]) -> Mapping[tuple[str, str], float]:
    """Mean outcome value of every policy with every temperament."""
    return {key: mean(course.last.value / 1000 for course in courses) for key, courses in played.items()}


def all_lines(program: Program) -> Iterator[Line]:
    """Every line of the scenario."""
    for node in program.scenario.nodes.values():
        yield from node.lines.values()


def word_counts(text: Text) -> list[int]:
    """Words in each wording of a text."""
    return [len(variant.words.split()) for variant in text.variants]


def is_poor(program: Program, line: Line) -> bool:
    """Whether a line holds a poor habit or force."""
    used = [program.catalogues.techniques[id_] for id_ in line.deed.does]
    return any(technique.polarity == "poor" for technique in used) or "hands_on" in line.deed.does


def test_its_own_tests_hold(call: Program) -> None:
    results = run_tests(call)
    assert len(results) >= 6
    assert [(r.test.id, r.failed, r.refused) for r in results if not r.passed] == []


def test_five_ways_to_play_end_in_at_least_three_ways_for_each_temperament(call: Program) -> None:
    for temperament in call.temperaments:
        ends = {
            condition.source
            for test in call.scenario.tests
            if test.id.startswith(f"{temperament}_")
            for condition in test.expect
            if condition.source.startswith("outcome ==")
        }
        assert len(ends) >= 3, temperament


def test_better_skill_ends_better_with_every_temperament(call: Program, means: Mapping[tuple[str, str], float]) -> None:
    for temperament in call.temperaments:
        values = [means[name, temperament] for name in LADDER]
        gaps = [above - below for above, below in pairwise(values)]
        assert min(gaps) >= 5, (temperament, values)


def test_an_expert_reaches_eighty(call: Program, means: Mapping[tuple[str, str], float]) -> None:
    assert all(means["expert", temperament] >= 80 for temperament in call.temperaments)


def test_no_one_note_script_wins(call: Program, means: Mapping[tuple[str, str], float]) -> None:
    winners = {key: value for key, value in means.items() if key[0] in ONE_NOTE and value >= 80}
    assert winners == {}


def test_decent_officers_meet_many_endings(call: Program) -> None:
    ends = Counter(
        play_policy(call, POLICIES["typical"], run_seed(11, number), temperament).last.outcome
        for temperament in call.temperaments
        for number in range(3 * SEEDS)
    )
    assert len(ends) >= 6
    assert max(ends.values()) <= 0.6 * ends.total()


def test_every_landing_that_occurs_has_words_of_its_own(
    played: Mapping[tuple[str, str], tuple[Course, ...]],
) -> None:
    generic: Counter[tuple[str, str, str]] = Counter()
    for courses in played.values():
        for course in courses:
            for turn in course.turns:
                landing = next((h.landing for h in turn.happened if isinstance(h, Landed)), "")
                generic.update(
                    (turn.before.node, str(turn.action), landing)
                    for h in turn.happened
                    if isinstance(h, Replied) and h.text.startswith("reaction.")
                )
    assert dict(generic) == {}


def test_options_are_short_enough_to_weigh(call: Program) -> None:
    for node in call.scenario.nodes.values():
        words = {line.id: max(word_counts(line.words)) for line in node.lines.values()}
        assert max(words.values()) <= 25, node.id
        shown = [line for line in node.lines.values() if line.only_if is None]
        assert sum(words[line.id] for line in shown) <= 100, node.id


def test_feedback_is_short_and_every_poor_line_names_a_better_one(call: Program) -> None:
    for line in all_lines(call):
        assert line.debrief is not None, line.path
        assert max(word_counts(line.debrief)) <= 60, line.path
        assert not is_poor(call, line) or line.better, line.path


def test_it_is_as_large_as_a_call_should_be(call: Program) -> None:
    assert len(call.scenario.nodes) >= 12
    assert sum(1 for _ in all_lines(call)) >= 40
    assert len(call.scenario.outcomes) >= 4
    assert len(call.scenario.temperaments) == 3
    kinds = {prompt.kind for node in call.scenario.nodes.values() for prompt in node.prompts}
    assert kinds == {"observation", "articulation"}
