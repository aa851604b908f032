"""What people add to a record: kept beside it, in order, for good, and its log untouched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.records.annotations import annotate, notes_of, read_annotations
from simulator.records.disk import Disk
from simulator.records.problem import RecordsProblem
from simulator.scoring.annotations import Flag, Note, Override, Plan, SelfRating

AT = "2026-03-01T10:00:00.000Z"


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"the log\n")
    return path


def note(words: str, turn: int | None = 1) -> Note:
    return Note(by="I-7", at=AT, turn=turn, words=words)


def test_what_is_added_is_read_back_in_order(log):
    added = (
        SelfRating(by="T-1", at=AT, marks={"listening": 5}, turning_point=3),
        note("Good pause."),
        Flag(by="I-7", at=AT, turn=3, flag="talk"),
        Override(by="I-7", at=AT, skill="empathy", mark=5, reason="The tone was warm; the words alone do not show it."),
        Plan(by="T-1", at=AT, words="If interrupted, then I pause."),
    )
    for one in added:
        annotate(log, "s-1", one)
    assert read_annotations(log, "s-1") == added
    assert log.read_bytes() == b"the log\n"


def test_nothing_added_is_nothing(log):
    assert read_annotations(log, "s-1") == ()


def test_another_sessions_notes_are_refused(log):
    annotate(log, "s-1", note("x"))
    with pytest.raises(RecordsProblem, match="another session"):
        read_annotations(log, "s-2")
    with pytest.raises(RecordsProblem, match="another session"):
        annotate(log, "s-2", note("y"))


def test_two_who_add_at_once_both_add(log, monkeypatch):
    class Second(Disk):
        """Another process makes the file just before this one."""

        def create(self, path):
            annotate(log, "s-1", note("first"))
            return super().create(path)

    answers = iter((True, False, False, True))
    monkeypatch.setattr("simulator.records.annotations.lock", lambda _: next(answers))
    annotate(log, "s-1", note("second"), Second())
    assert [each.words for each in read_annotations(log, "s-1")] == ["first", "second"]


@pytest.mark.parametrize("line", [1, 2, 3])
def test_a_changed_line_is_named(log, line):
    for words in ("aaa", "bbb"):
        annotate(log, "s-1", note(words))
    path = notes_of(log)
    lines = path.read_bytes().split(b"\n")
    lines[line - 1] = lines[line - 1].replace(b"s-1", b"s-9").replace(b"aaa", b"abc").replace(b"bbb", b"bcd")
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(RecordsProblem, match=f"line {line}, was changed"):
        read_annotations(log, "s-1")


def test_a_line_cut_off_by_a_crash_is_passed_over_and_written_over(log):
    annotate(log, "s-1", note("kept"))
    with notes_of(log).open("ab") as file:
        file.write(b'{"kind":"note","wor')
    assert [one.words for one in read_annotations(log, "s-1")] == ["kept"]
    annotate(log, "s-1", note("next"))
    assert [one.words for one in read_annotations(log, "s-1")] == ["kept", "next"]


def test_a_full_disk_leaves_what_was_there(log):
    from simulator.records.disk import Disk

    class Full(Disk):
        def write(self, handle, data):
            raise OSError(28, "No space left on device")

    annotate(log, "s-1", note("kept"))
    with pytest.raises(RecordsProblem, match="not kept"):
        annotate(log, "s-1", note("lost"), Full())
    assert [one.words for one in read_annotations(log, "s-1")] == ["kept"]


@given(st.text(max_size=200))
def test_any_words_come_back_as_they_were(tmp_path_factory, words):
    log = tmp_path_factory.mktemp("notes") / "a.jsonl"
    try:
        annotate(log, "s", note(words))
    except (RecordsProblem, UnicodeEncodeError):
        return
    assert read_annotations(log, "s")[0].words == words
