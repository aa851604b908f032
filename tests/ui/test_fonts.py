"""Letters: always some, whatever is installed."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from simulator.ui import fonts
from simulator.ui.fonts import PLAIN, Faces, best_faces, open_font


@pytest.fixture(autouse=True)
def letters() -> None:
    pygame.font.init()
    best_faces.cache_clear()


def test_a_file_that_cannot_be_opened_gives_way_to_pygames_own(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no letters in here")
    for path in (str(broken), str(tmp_path / "missing.ttf")):
        font = open_font(Faces(path, path, path), "regular", 20)
        assert font.size("words")[0] > 10


def test_with_nothing_installed_pygames_own_face_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "PACKAGES", ())
    monkeypatch.setattr(fonts, "SYSTEM_FACES", ())
    assert best_faces() == PLAIN


def test_a_face_of_the_system_is_taken_where_no_package_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "PACKAGES", (("no_such_font_package", ("a.ttf", "b.ttf", "c.ttf")),))
    monkeypatch.setattr(fonts, "SYSTEM_FACES", ("nosuchface", "goodface"))
    found = {"goodface": "/fonts/good.ttf"}
    monkeypatch.setattr(pygame.font, "match_font", lambda name, **_: found.get(name))
    assert best_faces().regular == "/fonts/good.ttf"
