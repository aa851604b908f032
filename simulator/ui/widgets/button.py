"""Buttons: words in a box that do something, with the key that does the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.layout import inset
from simulator.ui.theme import HIGH_CONTRAST, mixed
from simulator.ui.widgets.control import Control, Press, draw_lit, draw_pointed_at

Look = Literal["main", "plain", "quiet"]


class Button(Control):
    """A button. `keys` names the key that does the same; `note` is a second row, such as why it is closed.

    `main` is the one thing to do next; `quiet` has no box until the pointer is over it. `among` are the keys of all
    buttons in a column: their words begin on one edge then, beside the widest key.
    """

    def __init__(
        self,
        name: str,
        label: str,
        on_press: Press,
        *,
        look: Look = "plain",
        keys: str = "",
        note: str = "",
        enabled: bool = True,
        chosen: bool = False,
        among: Sequence[str] = (),
    ) -> None:
        super().__init__(name, on_press, enabled=enabled)
        self.label, self.look, self.keys, self.note = label, look, keys, note
        self.chosen, self.among = chosen, among

    def natural_width(self, canvas: Canvas) -> int:
        """Pixels it needs to stand in one row."""
        words = canvas.type.width(self.label, "body", self._weight)
        if self.note:
            words = max(words, canvas.type.width(self.note, "small"))
        return words + self._key_width(canvas) + 2 * canvas.theme.space(2)

    def height(self, canvas: Canvas, width: int) -> int:
        """Pixels it needs at a width: its words may take several rows."""
        room = width - 2 * canvas.theme.space(2) - self._key_width(canvas)
        words = canvas.block(self.label, room, weight=self._weight).height
        if self.note:
            words += canvas.block(self.note, room, "small").height
        return max(canvas.theme.control(), words + canvas.theme.space(1.5))

    @property
    def _weight(self) -> Literal["regular", "bold"]:
        return "bold" if self.look == "main" else "regular"

    def _key_width(self, canvas: Canvas) -> int:
        if not self._caps(canvas):
            return 0
        return self._cap_width(canvas) + canvas.theme.space(0.25) + self._key_gap(canvas)

    def _caps(self, canvas: Canvas) -> list[str]:
        """What stands in the caps of the column, its own among them, for what the reader uses."""
        return [cap for cap in (canvas.names.cap(keys) for keys in (self.keys, *self.among)) if cap]

    def _cap_width(self, canvas: Canvas) -> int:
        """The width of the widest key's cap in the column."""
        return max(self._cap(canvas, cap) for cap in self._caps(canvas))

    @staticmethod
    def _cap(canvas: Canvas, keys: str) -> int:
        """The width of one key's cap: never narrower than it is high, as keys are."""
        theme = canvas.theme
        high = theme.row("small") + theme.space(0.25)
        return max(high, canvas.type.width(keys, "small", "bold") + theme.space(1.25))

    @staticmethod
    def _key_gap(canvas: Canvas) -> int:
        return round(canvas.theme.letters("small") * 0.45)

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`."""
        colours, theme = canvas.palette, canvas.theme
        live = self.enabled and (hovered or focused)
        words = colours.text if self.enabled else colours.muted
        if self.look == "main" and self.enabled:
            words = colours.on_accent
            lighter = hovered and colours is not HIGH_CONTRAST
            canvas.fill(self.rect, mixed(colours.accent, colours.text, 0.25) if lighter else colours.accent)
        elif self.look != "quiet" or live:
            draw_lit(canvas, self.rect, hovered=live)
        if hovered and self.enabled:
            draw_pointed_at(canvas, self.rect, on=words if self.look == "main" else None)
        if self.look == "plain":
            edge = colours.accent if self.chosen else colours.edge if self.enabled else colours.hair
            canvas.outline(self.rect, edge)
        inner = inset(self.rect, theme.space(2), 0)
        key = canvas.names.cap(self.keys)
        if key:
            self._draw_key(canvas, inner, key, words)
        if self._caps(canvas):
            taken = self._cap_width(canvas) - theme.space(0.75) + self._key_gap(canvas)
            inner = pygame.Rect(inner.x + taken, inner.y, inner.width - taken, inner.height)
        if self.note:
            label = canvas.block(self.label, inner.width, weight=self._weight)
            note = canvas.block(self.note, inner.width, "small")
            top = inner.y + max(0, inner.height - label.height - note.height) // 2
            canvas.text(
                self.label, pygame.Rect(inner.x, top, inner.width, label.height), weight=self._weight, colour=words
            )
            below = pygame.Rect(inner.x, top + label.height, inner.width, note.height)
            canvas.text(self.note, below, "small", colour=colours.muted)
        else:
            align: Literal["left", "centre"] = "left"
            if not self.among and (self.look == "main" or not key):
                align = "centre"
            canvas.text(self.label, inner, weight=self._weight, colour=words, align=align, middle=True)

    def _draw_key(self, canvas: Canvas, inner: pygame.Rect, key: str, words: tuple[int, int, int]) -> None:
        """The key in a small cap at the left."""
        theme = canvas.theme
        width = self._cap(canvas, key)
        cap = pygame.Rect(inner.x - theme.space(0.75), 0, width, theme.row("small") + theme.space(0.25))
        cap.centery = inner.centery
        edge = words if self.look == "main" else canvas.palette.edge if self.enabled else canvas.palette.hair
        pygame.draw.rect(canvas.surface, edge, cap, 1, border_radius=theme.space(0.5))
        canvas.text(key, cap, "small", "bold", words, "centre", middle=True)
