"""Binding: conditions, changes and destinations of a scenario turned into what a state can be asked and told."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.encounter.plans import Destination, Set
from simulator.encounter.reading import FACT_PLACES, Getter, Places, Test, name_getter, question_getter
from simulator.scenario.conditions.bind import bind
from simulator.scenario.model import Scenario
from simulator.scenario.parts import FACTS, Change, Condition, Goal
from simulator.scenario.vocabulary_of import Declared, vocabulary_of


def places_of(scenario: Scenario) -> Places:
    """Where each id of a scenario stands in a state."""

    def order(ids: Iterable[str]) -> dict[str, int]:
        return {id_: place for place, id_ in enumerate(ids)}

    subjects = [scenario.subject.id]
    subjects += [p.id for p in scenario.cast.values() if p.role == "subject" and p.id not in subjects]
    lines = [line.path for node in scenario.nodes.values() for line in node.lines.values()]
    return Places(
        subjects=order(subjects),
        stressors=order(scenario.stressors),
        variables=order(scenario.variables),
        resources=order(scenario.resources),
        promises=order(scenario.promises),
        findings=order(scenario.findings),
        nodes=order(scenario.nodes),
        lines=order(lines),
        events=order(scenario.events),
    )


def declared_by(scenario: Scenario) -> Declared:
    """The ids a scenario declares."""
    places = places_of(scenario)
    return Declared(
        temperaments=tuple(scenario.temperaments),
        variables=scenario.variables,
        levels={id_: tuple(stressor.levels) for id_, stressor in scenario.stressors.items()},
        nodes=tuple(scenario.nodes),
        resources=tuple(scenario.resources),
        promises=tuple(scenario.promises),
        findings=tuple(scenario.findings),
        lines=tuple(places.lines),
        events=tuple(scenario.events),
        subjects=tuple(places.subjects),
        outcomes=tuple(scenario.outcomes),
    )


class Binder:
    """Turns the parts of one scenario into indexes and closures."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.places = places_of(scenario)
        self.vocabulary = vocabulary_of(declared_by(scenario))
        self._tests: dict[str, Test] = {}

    def getter(self, name: str) -> Getter:
        """What a name reads."""
        return name_getter(self.places, name)

    def question(self, function: str, arguments: tuple[str, ...]) -> Getter:
        """What a question reads."""
        return question_getter(self.places, function, arguments)

    def test(self, condition: Condition | None) -> Test | None:
        """A condition ready to be asked; None stays None (always)."""
        if condition is None:
            return None
        known = self._tests.get(condition.source)
        if known is None:
            known = bind(condition.expr, self.vocabulary, self.getter, self.question)
            self._tests[condition.source] = known
        return known

    def destination(self, goal: Goal | None) -> Destination | None:
        """Where something leads."""
        if goal is None:
            return None
        return Destination(
            goal.kind == "outcome", tuple(id_ for id_, _ in goal.choices), tuple(w for _, w in goal.choices)
        )

    def change(self, change: Change) -> Set:
        """A change as a place and a stored value."""
        low = high = 0
        if change.target == "stressor":
            place = self.places.stressors[change.name]
            values: tuple[str, ...] | None = tuple(self.scenario.stressors[change.name].levels)
        elif change.target == "fact":
            place, values = FACT_PLACES[change.name], FACTS[change.name]
        else:
            place = self.places.variables[change.name]
            variable = self.scenario.variables[change.name]
            values, low, high = variable.values, variable.low or 0, variable.high or 0
        stored = values.index(str(change.value)) if values is not None else int(change.value)
        return Set(change.target, change.name, place, stored, change.add, low, high, values)
