"""`lint` on the command line: what it prints, its exit codes, its explanations."""

import json

import pytest

from simulator.authoring.lint.engine import RULES
from simulator.authoring.lint.examples import example_text


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "call.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_a_clean_call_ends_with_what_its_author_has_made(cli, file):
    done = cli("lint", "--quick", file(example_text()))
    assert done.code == 0
    assert "words written" in done.out
    assert "3 moments, 8 lines" in done.out


def test_findings_are_grouped_by_how_grave_they_are(cli, file):
    text = (
        example_text()
        .replace("A man pulls at", "A crazy man pulls at")
        .replace("key_found: false", "key_found: false, unused: false")
    )
    done = cli("lint", "--quick", file(text))
    assert done.code == 1
    assert done.out.index("Wrong: not to be published") < done.out.index("Smells: most likely not meant")
    assert "call.yaml:34:15: wrong: “crazy” makes a label of a person [stigma]" in done.out
    assert "hint: write what the person does or says" in done.out


def test_more_than_ten_of_a_kind_are_told_as_a_number(cli, file):
    names = ", ".join(f"spare_{letter}: false" for letter in "abcdefghijklmn")
    path = file(example_text().replace("key_found: false", f"key_found: false, {names}"))
    assert "and 4 more of this kind" in cli("lint", "--quick", path).out
    assert cli("lint", "--quick", "--all", path).out.count("[var-unused]") == 14


def test_each_hint_stands_under_what_it_is_for(cli, file):
    text = (
        example_text()
        .replace("    timer: 60", "    timer: 5")
        .replace('    scene: "He has', '    timer: 4\n    scene: "He has')
    )
    rows = [row.strip() for row in cli("lint", "--quick", file(text)).out.splitlines()]
    found = [number for number, row in enumerate(rows) if "[timer-unfair]" in row]
    assert len(found) == 2
    assert all(rows[number + 1].startswith("hint: write `timer: ") for number in found)


def test_a_hint_that_several_share_is_told_once(cli, file):
    text = example_text().replace("key_found: false", "key_found: false, spare_a: false, spare_b: false")
    out = cli("lint", "--quick", file(text)).out
    assert out.count("[var-unused]") == 2
    assert out.count("hint: use it in a condition") == 1


def test_strict_counts_smells_too(cli, file):
    path = file(example_text().replace("key_found: false", "key_found: false, unused: false"))
    assert cli("lint", "--quick", path).code == 0
    assert cli("lint", "--quick", "--strict", path).code == 1


def test_findings_as_json_carry_their_place_and_their_mend(cli, file):
    text = example_text().replace("A man pulls at", "A crazy man pulls at")
    (told,) = json.loads(cli("lint", "--quick", "--json", file(text)).out)["files"]
    found = next(each for each in told["findings"] if each["rule"] == "stigma")
    assert (found["line"], found["path"], found["level"]) == (34, "nodes.door.scene", "wrong")
    assert found["hint"]
    assert told["statistics"]["nodes"] == 3


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_explained_with_its_mend_and_an_example(cli, name):
    told = cli("lint", "--explain", name)
    assert told.code == 0
    assert RULES[name].mend in told.out
    assert "Found in the example call with" in told.out


def test_a_rule_of_the_loader_is_explained_too(cli):
    assert "found when a file is read" in cli("lint", "--explain", "yaml-tab").out


def test_an_unknown_rule_is_asked_about(cli):
    told = cli("lint", "--explain", "best-longst")
    assert told.code == 2
    assert "did you mean `best-longest`?" in told.err


def test_a_file_that_is_not_there_is_told_of(cli):
    told = cli("lint", "--quick", "nowhere.yaml")
    assert told.code == 1
    assert "there is no such file" in told.out


def test_a_file_that_cannot_be_played_is_told_of_with_its_mends(cli, file):
    done = cli("lint", file("format: 1\nid: x\n"))
    assert done.code == 1
    assert "error: `title` is missing [missing-key]" in done.out
    assert "It cannot be played yet" in done.out


def test_an_unreadable_file_is_told_of_in_json_too(cli):
    (told,) = json.loads(cli("lint", "--json", "nowhere.yaml").out)["files"]
    assert told["findings"][0]["rule"] == "file-unreadable"


def test_ctrl_c_stops_with_a_plain_line(cli, file, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("simulator.authoring.lint.engine.lint", interrupted)
    done = cli("lint", file(example_text()))
    assert done.code == 130
    assert "nothing was changed" in done.err


def test_a_whole_run_plays_the_call_and_tells_what_it_came_upon(cli, file):
    done = cli("lint", file(example_text()))
    assert "simulated trainees came upon" in done.out
    assert "words are read in one call" in done.out
