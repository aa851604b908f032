"""Templates by key: filled in, counted, and replaced by an academy's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.words import LONGEST, Words, WordsError

WORDS = Words({"at": "Turn {turn}, at {at}.", "turns": "{number} turns of {kind}", "turns_one": "one turn of {kind}"})


def test_names_are_filled_in_once_and_what_is_filled_in_is_not_read_again():
    assert WORDS("at", turn="{at}", at="0:09") == "Turn {at}, at 0:09."


def test_one_of_a_thing_has_words_of_its_own_and_parts_keep_their_decimals():
    told = [WORDS.count("turns", number, kind="talk") for number in (0, 1, 1.0, 1.5, 2.0, 4)]
    assert told == [
        "0 turns of talk", "one turn of talk", "one turn of talk", "1.5 turns of talk", "2 turns of talk",
        "4 turns of talk",
    ]  # fmt: skip


def test_a_replacement_leaves_every_other_text_as_it_was():
    own = WORDS.replaced('at: "In {turn}."', "own.yaml")
    assert own("at", turn=3) == "In 3."
    assert own.count("turns", 2, kind="talk") == WORDS.count("turns", 2, kind="talk")
    assert WORDS("at", turn=3, at="0:09") == "Turn 3, at 0:09."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('att: "x"', "own.yaml: “att” is not the key of a text; did you mean “at”?"),
        ('elsewhere: "x"', "own.yaml: “elsewhere” is not the key of a text; the shipped files list them all."),
        ('at: "Turn {trun}"', "own.yaml: the text “at” names {trun}; the names it can use are: at, turn."),
        ('at: ""', f"own.yaml: the text “at” must be words in quotes, at most {LONGEST} signs."),
        ("at: [x]", f"own.yaml: the text “at” must be words in quotes, at most {LONGEST} signs."),
        ('at: "' + LONGEST * "x" + 'y"', f"own.yaml: the text “at” must be words in quotes, at most {LONGEST} signs."),
        ('? [at]\n: "x"', "own.yaml:1: this is not YAML; put each text in quotes, one a line."),
        ("at: " + 3_000 * "[", "own.yaml: this is not YAML; put each text in quotes, one a line."),
        ('at: "x"\nat: "y"', "own.yaml:2: the text “at” stands here a second time; keep one of them."),
        ('at: "\\e[2J"', "own.yaml: the text “at” holds a sign that cannot be shown; write it anew."),
        ('at: "\\ud800"', "own.yaml: the text “at” holds a sign that cannot be shown; write it anew."),
        ("- at", 'own.yaml: this file holds no texts; write `key: "text"`, one a line.'),
        ('at: "x"\nturns: "y', "own.yaml:2: this is not YAML; put each text in quotes, one a line."),
    ],
)
def test_a_wrong_entry_is_named_with_its_mend(text, told):
    with pytest.raises(WordsError) as refused:
        WORDS.replaced(text, "own.yaml")
    assert str(refused.value) == told


def test_every_value_is_words_whatever_else_it_looks_like():
    own = Words({"yes": "yes", "at": "x"}).replaced("yes: no\nat: 2026-13-45", "own.yaml")
    assert (own("yes"), own("at")) == ("no", "2026-13-45")


def _refusal(text: str) -> str:
    """Why a text is refused; "" where it is taken."""
    try:
        WORDS.replaced(text, "own.yaml")
    except WordsError as refused:
        return str(refused)
    return ""


@given(st.text(max_size=200))
def test_any_text_is_taken_or_refused_in_words(text):
    assert _refusal(text).startswith("own.yaml") or WORDS.replaced(text, "own.yaml").keys == WORDS.keys
