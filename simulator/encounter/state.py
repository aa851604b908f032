"""The state of an encounter: one immutable value that holds everything `step` reads."""

from __future__ import annotations

from typing import NamedTuple


class Subject(NamedTuple):
    """A person who can be moved. Thousandths; `cap` is the ceiling of rapport; `band` 0-4 with hysteresis;
    `lied_to` while a lie told to them has not come to light."""

    tension: int
    rapport: int
    sensitisation: int = 0
    acknowledged: int = 0
    cap: int = 100_000
    band: int = 0
    lied_to: bool = False


class EncounterState(NamedTuple):
    """Where a call stands. Tuples follow the order of the program's lists; masks hold one bit an entry.

    clock      tenths of a second since contact; moved by acts alone
    distance   millimetres to the person addressed
    levels     level index of each stressor
    variables  values of the variables (choices as indexes)
    facts      values of the scene facts (choices as indexes)
    due        when each resource arrives; -1 while it was not called
    promises   0 not made, 1 made, 2 kept, 3 broken
    history    technique indexes of the last four slots, oldest first
    used       how often wait, back and closer were used in this visit
    acts_used  standing acts of the whole encounter
    spaced     whether room was already given in this visit
    beat       acts since this visit began
    turn       acts, silences included, since the encounter began
    outcome    id of the outcome once ended; `value` its value at this end, thousandths
    """

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

    @property
    def over(self) -> bool:
        """Whether nothing more can be done."""
        return bool(self.outcome) or self.stopped
