"""What each name and question of a condition reads from a state: the getters that conditions are bound to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeAlias

from simulator.encounter.bands import stair
from simulator.encounter.moment import Moment
from simulator.encounter.state import EncounterState
from simulator.scenario.parts import FACTS

View: TypeAlias = EncounterState | Moment
Getter: TypeAlias = Callable[[View], "int | bool"]
Test: TypeAlias = Callable[[View], bool]


@dataclass(frozen=True, slots=True)
class Places:
    """Where each id stands in the state's tuples and masks."""

    subjects: Mapping[str, int]
    stressors: Mapping[str, int]
    variables: Mapping[str, int]
    resources: Mapping[str, int]
    promises: Mapping[str, int]
    findings: Mapping[str, int]
    nodes: Mapping[str, int]
    lines: Mapping[str, int]
    events: Mapping[str, int]


FACT_PLACES: Mapping[str, int] = {name: place for place, name in enumerate(FACTS)}


def name_getter(places: Places, name: str) -> Getter:
    """The getter of a name; KeyError for one that means nothing here."""
    if name in places.variables:
        at = places.variables[name]
        return lambda state: state.variables[at]
    if name in places.stressors:
        at = places.stressors[name]
        return lambda state: state.levels[at]
    if name in FACT_PLACES:
        at = FACT_PLACES[name]
        return lambda state: state.facts[at]
    nodes = places.nodes
    simple: dict[str, Getter] = {
        "tension": lambda state: state.subjects[0].tension,
        "rapport": lambda state: state.subjects[0].rapport,
        "sensitisation": lambda state: state.subjects[0].sensitisation,
        "acknowledged": lambda state: state.subjects[0].acknowledged,
        "band": lambda state: state.subjects[0].band,
        "stair": lambda state: stair(state.subjects[0].rapport),
        "distance": attrgetter("distance"),
        "cover": attrgetter("cover"),
        "clock": attrgetter("clock"),
        "visit": lambda state: state.visits[nodes[state.node]],
        "temperament": attrgetter("temperament"),
    }
    return simple[name]


def question_getter(places: Places, function: str, arguments: tuple[str, ...]) -> Getter:
    """The getter of a question such as `visits('offer')`; KeyError for one that means nothing here."""
    id_ = arguments[0]
    if function == "visits":
        at = places.nodes[id_]
        return lambda state: state.visits[at]
    if function == "called":
        at = places.resources[id_]
        return lambda state: state.due[at] >= 0
    if function in ("promised", "kept", "broken"):
        at = places.promises[id_]
        if function == "promised":
            return lambda state: state.promises[at] > 0
        status = 2 if function == "kept" else 3
        return lambda state: state.promises[at] == status
    if function in ("tension_of", "rapport_of"):
        at = places.subjects[id_]
        if function == "tension_of":
            return lambda state: state.subjects[at].tension
        return lambda state: state.subjects[at].rapport
    if function == "arrived":
        bit = 1 << places.resources[id_]
        return lambda state: state.arrived & bit != 0
    if function == "found":
        bit = 1 << places.findings[id_]
        return lambda state: state.found & bit != 0
    if function == "said":
        bit = 1 << places.lines[id_]
        return lambda state: state.said & bit != 0
    if function == "fired":
        bit = 1 << places.events[id_]
        return lambda state: state.fired & bit != 0
    raise KeyError(function)
