"""Every screen at two window sizes and two text sizes: no word cut off or covered, nothing too small to click."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.ui.canvas import DrawnText
from simulator.ui.contact.areas import areas
from simulator.ui.scenes.encounter import Encounter
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


@pytest.mark.parametrize(
    ("size", "text_size"),
    [
        *((size, text_size) for size in ((1280, 720), (1920, 1080)) for text_size in (100, 150, 200)),
        ((1024, 600), 150),
    ],
)
def test_words_stay_in_their_places(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = visit(size, text_size=text_size)
    found: list[str] = []

    def look() -> None:
        visitor.wait(0.05)
        faults = [*visitor.faults(), *visitor.small_targets()]
        found.extend(f"{visitor.at}: {fault}" for fault in faults)

    look()
    visitor.scene.ring.focus("settings")
    for keys in (["return"], ["escape"]):
        visitor.key(*keys)
        look()
    visitor.scene.ring.focus("begin")
    visitor.key("return")
    look()
    visitor.type("24-117")
    visitor.key("return")
    visitor.wait(0.2)
    look()
    if "How to play it" in visitor.words:
        visitor.key("return")
        look()
    visitor.scene.ring.focus("assessed")
    visitor.key("return")
    look()
    visitor.scene.ring.focus("practice")
    visitor.key("return")
    visitor.scene.ring.focus("go")
    for _ in range(3):
        visitor.key("return")
        look()
    visitor.decide()
    look()
    for opening, closing in (("k", "k"), ("t", "t"), ("escape", "escape"), ("f10", "escape"), ("f1", "escape")):
        visitor.key(opening)
        look()
        visitor.key(closing)
        look()
    for words in ("Ask the cleaner", "I'm Sam", "You paid", "There's a warm van"):
        number = visitor.control(words).number  # type: ignore[attr-defined]
        visitor.key(str(number))
        look()
        visitor.key("return")
        look()
        visitor.decide()
        look()
    visitor.key("h", "return")
    visitor.decide()
    visitor.say("That's the van")
    look()
    visitor.key("return")
    for page in ("1", "2", "3", "4", "5"):
        visitor.key(page)
        look()
        visitor.key("pagedown")
        look()
    visitor.key("2", "right")
    look()
    assert visitor.at == "Debrief"
    assert not found


def columns(visitor: Visitor) -> list[DrawnText]:
    """The texts beside the person, above the panel of choices."""
    top = areas(visitor.window.canvas.rect, visitor.window.canvas.theme).choices.top
    return [text for text in visitor.texts if text.letters.top < top]


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_nothing_lies_over_face_or_hands(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = visit(size, text_size=text_size)
    visitor.go_to_call()
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    for _ in range(3):
        visitor.wait(0.6)
        face, hands = encounter.picture.keep_free()
        for box, what in ((face, visitor.texts), (hands, columns(visitor))):
            over = [text.words for text in what if text.letters.clip(text.clip).colliderect(box)]
            assert not over, f"{over} over {box}"
        visitor.key("1", "return")
        visitor.decide()


def test_every_control_is_reached_by_tab(visit: Visit) -> None:
    visitor = visit()
    visitor.go_to_call()
    names = {one.name for one in visitor.scene.ring.controls}
    reached = set()
    for _ in range(len(names)):
        visitor.key("tab")
        focused = visitor.scene.ring.focused
        assert focused is not None
        reached.add(focused.name)
        assert not visitor.faults()
    assert reached == names


def test_text_size_and_contrast_take_hold_at_once_and_are_kept(visit: Visit) -> None:
    visitor = visit()
    letters = visitor.window.canvas.theme.letters("body")
    visitor.scene.ring.focus("settings")
    visitor.key("return")
    visitor.click("150 %")
    visitor.click("High contrast")
    assert visitor.window.canvas.theme.letters("body") == round(letters * 1.5)
    assert visitor.window.canvas.palette.ground == (0, 0, 0)
    again = visit()
    assert again.desk.settings.text_size == 150
    assert again.desk.settings.high_contrast


def test_a_gamepad_reaches_the_call(visit: Visit) -> None:
    import pygame

    visitor = visit()
    visitor.send(pygame.event.Event(pygame.JOYBUTTONDOWN, button=0, joy=0))
    visitor.send(pygame.event.Event(pygame.JOYHATMOTION, value=(0, -1), joy=0, hat=0))
    visitor.send(pygame.event.Event(pygame.JOYBUTTONDOWN, button=0, joy=0))
    visitor.wait(0.2)
    assert visitor.at == "Choose"
    visitor.send(pygame.event.Event(pygame.JOYHATMOTION, value=(0, -1), joy=0, hat=0))
    visitor.send(pygame.event.Event(pygame.JOYBUTTONDOWN, button=1, joy=0))
    assert visitor.at == "Title"
