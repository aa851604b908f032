"""Focus: which control the keys reach, and how keys and mouse move it.

Controls are put on the ring in reading order each time a scene is drawn; the ring keeps the focus by name. Tab and
Shift+Tab go round, arrows go to the nearest control in their direction.
"""

from __future__ import annotations

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.widgets.control import Control

_ARROWS = {
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
}
LEAST_TARGET = 24
"""Pixels: what can be clicked is never smaller."""
_SIDEWAYS = 4
"""Pixels up or down for each to the side at which → and ← still take a control for their neighbour."""
_LINED_UP = 6
"""↑ and ↓ go to what stands above or below rather than beside: so many pixels aside count as one."""


class FocusRing:
    """The controls of the last frame and the one that has the focus."""

    def __init__(self) -> None:
        self.controls: list[Control] = []
        self._coming: list[Control] = []
        self._name = ""
        self._held: Control | None = None
        self._pointer = (-1, -1)
        self._drawn_at: tuple[object, tuple[int, int]] | None = None
        self.moved = False
        """Whether keys moved the focus since the last frame, or the window or its letters were of another size in it:
        what scrolls brings the focus into sight then."""

    @property
    def focused(self) -> Control | None:
        """The control the keys reach."""
        return next((control for control in self.controls if control.name == self._name), None)

    @property
    def placed(self) -> list[Control]:
        """The controls put on the ring in this frame so far."""
        return self._coming

    def focus(self, name: str) -> None:
        """Give the focus to the control of a name, now or as soon as it is drawn."""
        self._name = name
        self.moved = True

    def has(self, control: Control) -> bool:
        """Whether a control has the focus."""
        return control.name == self._name

    def begin(self) -> None:
        """A frame starts."""
        self._coming = []

    def put(self, canvas: Canvas, control: Control, rect: pygame.Rect) -> None:
        """Draw a control at a place and let keys and mouse reach it."""
        control.rect = rect
        control.seen = rect.clip(canvas.surface.get_clip())
        if not self._name and control.by_keys:
            self._name = control.name
        self._coming.append(control)
        control.draw(canvas, focused=self.has(control), hovered=control.seen.collidepoint(canvas.pointer))

    def end(self, canvas: Canvas) -> None:
        """A frame is drawn: the ring goes round the focused control."""
        self.controls, self._pointer = self._coming, canvas.pointer
        focused = self.focused
        if focused is None and self.controls:
            reached = self._by_keys() or self.controls
            self._name = next((c.name for c in reached if c.enabled), reached[0].name)
            focused = self.focused
        if focused is not None and focused.seen.height > 0 and not focused.resting:
            canvas.ring(focused.seen)
        drawn_at = (canvas.theme, canvas.rect.size)
        self.moved = drawn_at != self._drawn_at
        self._drawn_at = drawn_at

    def handle(self, event: pygame.event.Event) -> bool:
        """Let the controls have an event; True if one used it."""
        if event.type in (pygame.KEYDOWN, pygame.TEXTINPUT):
            return self._key(event)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            hit = self._at(event.pos)
            if hit is None:
                return False
            had = self.has(hit)
            self._held = hit
            if hit.by_keys:
                self._name = hit.name
            hit.click(event.pos, focused=had)
            return True
        if event.type == pygame.MOUSEMOTION and self._held is not None and event.buttons[0]:
            self._held.drag(event.pos)
            return True
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self._held = None
        if event.type == pygame.MOUSEWHEEL:
            under = (control for control in reversed(self.controls) if control.seen.collidepoint(self._pointer))
            return any(control.wheel(event.y) for control in under)
        return False

    def _key(self, event: pygame.event.Event) -> bool:
        focused = self.focused
        if focused is not None and focused.key(event):
            return True
        if event.type != pygame.KEYDOWN or not self.controls:
            return False
        if event.key == pygame.K_TAB:
            self.step(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            return True
        if event.key in _ARROWS:
            return self._toward(event)
        return False

    def _by_keys(self) -> list[Control]:
        return [control for control in self.controls if control.by_keys and not control.resting]

    def step(self, by: int) -> None:
        """Move the focus along the reading order, round the ends."""
        names = [control.name for control in self._by_keys()]
        if not names:
            return
        place = names.index(self._name) if self._name in names else -1 if by > 0 else 0
        self.focus(names[(place + by) % len(names)])

    def _toward(self, event: pygame.event.Event) -> bool:
        focused = self.focused
        if focused is None:
            self.step(1)
            return True
        dx, dy = _ARROWS[event.key]
        here = focused.rect

        def distance(other: Control) -> float:
            there = other.rect
            if dx:
                ahead = (there.left - here.right) if dx > 0 else (here.left - there.right)
                aside = max(0, there.top - here.bottom, here.top - there.bottom)
                off = abs(there.centery - here.centery)
                if aside > _SIDEWAYS * max(ahead, LEAST_TARGET):
                    return float("inf")
            else:
                ahead = (there.top - here.bottom) if dy > 0 else (here.top - there.bottom)
                aside = max(0, there.left - here.right, here.left - there.right) // _LINED_UP
                off = abs(there.left - here.left) // 2
            return ahead + 3 * aside + 0.2 * off if ahead > -4 else float("inf")

        others = [control for control in self._by_keys() if control is not focused and not self._shows_way_in(control)]
        nearest = min(others, key=distance, default=None)
        if nearest is not None and distance(nearest) == float("inf"):
            nearest = None
        pane = focused.pane
        if pane is not None and dy and (nearest is None or nearest.pane is not pane) and pane.beyond(dy):
            # Words above the first control of a pane, or below its last, are read before the focus leaves it.
            return pane.key(event)
        if pane is not None and dy > 0 and nearest is not None and nearest.pane is None:
            # Down out of a pane is to its row's first button, the main one, wherever in the pane one was.
            row = nearest.rect
            level = (one for one in others if one.pane is None and one.rect.top <= row.centery < one.rect.bottom)
            nearest = next(level, nearest)
        if nearest is not None:
            self.focus(nearest.name)
        return nearest is not None

    def _shows_way_in(self, pane: Control) -> bool:
        """Whether something that scrolls shows a control whole: then arrows go to that, and not to the pane."""
        return any(one.pane is pane and one.by_keys and one.seen.size == one.rect.size for one in self.controls)

    def _at(self, place: tuple[int, int]) -> Control | None:
        for control in reversed(self.controls):
            grown = control.seen.inflate(
                max(0, LEAST_TARGET - control.seen.width), max(0, LEAST_TARGET - control.seen.height)
            )
            if control.seen.height > 0 and grown.collidepoint(place):
                return control
        return None
