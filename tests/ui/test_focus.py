"""Focus by keys and mouse."""

from __future__ import annotations

import pygame
import pytest

from simulator.ui.canvas import Canvas
from simulator.ui.focus import LEAST_TARGET, FocusRing
from simulator.ui.fonts import PLAIN
from simulator.ui.text import Typesetter
from simulator.ui.theme import Theme
from simulator.ui.widgets.control import Control

PLACES = {"a": (0, 0, 80, 30), "b": (100, 0, 80, 30), "c": (0, 60, 80, 30), "d": (100, 60, 80, 10)}


class Grid:
    """Four controls, two by two; pressing one writes its name down."""

    def __init__(self) -> None:
        pygame.font.init()
        self.canvas = Canvas(pygame.Surface((300, 200)), Typesetter(Theme(), PLAIN))
        self.ring = FocusRing()
        self.pressed: list[str] = []
        self.controls = [Control(name, lambda name=name: self.pressed.append(name)) for name in PLACES]
        self.draw()

    def draw(self) -> None:
        self.ring.begin()
        for control in self.controls:
            self.ring.put(self.canvas, control, pygame.Rect(PLACES[control.name]))
        self.ring.end(self.canvas)

    def key(self, code: int, mod: int = 0) -> str:
        self.ring.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=""))
        self.draw()
        assert self.ring.focused is not None
        return self.ring.focused.name


@pytest.fixture
def grid() -> Grid:
    return Grid()


def test_tab_goes_round_in_reading_order_both_ways(grid: Grid) -> None:
    assert [grid.key(pygame.K_TAB) for _ in range(4)] == ["b", "c", "d", "a"]
    assert grid.key(pygame.K_TAB, pygame.KMOD_SHIFT) == "d"


def test_arrows_go_to_the_neighbour(grid: Grid) -> None:
    assert grid.key(pygame.K_RIGHT) == "b"
    assert grid.key(pygame.K_DOWN) == "d"
    assert grid.key(pygame.K_LEFT) == "c"
    assert grid.key(pygame.K_UP) == "a"
    assert grid.key(pygame.K_UP) == "a"


def test_enter_presses_what_has_the_focus(grid: Grid) -> None:
    grid.key(pygame.K_RIGHT)
    grid.key(pygame.K_RETURN)
    assert grid.pressed == ["b"]


def test_a_control_that_is_closed_is_reached_but_not_pressed(grid: Grid) -> None:
    grid.controls[1].enabled = False
    assert grid.key(pygame.K_RIGHT) == "b"
    grid.key(pygame.K_RETURN)
    assert grid.pressed == []


def test_a_low_control_can_be_hit_just_beside_it(grid: Grid) -> None:
    box = pygame.Rect(PLACES["d"])
    beside = (box.centerx, box.centery + LEAST_TARGET // 2 - 1)
    assert not box.collidepoint(beside)
    grid.ring.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=beside, button=1))
    assert grid.pressed == ["d"]


def test_the_focus_moves_on_when_its_control_goes(grid: Grid) -> None:
    grid.key(pygame.K_RIGHT)
    del grid.controls[1]
    grid.draw()
    assert grid.ring.focused is not None
    assert grid.ring.focused.name == "a"


def test_an_arrow_does_not_leap_across_the_screen_to_something_barely_beside(
    grid: Grid, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PLACES, "d", (100, 190, 80, 10))
    del grid.controls[1]
    grid.draw()
    assert grid.key(pygame.K_RIGHT) == "a"
