"""The numbers behind a moment, as an author reads them: values, what the last act did to them, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.encounter.bands import BANDS, STAIRS, stair
from simulator.encounter.contributions import contributions
from simulator.encounter.course import Turn
from simulator.encounter.happenings import (
    Arrived,
    Banded,
    Called,
    Changed,
    Drifted,
    Ended,
    Entered,
    Fired,
    Found,
    Happening,
    Landed,
    LieFound,
    Moved,
    Promised,
    Routed,
)
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.scenario.parts import FACTS
from simulator.scenario.problem import Problem
from simulator.ui.call import Call
from simulator.ui.words import clock_words

Part = tuple[str, list[str]]

_PROMISES = ("not made", "made", "kept", "broken")
_FAULTS_SHOWN = 4


def points(thousandths: int) -> str:
    """Thousandths of a point with one decimal and a true minus: `−3.5`."""
    return f"{thousandths / 1_000:.1f}".replace("-", "−")


def signed(thousandths: int) -> str:
    """A change, with its sign: `+4.0`."""
    return f"{'+' if thousandths > 0 else ''}{points(thousandths)}"


def fault_parts(problems: Iterable[Problem]) -> list[Part]:
    """What stands against playing the file as it was saved."""
    errors = [problem for problem in problems if problem.severity == "error"]
    if not errors:
        return []
    rows = []
    for problem in errors[:_FAULTS_SHOWN]:
        rows.append(f"Line {problem.place.line}: {problem.message}.")
        if problem.hint:
            rows.append(f"Mend: {problem.hint}")
    if len(errors) > _FAULTS_SHOWN:
        rows.append(f"… and {len(errors) - _FAULTS_SHOWN} more")
    return [("This save cannot be played; you see the one before", rows)]


def todo_parts(problems: Iterable[Problem]) -> list[Part]:
    """What a draft still lacks."""
    todos = [f"Line {problem.place.line}: {problem.message}" for problem in problems if problem.severity == "todo"]
    return [(f"Still to do: {len(todos)}", todos)] if todos else []


def number_parts(call: Call) -> list[Part]:
    """The values as they are now, and the last act."""
    program, state = call.program, call.state
    turns = [turn for turn in call.session.course.turns if turn.action.kind != "answer"]  # an answer moves nothing
    return [*_people(call, state), *([_act(program, turns[-1])] if turns else []), *_scene(program, state)]


def _people(call: Call, state: EncounterState) -> list[Part]:
    parts = []
    for person, subject in zip(call.subjects, state.subjects, strict=True):
        rows = [
            f"Tension {points(subject.tension)} · {BANDS[subject.band]}",
            f"Trust {points(subject.rapport)} · {STAIRS[stair(subject.rapport)]}"
            + (f" · at most {points(subject.cap)}" if subject.cap < 100_000 else ""),
            f"Sensitisation {points(subject.sensitisation)} · acknowledged {subject.acknowledged / 1_000:.2f} of 1",
        ]
        if subject.lied_to:
            rows.append("A lie told to them has not come to light.")
        parts.append((person, rows))
    return parts


def _act(program: Program, turn: Turn) -> Part:
    rows = []
    for part in contributions(program, turn.before, turn.action):
        name = part.technique or "topics and own effects"
        rows.append(f"{name}: tension {signed(part.tension)}, trust {signed(part.rapport)}")
    rows += [words for words in (_words(row) for row in turn.happened) if words]
    return f"Last act: {turn.action}", rows


def _words(row: Happening) -> str:
    """A thing that happened, short; "" for what is on screen anyway."""
    match row:
        case Landed():
            sums = f"tension {signed(row.tension)}, trust {signed(row.rapport)}"
            return f"{row.landing} with {row.person}: {sums}"
        case Drifted():
            return f"{row.seconds / 10:g} s: {row.person} drawn to {points(row.toward)}, now {points(row.tension)}"
        case Changed():
            return f"{row.name} → {_value(row.value)}"
        case Moved():
            return f"distance → {row.distance / 1_000:g} m"
        case Banded():
            return f"{row.person}: {row.before} → {row.after}"
        case Routed():
            return f"route {row.route} taken"
        case Entered():
            return f"came to {row.node}, visit {row.visit}"
        case Fired():
            return f"event {row.event}"
        case Called():
            return f"called {row.resource}"
        case Arrived():
            return f"{row.resource} came"
        case Found():
            return f"found {row.finding}"
        case Promised():
            return f"promise {row.promise} {row.status}"
        case LieFound():
            return f"{row.person} found out a lie"
        case Ended():
            return f"ended {row.outcome}, value {points(row.value)}"
        case _:
            return ""


def _scene(program: Program, state: EncounterState) -> list[Part]:
    scenario = program.scenario
    visit = state.visits[program.nodes[state.node].index]
    rows = [
        f"node {state.node} · visit {visit} · act {state.beat + 1} here",
        f"{clock_words(state.clock / 10)} · {state.distance / 1_000:g} m · {'cover' if state.cover else 'open'}",
    ]
    values = []
    for (name, variable), value in zip(scenario.variables.items(), state.variables, strict=True):
        if variable.values is not None:
            values.append(f"{name} = {variable.values[value]}")
        else:
            values.append(f"{name} = {value if variable.low is not None else _value(bool(value))}")
    for (name, _), levels, level in zip(scenario.stressors.items(), program.level_names, state.levels, strict=True):
        values.append(f"{name} = {levels[level]}")
    facts = []
    for (name, options), value in zip(FACTS.items(), state.facts, strict=True):
        if value:
            facts.append(f"{name} = {options[value] if options else _value(bool(value))}")
    held = [
        f"{name}: {_PROMISES[status]}" for name, status in zip(scenario.promises, state.promises, strict=True) if status
    ]
    help_ = []
    for place, name in enumerate(scenario.resources):
        if state.due[place] >= 0:
            left = clock_words(max(0, state.due[place] - state.clock) / 10)
            help_.append(f"{name}: {'here' if state.arrived >> place & 1 else f'in {left}'}")
    found = [name for name in scenario.findings if state.found >> program.places.findings[name] & 1]
    parts = [("Scene", rows), ("Variables and stressors", values), ("Facts", facts), ("Promises", held),
             ("Help", help_), ("Found", found)]  # fmt: skip
    return [(title, rows) for title, rows in parts if rows]


def _value(value: bool | int | str) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
