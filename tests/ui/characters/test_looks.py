"""Looks: an author's words, and words nobody knows."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.ui.characters.hair import SHAPES
from simulator.ui.characters.looks import Look, legal_words, look_from
from simulator.ui.characters.pose import PersonState


def test_words_are_read_in_any_order_and_joined_any_way():
    one = look_from({"hair": "black_bun", "clothes": "coat_ochre", "figure": "woman"})
    other = look_from({"hair": "bun, black", "clothes": "ochre coat", "figure": "female"})
    assert one == other
    assert one.hair_shape == "bun"
    assert one.garment == "coat"


def test_a_misspelt_word_becomes_the_nearest():
    assert look_from({"skin": "brwon"}).skin == look_from({"skin": "brown"}).skin
    assert look_from({"clothes": "jackets"}).garment == "jacket"


def test_an_unknown_word_becomes_the_default():
    assert look_from({"skin": "zzzz", "hair": "zzzz", "clothes": "zzzz", "build": "zzzz"}) == look_from({})


def test_age_greys_and_lines():
    young, old = look_from({"age": 20}), look_from({"age": 70})
    assert old.age_lines > young.age_lines
    assert old.hair != young.hair
    assert look_from({"age": 70, "hair": "black"}).hair == look_from({"age": 20, "hair": "black"}).hair


@given(
    st.dictionaries(
        st.sampled_from(["age", "build", "hair", "skin", "clothes", "figure", "chin", "hat"]),
        st.text() | st.integers() | st.none(),
    )
)
def test_no_look_ever_fails(authored):
    look = look_from(authored)
    assert isinstance(look, Look)
    assert look.hair_shape in SHAPES


def test_every_legal_hair_shape_can_be_drawn():
    shapes = [word for word in legal_words()["hair"] if word in SHAPES]
    assert sorted(shapes) == sorted(SHAPES)


@pytest.mark.parametrize("shape", sorted(SHAPES))
@pytest.mark.parametrize("garment", ["coat", "jacket", "jumper"])
def test_every_hair_and_garment_draws_a_person(shape, garment, draw):
    picture = draw(look_from({"hair": shape, "clothes": garment}), PersonState())
    assert isinstance(picture, pygame.Surface)
    assert picture.get_bounding_rect().height > 200
