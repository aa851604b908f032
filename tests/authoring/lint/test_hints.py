"""What a finding says beside its rule: names to choose from, numbers to aim at, where to look."""

from __future__ import annotations

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.lint.engine import lint
from simulator.authoring.lint.examples import patched
from simulator.authoring.lint.rule import Patch
from simulator.scenario.problem import Problem


def found(rule: str, patch: Patch, *, plays: int = 4) -> list[Problem]:
    levels = {"text", "simulation"}
    report = lint(patched(patch), "call.yaml", shipped(), levels=levels, plays_each=plays, only=[rule])
    assert report.scenario is not None, [str(each.problem) for each in report.findings]
    return [each.problem for each in report.findings if each.problem.code == rule]


def test_a_skill_without_a_line_names_techniques_that_show_it() -> None:
    (problem,) = found("chance-without-line", {"nodes.edge.calls_for": ["assessment"]})
    assert "`closed_question`" in problem.hint


def test_a_line_that_waits_for_trust_says_how_much_there_was() -> None:
    (problem,) = found(
        "landing-never", {"nodes.talk.lines.heard.does": ["hook"], "nodes.talk.lines.heard.topics": ["work"]}
    )
    assert "`hook` works from a trust of 50 (35 with a topic that is a hook); here it was " in problem.hint


def test_a_skill_that_is_called_for_too_seldom_names_its_moments() -> None:
    (problem,) = found(
        "skill-too-few", {f"nodes.{name}.calls_for": ["resolution"] for name in ("door", "talk", "edge")}
    )
    assert problem.message.endswith("it is called for in `door`, `talk`, `edge`")


@pytest.mark.parametrize("words", ["Morning. Officer Reyes, city police.", "Sergeant Oduya. You called us?"])
def test_a_rank_with_a_name_introduces(words: str) -> None:
    assert not found("technique-mismatch", {"nodes.door.lines.hello.say": words})
    assert found("technique-mismatch", {"nodes.door.lines.hello.say": "Morning. A fine day for it."})


def test_an_author_in_the_cast_is_found() -> None:
    patch = {"authors": ["Ned Ostrowe"], "cast.ned.name": "Ned Ostrowe"}
    assert [each.message for each in found("real-name", patch)] == ["“Ned Ostrowe” made this call, and stands in it"]


def test_a_mark_that_the_catalogue_does_not_take_is_found() -> None:
    (problem,) = found("critical-unreachable", {"nodes.edge.lines.grab.critical": "no_authority"})
    assert problem.message == "`no_authority` is found by what happens alone, and takes no mark"
