"""What an academy puts on its reports."""

import os

import pytest

from simulator.records.academy import read_academy
from simulator.records.annotations import read_annotations
from simulator.records.problem import RecordsProblem

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def test_nothing_there_is_no_fault(tmp_path):
    assert read_academy(tmp_path).name == ""


def test_its_name_logo_and_words(tmp_path):
    folder = tmp_path / "academy"
    folder.mkdir()
    (folder / "name.txt").write_text("Northmoor Academy\n", encoding="utf-8-sig")
    (folder / "logo.svg").write_bytes(SVG)
    (folder / "words.yaml").write_text('keep: "Hold on to"', encoding="utf-8")
    found = read_academy(tmp_path)
    assert (found.name, found.logo_type, found.words) == ("Northmoor Academy", "image/svg+xml", 'keep: "Hold on to"')


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_the_place_of_a_file_is_told_and_not_waited_for(tmp_path):
    (tmp_path / "academy").mkdir()
    os.mkfifo(tmp_path / "academy" / "name.txt")
    os.mkfifo(tmp_path / "call.notes")
    with pytest.raises(RecordsProblem, match="is a device or a pipe where a file belongs"):
        read_academy(tmp_path)
    with pytest.raises(RecordsProblem, match="is a device or a pipe where a file belongs"):
        read_annotations(tmp_path / "call.jsonl", "1")


@pytest.mark.parametrize(
    ("file", "held", "what"),
    [
        ("logo.svg", b"<svg><script>x</script></svg>", "more than a picture"),
        ("logo.svg", b"hello", "not an SVG"),
        ("logo.png", b"hello", "not a PNG"),
        ("name.txt", b"\xff\xfe\xff", "not UTF-8"),
        ("logo.png", b"\x89PNG\r\n\x1a\n" + bytes(3_000_000), "too large"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path, file, held, what):
    (tmp_path / "academy").mkdir()
    (tmp_path / "academy" / file).write_bytes(held)
    with pytest.raises(RecordsProblem, match=what):
        read_academy(tmp_path)
