"""What all controls share: a place, a name for the keys to find again, and being pressed."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.theme import HIGH_CONTRAST, Colour, mixed

Press = Callable[[], None]


def draw_lit(canvas: Canvas, rect: pygame.Rect, *, hovered: bool) -> None:
    """The ground of a control that is chosen, focused or under the pointer. In high contrast the pointer
    makes it no lighter (see `draw_pointed_at`): nothing under it may look more chosen than what is chosen."""
    colours = canvas.palette
    if colours is HIGH_CONTRAST:
        canvas.fill(rect, colours.raised)
    else:
        canvas.fill(rect, mixed(colours.raised, colours.hair, 0.5) if hovered else colours.raised)


def draw_pointed_at(canvas: Canvas, rect: pygame.Rect, *, on: Colour | None = None) -> None:
    """In high contrast, the thin line inside a control that the pointer is over; `on` is its colour on the accent."""
    if canvas.palette is HIGH_CONTRAST:
        gap = max(3, 2 * canvas.theme.stroke + 1)
        canvas.outline(rect.inflate(-2 * gap, -2 * gap), on or canvas.palette.hair, 1)


def _nothing() -> None:
    return None


class Control:
    """Something that keys and mouse reach.

    `name` stays the same from frame to frame; `rect` is where it was last drawn, `seen` the part of that in sight;
    a control without `enabled` can be reached, so that its reason can be read, but not pressed; one without `by_keys`
    is there for the mouse alone; one that is `resting` can do nothing now, and shows no focus. `pane` is what it
    scrolls with, if anything.
    """

    by_keys = True
    resting = False

    def __init__(self, name: str, on_press: Press = _nothing, *, enabled: bool = True) -> None:
        self.name = name
        self.on_press = on_press
        self.enabled = enabled
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.seen = pygame.Rect(0, 0, 0, 0)
        self.pane: Control | None = None

    def height(self, canvas: Canvas, width: int) -> int:
        """Pixels it needs at a width."""
        return canvas.theme.control()

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`."""

    def press(self) -> None:
        """Do what it does, if it can."""
        if self.enabled:
            self.on_press()

    def click(self, place: tuple[int, int], *, focused: bool) -> None:
        """The mouse pressed it; `focused` tells whether it had the focus before."""
        self.press()

    def drag(self, place: tuple[int, int]) -> None:
        """The mouse moves with its button held since the click."""

    def key(self, event: pygame.event.Event) -> bool:
        """A key while focused; True if it was used."""
        if event.type == pygame.KEYDOWN and event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            self.press()
            return True
        return False

    def wheel(self, rows: float) -> bool:
        """The mouse wheel over it; True if it was used."""
        return False

    def beyond(self, rows_down: int) -> bool:
        """Whether more than a row of what it holds is out of sight below, or above where `rows_down` is negative."""
        return False
