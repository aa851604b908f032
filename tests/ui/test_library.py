"""The library: what a card says, what a search leaves, and files that cannot be played."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Self

import pytest

from simulator.ui.library import card_words
from simulator.ui.scenes.choose import Choose
from tests.fixtures.window_driver import CALL, Visitor

Visit = Callable[..., Visitor]


def library(visit: Visit, *others: tuple[str, str, str], **settings: object) -> Visitor:
    """A window at the library; `others` are file name, words to replace in the usual call, and their replacement."""
    visitor = visit(academy_id="24-117", **settings)
    text = CALL.read_text(encoding="utf-8")
    for name, old, new in others:
        assert old in text
        (visitor.data.parent / "calls" / name).write_text(text.replace(old, new), encoding="utf-8")
    visitor.desk.shelf.again()
    visitor.desk.shelf.wait()
    visitor.key("return")
    visitor.wait(0.2)
    assert isinstance(visitor.scene, Choose)
    return visitor


def test_a_stamp_that_stands_for_no_time_here_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        """No zone can move such a year."""

        def astimezone(self, tz: tzinfo | None = None) -> Self:
            raise OverflowError("date value out of range")

    monkeypatch.setattr(card_words, "datetime", Clock)
    assert card_words.time_words("0001-01-01T00:00:00.000Z") == "on a day that cannot be read"


def test_a_card_says_how_long_how_hard_and_what_one_may_meet(visit: Visit) -> None:
    visitor = library(visit)
    assert "about 8 minutes" in visitor.words
    assert "Moderate" in visitor.words
    assert "What you may meet in it" in visitor.words


def test_a_search_leaves_the_calls_that_hold_its_words(visit: Visit) -> None:
    visitor = library(visit, ("other.yaml", "id: last_bus", "id: other_bus"))
    names = [one.name for one in visitor.scene.ring.controls if one.name.startswith("call:")]
    assert sorted(names) == ["call:last_bus", "call:other_bus"]
    visitor.scene.ring.focus("search")
    visitor.wait(0.1)
    visitor.type("other")
    assert [one.name for one in visitor.scene.ring.controls if one.name.startswith("call:")] == ["call:other_bus"]
    visitor.type("zebra")
    assert "No call holds these words" in visitor.words


def test_lighter_everyday_calls_come_first(visit: Visit) -> None:
    visitor = library(visit, ("a_other.yaml", "id: last_bus", "id: other_bus"))
    text = CALL.read_text(encoding="utf-8").replace("id: last_bus", "id: a_crisis")
    text = text.replace("category: routine", "category: crisis")
    (visitor.data.parent / "calls" / "a_crisis.yaml").write_text(text, encoding="utf-8")
    visitor.desk.shelf.again()
    assert [card.scenario.id for card in visitor.desk.shelf.wait().cards][-1] == "a_crisis"


def test_a_category_leaves_its_calls(visit: Visit) -> None:
    visitor = library(visit, ("other.yaml", "id: last_bus", "id: other_bus"))
    (visitor.data.parent / "calls" / "other.yaml").write_text(
        CALL.read_text(encoding="utf-8")
        .replace("id: last_bus", "id: other_bus")
        .replace("category: routine", "category: crisis"),
        encoding="utf-8",
    )
    visitor.desk.shelf.again()
    visitor.desk.shelf.wait()
    visitor.wait(0.1)
    visitor.click("Person in crisis")
    assert [one.name for one in visitor.scene.ring.controls if one.name.startswith("call:")] == ["call:other_bus"]


def test_a_broken_file_says_what_is_wrong_and_where_and_is_read_again_when_mended(visit: Visit) -> None:
    visitor = library(visit, ("night_shift.yaml", "minutes:", "minuts:"))
    assert "night_shift.yaml" in visitor.words
    assert "Cannot be played yet" in visitor.words
    assert "Line " in visitor.words
    assert "did you mean `minutes`?" in visitor.words
    (visitor.data.parent / "calls" / "night_shift.yaml").write_text(
        CALL.read_text(encoding="utf-8").replace("id: last_bus", "id: night_shift"), encoding="utf-8"
    )
    visitor.click("night_shift.yaml")
    visitor.desk.shelf.wait()
    visitor.wait(0.1)
    assert "Cannot be played yet" not in visitor.words
    assert any(one.name == "call:night_shift" for one in visitor.scene.ring.controls)


def test_the_users_own_folder_stands_beside_the_shipped_calls(visit: Visit) -> None:
    from simulator.ui.shelf import read_shelf

    visitor = visit()
    own = visitor.data / "scenarios"
    own.mkdir(parents=True)
    (own / "mine.yaml").write_text(CALL.read_text(encoding="utf-8"), encoding="utf-8")
    shelf = read_shelf(visitor.data)
    assert {card.scenario.id: card.own for card in shelf.cards}["last_bus"]
    assert any(not card.own for card in shelf.cards)


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_no_words_are_cut_in_the_library(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = visit(size, text_size=text_size, academy_id="24-117")
    text = CALL.read_text(encoding="utf-8").replace("minutes:", "minuts:")
    (visitor.data.parent / "calls" / "night_shift.yaml").write_text(text, encoding="utf-8")
    visitor.desk.shelf.again()
    visitor.desk.shelf.wait()
    visitor.key("return")
    visitor.wait(0.2)
    for _ in range(14):
        visitor.key("tab")
        assert not visitor.faults()
