"""The last page of a debrief, by keys alone: what to keep and to change, a plan of one's own, what comes next."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def taking_away(visit: Visit, *size: tuple[int, int], **settings: object) -> Visitor:
    """A call in which an order came first, and its last page."""
    visitor = visit(*size, **settings)
    visitor.go_to_call()
    visitor.say("Ask the cleaner")
    visitor.say("I'm Sam")
    visitor.key("f10")
    visitor.scene.ring.focus("stop")
    visitor.key("return")
    visitor.key("6")
    assert "One thing to keep" in visitor.words
    return visitor


def test_a_plan_of_ones_own_is_kept_with_the_record(visit: Visit) -> None:
    visitor = taking_away(visit)
    visitor.scene.ring.focus("plan")
    visitor.key("space")
    visitor.type("if 1 shouts then i wait")
    assert "One thing to keep" in visitor.words
    visitor.key("escape")
    visitor.click("Keep")
    assert visitor.at == "Title"
    (notes,) = visitor.data.glob("sessions/*.notes")
    assert '"kind":"plan"' in notes.read_text(encoding="utf-8")
    assert "if 1 shouts then i wait" in notes.read_text(encoding="utf-8")


def test_the_call_proposed_next_is_one_key_away_and_asks_about_the_practice_first(visit: Visit) -> None:
    visitor = taking_away(visit)
    assert "What to practise next" in visitor.words
    visitor.scene.ring.focus("next")
    visitor.key("return")
    assert visitor.at == "KeepPractice"
    visitor.click("Let it go")
    assert visitor.at == "Choose"
    assert not list(visitor.data.glob("s*/*.jsonl"))


@pytest.mark.parametrize(("size", "text_size"), [((1280, 720), 200), ((1920, 1080), 100)])
def test_nothing_is_cut_or_too_small(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = taking_away(visit, size, text_size=text_size)
    for name in ("plan", "next", "done"):
        visitor.scene.ring.focus(name)
        visitor.wait(0.1)
        assert [*visitor.faults(), *visitor.small_targets()] == []
    visitor.scene.ring.focus("plan")
    visitor.type("if they shout then i wait and say one thing and then i wait again for as long as it takes them")
    assert [*visitor.faults(), *visitor.small_targets()] == []
