"""Shipped calls by id, compiled once."""

from functools import cache

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED, read_entry
from simulator.encounter.program import compile_program


@cache
def _program(id_):
    return compile_program(read_entry(SHIPPED / id_ / f"{id_}.yaml", shipped()).scenario, shipped())


@pytest.fixture(scope="session")
def shipped_call():
    """Gives the program of a shipped call."""
    return _program
