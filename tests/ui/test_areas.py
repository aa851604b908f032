"""Where things stand during a call, for any window and text size."""

from __future__ import annotations

import pygame
from hypothesis import given
from hypothesis import strategies as st

from simulator.ui.contact.areas import areas
from simulator.ui.theme import TEXT_SIZES, Theme


@given(st.integers(640, 3840), st.integers(400, 2160), st.sampled_from(TEXT_SIZES))
def test_nothing_overlaps_and_everything_is_in_the_window(width: int, height: int, text_size: int) -> None:
    window = pygame.Rect(0, 0, width, height)
    places = areas(window, Theme(window=(width, height), text_size=text_size))
    boxes = [places.words, places.choices, *(box for box in (places.facts, places.strip) if box is not None)]
    assert all(window.contains(box) for box in boxes)
    assert all(not one.colliderect(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])
    assert (places.facts is None) != (places.strip is None)
    focus = places.picture.x + places.focus_x * places.picture.width
    assert places.words.right < focus < (places.facts.left if places.facts is not None else window.right)
    assert places.picture.bottom >= places.choices.top
    assert places.choices.height <= height * 0.56 + 1
