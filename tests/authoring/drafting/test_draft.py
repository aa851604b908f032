"""A new call: playable at once, with its gaps listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.catalogues import shipped
from simulator.authoring.drafting.draft import Answers, draft, id_fault, title_from, words_fault
from simulator.encounter.actions import Action
from simulator.encounter.program import compile_program
from simulator.encounter.step import begin, step
from simulator.scenario.load import load_scenario

ANSWERS = Answers("night_bus", "The night bus", "street", "Ida")


def loaded(answers=ANSWERS):
    return load_scenario(draft(answers, "../schema.json"), "night_bus.yaml", shipped())


def test_a_new_call_has_todos_and_nothing_worse():
    found = loaded()
    assert found.scenario is not None
    assert {problem.severity for problem in found.problems} == {"todo"}, [str(p) for p in found.problems]
    assert found.todos
    assert len(found.scenario.nodes) == 3
    assert len(found.scenario.temperaments) == 3


def test_its_first_line_tells_an_editor_where_the_schema_is():
    assert draft(ANSWERS, "../schema.json").splitlines()[0] == "# yaml-language-server: $schema=../schema.json"


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ("quieter hello tell_me heard heard what_now", "goes_along"),
        ("quieter hello tell_me leave", "left"),
        ("move_on calm_down calm_down calm_down calm_down calm_down take_it", "held"),
    ],
)
def test_each_end_can_be_played(lines, outcome):
    program = compile_program(loaded().scenario, shipped())
    for temperament in program.temperaments if outcome != "held" else program.temperaments[:1]:
        state, _ = begin(program, 1, temperament)
        for line in lines.split():
            node = program.nodes[state.node]
            if state.over or line not in (*node.lines, "leave"):
                continue
            state, _ = step(program, state, Action("act" if line == "leave" else "line", line))
        assert state.outcome == outcome, (temperament, state.node, state.subjects)


@given(title=st.text(min_size=1, max_size=40), person=st.text(min_size=1, max_size=20))
def test_whatever_words_are_given_it_can_be_read(title, person):
    found = loaded(Answers("a", title, "street", person))
    if title.strip() and person.strip():
        assert not any(problem.code.startswith("yaml") for problem in found.problems), found.problems


def test_ids_are_judged_in_plain_words():
    assert not id_fault("night_bus")
    assert "small letters" in id_fault("Night bus")
    assert "Windows" in id_fault("con")
    assert "60" in id_fault("a" * 61)
    assert title_from("night_bus") == "Night bus"
    assert words_fault(" ")
    assert "At most 200" in words_fault("a" * 201)
    assert not words_fault("Ida")
