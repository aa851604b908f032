"""The course of a call as values: what began it, every action, everything that happened, and its hash.

The course hash is equal on every machine for the same play: it covers the digests, the law, the seed, the
temperament, the actions and the happenings, and nothing else: no time, no name, no machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import rfc8785

from simulator.encounter.actions import Action, parse_action
from simulator.encounter.happenings import Happening, to_row
from simulator.encounter.law import LAW_VERSION
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.encounter.step import begin, step


@dataclass(frozen=True, slots=True)
class Start:
    """What a call is determined by, beside the actions in it. `digests` holds the scenario's and the catalogues'."""

    scenario: str
    digests: Mapping[str, str]
    law: int
    seed: int
    temperament: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One action and what happened; `before` and `after` are the states around it."""

    number: int
    action: Action
    happened: tuple[Happening, ...]
    before: EncounterState
    after: EncounterState


@dataclass(frozen=True, slots=True)
class Course:
    """A whole call, or as much of it as was played."""

    start: Start
    opening: tuple[Happening, ...]
    first: EncounterState
    turns: tuple[Turn, ...]

    @property
    def last(self) -> EncounterState:
        """The state it stands at."""
        return self.turns[-1].after if self.turns else self.first


def start_of(program: Program, seed: int, temperament: str) -> Start:
    """The start that this program, seed and temperament make."""
    return Start(program.scenario.id, dict(program.digests), LAW_VERSION, seed, temperament)


def open_course(program: Program, seed: int, temperament: str) -> Course:
    """A course before its first action."""
    state, opening = begin(program, seed, temperament)
    return Course(start_of(program, seed, temperament), opening, state, ())


def extend(program: Program, course: Course, action: Action) -> Course:
    """The course with one more action. Raises ActionRefused if it is not open."""
    before = course.last
    after, happened = step(program, before, action)
    turn = Turn(len(course.turns) + 1, action, happened, before, after)
    return Course(course.start, course.opening, course.first, (*course.turns, turn))


def play(program: Program, seed: int, temperament: str, actions: Iterable[Action | str]) -> Course:
    """A course played from the start. Raises ActionRefused at the first action that is not open."""
    course = open_course(program, seed, temperament)
    turns = []
    state = course.first
    for number, action in enumerate(actions, start=1):
        done = parse_action(action) if isinstance(action, str) else action
        after, happened = step(program, state, done)
        turns.append(Turn(number, done, happened, state, after))
        state = after
    return Course(course.start, course.opening, course.first, tuple(turns))


def start_row(start: Start) -> dict[str, object]:
    """The start as it stands in a log's header and in the course hash. The seed is text: it may exceed 2^53."""
    return {
        "scenario": start.scenario,
        "digests": dict(start.digests),
        "law": start.law,
        "seed": str(start.seed),
        "temperament": start.temperament,
    }


def turn_row(action: Action, happened: Iterable[Happening]) -> list[object]:
    """An action and what happened, as they stand in a log line and in the course hash."""
    return [str(action), [to_row(happening) for happening in happened]]


class CourseHash:
    """The course hash, grown turn by turn: each link is sha256(link before + the row in canonical JSON)."""

    def __init__(self, start: Start, opening: Iterable[Happening]) -> None:
        row: list[object] = [start_row(start), [to_row(happening) for happening in opening]]
        self._link = hashlib.sha256(rfc8785.dumps(row)).hexdigest()  # type: ignore[arg-type]

    def add(self, action: Action, happened: Iterable[Happening]) -> str:
        """Add a turn; gives the hash so far."""
        row = rfc8785.dumps(turn_row(action, happened))  # type: ignore[arg-type]
        self._link = hashlib.sha256(self._link.encode() + row).hexdigest()
        return self._link

    @property
    def hex(self) -> str:
        """The hash so far."""
        return self._link


def course_hash(course: Course) -> str:
    """The course hash of a whole course."""
    links = CourseHash(course.start, course.opening)
    for turn in course.turns:
        links.add(turn.action, turn.happened)
    return links.hex
