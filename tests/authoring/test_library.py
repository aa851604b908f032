"""The library finds every file, and says of a broken one what is wrong."""

import os
import sys

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED, find_library, own_folder, read_entry

CATALOGUES = shipped()


@pytest.fixture
def own(tmp_path, last_bus_text):
    folder = own_folder(tmp_path)
    (folder / "bus").mkdir(parents=True)
    (folder / "bus" / "last_bus.yaml").write_text(last_bus_text, encoding="utf-8")
    (folder / "broken.yaml").write_text("format: 1\nid: broken\nnodes: [\n", encoding="utf-8")
    return folder


def test_files_are_found_in_a_folder_and_one_level_down(own):
    library = find_library([own], CATALOGUES)
    assert {entry.id for entry in library.entries} == {"last_bus", "broken"}
    assert list(library.playable()) == ["last_bus"]


def test_a_broken_file_is_an_entry_with_its_place(own):
    broken = next(entry for entry in find_library([own], CATALOGUES).entries if entry.id == "broken")
    assert broken.scenario is None
    assert broken.problems
    assert broken.problems[0].place.file.endswith("broken.yaml")


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert find_library([tmp_path / "nowhere"], CATALOGUES).entries == ()


def test_the_users_own_wins_over_a_shipped_scenario_of_the_same_id(tmp_path, own, last_bus_text):
    other = tmp_path / "shipped"
    other.mkdir()
    (other / "last_bus.yaml").write_text(last_bus_text, encoding="utf-8")
    playable = find_library([other, own], CATALOGUES).playable()
    assert playable["last_bus"].path.is_relative_to(own)
    ((path, winner),) = find_library([other, own], CATALOGUES).covered().items()
    assert path == other / "last_bus.yaml"
    assert winner.path.is_relative_to(own)


def test_either_ending_of_yaml_is_found(own):
    (own / "broken.yaml").rename(own / "broken.YML")
    assert {entry.path.name for entry in find_library([own], CATALOGUES).entries} == {"last_bus.yaml", "broken.YML"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    assert "not a scenario file" in read_entry(path, CATALOGUES).problems[0].message


def test_every_shipped_scenario_is_playable_without_a_finding():
    for entry in find_library([SHIPPED], CATALOGUES).entries:
        assert [str(problem) for problem in entry.problems] == []
        assert entry.scenario is not None


@pytest.mark.parametrize("what", ["missing", "folder", "huge"])
def test_what_cannot_be_a_scenario_is_said_in_plain_words(tmp_path, what):
    path = tmp_path / f"{what}.yaml"
    if what == "folder":
        path.mkdir()
    if what == "huge":
        with path.open("wb") as file:
            file.truncate(50_000_000)
    problem = read_entry(path, CATALOGUES).problems[0]
    assert problem.severity == "error"
    assert problem.hint
    assert {"missing": "no such file", "folder": "folder", "huge": "50.0 MB"}[what] in problem.message


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_names_the_reason(tmp_path, last_bus_text):
    path = tmp_path / "locked.yaml"
    path.write_text(last_bus_text, encoding="utf-8")
    path.chmod(0)
    assert "cannot be opened" in read_entry(path, CATALOGUES).problems[0].message
