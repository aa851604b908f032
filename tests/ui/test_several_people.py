"""Two people who can be moved: both are seen, each has a gauge, and words say whom they are for and who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.ui.contact.areas import areas
from simulator.ui.scenes.choose import Choose
from simulator.ui.scenes.encounter import Encounter
from tests.fixtures.window_driver import CALL, Visitor

Visit = Callable[..., Visitor]
BEA = """\
  bea:
    role: subject
    name: "Bea Lindqvist"
    look: {figure: woman, age: 62, hair: grey_bun, clothes: coat_navy}
    profile: {tension: 20, rapport: 5, baseline: 10, grievance: 10, reactivity: 1, kind: reactive,
      needs: {fear: 0.6, confusion: 0.4}, comfort: 2, triggers: [], hooks: []}
temperaments:
"""
LINE = """\
      ask_bea: {say: "Bea, did you see what happened here?", does: [open_question], for: bea, set: {bea_gone: true},
        reply: "I saw it. I have to go now.", debrief: "You asked the one who had seen it."}
      hello: """


def with_bea(visit: Visit, size: tuple[int, int] = (1280, 720), **settings: object) -> Visitor:
    """A window in a call with a second subject."""
    visitor = visit(size, academy_id="24-117", how_seen=True, **settings)
    text = CALL.read_text(encoding="utf-8").replace("temperaments:\n", BEA, 1).replace("      hello: ", LINE, 1)
    text = text.replace("ticket_seen: false", "ticket_seen: false, bea_gone: false").replace("last_bus", "two_of_them")
    (visitor.data.parent / "calls" / "two.yaml").write_text(text, encoding="utf-8")
    visitor.desk.shelf.again()
    shelf = visitor.desk.shelf.wait()
    assert not shelf.broken, shelf.broken
    visitor.desk.stack.push(Choose(visitor.desk, "two_of_them"))
    visitor.wait(0.2)
    visitor.key("return", "return")
    visitor.decide()
    assert isinstance(visitor.scene, Encounter)
    return visitor


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_no_words_lie_over_either_face_and_none_are_cut(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = with_bea(visit, size, text_size=text_size)
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    front, _, behind, _ = encounter.picture.keep_free()
    assert behind.height < front.height
    seen = areas(visitor.window.canvas.rect, visitor.window.canvas.theme)
    for box in (front, behind):
        assert box.left > seen.words.right
        assert box.bottom < seen.choices.top
        assert seen.facts is None or box.right < seen.facts.left
        assert not [text.words for text in visitor.texts if text.letters.clip(text.clip).colliderect(box)]
    assert not visitor.faults()


def test_words_say_whom_they_are_for_and_who_speaks(visit: Visit) -> None:
    visitor = with_bea(visit)
    assert "to Bea Lindqvist:" in visitor.words
    visitor.say("Bea, did you")
    assert "You, to Bea Lindqvist" in visitor.words
    assert "I saw it. I have to go now." in visitor.words
    assert "Bea Lindqvist" in visitor.words.splitlines()


def test_both_have_a_gauge_in_practice_and_who_leaves_is_gone(visit: Visit) -> None:
    visitor = with_bea(visit)
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    assert visitor.words.count("Tension") == 2
    assert len(encounter.picture.keep_free()) == 4
    visitor.say("Bea, did you")
    visitor.wait(0.3)
    assert visitor.words.count("Tension") == 1
    assert len(encounter.picture.keep_free()) == 2
