"""What the conditions of a scenario say, each worked out once."""

from __future__ import annotations

from simulator.encounter.binding import Binder
from simulator.scenario.conditions.check import understand
from simulator.scenario.conditions.meaning import Meaning
from simulator.scenario.model import Scenario
from simulator.scenario.parts import Condition


class Meanings:
    """Meanings by the words of a condition."""

    def __init__(self, scenario: Scenario) -> None:
        self._vocabulary = Binder(scenario).vocabulary
        self._known: dict[str, Meaning | None] = {}

    def of(self, condition: Condition | None) -> Meaning | None:
        """What a condition says; None for none (always)."""
        if condition is None:
            return None
        if condition.source not in self._known:
            self._known[condition.source] = understand(condition.expr, self._vocabulary).meaning
        return self._known[condition.source]
