"""Keys are called by what the reader used last: by their names, or by a pad's buttons."""

from __future__ import annotations

import re
from collections.abc import Callable

import pygame
import pytest

from simulator.ui.contact.choices import ANSWER_HINT, CHOOSE_FIRST, HINT
from simulator.ui.input_names import InputNames
from simulator.ui.scenes import class_encounter, watching
from tests.fixtures.inputs import Pad
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]
KEYBOARD = re.compile(r"\b(Enter|Esc|Space|click|number|wheel|F\d+)\b|[↑↓←→]")


def caps(visitor: Visitor) -> set[str]:
    return {text.words for text in visitor.texts if text.words in ("Esc", "B", "T", "X", "K", "Y", "W", "A")}


@pytest.mark.parametrize("hint", [HINT, CHOOSE_FIRST, ANSWER_HINT, watching._HINT, "Enter or a click goes on"])
def test_no_hint_names_a_key_to_who_has_none(hint: str) -> None:
    assert not KEYBOARD.search(InputNames(pad=True).words(hint))
    assert InputNames().words(hint) == hint


def test_a_class_is_told_how_its_lines_are_said() -> None:
    assert " A says it" in InputNames(pad=True).words(class_encounter._HINT)


def test_the_names_follow_what_is_used(visit: Visit) -> None:
    visitor = visit()
    pad = Pad(visitor)
    pad.open("begin")
    assert visitor.at == "Identity"
    assert caps(visitor) == {"B"}
    visitor.key("tab")
    assert caps(visitor) == {"Esc"}
    pad._send("left")
    assert caps(visitor) == {"B"}
    visitor.click_at((3, 3))
    assert caps(visitor) == {"Esc"}


@pytest.mark.parametrize("text_size", [100, 200])
def test_a_pads_player_reads_of_a_pads_buttons_in_a_call(visit: Visit, text_size: int) -> None:
    visitor = visit(text_size=text_size, how_seen=True)
    visitor.go_to_call()
    assert "W" in caps(visitor)
    Pad(visitor)._step()
    visitor.wait(0.1)
    assert caps(visitor) >= {"B", "X"}
    assert not caps(visitor) & {"Esc", "T", "W"}
    assert "A says it" in visitor.words
    assert not visitor.faults()
    Pad(visitor)._send("b")
    assert visitor.at == "PracticePause"
    assert caps(visitor) == {"B"}
    assert [*visitor.faults(), *visitor.small_targets()] == []
    visitor.send(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    visitor.wait(0.1)
    assert "W" in caps(visitor)
