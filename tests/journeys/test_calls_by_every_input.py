"""Every shipped call from title to debrief by keys alone, by the mouse alone and by gamepad alone, at both window
sizes and at normal and double text: nothing that is written is cut off or overlaps, and no words lie over a face.

Each input meets a call in the suite; EVERY_WINDOW=1 plays the whole matrix, EVERY_WINDOW=real plays it in a window on
a real (virtual) screen with keys and mouse that come from outside. With PICTURES naming a folder, that keeps a picture
of each new screen there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.authoring.library import SHIPPED
from simulator.authoring.trainees.expert import expert
from simulator.encounter.actions import Action
from simulator.ui.contact.areas import areas
from simulator.ui.scenes.encounter import Encounter
from tests.fixtures.inputs import Keys, Mouse, Pad, names_of, until_deciding
from tests.fixtures.real_screen import MISSING, RealScreen, RealVisitor
from tests.fixtures.window_driver import Visitor

CALLS = ("corner_shop", "bridge_rail", "coffee_morning")
HANDS = {hand.name: hand for hand in (Keys, Mouse, Pad)}
SMALL, LARGE = (1280, 720), (1920, 1080)
EVERY = [(call, hand, size, text) for call in CALLS for hand in HANDS for size in (SMALL, LARGE) for text in (100, 200)]
_WINDOWS = [(SMALL, 200), (LARGE, 100), (SMALL, 100), (LARGE, 200)]
SOME = [(call, hand, *_WINDOWS[place]) for place, (call, hand) in enumerate(zip(CALLS, HANDS, strict=True))]
"""A call for each input, each in another window."""
MATRIX = EVERY if os.environ.get("EVERY_WINDOW") else SOME
REAL = os.environ.get("EVERY_WINDOW") == "real"
PICTURES = os.environ.get("PICTURES")


@pytest.fixture
def window(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[object]:
    opened: list[Visitor] = []
    screens: list[RealScreen] = []

    def open_window(size: tuple[int, int], text_size: int) -> Visitor:
        settings = {"library": SHIPPED, "text_size": text_size, "how_seen": True, "own_view_first": True}
        if not REAL:
            opened.append(Visitor(tmp_path, size, **settings))
            return opened[-1]
        if MISSING:
            pytest.skip(MISSING)
        screens.append(RealScreen(tmp_path / "screen", size))
        visitor = RealVisitor(screens[-1], tmp_path, size, **settings)
        if PICTURES:
            visitor.pictures = Path(PICTURES) / request.node.callspec.id
        opened.append(visitor)
        return visitor

    yield open_window
    for visitor in opened:
        visitor.close()
    for screen in screens:
        screen.close()


def what_is_shown(visitor: Visitor) -> str:
    """A name for what is on screen: the same name, nothing new to see."""
    scene = visitor.scene
    if isinstance(scene, Encounter):
        offer = scene.call.offer
        at = "its end" if scene.ended else f"{offer.node} {offer.prompt.id}" if offer.prompt else offer.node
        return f"Encounter {at}"
    return f"{visitor.at} {getattr(scene, '_page', '')}".strip()


def look(visitor: Visitor) -> None:
    """What stands on screen can be read, and nothing lies over the person's face."""
    visitor.keep_picture(what_is_shown(visitor))
    assert not visitor.faults(), (visitor.at, visitor.faults())
    scene = visitor.scene
    if isinstance(scene, Encounter):
        places = areas(visitor.window.canvas.rect, visitor.window.canvas.theme)
        for box in scene.picture.keep_free()[::2]:
            assert box.bottom <= places.choices.top
            over = [text.words for text in visitor.texts if text.letters.clip(text.clip).colliderect(box)]
            assert not over, over


def control_of(encounter: Encounter, action: Action) -> str:
    """The name of the control that does this act."""
    choices = encounter._choices
    if action.kind == "line":
        place = [line.id for line in encounter.call.offer.lines].index(action.id)
        return choices.lines[place].name
    key = next(key for key in choices.acts if any(act.action == action for act in key.acts))
    button = choices.button(key)
    assert button is not None
    return button.name


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


def play(hand: Keys | Mouse) -> None:
    """The call as an experienced officer would play it, to its end."""
    visitor = hand.visitor
    for _ in range(120):
        encounter = visitor.scene
        assert isinstance(encounter, Encounter)
        look(visitor)
        if encounter.ended:
            return
        if encounter.call.offer.prompt is not None:
            hand.choose(encounter._choices.lines[0].name)
        else:
            action = expert(encounter.call.program, encounter.call.state)
            hand.choose(control_of(encounter, action))
            if visitor.at == "CallHelp":
                look(visitor)
                hand.open(action.id)
        until_deciding(hand)
    raise AssertionError("the call did not end")


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
    visitor = window(size, text)
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
