"""A call in plain lines: what happened, what is there to be seen, who it is about. No drawing, one thing a line."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.encounter.bands import BANDS
from simulator.encounter.happenings import (
    Acted,
    Arrived,
    Banded,
    Called,
    Covered,
    Ended,
    Fired,
    Found,
    Happening,
    Moved,
    Promised,
    Replied,
    Stopped,
)
from simulator.encounter.naming import speaker_of
from simulator.encounter.offer import Offer, act_label
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.scenario.model import Resource
from simulator.scoring.acts import words_of


def metres(millimetres: int) -> str:
    """A distance in words."""
    return f"{millimetres / 1000:g} metres"


def clock(tenths: int) -> str:
    """A time on the call's clock."""
    minutes, seconds = divmod(max(0, tenths) // 10, 60)
    return f"{minutes}:{seconds:02d}"


def briefing(program: Program, state: EncounterState) -> Iterator[str]:
    """What the trainee is told before contact."""
    scenario = program.scenario
    yield scenario.about.title
    for note in scenario.about.content_notes:
        yield f"Note: {note}"
    yield f"Dispatch: {words_of(program, scenario.briefing.dispatch, state)}"
    for text in scenario.briefing.known:
        yield f"Known: {words_of(program, text, state)}"
    for text in scenario.briefing.policy:
        yield f"Policy: {words_of(program, text, state)}"
    for resource in known_help(program, state):
        yield f"Help you can call: {resource.label}, {clock(resource.eta)} away"
    for place, resource in enumerate(program.scenario.resources.values()):
        if state.due[place] >= 0 and not state.arrived >> place & 1:
            yield f"On the way: {resource.label}, in {clock(state.due[place] - state.clock)}"


def known_help(program: Program, state: EncounterState) -> list[Resource]:
    """Help that can be called by now; what only a finding opens is not given away before."""
    resources = zip(program.scenario.resources.values(), program.resource_tests, strict=True)
    return [r for r, test in resources if r.under_way is None and (test is None or test(state))]


def person_seen(program: Program, state: EncounterState) -> Iterator[str]:
    """What is to be seen and heard of the main subject: behaviour, never numbers."""
    profile = program.casts[state.temperament].profiles[0].source
    band = program.catalogues.bands[BANDS[state.subjects[0].band]]
    look = band.proactive if profile.kind == "proactive" else band.reactive
    yield f"You see: {look.body}"
    yield f"You hear: {look.voice}"


def scene(program: Program, state: EncounterState, offered: Offer) -> Iterator[str]:
    """The moment the call stands at."""
    yield f"Scene: {offered.scene}"
    for _, words in offered.cues:
        yield f"You notice: {words}"
    cover = ", behind cover" if state.cover else ""
    yield f"Distance: {metres(state.distance)}{cover}. Clock: {clock(state.clock)}."


def known(program: Program, state: EncounterState) -> Iterator[str]:
    """Everything the officer knows by now."""
    yield from list(briefing(program, state))[1:]
    bits = program.places.findings
    for id_, text in program.scenario.findings.items():
        if state.found >> bits[id_] & 1:
            yield f"You found out: {words_of(program, text, state)}"
    for place, resource in enumerate(program.scenario.resources.values()):
        if state.arrived >> place & 1:
            yield f"Here: {resource.label}"
    for (_, text), standing in zip(program.scenario.promises.items(), state.promises, strict=True):
        if standing:
            yield f"Promise {('', 'made', 'kept', 'broken')[standing]}: {words_of(program, text, state)}"


def happened(
    program: Program, before: EncounterState, after: EncounterState, rows: tuple[Happening, ...]
) -> Iterator[str]:
    """What an act led to, in the order in which it happened."""
    for row in rows:
        yield from _row(program, before, after, row)


def _row(program: Program, before: EncounterState, after: EncounterState, row: Happening) -> Iterator[str]:
    scenario = program.scenario
    if isinstance(row, Acted):
        yield f"You: {_deed(program, before, row)}"
    elif isinstance(row, Replied):
        words = program.words(row.text, row.variant)
        if words:
            name = speaker_of(program, after, row.person, words)
            yield f"{name}: {words}" if name else words
    elif isinstance(row, Fired):
        words = program.words(row.text, row.variant)
        if words:
            # Who an event is for need not be who is heard in it: a colleague, a radio, a car outside.
            yield words
    elif isinstance(row, Moved):
        yield f"Distance: {metres(row.distance)}."
    elif isinstance(row, Covered):
        yield "You are behind cover." if row.cover else "You are out of cover."
    elif isinstance(row, Found):
        yield f"You found out: {words_of(program, scenario.findings[row.finding], after)}"
    elif isinstance(row, Called):
        yield f"Called: {scenario.resources[row.resource].label}. Due in {clock(row.due - before.clock)}."
    elif isinstance(row, Arrived):
        yield f"Here now: {scenario.resources[row.resource].label}."
    elif isinstance(row, Promised):
        yield f"Promise {row.status}: {words_of(program, scenario.promises[row.promise], after)}"
    elif isinstance(row, Banded) and row.person == program.subjects[0]:
        yield from person_seen(program, after)
    elif isinstance(row, Ended):
        outcome = scenario.outcomes[row.outcome]
        yield f"The call has ended: {words_of(program, outcome.title, after)}"
    elif isinstance(row, Stopped):
        yield "You stopped the call. Nothing is held against you for that."


def _deed(program: Program, before: EncounterState, row: Acted) -> str:
    node = program.nodes[before.node]
    line = program.scenario.nodes[node.id].lines.get(row.action)
    if line is not None:
        words = program.words(row.text, row.variant)
        return words if line.spoken else f"({words})"
    plan = node.acts.get(row.action)
    if plan is None:
        return "(You said nothing; the time ran out.)"
    label = act_label(program, before, plan, before.visits[node.index])
    return f"({label})" if label[-1:] in (".", "!", "?", "…") else f"({label}.)"


def word_of(token: str) -> str:
    """An act's token as it is typed: `call:van` as `call van`."""
    return token.replace(":", " ", 1)
