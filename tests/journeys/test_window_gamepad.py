"""The whole way by gamepad alone, and pads that come and go."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from simulator.ui.gamepad import FIRST_REPEAT, NEXT_REPEAT
from simulator.ui.scenes.encounter import Encounter
from simulator.ui.scenes.how_it_works import HowItWorks
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]
PAD = 7
NAMES = {
    "a": pygame.CONTROLLER_BUTTON_A,
    "b": pygame.CONTROLLER_BUTTON_B,
    "x": pygame.CONTROLLER_BUTTON_X,
    "y": pygame.CONTROLLER_BUTTON_Y,
    "start": pygame.CONTROLLER_BUTTON_START,
    "help": pygame.CONTROLLER_BUTTON_BACK,
    "left": pygame.CONTROLLER_BUTTON_LEFTSHOULDER,
    "right": pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,
    "up": pygame.CONTROLLER_BUTTON_DPAD_UP,
    "down": pygame.CONTROLLER_BUTTON_DPAD_DOWN,
}


def press(visitor: Visitor, *buttons: str) -> None:
    """Press and let go of buttons of a pad, one after the other."""
    for button in buttons:
        for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            visitor.send(pygame.event.Event(kind, instance_id=PAD, button=NAMES[button]))


def say(visitor: Visitor, words: str) -> None:
    """Walk to a line and say it; a line that has the focus already is left and come back to, for nothing counts as
    chosen at a new decision."""
    press(visitor, "right")
    for _ in range(30):
        if visitor.scene.ring.focused is visitor.control(words):
            break
        press(visitor, "right")
    assert visitor.scene.ring.focused is visitor.control(words)
    visitor.wait(0.5)
    press(visitor, "a")
    visitor.decide()


def test_a_call_from_title_to_debrief_and_back(visit: Visit) -> None:
    visitor = visit()
    press(visitor, "a", "down", "a")
    visitor.wait(0.2)
    assert visitor.at == "Choose"
    press(visitor, "a")
    assert isinstance(visitor.scene, HowItWorks)
    press(visitor, "a", "a")
    visitor.decide()
    assert "Encounter" in visitor.at
    for button, scene in (("x", "Transcript"), ("y", "Knowledge"), ("start", "PracticePause")):
        press(visitor, button)
        assert visitor.at == scene
        press(visitor, "b" if button == "y" else button)
        assert "Encounter" in visitor.at
    for words in ("Ask the cleaner", "I'm Sam", "You paid", "There's a warm van", "Hold", "That's the van"):
        say(visitor, words)
    assert isinstance(visitor.scene, Encounter)
    assert visitor.scene.ended
    press(visitor, "a")
    assert visitor.at == "Debrief"
    press(visitor, "b")
    assert visitor.at == "KeepPractice"
    press(visitor, "a")
    assert visitor.at == "Title"


def test_a_plain_joystick_reaches_the_call_too(visit: Visit) -> None:
    visitor = visit()
    visitor.send(pygame.event.Event(pygame.JOYBUTTONDOWN, button=0, joy=0, instance_id=0))
    for way in ((0, -1), (0, 0)):
        visitor.send(pygame.event.Event(pygame.JOYHATMOTION, value=way, joy=0, hat=0, instance_id=0))
    visitor.send(pygame.event.Event(pygame.JOYBUTTONDOWN, button=0, joy=0, instance_id=0))
    visitor.wait(0.2)
    assert visitor.at == "Choose"
    visitor.send(pygame.event.Event(pygame.JOYBUTTONDOWN, button=1, joy=0, instance_id=0))
    assert visitor.at == "Title"


@pytest.mark.parametrize(
    ("kind", "far", "rest"), [(pygame.CONTROLLERAXISMOTION, 30000, 900), (pygame.JOYAXISMOTION, 0.97, 0.05)]
)
def test_a_stick_moves_the_focus_once_and_again_while_it_is_held(
    visit: Visit, kind: int, far: float, rest: float
) -> None:
    visitor = visit()
    ring = visitor.scene.ring
    names = [one.name for one in ring.controls]
    first = names.index(ring.focused.name)  # type: ignore[union-attr]
    visitor.send(pygame.event.Event(kind, instance_id=PAD, axis=1, value=far))
    assert ring.focused is not None
    assert ring.focused.name == names[first + 1]
    visitor.send(pygame.event.Event(kind, instance_id=PAD, axis=1, value=far * 0.95))
    assert ring.focused.name == names[first + 1]
    visitor.wait(FIRST_REPEAT - 0.15)
    assert ring.focused.name == names[first + 2]
    visitor.send(pygame.event.Event(kind, instance_id=PAD, axis=1, value=rest))
    visitor.wait(3 * NEXT_REPEAT)
    assert ring.focused.name == names[first + 2]


def test_a_pad_that_is_pulled_out_lets_go(visit: Visit) -> None:
    visitor = visit()
    ring = visitor.scene.ring
    visitor.send(pygame.event.Event(pygame.CONTROLLERAXISMOTION, instance_id=PAD, axis=1, value=32000))
    visitor.send(pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=PAD))
    before = ring.focused
    visitor.wait(3 * FIRST_REPEAT)
    assert before is not None
    assert ring.focused is not None
    assert ring.focused.name == before.name


def test_a_pad_that_is_plugged_in_and_gone_again_does_no_harm(visit: Visit) -> None:
    visitor = visit()
    visitor.send(pygame.event.Event(pygame.JOYDEVICEADDED, device_index=5))
    visitor.send(pygame.event.Event(pygame.CONTROLLERDEVICEADDED, device_index=5))
    visitor.send(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, instance_id=PAD, button=99))
    assert visitor.at == "Title"
