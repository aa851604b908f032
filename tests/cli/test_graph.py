"""The command `graph`: words in the terminal, pictures in files."""

import pytest


def test_without_options_it_tells_what_leads_where(cli, last_bus_file):
    told = cli("graph", last_bus_file)
    assert told.code == 0
    assert "window (start): 3 lines" in told.out


def test_it_tells_who_leads_to_a_moment(cli, last_bus_file):
    told = cli("graph", last_bus_file, "--into", "edge").out
    assert "Shortest way: window → edge" in told


@pytest.mark.parametrize(("name", "begins"), [("a.svg", "<?xml"), ("a.mmd", "---\ntitle"), ("a.dot", "digraph")])
def test_the_name_of_the_file_says_how_to_draw(cli, last_bus_file, tmp_path, name, begins):
    done = cli("graph", last_bus_file, "--output", tmp_path / name, "--by", "visits", "--runs", "1")
    assert done.code == 0, done.err
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_part_is_drawn(cli, last_bus_file):
    told = cli("graph", last_bus_file, "--around", "edge", "--depth", "1", "--format", "mermaid").out
    assert "m_edge" in told
    assert "m_van_here[" not in told


def test_open_shows_the_picture(cli, last_bus_file, monkeypatch, tmp_path):
    shown = []
    monkeypatch.setattr("webbrowser.open", lambda address: shown.append(address) or True)
    assert cli("graph", last_bus_file, "--open", "--output", tmp_path / "bus.svg").code == 0
    assert shown == [(tmp_path / "bus.svg").as_uri()]


def test_where_no_browser_starts_it_says_where_the_picture_is(cli, last_bus_file, monkeypatch, tmp_path):
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    assert "yourself" in cli("graph", last_bus_file, "--open", "--output", tmp_path / "bus.svg").err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--into", "edgy"], "did you mean `edge`?"),
        (["--around", "windw"], "did you mean `window`?"),
        (["--output", "a.png"], "name it .svg, .mmd or .dot"),
        (["--open", "--format", "dot"], "leave --format away"),
        (["--policy", "expart"], "did you mean `expert`?"),
    ],
)
def test_slips_are_answered_in_plain_words(cli, last_bus_file, words, hint):
    done = cli("graph", last_bus_file, *words)
    assert done.code == 2
    assert hint in done.err
