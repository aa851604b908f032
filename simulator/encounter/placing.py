"""A state put together by hand, for authors who want to see a moment without playing up to it.

Such a state may be one that no play comes to. It is for looking, never for records or scores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from simulator.encounter.bands import settled_band
from simulator.encounter.moment import Moment
from simulator.encounter.plans import Program
from simulator.encounter.scene import change_scene
from simulator.encounter.state import EncounterState
from simulator.encounter.step import Step, begin
from simulator.scenario.model import Variable

TENSION = (0, 100)
"""Points of tension that a person can have."""
RAPPORT = (-40, 100)
"""Points of trust that a person can have."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A moment to be put into: its node, and how the main subject is there in points (None: as they begin).

    `variables` are values by name, whole numbers; flags are 0 and 1, choices their place in the list.
    """

    node: str
    tension: int | None = None
    rapport: int | None = None
    variables: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


def bounds_of(variable: Variable) -> tuple[int, int]:
    """The least and the greatest value of a variable as a state holds it: flags 0 and 1, choices by their place."""
    if variable.values is not None:
        return 0, len(variable.values) - 1
    if variable.low is not None and variable.high is not None:
        return variable.low, variable.high
    return 0, 1


def placed(program: Program, seed: int, temperament: str, spot: Spot) -> Step:
    """The state at a spot, and what coming there does. Values beyond their range are taken to its end; variables the
    call does not have are passed over. Raises KeyError for a node or temperament the call does not have."""
    state, happened = begin(program, seed, temperament)
    if spot.node != state.node:
        place = program.nodes[spot.node].index
        moment = Moment(state._replace(node=spot.node, visits=_visited(state.visits, place)))
        entered = list(happened)
        change_scene(program, moment, program.nodes[spot.node].entry, entered)
        state = moment.freeze()
        happened = tuple(entered)
    return _with_values(program, state, spot), happened


def _visited(visits: tuple[int, ...], place: int) -> tuple[int, ...]:
    return (*visits[:place], max(1, visits[place]), *visits[place + 1 :])


def _with_values(program: Program, state: EncounterState, spot: Spot) -> EncounterState:
    first, *others = state.subjects
    tension = first.tension if spot.tension is None else _held(spot.tension, TENSION) * 1_000
    rapport = first.rapport if spot.rapport is None else _held(spot.rapport, RAPPORT) * 1_000
    first = first._replace(tension=tension, rapport=min(rapport, first.cap), band=settled_band(0, tension))
    variables = list(state.variables)
    for place, (name, variable) in enumerate(program.scenario.variables.items()):
        if name in spot.variables:
            variables[place] = _held(spot.variables[name], bounds_of(variable))
    return state._replace(subjects=(first, *others), variables=tuple(variables))


def _held(value: int, bounds: tuple[int, int]) -> int:
    return max(bounds[0], min(bounds[1], value))
