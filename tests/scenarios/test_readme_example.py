"""The call printed in the authors' guide is a real one: it loads without a finding, its tests hold, it can be lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.authoring.library import SHIPPED
from simulator.authoring.scenario_tests import run_tests
from simulator.authoring.simulation import run_once, run_seed
from simulator.encounter.plans import Program


@pytest.fixture(scope="module")
def example(ready: Callable[[str, str], Program]) -> Program:
    """The first fenced YAML block of the guide, ready to play."""
    guide = (SHIPPED / "README.md").read_text(encoding="utf-8")
    _, _, rest = guide.partition("```yaml\n")
    text, fence, _ = rest.partition("\n```")
    assert fence, "the guide has no fenced YAML block"
    return ready(text + "\n", "README.md")


def test_its_own_tests_hold(example: Program) -> None:
    results = run_tests(example)
    assert results
    assert [(r.test.id, r.failed, r.refused) for r in results if not r.passed] == []


def test_it_can_be_won_and_lost(example: Program) -> None:
    for temperament in example.temperaments:
        won = run_once(example, "expert", run_seed(3, 0), temperament)
        lost = run_once(example, "directive", run_seed(3, 0), temperament)
        assert won.value >= 70
        assert lost.value <= 20
