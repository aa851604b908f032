"""Breaking words into rows."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.ui.fonts import PLAIN
from simulator.ui.text import Run, Typesetter, speech_runs
from simulator.ui.theme import Theme

INK = (200, 200, 200)


@pytest.fixture(scope="module")
def type_() -> Typesetter:
    pygame.font.init()
    return Typesetter(Theme(), PLAIN)


WORDS = st.text(alphabet=st.characters(codec="latin-1", exclude_categories=("Cc", "Cs")), max_size=120)


@settings(max_examples=60, deadline=None)
@given(words=WORDS, more=WORDS, width=st.integers(60, 500))
def test_no_letter_is_lost_and_no_row_is_too_wide(type_: Typesetter, words: str, more: str, width: int) -> None:
    block = type_.block((Run(words, "regular", INK), Run(more, "italic", INK)), "body", width)
    shown = "".join(piece.words for row in block.rows for piece in row)
    assert "".join(shown.split()) == "".join((words + more).split())
    assert all(wide <= width for wide in block.widths)


def test_what_follows_in_another_weight_does_not_stand_on_the_words_before_it(type_: Typesetter) -> None:
    words = "Shall we get you up and by the door, so we’re ready when they come?"
    block = type_.block((Run(words, "regular", INK), Run("  (said before)", "italic", INK)), "body", 2000)
    for piece, after in pairwise(block.rows[0]):
        assert piece.x + type_.width(piece.words, "body", piece.weight) <= after.x


def test_a_word_wider_than_the_box_is_broken_not_cut(type_: Typesetter) -> None:
    block = type_.block((Run("x" * 200, "regular", INK),), "body", 120)
    assert len(block.rows) > 3
    assert block.width <= 120


def test_stage_directions_stand_apart() -> None:
    runs = speech_runs("(She turns.) Look at me. (She points.)", INK, (9, 9, 9))
    assert [(run.words, run.weight) for run in runs] == [
        ("(She turns.)", "italic"),
        (" Look at me. ", "regular"),
        ("(She points.)", "italic"),
    ]


def test_the_cache_of_pictures_is_bounded(type_: Typesetter) -> None:
    from simulator.ui import text

    for number in range(400):
        type_.picture(f"{number} " + "wide words " * 30, "display", "regular", INK)
    assert type_._bytes <= text.MAX_CACHED_BYTES
