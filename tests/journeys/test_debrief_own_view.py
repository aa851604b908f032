"""Before a debrief: a breath, the trainee's own marks and the moment that turned it, by keys alone; then the pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.records.annotations import read_annotations
from simulator.records.reading import read_log
from simulator.scoring.annotations import SelfRating
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def played(visit: Visit, *size: tuple[int, int], **settings: object) -> Visitor:
    visitor = visit(*size, own_view_first=True, **settings)
    visitor.go_to_call()
    visitor.play_well()
    assert visitor.at == "PauseForFeelings"
    return visitor


def test_one_key_a_mark_and_the_turning_point_come_before_any_score(visit: Visit) -> None:
    visitor = played(visit)
    visitor.key("return")
    assert visitor.at == "OwnView"
    assert "likely range" not in visitor.words
    visitor.key(*"565434567")
    focused = visitor.scene.ring.focused
    assert focused is not None
    assert focused.name.startswith("turn:")
    visitor.key("down", "return", "return")
    assert visitor.at == "Debrief"
    assert "You took turn 2 for the moment that turned it" in visitor.words
    visitor.key("5")
    assert "Your own mark: 5" in visitor.words
    assert "within one point of what was shown" in visitor.words


def test_who_found_it_hard_is_told_where_support_is_and_can_leave(visit: Visit) -> None:
    visitor = played(visit)
    visitor.click("That was hard")
    assert "988" in visitor.words
    visitor.click("Leave it here")
    assert visitor.at == "KeepPractice"
    visitor.click("Let it go")
    assert visitor.at == "Title"


def test_both_can_be_skipped_and_add_nothing(visit: Visit) -> None:
    visitor = played(visit)
    visitor.key("return", "escape")
    assert visitor.at == "Debrief"
    visitor.scene.ring.focus("keep")
    visitor.key("return")
    assert not list(visitor.data.glob("sessions/*.notes"))


def test_straight_to_the_debrief_is_one_key(visit: Visit) -> None:
    visitor = played(visit)
    visitor.key("escape")
    assert visitor.at == "Debrief"


def test_own_marks_are_kept_beside_a_kept_record(visit: Visit) -> None:
    visitor = played(visit)
    visitor.key("return", "6", "escape")
    assert visitor.at == "Debrief"
    assert not list(visitor.data.glob("s*/*.notes"))
    visitor.scene.ring.focus("keep")
    visitor.key("return")
    (log,) = visitor.data.glob("sessions/*.jsonl")
    (own,) = read_annotations(log, read_log(log).header.session)
    assert isinstance(own, SelfRating)
    assert own.marks == {"listening": 6}


def test_who_stopped_is_not_asked(visit: Visit) -> None:
    visitor = visit(own_view_first=True)
    visitor.go_to_call()
    visitor.key("f10")
    visitor.scene.ring.focus("stop")
    visitor.key("return")
    assert visitor.at == "Debrief"


@pytest.mark.parametrize(("size", "text_size"), [((1280, 720), 200)])
def test_nothing_is_cut_or_too_small(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = played(visit, size, text_size=text_size)
    assert [*visitor.faults(), *visitor.small_targets()] == []
    visitor.click("That was hard")
    assert [*visitor.faults(), *visitor.small_targets()] == []
    visitor.key("return")
    for _ in range(4):
        assert [*visitor.faults(), *visitor.small_targets()] == []
        visitor.key("4", "tab")
