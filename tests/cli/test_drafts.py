"""Drafts, quotes, renames and migrations from the terminal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from simulator.authoring.library import SHIPPED

BUS = Path(__file__).parents[1] / "fixtures" / "last_bus.yaml"


@pytest.fixture
def bus(tmp_path):
    return Path(shutil.copy(BUS, tmp_path / "last_bus.yaml"))


def test_quotes_are_put_and_checked(cli, bus):
    assert cli("fmt", "--check", bus).code == 1
    assert cli("fmt", bus).code == 0
    assert 'title: "The last bus"' in bus.read_text(encoding="utf-8")
    assert cli("fmt", "--check", bus).code == 0
    bus.write_text("format: 1\ntitle: Room #4\n", encoding="utf-8")
    assert cli("fmt", bus).code == 1


@pytest.mark.parametrize("command", ["fmt", "migrate"])
def test_a_file_that_cannot_be_read_keeps_nobody_from_the_next(cli, bus, tmp_path, command):
    other = tmp_path / "other.yaml"
    other.write_bytes("title: Caf\u00e9\n".encode("latin-1"))
    done = cli(command, other, tmp_path, "/dev/null", bus)
    assert done.code == 1
    assert "other.yaml is not UTF-8 text" in done.err
    assert f"{tmp_path} is a folder" in done.err
    assert str(bus) in done.out


def test_a_link_to_a_file_stays_a_link(cli, bus, tmp_path):
    link = tmp_path / "link.yaml"
    try:
        link.symlink_to(bus)
    except OSError:
        pytest.skip("this system makes no links here")
    assert cli("fmt", link).code == 0
    assert link.is_symlink()
    assert 'title: "The last bus"' in bus.read_text(encoding="utf-8")


def test_an_id_is_renamed_in_the_file(cli, bus):
    done = cli("rename", bus, "story", "ticket")
    assert done.code == 0, done.err
    assert "node:story is now `ticket`" in done.out
    assert cli("test", bus).code == 0
    assert "could be" in cli("rename", bus, "blows", "x").err
    assert "Nothing in" in cli("rename", bus, "nobody", "x").err


def test_a_file_of_this_format_needs_no_migration(cli, bus):
    before = bus.read_bytes()
    assert "is in format 1 already" in cli("migrate", bus).out
    assert bus.read_bytes() == before
    bus.write_text("format: 9\n", encoding="utf-8")
    assert cli("migrate", bus).code == 1


def test_a_read_only_folder_is_told_and_leaves_the_file(cli, bus, monkeypatch):
    def refuse(*_args, **_kept):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("simulator.records.disk.replace_whole", refuse)
    before = bus.read_bytes()
    done = cli("fmt", bus)
    assert done.code == 1
    assert "Traceback" not in done.err
    assert bus.read_bytes() == before
    assert SHIPPED.is_dir()
