"""A state while a step works on it: the same fields, open to change, frozen again at the end.

Conditions read a `Moment` as they read a state, so that events and routes see things as they are by then.
"""

from __future__ import annotations

from simulator.encounter.state import EncounterState, Subject


class Moment:
    """An encounter state in the middle of a step. Lives no longer than the step."""

    __slots__ = EncounterState._fields

    seed: int
    temperament: int
    node: str
    clock: int
    distance: int
    cover: bool
    subjects: tuple[Subject, ...]
    levels: tuple[int, ...]
    variables: tuple[int, ...]
    facts: tuple[int, ...]
    due: tuple[int, ...]
    arrived: int
    promises: tuple[int, ...]
    visits: tuple[int, ...]
    history: tuple[tuple[int, ...], ...]
    used: tuple[int, int, int]
    acts_used: int
    spaced: bool
    beat: int
    turn: int
    said: int
    fired: int
    found: int
    partners: int
    answered: int
    outcome: str
    value: int
    stopped: bool

    def __init__(self, state: EncounterState) -> None:
        (
            self.seed,
            self.temperament,
            self.node,
            self.clock,
            self.distance,
            self.cover,
            self.subjects,
            self.levels,
            self.variables,
            self.facts,
            self.due,
            self.arrived,
            self.promises,
            self.visits,
            self.history,
            self.used,
            self.acts_used,
            self.spaced,
            self.beat,
            self.turn,
            self.said,
            self.fired,
            self.found,
            self.partners,
            self.answered,
            self.outcome,
            self.value,
            self.stopped,
        ) = state

    @property
    def over(self) -> bool:
        """Whether nothing more can be done."""
        return bool(self.outcome) or self.stopped

    def freeze(self) -> EncounterState:
        """The state as it is now."""
        # Straight to the tuple: by name, twenty-eight arguments are handed on once more.
        fields = (
            self.seed,
            self.temperament,
            self.node,
            self.clock,
            self.distance,
            self.cover,
            self.subjects,
            self.levels,
            self.variables,
            self.facts,
            self.due,
            self.arrived,
            self.promises,
            self.visits,
            self.history,
            self.used,
            self.acts_used,
            self.spaced,
            self.beat,
            self.turn,
            self.said,
            self.fired,
            self.found,
            self.partners,
            self.answered,
            self.outcome,
            self.value,
            self.stopped,
        )
        return tuple.__new__(EncounterState, fields)
