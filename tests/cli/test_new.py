"""`new`: a draft on disk that plays, with a schema beside it."""

import json


def test_a_new_call_is_in_the_own_folder_and_plays(cli, data):
    done = cli("new", "night_bus", "--title", "The night bus", "--person", "Ida")
    assert done.code == 0, done.err
    path = data / "scenarios" / "night_bus" / "night_bus.yaml"
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=../schema.json"
    assert 'title: "The night bus"' in rest
    assert "$defs" in json.loads((path.parent / "../schema.json").read_text(encoding="utf-8"))
    checked = cli("validate", "night_bus")
    assert checked.code == 0
    assert "still to do" in checked.out
    assert "error" not in checked.out
    played = cli("play", "night_bus", "--temperament", "worn", "--choices", "hello,tell_me,what_now")
    assert played.code == 0, played.err


def test_what_to_do_next_names_the_data_folder_that_was_given(cli, data):
    done = cli("new", "night_bus")
    for line in (line for line in done.out.splitlines() if line.startswith("  uv run")):
        assert f"--data {data}" in line.replace('"', "")


def test_a_draft_without_a_summary_leaves_no_gap_in_the_library(cli):
    assert cli("new", "night_bus").code == 0
    listed = cli("library").out.splitlines()
    place = next(place for place, line in enumerate(listed) if line.startswith("night_bus:"))
    assert "minutes" in listed[place + 1]


def test_nothing_that_exists_is_written_over(cli, data):
    assert cli("new", "night_bus").code == 0
    path = data / "scenarios" / "night_bus" / "night_bus.yaml"
    path.write_text("mine", encoding="utf-8")
    done = cli("new", "night_bus")
    assert done.code == 1
    assert "exists already" in done.err
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_folder_can_be_named(cli, tmp_path):
    done = cli("new", "night_bus", "--folder", tmp_path / "my calls")
    assert done.code == 0, done.err
    assert (tmp_path / "my calls" / "night_bus" / "night_bus.yaml").is_file()
    assert (tmp_path / "my calls" / "schema.json").is_file()


def test_faulty_answers_are_told_plainly(cli):
    assert "small letters" in cli("new", "Night Bus").err
    assert cli("new").code == 2
    assert "one word" in cli("new", "a", "--place", "The street").err
    assert "Some words" in cli("new", "a", "--title", " ").err
