"""Where the order of the law holds for the rest of a call, and what ends it."""

from __future__ import annotations

import json

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.solver import Order
from simulator.encounter.program import compile_program
from simulator.encounter.step import begin
from simulator.scenario.load import load_scenario

END = {"title": "End", "after": "So.", "lesson": "So."}


def program_with(
    only_if: str | None = None, route: tuple[str, str] | None = None, event: tuple[str, str] | None = None
):
    """A call of one moment with these conditions; a route and an event name the ending that they lead to."""
    line: dict[str, object] = {"say": "One two.", "does": ["open_question"], "reply": "So.", "debrief": "It was said."}
    guarded = {**line, "only_if": only_if} if only_if else line
    node = {
        "scene": "Here.", "calls_for": ["respect"], "next": "a", "closed": ["closer"],
        "lines": {"x": {**guarded, "next": "a"}, "y": {**line, "end": "middling"}},
    }  # fmt: skip
    if route:
        node["routes"] = {"r": {"when": route[0], "end": route[1]}}
        node["lines"]["y"]["leads"] = ["r"]
    call = {
        "format": 1, "id": "small", "title": "Small", "version": "1.0.0", "summary": "Small.", "authors": ["A"],
        "licence": "CC-BY-4.0", "category": "routine", "minutes": 1,
        "briefing": {"dispatch": "Go.", "known": ["Nothing."], "policy": ["Time first."]},
        "setting": {"place": "street", "time": "22:00", "weather": "dry", "distance": 5, "cover": "open"},
        "cast": {"p": {"role": "subject", "profile": {
            "tension": 50, "rapport": 5, "baseline": 20, "grievance": 15, "reactivity": 1, "kind": "reactive",
            "needs": {"fear": 1.0}, "comfort": 2}}},
        "start": "a", "nodes": {"a": node},
        "outcomes": {"good": {"kind": "voluntary", "value": 95, **END},
                     "middling": {"kind": "referral", "value": 60, **END},
                     "nothing": {"kind": "force", "value": 0, **END}},
    }  # fmt: skip
    call["events"] = {"too_long": {"at": "20:00", "end": "middling"}}
    if event:
        call["events"]["e"] = {"when": event[0], "end": event[1]}
    loaded = load_scenario(json.dumps(call), "small.yaml", shipped())
    assert loaded.scenario is not None, loaded.problems
    return compile_program(loaded.scenario, shipped())


@pytest.mark.parametrize(
    ("only_if", "holds"),
    [
        (None, True),
        ("tension < 40", True),
        ("rapport >= 10 and clock < 5:00", True),
        ("not (band >= volatile)", True),
        ("tension >= 60", False),
        ("rapport < 5 or tension < 20", False),
        ("tension >= 20 and tension < 60", False),
        ("stair == empathy", False),
        ("visits('a') < 3", True),
    ],
)
def test_a_line_keeps_the_order_if_nobody_better_off_finds_it_shut(only_if, holds):
    order = Order(program_with(only_if=only_if))
    assert (not order.breaks) is holds
    assert all(
        one.place == "a.x" and one.path[-1] == "only_if" and one.condition == only_if and one.backwards
        for one in order.breaks
    )


@pytest.mark.parametrize(
    ("when", "end", "holds"),
    [
        ("tension < 40", "good", True),
        ("tension < 40", "nothing", False),
        ("tension >= 40", "nothing", True),
        ("tension >= 40", "good", False),
        ("clock >= 1:00", "nothing", True),
    ],
)
def test_a_way_to_an_ending_keeps_the_order_if_the_better_off_come_to_no_less(when, end, holds):
    assert (not Order(program_with(route=(when, end))).breaks) is holds


@pytest.mark.parametrize(
    ("when", "end", "holds"),
    [
        ("tension >= 90", "nothing", True),
        ("tension >= 90", "middling", False),
        ("tension < 20", "nothing", False),
        ("clock >= 1:00", "middling", True),
    ],
)
def test_an_event_keeps_the_order_if_it_spares_the_better_off_an_ending_worth_nothing(when, end, holds):
    assert (not Order(program_with(event=(when, end))).breaks) is holds


def test_where_the_order_holds_states_that_differ_in_the_person_alone_are_compared_by_numbers():
    program = program_with()
    state, _ = begin(program, 1, program.temperaments[0])
    eased = state._replace(subjects=(state.subjects[0]._replace(tension=1_000),))
    order = Order(program)
    settled, numbers = order.split(state)
    other, better = order.split(eased)
    assert settled == other
    assert all(mine >= theirs for mine, theirs in zip(better, numbers, strict=True))
    assert better != numbers
    assert order.split(state._replace(clock=99))[0] != settled


def test_where_it_does_not_hold_they_are_different():
    program = program_with(only_if="tension >= 60")
    state, _ = begin(program, 1, program.temperaments[0])
    eased = state._replace(subjects=(state.subjects[0]._replace(tension=1_000),))
    order = Order(program)
    assert order.split(state)[0] != order.split(eased)[0]
    assert order.split(state)[1] == ()
