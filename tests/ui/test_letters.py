"""Letters on screen: a pad moves over them as they stand, and only what the field takes is offered."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from simulator.ui.scenes.letters import Letters
from simulator.ui.widgets.text_field import TextField
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def field(value: str = "", allowed: str = r"[a-z0-9-]") -> TextField:
    return TextField("word", value, lambda _: None, lambda: None, allowed=allowed, longest=12)


def over(visitor: Visitor, written: TextField) -> None:
    visitor.desk.stack.push(Letters(visitor.desk, written))
    visitor.wait(0.1)


def pad(visitor: Visitor, *buttons: int) -> None:
    for button in buttons:
        for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            visitor.send(pygame.event.Event(kind, instance_id=7, button=button))


def focused(visitor: Visitor) -> str:
    control = visitor.scene.ring.focused
    assert control is not None
    return control.name


@pytest.mark.parametrize("text", [100, 200])
def test_the_cross_moves_over_the_rows_and_a_writes(visit: Visit, text: int) -> None:
    visitor, written = visit(text_size=text), field()
    over(visitor, written)
    pad(visitor, pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    assert focused(visitor) == "letter:a"
    pad(visitor, pygame.CONTROLLER_BUTTON_DPAD_RIGHT, pygame.CONTROLLER_BUTTON_A)
    assert written.value == "b"
    assert not visitor.faults()
    pad(visitor, pygame.CONTROLLER_BUTTON_B)
    assert visitor.at == "Title"


def test_delete_takes_the_last_letter_away(visit: Visit) -> None:
    visitor, written = visit(), field("larch")
    over(visitor, written)
    visitor.click("Delete")
    assert written.value == "larc"


def test_only_signs_that_the_field_takes_are_offered(visit: Visit) -> None:
    visitor = visit()
    over(visitor, field())
    names = {control.name for control in visitor.scene.ring.controls}
    assert "letter:-" in names
    assert not {"letter:,", "letter:@", "space"} & names


def test_a_sentence_can_be_written_and_what_stands_there_can_be_read(visit: Visit) -> None:
    visitor = visit(text_size=200)
    over(visitor, field("it stops, ok", allowed=r"[^\x00-\x1f]"))
    names = {control.name for control in visitor.scene.ring.controls}
    assert {"letter:,", "letter:'", "letter:?", "space"} <= names
    assert "it stops, ok" in visitor.words
    assert not visitor.faults()
