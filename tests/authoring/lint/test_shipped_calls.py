"""The shipped calls pass our own judgement: what is found in them is mended, or excused with a reason."""

from __future__ import annotations

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED, find_library
from simulator.authoring.lint.engine import lint

CALLS = find_library((SHIPPED,), shipped()).playable()


@pytest.mark.parametrize("name", CALLS)
def test_a_shipped_call_has_nothing_to_mend(name: str) -> None:
    others = tuple(entry.scenario for entry in CALLS.values() if entry.scenario is not None)
    entry = CALLS[name]
    report = lint(entry.text, str(entry.path), shipped(), levels={"text", "graph", "library"}, others=others)
    assert [str(each.problem) for each in report.findings] == []
