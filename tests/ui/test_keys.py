"""Keys of one's own: kept, shown, obeyed, and never two things on one key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.ui.key_map import CODES, COMMANDS, KeyMap, KeyRefused, read_changes
from simulator.ui.scenes.encounter import Encounter
from simulator.ui.settings import Settings, load_settings, save_settings
from tests.fixtures.window_driver import Visitor

Visit = Callable[..., Visitor]


@given(st.lists(st.tuples(st.sampled_from(sorted(COMMANDS)), st.sampled_from(sorted(CODES))), max_size=30))
def test_two_things_never_share_a_key(changes: list[tuple[str, str]]) -> None:
    keys = KeyMap()
    for command, name in changes:
        try:
            keys = keys.with_key(command, CODES[name])
        except KeyRefused:
            assert keys.command(CODES[name]) not in ("", command)
    codes = {command: keys.code(command) for command in COMMANDS}
    assert len(set(codes.values())) == len(COMMANDS)
    assert all(keys.command(code) == command for command, code in codes.items())
    assert read_changes([list(pair) for pair in keys.changed]) == keys.changed


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_TAB, pygame.K_F1, pygame.K_F11, pygame.K_1])
def test_keys_that_mean_the_same_everywhere_are_refused(key: int) -> None:
    with pytest.raises(KeyRefused):
        KeyMap().with_key("wait", key)


def test_they_are_kept(tmp_path: Path) -> None:
    chosen = Settings(keys=KeyMap().with_key("wait", pygame.K_x).changed)
    save_settings(tmp_path / "settings.json", chosen)
    assert load_settings(tmp_path / "settings.json") == (chosen, "")


@pytest.mark.parametrize(
    "spoilt", ["x", [["wait", "q"], ["hold", "q"]], [["wait"]], [["dance", "x"]], [["wait", "1"]], [["wait", "k"]]]
)
def test_keys_that_make_no_sense_fall_back_to_the_usual(spoilt: object) -> None:
    assert read_changes(spoilt) is None


def test_a_new_key_is_taken_shown_and_obeyed(visit: Visit) -> None:
    visitor = visit(academy_id="24-117", how_seen=True)
    visitor.click("Settings")
    visitor.click("Keys in a call")
    visitor.click("Wait")
    assert "Press the new key for “Wait”" in visitor.words
    visitor.key("x")
    visitor.click("What you know")
    visitor.key("escape")
    assert visitor.at == "KeysPage"
    visitor.key("escape", "escape")
    visitor.scene.ring.focus("begin")
    visitor.go_to_call()
    encounter = visitor.scene
    assert isinstance(encounter, Encounter)
    visitor.key("w")
    assert getattr(encounter.ring.focused, "letter", "") == ""
    visitor.key("x")
    assert encounter.ring.focused is not None
    assert getattr(encounter.ring.focused, "letter", "") == "X"
    visitor.wait(0.5)
    visitor.key("return")
    visitor.decide()
    assert encounter.call.state.turn == 1


def test_a_key_that_is_taken_is_refused_in_plain_words(visit: Visit) -> None:
    visitor = visit()
    visitor.click("Settings")
    visitor.click("Keys in a call")
    visitor.click("Step back")
    visitor.key("t")
    assert "T is the key of “All said so far”" in visitor.words
    assert visitor.desk.settings.keys == ()
    visitor.click("Step back")
    visitor.key("return")
    assert "Enter does what is chosen" in visitor.words


def test_the_usual_keys_come_back(visit: Visit) -> None:
    visitor = visit(keys=(("wait", "x"),))
    visitor.click("Settings")
    visitor.click("Keys in a call")
    visitor.click("The usual keys again")
    assert visitor.desk.settings.keys == ()


def test_other_screens_follow_the_keys(visit: Visit) -> None:
    visitor = visit(keys=(("history", "y"), ("stop", "f9"), ("know", "z")))
    visitor.go_to_call()
    visitor.key("y")
    assert visitor.at == "Transcript"
    visitor.key("y", "z")
    assert visitor.at == "Knowledge"
    visitor.key("z", "escape")
    assert "F9" in visitor.words
    visitor.key("f9")
    assert visitor.at == "AskToStop"
    visitor.key("escape", "f1")
    assert "F9 stops a call at any time" in visitor.words


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_no_words_are_cut_on_the_page_of_keys(visit: Visit, size: tuple[int, int], text_size: int) -> None:
    visitor = visit(size, text_size=text_size)
    visitor.click("Settings")
    visitor.click("Keys in a call")
    for _ in range(len(COMMANDS) + 1):
        visitor.key("tab")
        assert not visitor.faults()
    visitor.click("Step back")
    assert not visitor.faults()
    visitor.key("t")
    assert not visitor.faults()
