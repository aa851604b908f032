"""Every shipped call from title to debrief by keys alone, by the mouse alone and by gamepad alone, at both window
sizes and at normal and double text: nothing that is written is cut off or overlaps, and no words lie over a face.

In the suite each call is played once, by keys or the mouse; EVERY_WINDOW=1 plays the whole matrix, EVERY_WINDOW=real
plays it in a window on a real (virtual) screen with keys and mouse that come from outside. With PICTURES naming a
folder, that keeps a picture of each new screen there.
"""

from __future__ import annotations

import os

import pytest

from tests.fixtures.inputs import Keys, Mouse, Pad, names_of, until_deciding
from tests.fixtures.looking import look
from tests.fixtures.whole_call import play

CALLS = ("corner_shop", "bridge_rail", "coffee_morning")
HANDS = {hand.name: hand for hand in (Keys, Mouse, Pad)}
SMALL, LARGE = (1280, 720), (1920, 1080)
EVERY = [(call, hand, size, text) for call in CALLS for hand in HANDS for size in (SMALL, LARGE) for text in (100, 200)]
_WINDOWS = [(SMALL, 200), (LARGE, 100), (SMALL, 100), (LARGE, 200)]
SOME = [
    (call, hand, *_WINDOWS[place])
    for place, (call, hand) in enumerate(zip(CALLS, ("keys", "mouse", "keys"), strict=True))
]
"""Each call once, in windows that differ; the whole way by gamepad stands in `test_window_gamepad.py`."""
MATRIX = EVERY if os.environ.get("EVERY_WINDOW") else SOME


def to_the_call(hand: Keys | Mouse, call: str, text: int) -> None:
    """From the title to the first decision, assessed: with an id and a class word."""
    visitor = hand.visitor
    look(visitor)
    hand.open("begin")
    hand.write("id", "24-117")
    look(visitor)
    hand.open("go")
    visitor.wait(0.2)
    look(visitor)
    hand.open(f"call:{call}")
    if visitor.window.canvas.theme.cramped and "assessed" not in [one.name for one in visitor.scene.ring.controls]:
        hand.open("go")
    look(visitor)
    hand.open("assessed")
    hand.write("word", "larch7")
    look(visitor)
    hand.open("go")
    assert visitor.at == "Briefing"
    look(visitor)
    hand.open("go")
    until_deciding(hand)


def own_view(hand: Keys | Mouse) -> None:
    """A breath, a mark, a moment that turned it."""
    visitor = hand.visitor
    assert visitor.at == "PauseForFeelings"
    look(visitor)
    hand.open("on")
    assert visitor.at == "OwnView"
    look(visitor)
    if not isinstance(hand, Mouse):
        hand.open("mark:empathy")
    hand.open(names_of(visitor, "turn:")[1])
    look(visitor)
    hand.open("done")


@pytest.mark.parametrize(
    ("call", "how", "size", "text"),
    MATRIX,
    ids=[f"{call}-{hand}-{size[0]}x{size[1]}-{text}" for call, hand, size, text in MATRIX],
)
def test_a_call_can_be_played_and_read(window, call: str, how: str, size: tuple[int, int], text: int) -> None:
    visitor = window(size, text_size=text)
    hand = HANDS[how](visitor)
    to_the_call(hand, call, text)
    play(hand)
    hand.open("debrief")
    own_view(hand)
    assert visitor.at == "Debrief"
    for page in ("summary", "decisions", "served", "not_served", "skills", "take_away"):
        hand.open(f"tab.{page}")
        visitor.wait(0.1)
        look(visitor)
    hand.open("tab.decisions")
    hand.open("point_next")
    visitor.wait(0.1)
    look(visitor)
    hand.open("done")
    assert visitor.at == "Title"
    look(visitor)
