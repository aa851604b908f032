"""Rules that play: each finds its bad example in a few simulated calls, and none finds anything in the good one."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.lint.engine import RULES, lint
from simulator.authoring.lint.examples import patched
from simulator.authoring.lint.rule import Rule

PLAYED = [rule for rule in RULES.values() if rule.needs in ("simulation", "values")]


@cache
def found_in(text: str, *only: str, plays: int = 4) -> frozenset[str]:
    report = lint(text, "example.yaml", shipped(), levels={"simulation", "values"}, plays_each=plays, only=only or None)
    assert report.scenario is not None, [str(each.problem) for each in report.findings]
    return frozenset(each.problem.code for each in report.findings)


@pytest.mark.parametrize("rule", PLAYED, ids=lambda rule: rule.id)
def test_a_rule_finds_its_bad_example(rule: Rule) -> None:
    assert rule.id in found_in(patched(rule.bad), rule.id, plays=3)


@pytest.mark.parametrize("rule", PLAYED, ids=lambda rule: rule.id)
def test_a_rule_leaves_its_good_example_alone(rule: Rule) -> None:
    # The example call as it stands is played once, for all rules.
    assert rule.id not in found_in(patched(rule.good), *([rule.id] if rule.good else []))
