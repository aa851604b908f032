"""The screens off a call's straight way, in a window on a real (virtual) screen and by real keys: each of them can be
read to its end. Played where EVERY_WINDOW=real asks for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fixtures.inputs import Keys, until_deciding
from tests.fixtures.looking import look, look_through
from tests.fixtures.real_screen import WANTED
from tests.fixtures.whole_call import play
from tests.fixtures.window_driver import Visitor

CALL = "corner_shop"
Window = Callable[..., Visitor]

WINDOWS = [(size, text) for size in ((1280, 720), (1920, 1080)) for text in (100, 200)]

pytestmark = [
    pytest.mark.skipif(not WANTED, reason="takes minutes; EVERY_WINDOW=real asks for it"),
    pytest.mark.parametrize(("size", "text"), WINDOWS, ids=[f"{size[0]}x{size[1]}-{text}" for size, text in WINDOWS]),
]


def to_how_to_play(hand: Keys) -> None:
    """From the title to the ways a call can be played."""
    visitor = hand.visitor
    hand.open("begin")
    visitor.wait(0.3)
    look(visitor)
    hand.open(f"call:{CALL}")
    if "practice" not in [one.name for one in visitor.scene.ring.controls]:
        hand.open("go")


def into(hand: Keys, mode: str) -> None:
    """From the ways a call can be played into it."""
    hand.open(mode)
    look(hand.visitor)
    hand.open("go")
    look_through(hand.visitor)
    hand.open("go")
    until_deciding(hand)
    look(hand.visitor)


def test_what_the_title_leads_to(window: Window, size: tuple[int, int], text: int) -> None:
    visitor = window(size, text_size=text)
    hand = Keys(visitor)
    look_through(visitor)
    hand.open("settings")
    look_through(visitor)
    hand.open("keys")
    look_through(visitor)
    visitor.key("escape", "escape", "f1")
    look_through(visitor)
    visitor.key("escape")
    hand.open("begin")
    assert visitor.at == "Identity"
    field = next(one for one in visitor.scene.ring.controls if one.name == "id")
    visitor.click_at((field.seen.right - 12, field.seen.centery))
    assert visitor.at == "Letters"
    look(visitor)


def test_a_call_is_watched(window: Window, size: tuple[int, int], text: int) -> None:
    visitor = window(size, text_size=text, academy_id="24-117")
    hand = Keys(visitor)
    to_how_to_play(hand)
    hand.open("watch")
    for place in range(10):
        visitor.wait(0.2)
        visitor.keep_picture(f"Watching {place}")
        look(visitor)
        visitor.key("return")
    visitor.key("escape")
    assert visitor.at == "Choose"


def test_a_call_is_played_before_a_class(window: Window, size: tuple[int, int], text: int) -> None:
    visitor = window(size, text_size=text, academy_id="24-117")
    hand = Keys(visitor)
    to_how_to_play(hand)
    hand.open("class")
    hand.open("gauge")
    into(hand, "class")
    visitor.key("2", "=", "=")
    visitor.keep_picture("ClassEncounter hands")
    visitor.key("d")
    look_through(visitor)
    visitor.key("d")
    play(hand, 3)
    visitor.key("f10")
    look(visitor)
    hand.open("stop")
    assert visitor.at == "Debrief"
    look_through(visitor)


def test_a_call_is_practised_tried_again_and_kept(window: Window, size: tuple[int, int], text: int) -> None:
    visitor = window(size, text_size=text, academy_id="24-117", work_out_costs=True)
    hand = Keys(visitor)
    to_how_to_play(hand)
    into(hand, "practice")
    for key in ("k", "t"):
        visitor.key(key)
        look_through(visitor)
        visitor.key(key)
    play(hand, 5)
    visitor.key("i")
    visitor.wait(0.2)
    visitor.keep_picture("PracticeEncounter, a hint")
    assert not visitor.faults()
    for key in ("k", "t"):
        visitor.key(key)
        look_through(visitor)
        visitor.key(key)
    visitor.key("escape")
    look(visitor)
    hand.open("rewind")
    look_through(visitor)
    visitor.key("escape")
    play(hand)
    hand.open("debrief")
    hand.open("hard")
    look(visitor)
    hand.open("skip")
    assert visitor.at == "Debrief"
    for page in ("summary", "decisions", "served", "not_served", "skills", "take_away"):
        hand.open(f"tab.{page}")
        visitor.wait(0.1)
        look_through(visitor)
    visitor.key("2", "n")
    visitor.keep_picture("Debrief, a turning point")
    look_through(visitor)
    visitor.key("t")
    assert visitor.at == "BranchEncounter"
    until_deciding(hand)
    look(visitor)
    visitor.key("f10")
    hand.open("stop")
    assert visitor.at == "TwoWays"
    look_through(visitor)
    visitor.key("escape")
    hand.open("done")
    assert visitor.at == "KeepPractice"
    look(visitor)
    hand.open("keep")
    assert visitor.at == "Title"
    visitor.wait(0.5)
    look(visitor)
    hand.open("sessions")
    look_through(visitor)
    visitor.key("return")
    assert visitor.at == "PastDebrief"
    look_through(visitor)


def test_a_call_that_was_broken_off_is_offered(window: Window, size: tuple[int, int], text: int) -> None:
    visitor = window(size, text_size=text, academy_id="24-117")
    hand = Keys(visitor)
    to_how_to_play(hand)
    into(hand, "practice")
    play(hand, 2)
    visitor.close()
    again = window(size)
    assert again.at == "ResumeOffer"
    look_through(again)
