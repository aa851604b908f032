"""The standing acts: what can be done at every decision, apart from the lines, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.scenario.model import Scenario
from simulator.scenario.parts import PLAIN_ACTS

ACTS_IN_ALL = 40
"""Standing acts an encounter."""

HOLD_AT_MOST = 1800
"""Tenths of a second that `hold` lasts if nothing comes sooner."""

VISIT_LIMITS: Mapping[str, int] = {"wait": 3, "back": 2, "closer": 2}
"""How often an act can be used in one visit of a node, in the order of the state's `used`."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing act: techniques, millimetres moved, tenths it takes (-1 until something arrives), its words
    for the trainee. `crowds` means its techniques count only inside the comfort distance."""

    techniques: tuple[str, ...]
    metres: int
    seconds: int
    label: str
    crowds: bool = False


STANDING: Mapping[str, Standing] = {
    "wait": Standing(("pause",), 0, 100, "Wait and say nothing"),
    "hold": Standing(("pause",), 0, -1, "Hold until something changes"),
    "back": Standing(("give_space",), 1000, 50, "Step back"),
    "closer": Standing(("crowd_in",), -1000, 40, "Step closer", crowds=True),
    "cover": Standing(("take_cover",), 0, 50, "Take cover"),
    "partner": Standing(("hand_over_voice",), 0, 60, "Let your partner speak"),
    "call": Standing((), 0, 60, "Call"),
    "leave": Standing((), 0, 50, "Leave"),
}
"""By the part of the id before its colon."""


def act_ids(scenario: Scenario) -> tuple[str, ...]:
    """Every standing act of a scenario, in the order in which they are shown."""
    partners = [f"partner:{person.id}" for person in scenario.cast.values() if person.role == "partner"]
    calls = [f"call:{id_}" for id_ in scenario.resources]
    plain = [id_ for id_ in PLAIN_ACTS if id_ != "leave"]
    return (*plain, *partners, *calls, "leave")
