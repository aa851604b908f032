"""Every rule finds its bad example and leaves its good one alone: the examples are what `--explain` shows."""

from __future__ import annotations

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.lint.engine import RULES, lint
from simulator.authoring.lint.examples import example_text, patched
from simulator.authoring.lint.rule import QUICK, Needs, Rule
from simulator.scenario.load import load_scenario

FAST: frozenset[Needs] = QUICK | {"library"}
FAST_RULES = [rule for rule in RULES.values() if rule.needs in FAST]


def _found(rule: Rule, text: str) -> list[str]:
    others = []
    for number, patch in enumerate(rule.beside if rule.needs == "library" else ()):
        other = load_scenario(patched({**patch, "id": f"other_call_{number}"}), "other.yaml", shipped())
        assert other.scenario is not None, [str(each) for each in other.problems]
        others.append(other.scenario)
    report = lint(text, "example.yaml", shipped(), levels=FAST, others=tuple(others), only=[rule.id])
    assert report.scenario is not None, [str(each.problem) for each in report.findings]
    return [each.problem.code for each in report.findings if each.problem.code == rule.id]


@pytest.mark.parametrize("rule", FAST_RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_its_bad_example(rule: Rule) -> None:
    assert _found(rule, patched(rule.bad))


@pytest.mark.parametrize("rule", FAST_RULES, ids=lambda rule: rule.id)
def test_a_rule_leaves_its_good_example_alone(rule: Rule) -> None:
    assert not _found(rule, patched(rule.good))


def test_the_example_call_is_clean_but_for_what_it_is_too_small_for() -> None:
    report = lint(example_text(), "example.yaml", shipped())
    assert [str(each.problem) for each in report.findings if each.problem.code != "tests-weak"] == []
