"""Looking at records: listed, shown, replayed, reported."""

import json

import pytest

from simulator.authoring.catalogues import shipped_texts, shipped_words
from simulator.scenario.catalogue import build_catalogues


def test_a_record_is_listed_and_shown(cli, record):
    listed = cli("records", "list")
    assert listed.code == 0
    assert "The last bus, assessed, trainee 2024-117" in listed.out
    (row,) = json.loads(cli("records", "list", "--json").out)
    assert (row["state"], row["turns"], row["scenario"]) == ("closed", 6, "last_bus")
    shown = cli("records", "show", row["id"])
    assert "acts: speaker_off, hello, told, offer, hold, walk" in shown.out
    assert json.loads(cli("records", "show", record.name, "--json").out)["trainee"] == "2024-117"


def test_a_record_whose_closing_line_a_crash_cut_off_is_finished(cli, record, tmp_path):
    record.chmod(0o600)
    record.write_bytes(record.read_bytes()[:-30])
    assert "6 acts, seat_in_van" in cli("records", "list").out
    assert cli("report", record).code == 0
    assert "not finished" not in cli("replay", record).out
    assert cli("progress", "2024-117").code == 0
    assert cli("records", "export", tmp_path / "tables").out.startswith("1 session in")


def test_no_records_is_no_fault(cli, data):
    done = cli("records", "list")
    assert (done.code, done.out) == (0, f"No records in {data / 'sessions'}\n")


def test_a_record_replays_even_without_its_scenario_in_the_library(cli, record):
    done = cli("replay", record)
    assert done.code == 0
    assert done.out.startswith("Same: all 6 acts")
    assert json.loads(cli("replay", record, "--json").out)["answer"] == "same"


def test_a_changed_record_is_named_at_its_line(cli, record):
    record.chmod(0o600)
    record.write_bytes(record.read_bytes().replace(b'"action":"told"', b'"action":"hush"'))
    assert cli("replay", record).out.startswith(f"Differs at line 4 of {record}")
    assert cli("replay", record).code == 1
    assert cli("report", record).code == 1
    assert "DAMAGED, line 4" in cli("records", "list").out
    assert cli("records", "list").code == 1
    assert cli("records", "show", record).code == 1


def test_a_record_of_another_law_is_told_which_program_reads_it(cli, record, monkeypatch):
    for place in ("simulator.records.replay", "simulator.encounter.law"):
        monkeypatch.setattr(f"{place}.LAW_VERSION", 99)
    done = cli("report", record)
    assert done.code == 1
    assert "Use the version of the program that it was recorded with (0." in done.err


def test_a_record_without_its_texts_cannot_be_checked_here(cli, record, data):
    for path in (data / "texts").iterdir():
        path.unlink()
    done = cli("replay", record)
    assert done.code == 1
    assert "cannot be checked here. Missing: " in done.out
    assert "text of scenario “last_bus”" in done.out


def test_a_report_is_text_or_json_on_screen_or_in_a_file(cli, record, tmp_path):
    out = cli("report", record).out
    assert out.startswith("DEBRIEF: The last bus\nTrainee: 2024-117\nDate (UTC): ")
    value = json.loads(cli("report", record, "--format", "json").out)
    assert value["session"]["trainee"] == "2024-117"
    # The id on a page is the one in the list, and finds the record again.
    (listed,) = [row.split(":")[0] for row in cli("records", "list").out.splitlines() if "2024-117" in row]
    assert value["session"]["session"].startswith(listed)
    assert f"<dd>{listed}</dd>" in cli("report", listed, "--format", "html").out
    target = tmp_path / "debrief.txt"
    assert cli("report", record.stem[-8:], "--output", target).code == 0
    assert "DEBRIEF: The last bus" in target.read_text(encoding="utf-8")
    done = cli("report", record, "--output", tmp_path / "none" / "x.txt")
    assert done.code == 1
    assert "is not there" in done.err


@pytest.fixture
def unfinished(cli, data, last_bus_file):
    """An assessed call that can be gone on with."""
    done = cli("play", last_bus_file, "--choices", "speaker_off,hello", "--mode", "assessed", "--class-word", "tuesday",
               "--trainee", "2024-117")  # fmt: skip
    assert done.code == 0, done.err
    (path,) = (data / "sessions").iterdir()
    return path, done


