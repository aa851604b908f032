"""Values and places: scalars mean what YAML 1.2 says, words are what was written, limits stop early."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.authored.shape import WORDS, Shape
from simulator.scenario.reading.repair import read
from simulator.scenario.reading.tree import MAX_BYTES, resolve

WORDY = Shape(keys={"say": WORDS, "id": Shape(written=True)})


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("22:50", "22:50"),
        ("8:00", "8:00"),
        ("017", 17),
        ("+2", 2),
        ("-3", -3),
        ("0.6", 0.6),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("0x1F", 31),
        ("0o17", 15),
        ("1_000", "1_000"),
        ("2026-01-02", "2026-01-02"),
        ("true", True),
        ("True", True),
        ("tRue", "tRue"),
        ("false", False),
        ("null", None),
        ("~", None),
        (".inf", ".inf"),
        ("+", "+"),
        (".", "."),
    ],
)
def test_a_plain_scalar_means_what_yaml_1_2_says(word: str, meaning: Any) -> None:
    found = resolve(word)
    assert found == meaning
    assert type(found) is type(meaning)


def test_a_number_too_long_to_mean_anything_stays_a_word() -> None:
    assert resolve("9" * 5000) == "9" * 5000


@pytest.mark.parametrize("words", ["no", "22:50", "017", "true", "null", "1.0"])
def test_words_are_taken_as_written(words: str) -> None:
    assert read(f"say: {words}\nid: {words}", "call.yaml", WORDY).value == {"say": words, "id": words}


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("say: Room #4", True),
        ("say: Room # 4", True),
        ("say: Room  #4", True),
        ("say: Room    # a remark", False),
        ('say: "Room" # a remark', False),
        ("id: room # a remark", False),
        ("say: Room#4", False),
    ],
)
def test_words_cut_by_a_hash_are_noticed(line: str, cut: bool) -> None:
    assert ["yaml-hash-cut" for _ in range(cut)] == [p.code for p in read(line, "call.yaml", WORDY).problems]


@pytest.mark.parametrize(
    "line", ['say: Stop that"', 'say: S"top that', 'say: "Stop" and "go', 'say: "Go." she said "no']
)
def test_a_stray_quote_is_noticed(line: str) -> None:
    assert read(line, "call.yaml", WORDY).problems


def test_places_point_at_keys_values_and_into_words() -> None:
    tree = read('a:\n  b: "x and y"\n  c: [one, two]\n', "call.yaml")
    assert str(tree.place(("a", "b"), key=True)) == "call.yaml:2:3"
    assert str(tree.place(("a", "b"))) == "call.yaml:2:6"
    assert str(tree.place(("a", "b"), offset=2)) == "call.yaml:2:9"
    assert str(tree.place(("a", "c", 1))) == "call.yaml:3:12"
    assert str(tree.place(("a", "missing"))) == "call.yaml:1:1"
    assert tree.place(("a", "c", 1)).source_line == "  c: [one, two]"


def test_places_count_characters_not_bytes() -> None:
    tree = read('a: {b: "žluťoučký 🐎", c: x}\n', "call.yaml")
    assert tree.place(("a", "c")).column == 26


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_stops_early(opening: str) -> None:
    tree = read(opening * 100_000, "call.yaml")
    assert [problem.code for problem in tree.problems] == ["yaml-too-deep"]
    assert tree.value is None


def test_too_many_values_stop_early() -> None:
    tree = read(f"x: [{'1,' * 700_000}]", "call.yaml")
    assert [problem.code for problem in tree.problems] == ["yaml-too-big"]
    assert MAX_BYTES == 4_000_000


def test_aliases_do_not_multiply() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"k{i}: &k{i} [*k{i - 1}, *k{i - 1}]\n" for i in range(1, 60))
    tree = read(bomb, "call.yaml")
    assert {problem.code for problem in tree.problems} == {"yaml-anchor", "yaml-alias"}


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"]), max_size=30)


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), PLAIN, min_size=1, max_size=5))
def test_words_in_quotes_come_back_as_they_were(words: dict[str, str]) -> None:
    escaped = {key: value.replace("\\", "\\\\").replace('"', '\\"') for key, value in words.items()}
    text = "".join(f'{key}: "{value}"\n' for key, value in escaped.items())
    tree = read(text, "call.yaml")
    assert tree.problems == []
    assert tree.value == words
