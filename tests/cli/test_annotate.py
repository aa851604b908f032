"""An instructor's notes, flags and ratings from the terminal, and how they stand in the report."""

from __future__ import annotations

import pytest


def test_what_is_added_stands_in_the_report_beside_what_was_computed(cli, record):
    before = record.read_bytes()
    assert cli("annotate", "note", record, "Waited where others talk.", "--turn", "2", "--by", "I-7").code == 0
    assert cli("annotate", "flag", record, "3", "strength", "--by", "I-7").code == 0
    assert cli("annotate", "rate", record, "listening=5", "empathy=4", "--by", "I-7").code == 0
    assert cli("annotate", "override", record, "respect=6", "--reason", "The tone carried it.", "--by", "I-7").code == 0
    text = cli("report", record, "--format", "md").out
    for told in ("Waited where others talk.", "A strength:", "Respect and fairness set to 6.", "The tone carried it."):
        assert told in text
    assert "| Skill | Computed | I-7 | Set by instructor |" in text
    plain = " ".join(cli("report", record).out.split())
    for told in ("Waited where others talk. (I-7, ", "A strength: turn 3", "Respect and fairness set to 6. The tone"):
        assert told in plain
    page_one = cli("report", record, "--format", "html").out.split('class="detail"')[0]
    assert "Respect and fairness, 6 (I-7, " in page_one
    assert record.read_bytes() == before


def test_nothing_is_added_to_a_log_that_was_changed(cli, record):
    record.chmod(0o600)
    record.write_bytes(record.read_bytes().replace(b"hello", b"hullo"))
    done = cli("annotate", "note", record, "Good.", "--by", "I-7")
    assert done.code == 1
    assert "was changed after it was written" in done.err
    assert not record.with_suffix(".notes").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("note", "LOG", "x", "--turn", "99", "--by", "I"), "There is no turn 99"),
        (("rate", "LOG", "listenin=5", "--by", "I"), "did you mean"),
        (("rate", "LOG", "listening=9", "--by", "I"), "needs a mark from 1 to 7"),
        (("override", "LOG", "listening=5", "--reason", " ", "--by", "I"), "Say why"),
        (("override", "LOG", "listening=5", "--reason", "x" * 2001, "--by", "I"), "at most 2000 signs"),
        (("note", "LOG", "x", "--by", "Jo Smith"), "cannot hold a space"),
        (("note", "LOG", " ", "--by", "I"), "The note is empty"),
        (("note", "LOG", "x" * 2001, "--by", "I"), "at most 2000 signs"),
        (("note", "LOG", "a\udcff", "--by", "I"), "no UTF-8 text"),
    ],
)
def test_what_cannot_be_added_is_refused_in_plain_words(cli, record, words, told):
    done = cli("annotate", *(record if word == "LOG" else word for word in words))
    assert done.code in (1, 2)
    assert told in done.err
