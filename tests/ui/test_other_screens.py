"""Screens off the straight way, at both sizes and every text size: help, an unfinished call, the briefing of a class."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fixtures.window_driver import CALL, Visitor

Visit = Callable[..., Visitor]
EVERY_SIZE = pytest.mark.parametrize(
    ("size", "text_size"), [(size, text) for size in ((1280, 720), (1920, 1080)) for text in (100, 150, 200)]
)


@EVERY_SIZE
def test_no_words_are_cut_where_help_is_chosen(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = visit(size, text_size=text_size, academy_id="24-117", how_seen=True)
    text = CALL.read_text(encoding="utf-8").replace(
        "eta: 3:00}}", 'eta: 3:00}, team: {label: "The mobile crisis team of the county hospital", eta: 9:00}}'
    )
    (visitor.data.parent / "calls" / CALL.name).write_text(text, encoding="utf-8")
    visitor.desk.shelf.again()
    assert not visitor.desk.shelf.wait().broken
    visitor.go_to_call()
    visitor.key("r")
    assert visitor.at == "CallHelp"
    assert "The mobile crisis team" in visitor.words
    assert not visitor.faults()
    visitor.key("tab", "tab")
    assert not visitor.faults()


@EVERY_SIZE
def test_no_words_are_cut_where_an_unfinished_call_is_offered(
    visit: Visit, size: tuple[int, int], text_size: int
) -> None:
    visitor = visit(size, text_size=text_size, high_contrast=True)
    visitor.go_to_call()
    visitor.close()
    again = visit(size)
    assert again.at == "ResumeOffer"
    assert not again.faults()


@EVERY_SIZE
def test_no_words_are_cut_in_high_contrast_with_less_movement(
    visit: Visit, size: tuple[int, int], text_size: int
) -> None:
    visitor = visit(size, text_size=text_size, high_contrast=True, reduced_motion=True, untimed=True)
    visitor.go_to_call()
    assert not visitor.faults()
    visitor.say("I'm Sam")
    assert not visitor.faults()
    assert "to decide" not in visitor.words


def test_the_title_of_somebody_known_needs_no_scrolling_on_a_low_screen(visit: Visit) -> None:
    visitor = visit((1280, 640), academy_id="24-118")
    assert "Not 24-118? Change the id" in visitor.words
    assert not any(getattr(control, "overflows", False) for control in visitor.scene.ring.controls)
    assert visitor.control("Close").seen == visitor.control("Close").rect
