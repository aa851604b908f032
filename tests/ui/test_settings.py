"""Settings survive, and never stop anybody."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.ui.settings import Settings, load_settings, save_settings

CHOSEN = Settings(academy_id="24-117", one_key=True, text_size=150, high_contrast=True, untimed=True, how_seen=True)


def test_they_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    assert save_settings(path, CHOSEN) == ""
    assert load_settings(path) == (CHOSEN, "")


def test_none_yet_is_no_reason_for_a_note(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == (Settings(), "")


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", "\x00\x01", "[" * 10_000, '{"a": 1'])
def test_a_broken_file_gives_a_note_and_the_usual_settings(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    found, note = load_settings(path)
    assert found == Settings()
    assert str(path) in note


@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes among files")
def test_a_pipe_in_their_place_keeps_nobody_waiting(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    os.mkfifo(path)
    assert load_settings(path)[0] == Settings()
    assert "could not be read" in load_settings(path)[1]


def test_values_that_make_no_sense_fall_back_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    row = {"text_size": 137, "one_key": "yes", "academy_id": "a b", "untimed": True, "colour": "red"}
    path.write_text(json.dumps(row), encoding="utf-8")
    found, note = load_settings(path)
    assert found == Settings(untimed=True)
    assert "text size" in note
    assert "academy id" in note


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that refuses writing")
def test_a_folder_that_refuses_writing_gives_a_note(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "were not kept" in save_settings(tmp_path / "settings.json", CHOSEN)
    finally:
        tmp_path.chmod(0o700)


def test_a_file_in_place_of_the_folder_gives_a_note(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    assert "were not kept" in save_settings(tmp_path / "data" / "settings.json", CHOSEN)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([*Settings.__slots__, "other"]), st.one_of(st.none(), st.integers(), st.text())))
def test_whatever_a_file_holds_settings_come_out(tmp_path: Path, row: dict[str, object]) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(row), encoding="utf-8")
    found, _ = load_settings(path)
    assert load_settings(path)[0] == found
    assert isinstance(found, Settings)
