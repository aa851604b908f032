"""What holds of the corner shop alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.authoring.library import SHIPPED
from simulator.encounter.plans import Program


@pytest.fixture(scope="module")
def shop(ready: Callable[[str, str], Program]) -> Program:
    """The call, ready to play."""
    path = SHIPPED / "corner_shop" / "corner_shop.yaml"
    return ready(path.read_text(encoding="utf-8"), path.name)


def test_what_a_line_finds_is_in_every_answer_it_can_get(shop: Program) -> None:
    """A fact in the panel that nobody said would be a riddle: each written answer carries it."""
    said = {
        "voices": ("read",),
        "faces": ("keep",),
        "shouted_first": ("shouted", "in order", "in that order"),
        "medicine": ("nine", "medicine"),
        "helped": ("bea",),
        "brother": ("theo",),
    }
    lines = [line for node in shop.scenario.nodes.values() for line in node.lines.values()]
    for line in lines:
        for finding in set(line.deed.finds) & set(said):
            for text in line.replies.by_landing.values():
                for variant in text.variants:
                    assert any(word in variant.words.lower() for word in said[finding]), (line.path, variant.words)