def test_an_assessed_call_tells_nothing_of_itself_before_it_is_over(cli, unfinished):
    path, played = unfinished
    assert "DEBRIEF" not in played.out
    assert "--seed" not in played.out
    assert "Go on with: " in played.out
    for words in (("report", path), ("report", path, "--format", "json"), ("records", "show", path),
                  ("records", "show", path, "--json")):  # fmt: skip
        done = cli(*words)
        assert (done.code, done.out) == (1, "")
        assert "This assessed call is not finished" in done.err
        assert "`play last_bus --resume`" in done.err
    assert "not finished" in cli("records", "list").out
    assert "DEBRIEF" in cli("play", "--resume", typed="stop\n").out
    assert cli("report", path).code == 0
    assert "acts: speaker_off, hello, stop" in cli("records", "show", path).out


def test_an_unfinished_practice_may_be_looked_at(cli, data, last_bus_file):
    cli("play", last_bus_file, "--text", "--seed", "1", typed="hello\n")
    (path,) = (data / "scratch").iterdir()
    assert "DEBRIEF" in cli("report", path).out
    assert cli("records", "show", path).code == 0


def test_a_file_that_is_no_log_is_told(cli, last_bus_file):
    for words in (("replay", last_bus_file), ("report", last_bus_file), ("records", "show", last_bus_file)):
        done = cli(*words)
        assert done.code == 1
        assert "session log" in done.err


def test_an_unknown_record_is_told(cli):
    done = cli("report", "nothing")
    assert done.code == 1
    assert "There is no record “nothing”" in done.err


def test_a_damaged_catalogue_is_told_with_its_line_and_stands_against_no_record(cli, record, monkeypatch):
    def damaged():
        build_catalogues(shipped_texts() | {"habits.yaml": "habits: [\n"}, shipped_words())

    monkeypatch.setattr("simulator.authoring.catalogues.shipped", damaged)
    library = cli("library")
    assert library.code == 1
    assert "simulator/data" in library.err
    assert "habits.yaml:1:" in library.err
    assert cli("replay", record).code == 0
    assert cli("report", record).code == 0


@pytest.mark.parametrize(("ending", "begins"), [("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-"), ("md", b"# Debrief")])
def test_a_report_is_written_as_its_file_is_named(cli, record, tmp_path, ending, begins):
    target = tmp_path / f"debrief.{ending}"
    assert cli("report", record, "--output", target).code == 0
    assert target.read_bytes().startswith(begins)


def test_a_pdf_on_screen_is_refused(cli, record):
    done = cli("report", record, "--format", "pdf")
    assert done.code == 2
    assert "add --output debrief.pdf" in done.err


def test_an_academys_words_are_on_its_reports_and_a_bad_text_is_named(cli, record, data):
    (data / "academy").mkdir()
    (data / "academy" / "name.txt").write_text("Northmoor Academy", encoding="utf-8")
    words = data / "academy" / "words.yaml"
    words.write_text('keep: "Hold on to"', encoding="utf-8")
    text = cli("report", record, "--format", "html").out
    assert "Northmoor Academy" in text
    assert "Hold on to" in text
    words.write_text('kept: "Hold on to"', encoding="utf-8")
    done = cli("report", record, "--format", "html")
    assert done.code == 1
    assert "“kept” is not the key of a text" in done.err


@pytest.mark.parametrize("kind", ["text", "html", "md", "json"])
def test_an_academys_words_are_in_every_report_of_a_debrief(cli, record, data, kind):
    (data / "academy").mkdir()
    words = (
        'landed_lands: "It reached them"',
        'text_keep: "Hold on to: {words}"',
        'keep: "Hold on to"',
        'overall_mean: "The middle of {rated}."',
    )
    (data / "academy" / "words.yaml").write_text("\n".join(words), encoding="utf-8")
    told = cli("report", record, "--format", kind).out
    assert "It reached them" in told
    assert "It landed" not in told
    assert ("Hold on to" in told) is (kind != "json")


def test_records_are_exported_as_tables(cli, record, tmp_path):
    done = cli("records", "export", tmp_path / "out")
    assert done.code == 0
    assert "1 session in" in done.out
    told = (tmp_path / "out" / "decisions.csv").read_bytes()
    assert told.startswith(b"\xef\xbb\xbfsession,trainee,")
    assert told.count(b"\r\n") == 7
