"""Reading logs that were cut, changed, or never were any; and whether they replay."""

import contextlib
import errno
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.records.log_lines import chained
from simulator.records.problem import RecordsProblem
from simulator.records.reading import NotALog, NothingInIt, parse_log, read_log
from simulator.records.replay import CannotCheck, Differs, Same, replay_log
from simulator.records.texts import Missing, kept_programs, only, remembered


def rechained(data, change):
    """The log with its rows changed and a new, sound chain: what somebody who knows the format would do."""
    link, lines = "", []
    for number, raw in enumerate(data.splitlines(), start=1):
        row = json.loads(raw)
        del row["chain"]
        change(number, row)
        line, link = chained(row, link)
        lines.append(line)
    return b"".join(lines)


@pytest.mark.parametrize("line", range(2, 9))
def test_a_changed_line_is_named(heard, line):
    lines = heard.path.read_bytes().splitlines(keepends=True)
    lines[line - 1] = lines[line - 1].replace(b'"at":"2', b'"at":"3')
    record = parse_log(heard.path, b"".join(lines))
    assert record.state == "damaged"
    assert [(fault.kind, fault.line) for fault in record.problems] == [("changed", line)]
    assert len(record.actions) == line - 2


def test_a_lost_line_and_two_that_changed_places_are_named(heard):
    lines = heard.path.read_bytes().splitlines(keepends=True)
    lost = parse_log(heard.path, b"".join(lines[:3] + lines[4:]))
    swapped = parse_log(heard.path, b"".join([*lines[:3], lines[4], lines[3], *lines[5:]]))
    assert lost.problems[0].line == swapped.problems[0].line == 4


def test_any_changed_byte_is_noticed(heard):
    data = heard.path.read_bytes()

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.integers(0, len(data) - 1), st.integers(1, 255))
    def noticed(place, change):
        altered = data[:place] + bytes([data[place] ^ change]) + data[place + 1 :]
        with contextlib.suppress(NotALog):
            assert parse_log(heard.path, altered).problems

    noticed()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: (text + "\n").encode("utf-8", "replace")))
def test_whatever_else_a_file_holds_is_no_log(tmp_path, data):
    with pytest.raises(NotALog, match=r"not a s|cut off in its first line"):
        parse_log(tmp_path / "x.jsonl", data)


def test_deep_nesting_is_no_log(tmp_path):
    with pytest.raises(NotALog):
        parse_log(tmp_path / "x.jsonl", b"[" * 200_000 + b"\n")


def test_a_log_of_a_later_format_says_so(heard, tmp_path):
    data = rechained(heard.path.read_bytes(), lambda number, row: row.update(format=9) if number == 1 else None)
    with pytest.raises(NotALog, match="written in format 9; this program reads format 1"):
        parse_log(tmp_path / "x.jsonl", data)


def test_a_missing_file_and_a_folder_are_told_in_plain_words(tmp_path):
    with pytest.raises(RecordsProblem, match="is not there"):
        read_log(tmp_path / "none.jsonl")
    with pytest.raises(NotALog, match="is a folder"):
        read_log(tmp_path)


def test_a_record_made_up_with_a_sound_chain_does_not_replay(heard, last_bus):
    def lie(number, row):
        if number == 4:
            row["happened"][1][3] -= 1_000

    record = parse_log(heard.path, rechained(heard.path.read_bytes(), lie))
    assert record.problems == ()
    assert replay_log(record, only(last_bus)) == Differs(4, "after “told” something else happens than it says")


def test_a_made_up_end_does_not_replay(heard, last_bus):
    def lie(_number, row):
        if row["kind"] == "end":
            row["value"] = 99_000

    record = parse_log(heard.path, rechained(heard.path.read_bytes(), lie))
    assert isinstance(replay_log(record, only(last_bus)), Differs)


def test_an_act_that_was_not_open_does_not_replay(heard, last_bus):
    def lie(number, row):
        if number == 3:
            row["action"] = "take_it"

    answer = replay_log(parse_log(heard.path, rechained(heard.path.read_bytes(), lie)), only(last_bus))
    assert isinstance(answer, Differs)
    assert answer.line == 3


def test_another_law_cannot_be_checked_here(heard, last_bus):
    def older(number, row):
        if number == 1:
            row["start"]["law"] = 0

    answer = replay_log(parse_log(heard.path, rechained(heard.path.read_bytes(), older)), only(last_bus))
    assert isinstance(answer, CannotCheck)
    assert "law version 0" in answer.missing[0]


def test_a_kept_text_that_was_changed_is_missing(heard, data):
    digest = read_log(heard.path).header.start.digests["scenario"]
    kept = data / "texts" / f"{digest}.yaml"
    kept.write_text(kept.read_text(encoding="utf-8").replace("tension: 55", "tension: 5"), encoding="utf-8")
    answer = replay_log(read_log(heard.path), kept_programs(data / "texts"))
    assert answer == CannotCheck(("the text of scenario “last_bus” as it was then",))


def test_a_digest_never_leads_out_of_the_folder(data):
    assert kept_programs(data / "texts")({"scenario": "../../secret"}) == Missing(("scenario",))


def test_a_program_is_made_ready_once_for_many_records(last_bus):
    asked = []
    find = remembered(lambda digests: asked.append(digests) or last_bus)
    assert [find({"scenario": "a"}), find({"scenario": "a"})] == [last_bus, last_bus]
    assert len(asked) == 1


def test_replay_outlives_a_changed_library(heard, data):
    assert isinstance(replay_log(read_log(heard.path), kept_programs(data / "texts")), Same)


@pytest.mark.parametrize("cut", [0, 1, 40])
def test_a_log_cut_off_in_its_first_line_says_that_nothing_is_in_it(heard, tmp_path, cut):
    path = tmp_path / "cut.jsonl"
    path.write_bytes(heard.path.read_bytes()[:cut])
    with pytest.raises(NothingInIt, match="nothing is in it"):
        read_log(path)


def test_a_log_that_may_not_be_read_is_told_so(heard, monkeypatch):
    def closed(path):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.read_bytes", closed)
    with pytest.raises(RecordsProblem, match="may not be read"):
        read_log(heard.path)


def test_words_that_would_be_commands_to_a_terminal_are_no_part_of_a_log(heard):
    def change(number, row):
        if number == 1:
            row["scenario"]["title"] = "\x1b[2J"

    with pytest.raises(NotALog, match="title"):
        parse_log(heard.path, rechained(heard.path.read_bytes(), change))
