"""The names and questions that a scenario's conditions may use, from what it declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from simulator.scenario.conditions.vocabulary import Choice, Flag, Number, Signature, Type, Vocabulary
from simulator.scenario.model import Variable
from simulator.scenario.parts import FACTS, LANDINGS

BAND_NAMES = ("calm", "uneasy", "agitated", "volatile", "crisis")
STAIR_NAMES = ("distrust", "contact", "listening", "empathy", "rapport", "influence", "change")

FIXED: Mapping[str, Type] = {
    "tension": Number(1000, 0, 100),
    "rapport": Number(1000, -40, 100),
    "sensitisation": Number(1000, 0, 50),
    "acknowledged": Number(1000, 0, 1),
    "band": Choice(BAND_NAMES, ordered=True),
    "stair": Choice(STAIR_NAMES, ordered=True),
    "distance": Number(1000, 0, 100),
    "cover": Flag(),
    "clock": Number(10, 0, None),
    "visit": Number(1, 1, None),
}
"""Names that every scenario has; people, place and time."""

FACT_TYPES: Mapping[str, Type] = {name: Flag() if values is None else Choice(values) for name, values in FACTS.items()}


@dataclass(frozen=True, slots=True)
class Declared:
    """The ids a scenario declares, by kind; `lines` are `node.line`; `levels` each stressor's level names."""

    temperaments: tuple[str, ...] = ()
    variables: Mapping[str, Variable] | None = None
    levels: Mapping[str, tuple[str, ...]] | None = None
    nodes: Iterable[str] = ()
    resources: Iterable[str] = ()
    promises: Iterable[str] = ()
    findings: Iterable[str] = ()
    lines: Iterable[str] = ()
    events: Iterable[str] = ()
    subjects: Iterable[str] = ()
    outcomes: tuple[str, ...] = ()


def variable_type(variable: Variable) -> Type:
    """The type of a declared variable."""
    if variable.values is not None:
        return Choice(variable.values)
    if variable.low is not None:
        return Number(1, variable.low, variable.high)
    return Flag()


def vocabulary_of(declared: Declared, *, for_tests: bool = False) -> Vocabulary:
    """The vocabulary of a scenario's conditions; with `for_tests` also what holds only after a line of play."""
    names: dict[str, Type] = {**FIXED, **FACT_TYPES, "temperament": Choice(declared.temperaments)}
    for id_, levels in (declared.levels or {}).items():
        names[id_] = Choice(levels)
    for id_, variable in (declared.variables or {}).items():
        names[id_] = variable_type(variable)

    def asks(ids: Iterable[str], result: Type, what: str) -> Signature:
        return Signature((frozenset(ids),), result, what)

    count, flag = Number(1, 0, None), Flag()
    functions = {
        "visits": asks(declared.nodes, count, "a node"),
        "called": asks(declared.resources, flag, "a resource"),
        "arrived": asks(declared.resources, flag, "a resource"),
        "promised": asks(declared.promises, flag, "a promise"),
        "kept": asks(declared.promises, flag, "a promise"),
        "broken": asks(declared.promises, flag, "a promise"),
        "found": asks(declared.findings, flag, "a finding"),
        "said": asks(declared.lines, flag, "a line, written node.line"),
        "fired": asks(declared.events, flag, "an event"),
        "tension_of": asks(declared.subjects, FIXED["tension"], "a person"),
        "rapport_of": asks(declared.subjects, FIXED["rapport"], "a person"),
    }
    if for_tests:
        names["outcome"] = Choice(("none", "stopped", *declared.outcomes))
        names["value"] = Number(1000, 0, 100)
        names["node"] = Choice(tuple(declared.nodes))
        names["landing"] = Choice(("none", *LANDINGS))
        names["minutes"] = Number(600, 0, None)
        names["share_found"] = Number(1000, Fraction(0), Fraction(1))
    return Vocabulary(names, functions)
