"""A pane whose content may be higher than itself: wheel, keys, and a bar to drag."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import pygame

from simulator.ui.canvas import Canvas, DrawnText
from simulator.ui.focus import FocusRing
from simulator.ui.theme import Colour
from simulator.ui.widgets.control import Control

_WHOLE = 0.9
"""The share of a row that its letters take: of a row seen so far nothing is missing."""


class ScrollPane(Control):
    """Draws content through a window. It takes the focus only when there is more than it can show.

    `follow` keeps the end in sight as content grows, as a transcript wants. `on_panel` tells that it stands on the
    colour of panels, not on that of the window.
    """

    def __init__(self, name: str, *, follow: bool = False, on_panel: bool = False) -> None:
        super().__init__(name)
        self._on_panel = on_panel
        self.offset = 0
        self.follow = follow
        self.anchor: int | None = None
        """How far down following may go, in pixels of the content; None for to its end."""
        self._content = 0
        self._grip = 0
        self._row = 24

    @property
    def overflows(self) -> bool:
        """Whether there is more than can be seen at once."""
        return self._content > self.rect.height

    def show(
        self,
        canvas: Canvas,
        ring: FocusRing,
        rect: pygame.Rect,
        paint: Callable[[pygame.Rect], int],
        *,
        reachable: bool = True,
    ) -> None:
        """Draw: `paint` gets a box to draw from its top, and gives the height it took.

        Content may put controls on the ring; one that the keys moved to is brought into sight. With `reachable` off
        the keys walk through the content alone, and the pane itself is there for the mouse.
        """
        theme = canvas.theme
        self.rect, self._row = rect, theme.row()
        bar = theme.space(1.25)
        first, written = len(ring.placed), len(canvas.texts)
        self.by_keys = reachable
        if self._content > rect.height:
            ring.put(canvas, self, rect)
        with canvas.clipped(rect, scrolls=True):
            inner = pygame.Rect(rect.x, rect.y - self.offset, rect.width - bar - theme.space(1), rect.height)
            taken = paint(inner)
            self._soften(canvas, canvas.texts[written:], pygame.Rect(rect.x, rect.y, rect.width - bar, rect.height))
        if self.follow and taken != self._content:
            self.offset = max(0, taken - rect.height)
            if self.anchor is not None:
                self.offset = min(self.offset, self.anchor)
        self._content = taken
        self.offset = max(0, min(self.offset, taken - rect.height))
        for control in ring.placed[first:]:
            if control is not self:
                control.pane = self
                if ring.moved and ring.has(control):
                    self.reveal(control.rect, theme.space(1))
        if self.overflows:
            self._draw_bar(canvas, bar)

    def _soften(self, canvas: Canvas, texts: Sequence[DrawnText], seen: pygame.Rect) -> None:
        """Let a row of letters that an edge cuts through fade out there: it is more to come, not a fault."""
        ground = canvas.palette.panel if self._on_panel else canvas.palette.ground
        for text in texts:
            box = text.box.clip(seen)
            if high := _part(text.letters.bottom - seen.top, text):
                canvas.surface.blit(_fade((box.width, high), ground, up=True), (box.x, seen.top))
            if high := _part(seen.bottom - text.letters.top, text):
                canvas.surface.blit(_fade((box.width, high), ground, up=False), (box.x, seen.bottom - high))

    def reveal(self, box: pygame.Rect, margin: int = 0) -> None:
        """Scroll so that a box, as just drawn, is in sight."""
        if box.top - margin < self.rect.top:
            self.offset = max(0, self.offset - (self.rect.top - box.top + margin))
        elif box.bottom + margin > self.rect.bottom:
            self.offset += min(box.bottom + margin - self.rect.bottom, box.top - margin - self.rect.top)

    def _draw_bar(self, canvas: Canvas, width: int) -> None:
        track = pygame.Rect(self.rect.right - width, self.rect.y, width, self.rect.height)
        grip = self._grip_box(track)
        pygame.draw.rect(canvas.surface, canvas.palette.hair, track, border_radius=width // 2)
        pygame.draw.rect(canvas.surface, canvas.palette.edge, grip, border_radius=width // 2)

    def _grip_box(self, track: pygame.Rect) -> pygame.Rect:
        share = self.rect.height / max(1, self._content)
        height = max(24, round(track.height * share))
        free = max(1, self._content - self.rect.height)
        top = track.y + round((track.height - height) * min(1.0, self.offset / free))
        return pygame.Rect(track.x, top, track.width, height)

    def scroll(self, pixels: int) -> bool:
        """Move by pixels; False at the end already."""
        before = self.offset
        self.offset = max(0, min(self.offset + pixels, self._content - self.rect.height))
        return self.offset != before

    def beyond(self, rows_down: int) -> bool:
        """Whether more than a row is out of sight in a direction."""
        below = self._content - self.rect.height - self.offset
        return (below if rows_down > 0 else self.offset) > self._row

    def wheel(self, rows: float) -> bool:
        """Three rows a notch."""
        return self.overflows and (self.scroll(round(-rows * 3 * self._row)) or True)

    def key(self, event: pygame.event.Event) -> bool:
        """Arrows a row, Page keys a page, Home and End; at an end the arrow goes on to the next control."""
        if event.type != pygame.KEYDOWN:
            return False
        page = max(self._row, self.rect.height - 2 * self._row)
        steps = {
            pygame.K_UP: -2 * self._row,
            pygame.K_DOWN: 2 * self._row,
            pygame.K_PAGEUP: -page,
            pygame.K_PAGEDOWN: page,
            pygame.K_SPACE: page,
            pygame.K_HOME: -self._content,
            pygame.K_END: self._content,
        }
        return event.key in steps and self.scroll(steps[event.key])

    def click(self, place: tuple[int, int], *, focused: bool) -> None:
        """A click beside the grip jumps there."""
        self.drag(place)

    def drag(self, place: tuple[int, int]) -> None:
        """Move the grip to the pointer, if the pointer is on the bar."""
        if place[0] < self.rect.right - 30 or not self.overflows:
            return
        share = (place[1] - self.rect.y) / max(1, self.rect.height)
        self.offset = round(max(0.0, min(1.0, share)) * (self._content - self.rect.height))


def _part(inside: int, text: DrawnText) -> int:
    """How much is seen of the row that an edge cuts through; 0 where it cuts through none. `inside` is how far
    the text reaches in from that edge."""
    part = inside % text.row if 0 < inside < text.letters.height else 0
    return part if part < text.row * _WHOLE else 0


@lru_cache(maxsize=64)
def _fade(size: tuple[int, int], ground: Colour, *, up: bool) -> pygame.Surface:
    """A strip that grows into the ground, upward or downward."""
    width, height = size
    strip = pygame.Surface(size, pygame.SRCALPHA)
    for step in range(height):
        y = height - 1 - step if up else step
        pygame.draw.line(strip, (*ground, round(255 * (step + 1) / height)), (0, y), (width, y))
    return strip
