"""People, poses and pictures for the tests of the drawing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from simulator.ui.characters.figure import Sitter
from simulator.ui.characters.light import Light
from simulator.ui.characters.looks import Look, look_from
from simulator.ui.characters.portrait import portrait
from simulator.ui.characters.pose import PersonState, pose_for

PIT = (160, 165)
SCALE = 0.5
SIZE = (320, 380)

Drawn = tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_], npt.NDArray[np.float64]]


@pytest.fixture(scope="session")
def woman() -> Look:
    """The woman of the corner shop."""
    return look_from({"age": 31, "figure": "woman", "hair": "black_bun", "skin": "brown", "clothes": "coat_ochre"})


@pytest.fixture(scope="session")
def man() -> Look:
    """The man of the bridge."""
    return look_from({"age": 50, "figure": "man", "hair": "dark_grey", "clothes": "jacket_green", "chin": "stubble"})


@pytest.fixture(scope="session")
def draw() -> Callable[..., pygame.Surface]:
    """Draws a small portrait of a look in a state."""

    def picture(look: Look, state: PersonState, manner: str = "fear", light: Light | None = None) -> pygame.Surface:
        return portrait(Sitter(look, light or Light()), pose_for(state, manner), SCALE, SIZE, PIT)

    return picture


@pytest.fixture(scope="session")
def measure() -> Callable[[pygame.Surface], Drawn]:
    """The face in grey (0 to 255), the silhouette, and the whole of a small portrait in grey."""

    def of(picture: pygame.Surface) -> Drawn:
        colour = pygame.surfarray.array3d(picture).astype(float)
        alpha = pygame.surfarray.array_alpha(picture)
        grey = colour @ np.array([0.299, 0.587, 0.114])
        x, y = PIT[0], round(PIT[1] - 142 * SCALE)
        return grey[x - 32 : x + 32, y - 40 : y + 52], alpha > 127, grey

    return of
