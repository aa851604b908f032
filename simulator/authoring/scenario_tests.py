"""An author's own tests: a fixed line of actions and what must hold after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.encounter.actions import ActionRefused
from simulator.encounter.binding import declared_by, places_of
from simulator.encounter.course import Course, play
from simulator.encounter.happenings import Landed
from simulator.encounter.plans import Program
from simulator.encounter.reading import Getter, name_getter, question_getter
from simulator.scenario.conditions.bind import bind
from simulator.scenario.model import ScenarioTest
from simulator.scenario.parts import LANDINGS
from simulator.scenario.vocabulary_of import vocabulary_of


@dataclass(frozen=True, slots=True)
class TestResult:
    """Whether a test held. `failed` holds the expectations that did not, in the author's words; `refused` why the
    play could not be played to its end."""

    __test__ = False

    test: ScenarioTest
    failed: tuple[str, ...]
    refused: str
    ended: str
    """Where it stood afterwards, in one line."""

    @property
    def passed(self) -> bool:
        """Whether everything expected held."""
        return not self.failed and not self.refused


def run_tests(program: Program) -> list[TestResult]:
    """Every test of a scenario, in file order."""
    return [run_test(program, test) for test in program.scenario.tests]


def run_test(program: Program, test: ScenarioTest) -> TestResult:
    """One test."""
    try:
        course = play(program, test.seed, test.temperament, test.play)
    except ActionRefused as refused:
        return TestResult(test, (), str(refused), _how_far(program, test))
    vocabulary = vocabulary_of(declared_by(program.scenario), for_tests=True)
    after = _after(program, course)
    places = places_of(program.scenario)

    def getter(name: str) -> Getter:
        return after[name] if name in after else name_getter(places, name)

    def question(function: str, arguments: tuple[str, ...]) -> Getter:
        return question_getter(places, function, arguments)

    failed = tuple(
        condition.source
        for condition in test.expect
        if not bind(condition.expr, vocabulary, getter, question)(course.last)
    )
    return TestResult(test, failed, "", describe(program, course))


def _after(program: Program, course: Course) -> dict[str, Callable[..., int | bool]]:
    """What only a finished line of play can be asked."""
    scenario = program.scenario
    outcomes = ("none", "stopped", *scenario.outcomes)
    # The first landing of a turn is the act's own, on the person addressed; overhearers and events come after it.
    landed = [rows[0] for turn in course.turns if (rows := [r for r in turn.happened if isinstance(r, Landed)])]
    landing = 1 + LANDINGS.index(landed[-1].landing) if landed else 0
    there = len(scenario.findings)
    return {
        "outcome": lambda state: outcomes.index(state.outcome or ("stopped" if state.stopped else "none")),
        "value": lambda state: state.value,
        "node": lambda state: list(scenario.nodes).index(state.node),
        "landing": lambda _state: landing,
        "minutes": lambda state: state.clock,
        "share_found": lambda state: 1000 * state.found.bit_count() // there if there else 0,
    }


def describe(program: Program, course: Course) -> str:
    """Where a course stands, in one line."""
    state = course.last
    subject = state.subjects[0]
    end = f"{state.outcome} at {state.value / 1000:.1f}" if state.outcome else f"still at {state.node}"
    minutes, seconds = divmod(state.clock // 10, 60)
    return (
        f"{end}; tension {subject.tension / 1000:.1f}, rapport {subject.rapport / 1000:.1f}, "
        f"{minutes}:{seconds:02d} on the clock, {len(course.turns)} acts"
    )


def _how_far(program: Program, test: ScenarioTest) -> str:
    for length in range(len(test.play) - 1, -1, -1):
        try:
            course = play(program, test.seed, test.temperament, test.play[:length])
        except ActionRefused:
            continue
        return f"after {length} of {len(test.play)} acts: {describe(program, course)}"
    return "before the first act"
