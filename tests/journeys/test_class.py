"""Play before a class: large letters, hands counted, time to discuss, and nothing kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.ui.scenes.class_encounter import ClassEncounter
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


def before_a_class(
    visit: Visit, size: tuple[int, int] = (1280, 720), *, gauge: bool = False, **settings: object
) -> Visitor:
    """A window in a call that is played before a class, without an id."""
    visitor = visit(size, how_seen=True, **settings)
    visitor.key("return", "return")
    visitor.wait(0.2)
    if "How to play it" in visitor.words:
        visitor.key("return")
    visitor.scene.ring.focus("class")
    visitor.key("return")
    if gauge:
        visitor.scene.ring.focus("gauge")
        visitor.key("return")
    visitor.scene.ring.focus("go")
    visitor.key("return")
    assert "Class, no record" in visitor.words
    visitor.key("return")
    visitor.decide()
    assert isinstance(visitor.scene, ClassEncounter)
    return visitor


def counted(visitor: Visitor) -> list[int]:
    scene = visitor.scene
    assert isinstance(scene, ClassEncounter)
    return [line.hands for line in scene.counted]


def test_hands_are_counted_by_keys_and_by_mouse_and_discussed(visit: Visit) -> None:
    visitor = before_a_class(visit)
    assert visitor.window.canvas.theme.text_size == 150
    assert "No record is kept" in visitor.words
    visitor.key("1", "+", "+", "+", "-")
    assert counted(visitor)[0] == 2
    scene = visitor.scene
    assert isinstance(scene, ClassEncounter)
    second = scene.counted[1]
    visitor.click_at(second._plus.center)
    visitor.click_at(second._plus.center)
    visitor.click_at(second._minus.center)
    assert counted(visitor)[:2] == [2, 1]
    assert scene.call.state.turn == 0
    visitor.key("d")
    assert visitor.at == "Discuss"
    assert "2 hands" in visitor.words
    assert "1 hand" in visitor.words
    assert not visitor.faults()
    visitor.key("d", "1", "return")
    visitor.decide()
    assert "Hands: 2 for this, 1 for something else." in visitor.words
    assert counted(visitor)[0] == 0


def test_a_first_click_on_a_counter_counts(visit: Visit) -> None:
    visitor = before_a_class(visit)
    scene = visitor.scene
    assert isinstance(scene, ClassEncounter)
    visitor.click_at(scene.counted[0]._plus.center)
    assert counted(visitor)[0] == 1
    assert scene.call.state.turn == 0


@pytest.mark.parametrize("gauge", [False, True])
def test_the_gauge_is_shown_only_when_asked_for(visit: Visit, gauge: bool) -> None:
    visitor = before_a_class(visit, gauge=gauge)
    visitor.key("k")
    assert ("Tension" in visitor.words) is gauge


def test_nothing_is_kept_and_letters_are_as_before(visit: Visit) -> None:
    visitor = before_a_class(visit, academy_id="")
    visitor.say("I'm Sam")
    visitor.wait(30)
    assert visitor.scene.call.state.turn == 1  # type: ignore[attr-defined]
    visitor.key("f10")
    visitor.scene.ring.focus("stop")
    visitor.key("return")
    assert visitor.at == "Debrief"
    assert "nothing of it is kept" in visitor.words
    assert "Keep this record" not in visitor.words
    visitor.key("escape")
    assert visitor.at == "Title"
    assert visitor.window.canvas.theme.text_size == 100
    assert not list(visitor.data.glob("s*/*.jsonl"))


def test_closing_the_window_in_the_middle_keeps_nothing(visit: Visit) -> None:
    visitor = before_a_class(visit)
    visitor.say("I'm Sam")
    visitor.close()
    assert not list(visitor.data.glob("s*/*.jsonl"))


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_no_words_are_cut_before_a_class(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = before_a_class(visit, size, text_size=text_size)
    assert not visitor.faults()
    for _ in range(2):
        visitor.wait(0.1)
        below = visitor.scene._choices.more_below  # type: ignore[attr-defined]
        assert ("more below" in visitor.words) is (below > 0)
        visitor.key("down")
    visitor.key("1", "+")
    assert not visitor.faults()
    visitor.key("d")
    assert not visitor.faults()
    visitor.key("d", "return")
    visitor.decide()
    assert not visitor.faults()
