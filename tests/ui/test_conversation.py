"""The column of words: what the person said last stays in sight, and long text begins at its beginning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.ui.contact.areas import areas
from simulator.ui.contact.telling import Told
from simulator.ui.scenes.encounter import Encounter
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]
LONG = "It rains on the shutter and on the timetable that nobody reads. " * 20


def telling(visitor: Visitor, *told: Told) -> Encounter:
    """A call in which this was told."""
    visitor.go_to_call()
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    encounter._telling = list(told)
    encounter._layer.touch()
    visitor.wait(0.2)
    return encounter


def top_of(visitor: Visitor, words: str) -> int:
    """How far from the window's top the first row of these words is seen."""
    found = [text for text in visitor.texts if text.words.startswith(words)]
    assert found, words
    seen = found[0].letters.clip(found[0].clip)
    assert seen.height >= 12, f"{words} is out of sight"
    assert seen.top == found[0].letters.top, f"{words} begins out of sight"
    return seen.top


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text_size", [100, 200])
def test_a_long_scene_does_not_push_their_answer_away(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = visit(size, text_size=text_size)
    telling(visitor, Told("you", "“Evening.”", "You"), Told("said", "Look at me.", "Bram"), Told("scene", LONG))
    top_of(visitor, "Look at me.")
    assert not visitor.faults()


@pytest.mark.parametrize("text_size", [100, 200])
def test_what_an_answer_was_worth_comes_into_sight_after_a_long_scene(visit: Visit, text_size: int) -> None:
    visitor = visit(text_size=text_size)
    said = (Told("said", "Look at me.", "Bram"), Told("scene", LONG))
    telling(visitor, *said, Told("advice", "That is what he asked."))
    top_of(visitor, "That is what he asked.")
    assert not visitor.faults()


def test_a_long_scene_begins_at_its_beginning(visit: Visit) -> None:
    visitor = visit()
    telling(visitor, Told("scene", LONG))
    column = areas(visitor.window.canvas.rect, visitor.window.canvas.theme).words
    assert top_of(visitor, "It rains") - column.top < visitor.window.canvas.theme.row()


def test_what_is_noticed_is_told_once(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    assert visitor.words.count("His shoes are soaked through.") == 1


def test_what_was_done_before_is_not_said_before(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    visitor.say("I'm Sam")
    visitor.say("You paid")
    assert "(said before)" in visitor.words
    assert "(done before)" not in visitor.words


@pytest.mark.parametrize("text_size", [100, 200])
def test_timers_grow_with_the_letters_and_the_record_says_so(visit: Visit, text_size: int) -> None:
    visitor = visit(text_size=text_size)
    visitor.go_to_call()
    visitor.say("I'm Sam")
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    timer = encounter._timer()
    assert timer is not None
    assert timer.whole == 25 * text_size / 100
    assert encounter.call.session.header.timer_percent == text_size
