"""Whatever is taken out of a call, it is judged and not refused: lint never fails on what an author may write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.authoring.catalogues import shipped
from simulator.authoring.lint.engine import LOADER_RULES, lint
from simulator.authoring.lint.examples import example_text
from simulator.authoring.lint.rule import RULES
from simulator.scenario.authored.validation import FILE_SHAPE
from simulator.scenario.reading.tree import build

CALL: Any = build(example_text(), "example.yaml", FILE_SHAPE).value


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield (*path, key)
        yield from _places(value[key], (*path, key))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(_places(CALL), key=str)),
    st.sampled_from(["(gone)", "", 0, -5, [], {}, "nowhere", "tension >= 3", True, "(…)", "!? [x"]),
    st.booleans(),
)
def test_a_call_with_one_thing_changed_is_judged(path: tuple[Any, ...], value: Any, draft: bool) -> None:
    call = deepcopy(CALL)
    if draft:
        call["status"] = "draft"
    here = call
    for key in path[:-1]:
        here = here[key]
    if value == "(gone)":
        del here[path[-1]]
    else:
        here[path[-1]] = value
    report = lint(json.dumps(call), "call.yaml", shipped())
    for finding in report.findings:
        assert finding.problem.place.line >= 1
        assert finding.problem.message
        assert finding.problem.code in RULES or finding.problem.code in LOADER_RULES


def test_what_a_draft_says_too_little_of_is_still_to_do() -> None:
    call = deepcopy(CALL)
    call["status"] = "draft"
    del call["sources"], call["tests"]
    levels = {each.problem.code: each.level for each in lint(json.dumps(call), "call.yaml", shipped()).findings}
    assert levels["source-missing"] == levels["tests-missing"] == "todo"
