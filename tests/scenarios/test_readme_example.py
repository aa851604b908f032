"""The authors' guide is true: its call plays after each of the eight steps, and every command in it exists."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED
from simulator.authoring.scenario_tests import run_tests
from simulator.authoring.simulation import run_once, run_seed
from simulator.cli.commands import COMMANDS
from simulator.encounter.actions import parse_action
from simulator.encounter.course import open_course
from simulator.encounter.plans import Program
from simulator.encounter.program import compile_program
from simulator.encounter.step import step
from simulator.scenario.authored.validation import FILE_SHAPE
from simulator.scenario.load import Loaded, load_scenario
from simulator.scenario.reading.repair import read

STEPS = 8


def added(whole: dict[str, Any], block: dict[str, Any]) -> dict[str, Any]:
    """A file with a block written under its keys; where a key is there already the new value takes its place."""
    made = dict(whole)
    for key, value in block.items():
        both = isinstance(value, dict) and isinstance(made.get(key), dict)
        made[key] = added(made[key], value) if both else value
    return made


@pytest.fixture(scope="module")
def guide() -> str:
    return (SHIPPED / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def texts(guide: str) -> list[str]:
    """The growing call after each step."""
    whole: dict[str, Any] = {}
    found = []
    for block in re.findall(r"```yaml\n(.*?)```", guide, re.S):
        whole = added(whole, read(block, "README.md", FILE_SHAPE).value)
        found.append(yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=10_000))
    return found


@pytest.fixture(scope="module")
def example(texts: list[str], ready: Callable[[str, str], Program]) -> Program:
    """The finished call: nothing is wrong with it."""
    return ready(texts[-1], "README.md")


def loaded(text: str) -> Loaded:
    return load_scenario(text, "README.md", shipped())


def test_there_are_eight_steps_each_with_its_block(guide: str, texts: list[str]) -> None:
    assert re.findall(r"^## (\d)\. ", guide, re.M) == [str(number) for number in range(1, STEPS + 1)]
    assert len(texts) == STEPS


def test_the_first_step_can_be_played_as_far_as_it_is_written(texts: list[str]) -> None:
    scenario = loaded(texts[0]).scenario
    assert scenario is not None
    program = compile_program(scenario, shipped())
    state = open_course(program, 1, program.temperaments[0]).first
    assert step(program, state, parse_action("choose_where"))[0].node == "past"


@pytest.mark.parametrize("number", range(2, STEPS + 1))
def test_the_call_can_be_played_to_an_end_after_every_further_step(texts: list[str], number: int) -> None:
    scenario = loaded(texts[number - 1]).scenario
    assert scenario is not None
    program = compile_program(scenario, shipped())
    for temperament in program.temperaments:
        assert run_once(program, "typical", run_seed(1, 0), temperament).outcome != "unfinished"


def test_nothing_but_gaps_is_found_in_the_draft_and_nothing_at_all_in_the_end(texts: list[str]) -> None:
    found = [[problem.code for problem in loaded(text).problems] for text in texts]
    assert "target-unknown" in found[0]
    assert all(problem.severity != "error" for text in texts for problem in loaded(text).problems)
    assert found[2:] == [[]] * (STEPS - 2)


def test_its_own_tests_hold(example: Program) -> None:
    results = run_tests(example)
    assert len(results) == 2
    assert [(r.test.id, r.failed, r.refused) for r in results if not r.passed] == []


def test_it_can_be_won_and_lost(example: Program) -> None:
    assert len(example.temperaments) == 3
    for temperament in example.temperaments:
        won = run_once(example, "expert", run_seed(3, 0), temperament)
        lost = run_once(example, "directive", run_seed(3, 0), temperament)
        assert won.value >= 70
        assert lost.value <= 20


def test_every_command_in_it_exists(guide: str) -> None:
    named = set(re.findall(r"uv run main\.py (\w+)", guide))
    assert named <= set(COMMANDS)
    assert {"validate", "play", "test", "lint", "simulate", "graph"} <= named


def test_the_pages_and_files_it_names_are_there(guide: str) -> None:
    for page in re.findall(r"\]\(([^)#]+)\)", guide):
        assert (SHIPPED / page).is_file(), page
    assert "corner_shop/corner_shop.yaml" in guide
