"""The size the window opens at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.ui.opening_size import LEAST_SIZE, TAKEN, opening_size


@pytest.mark.parametrize(
    ("desktop", "size"),
    [
        ((1280, 720), (1280, 640)),
        ((1366, 768), (1280, 688)),
        ((1440, 900), (1280, 720)),
        ((1920, 1080), (1600, 900)),
        ((3440, 1440), (2133, 1200)),
    ],
)
def test_the_window_grows_with_the_desktop_and_leaves_room_for_its_title_bar(
    desktop: tuple[int, int], size: tuple[int, int]
) -> None:
    assert opening_size([desktop]) == size


def test_without_a_known_desktop_it_opens_as_designed() -> None:
    assert opening_size([]) == opening_size([(0, 0)]) == (1280, 720)


@given(st.tuples(st.integers(640, 8000), st.integers(480, 5000)))
def test_it_fits_every_desktop(desktop: tuple[int, int]) -> None:
    wide, high = opening_size([desktop])
    assert LEAST_SIZE[0] <= wide <= desktop[0]
    assert LEAST_SIZE[1] <= high <= desktop[1] - TAKEN
