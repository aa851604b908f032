"""Replaying a record: the actions in it through `step` again, and whether the same things happen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from simulator.encounter.actions import ActionRefused, parse_action
from simulator.encounter.course import Course, CourseHash, Turn, open_course, start_row
from simulator.encounter.happenings import to_row
from simulator.encounter.law import LAW_VERSION
from simulator.encounter.plans import Program
from simulator.encounter.step import step
from simulator.records.reading import SessionRecord
from simulator.records.texts import FindProgram, Missing


@dataclass(frozen=True, slots=True)
class Same:
    """Everything happened again as the record says. `course` is the call as values."""

    program: Program
    course: Course
    hash: CourseHash


@dataclass(frozen=True, slots=True)
class Differs:
    """From this line of the log on (the header is line 1) the record says something else than what happens."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class CannotCheck:
    """It cannot be replayed on this machine; `missing` names what would be needed."""

    missing: tuple[str, ...]


Replayed: TypeAlias = Same | Differs | CannotCheck


def replay_log(record: SessionRecord, programs: FindProgram) -> Replayed:
    """What replaying the sound lines of a record gives."""
    start = record.header.start
    if start.law != LAW_VERSION:
        return CannotCheck((f"law version {start.law} (this program has version {LAW_VERSION})",))
    program = programs(start.digests)
    if isinstance(program, Missing):
        return CannotCheck(tuple(_named(name, start.scenario) for name in program.what))
    if start.temperament not in program.temperaments:
        return Differs(1, f"it names a temperament, “{start.temperament}”, that the scenario does not have")
    return _replay(record, program)


def _named(name: str, scenario: str) -> str:
    return f"the text of scenario “{scenario}” as it was then" if name == "scenario" else f"{name} as it was then"


def _replay(record: SessionRecord, program: Program) -> Same | Differs:
    start = record.header.start
    course = open_course(program, int(start.seed), start.temperament)
    if start_row(course.start) != start.model_dump():
        return Differs(1, "it names another scenario than its digest does")
    if [to_row(happening) for happening in course.opening] != record.header.opening:
        return Differs(1, "the call opens otherwise")
    links = CourseHash(course.start, course.opening)
    if links.hex != record.header.course:
        return Differs(1, "its course hash is another")
    state, turns = course.first, []
    for number, line in enumerate(record.actions, start=1):
        try:
            action = parse_action(line.action)
            after, happened = step(program, state, action)
        except ActionRefused as refused:
            return Differs(number + 1, f"“{line.action}” was not open there: {str(refused).rstrip('.')}")
        if [to_row(happening) for happening in happened] != line.happened:
            return Differs(number + 1, f"after “{line.action}” something else happens than it says")
        if links.add(action, happened) != line.course:
            return Differs(number + 1, "its course hash is another")
        turns.append(Turn(number, action, happened, state, after))
        state = after
    end = record.closing
    if end is not None and (end.outcome, end.value, end.stopped, end.course) != (
        state.outcome,
        state.value,
        state.stopped,
        links.hex,
    ):
        return Differs(len(turns) + 2, "its closing line tells another end than the call came to")
    return Same(program, Course(course.start, course.opening, course.first, tuple(turns)), links)
