"""What tests of shipped scenarios share: a scenario file made ready to play."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.authoring.catalogues import shipped
from simulator.encounter.plans import Program
from simulator.encounter.program import compile_program
from simulator.scenario.load import load_scenario


@pytest.fixture(scope="session")
def ready() -> Callable[[str, str], Program]:
    """Makes a program from a scenario's text; nothing may be wrong with it."""

    def make(text: str, name: str) -> Program:
        loaded = load_scenario(text, name, shipped())
        assert [str(problem) for problem in loaded.problems] == []
        assert loaded.scenario is not None
        return compile_program(loaded.scenario, shipped())

    return make
