"""Quotes round words, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.drafting.quoting import NotReadableError, in_double_quotes, quoted
from simulator.authoring.library import SHIPPED, scenario_files
from simulator.scenario.authored.validation import FILE_SHAPE
from simulator.scenario.reading.tree import build

SMALL = "format: 1\nid: a\ntitle: The night door  # a comment\nnodes:\n  a:\n    scene: It's late, really.\n    lines: {x: {say: Who are you, does: [open_question], reply: {lands: Me}}}\n"


def test_words_get_quotes_and_nothing_else_changes():
    after = quoted(SMALL, "a.yaml")
    assert after == (
        SMALL.replace("The night door", '"The night door"')
        .replace("It's late, really.", '"It\'s late, really."')
        .replace("say: Who are you,", 'say: "Who are you",')
        .replace("lands: Me}", 'lands: "Me"}')
    )
    assert quoted(after, "a.yaml") == after


@pytest.mark.parametrize("path", scenario_files(SHIPPED), ids=lambda path: path.stem)
def test_shipped_calls_have_their_quotes(path):
    text = path.read_text(encoding="utf-8")
    assert quoted(text, path.name) == text


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_line_ends_and_the_mark_stay(ends):
    source = "\ufeff" + SMALL.replace("\n", ends)
    after = quoted(source, "a.yaml")
    assert after.startswith("\ufeff")
    assert after.count(ends) == source.count(ends)


@pytest.mark.parametrize("words", ["Room #4", "a: b: c", "&Co", "!Stop now"])
def test_what_a_person_must_mend_is_left_to_them(words):
    with pytest.raises(NotReadableError):
        quoted(f"format: 1\ntitle: {words}\n", "a.yaml")


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F, blacklist_characters="\x7f"), min_size=1))
def test_quoted_words_say_the_same(words):
    if any("\x80" <= sign <= "\x9f" for sign in words):
        return
    tree = build(f"title: {in_double_quotes(words)}\n", "a.yaml", FILE_SHAPE)
    assert tree.value["title"] == words
