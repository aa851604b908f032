"""What people are called while the officer does not know their name, and what is told when a prompt was answered."""

from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped
from simulator.encounter.actions import parse_action
from simulator.encounter.answering import LATER, NOTED, answered
from simulator.encounter.course import play
from simulator.encounter.naming import name_in, speaker_of
from simulator.encounter.program import compile_program
from simulator.scenario.load import load_scenario

BUS = (Path(__file__).parents[1] / "fixtures" / "last_bus.yaml").read_text(encoding="utf-8")
ROLE = "    role: subject\n"
STRANGER = ROLE + '    known_as: "The man at the shutter"\n    named_when: ticket_seen\n'
PROMPT = (
    '    prompts: {see: {kind: observation, ask: "What do you see?", answers: {a: {say: "Wet shoes.", mark: right, '
    'debrief: "He has stood here long."}, b: {say: "A drunk.", mark: wrong}}}}\n'
)


def loaded(old: str, new: str):
    assert old in BUS
    return load_scenario(BUS.replace(old, new, 1), "bus.yaml", shipped())


def test_a_stranger_is_called_by_what_can_be_seen_until_the_name_is_known():
    program = compile_program(loaded(ROLE, STRANGER).scenario, shipped())
    person, names = program.subjects[0], []
    for told in ((), ("hello",), ("hello", "told")):
        names.append(name_in(program, play(program, 1, "loud", told).last, person))
    assert names == ["The man at the shutter", "The man at the shutter", "Bram"]


@pytest.mark.parametrize("half", ['known_as: "The man"', "named_when: ticket_seen"])
def test_half_of_a_stranger_is_a_finding(half):
    (problem,) = loaded(ROLE, f"{ROLE}    {half}\n").problems
    assert (problem.code, problem.severity) == ("name-half", "warning")
    assert problem.place.line == BUS[: BUS.index(ROLE)].count("\n") + 2


def test_an_answer_is_told_its_reason_in_practice_alone():
    mark = '    cues: {wet: "His shoes are soaked through."}\n'
    program = compile_program(loaded(mark, mark + PROMPT).scenario, shipped())
    state = play(program, 1, "loud", ()).last
    right, wrong = parse_action("answer:see.a"), parse_action("answer:see.b")
    assert answered(program, right, state, practice=True) == "He has stood here long."
    assert answered(program, wrong, state, practice=True) == LATER
    assert answered(program, right, state, practice=False) == NOTED


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Look at me.", "Bram"),
        ("(He turns.) Look at me.", "Bram"),
        ("(He turns.)", ""),
        ('(The cleaner waves.) "It\'s off."', ""),
        ("Look. (The cleaner waves.)", "Bram"),
    ],
)
def test_no_name_stands_over_words_that_somebody_else_says(words, name):
    cast = 'cast:\n  ada: {role: bystander, name: "The cleaner"}\n'
    program = compile_program(loaded("cast:\n", cast).scenario, shipped())
    state = play(program, 1, "loud", ()).last
    assert speaker_of(program, state, program.subjects[0], words) == name
