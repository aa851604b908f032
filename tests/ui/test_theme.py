"""The theme: what must be read can be read, and lengths follow window and reader."""

from __future__ import annotations

import pytest

from simulator.ui.theme import HIGH_CONTRAST, LAMPLIGHT, SHAPES_ON, TEXT_SIZES, WORDS_ON, Theme, contrast, mixed

PALETTES = pytest.mark.parametrize("palette", [LAMPLIGHT, HIGH_CONTRAST], ids=["lamplight", "high contrast"])


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@PALETTES
@pytest.mark.parametrize(("words", "ground"), WORDS_ON)
def test_words_have_contrast_aa(palette, words: str, ground: str) -> None:
    colours = palette.colours()
    assert contrast(colours[words], colours[ground]) >= 4.5


@PALETTES
@pytest.mark.parametrize(("shape", "ground"), SHAPES_ON)
def test_controls_and_marks_can_be_seen(palette, shape: str, ground: str) -> None:
    colours = palette.colours()
    assert contrast(colours[shape], colours[ground]) >= 3


@PALETTES
@pytest.mark.parametrize("words", ["text", "muted"])
def test_words_on_what_the_pointer_is_over(palette, words: str) -> None:
    assert contrast(palette.colours()[words], mixed(palette.raised, palette.hair, 0.5)) >= 4.5


@PALETTES
@pytest.mark.parametrize("words", ["text", "muted", "accent", "good", "note", "poor"])
def test_words_of_a_scene_that_stands_on_another(palette, words: str) -> None:
    """Even over white letters beneath the cover, words keep their contrast."""
    ground = mixed((255, 255, 255), palette.ground, palette.veil / 255)
    assert contrast(palette.colours()[words], ground) >= 4.5


def test_letters_double_at_200_per_cent_and_grow_with_the_window() -> None:
    usual, large = Theme(), Theme(text_size=200)
    assert large.letters("body") == 2 * usual.letters("body")
    assert Theme(window=(1920, 1080)).letters("body") == 30
    assert all(Theme(text_size=size).control() >= 24 for size in TEXT_SIZES)
