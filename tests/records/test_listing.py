"""The list of records, and finding one by name."""

import pytest

from simulator.records.listing import find_record, list_records
from simulator.records.problem import RecordsProblem


def test_records_are_listed_with_what_became_of_them(begin, act, heard, data):
    stopped = begin(mode="assessed", trainee="b2")
    act(stopped, "hello", "stop")
    stopped.close()
    going = begin(mode="assessed", trainee="c3")
    act(going, "hello")
    begin()
    rows = {row.trainee: row for row in list_records(data)}
    assert {id_: (row.outcome, row.state, row.turns) for id_, row in rows.items()} == {
        "2024-117": ("seat_in_van", "closed", 6),
        "b2": ("stopped", "closed", 2),
        "c3": ("", "open", 1),
    }
    assert rows["b2"].title == "The last bus"


def test_a_damaged_record_is_listed_with_why(heard, data):
    (data / "sessions" / "20260101T000000Z-x-1.jsonl").write_text("not a log\n")
    heard.path.chmod(0o600)
    heard.path.write_bytes(heard.path.read_bytes().replace(b'"told"', b'"hush"'))
    assert [(row.state, row.fault[:18]) for row in list_records(data)] == [
        ("damaged", f"{data / 'sessions'}"[:18]),
        ("damaged", "line 4: it was cha"),
    ]


def test_no_folder_holds_no_records(data):
    assert list_records(data) == []


def test_a_record_is_found_by_path_name_short_id_and_session_id(heard, data):
    names = (str(heard.path), heard.path.name, heard.path.stem, heard.path.stem[-8:], heard.header.session[:6])
    assert {find_record(data, name) for name in names} == {heard.path}


def test_a_name_that_fits_none_or_several_is_told(begin, data):
    with pytest.raises(RecordsProblem, match="no record “nothing”"):
        find_record(data, "nothing")
    with pytest.raises(RecordsProblem, match="no record"):
        find_record(data, "\x00")
