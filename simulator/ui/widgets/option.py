"""Options and toggles: one of several, or on and off, shown by a mark as well as by colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.layout import inset
from simulator.ui.widgets.control import Control, Press, draw_lit, draw_pointed_at


class Option(Control):
    """A row with a mark, words and a second row of words. A `round` mark is one of several, a `square` one is on or
    off, `none` leaves the mark out (a card in a list)."""

    def __init__(
        self,
        name: str,
        label: str,
        on_press: Press,
        *,
        chosen: bool,
        detail: str = "",
        mark: Literal["round", "square", "none"] = "round",
        enabled: bool = True,
        bold: bool = False,
    ) -> None:
        super().__init__(name, on_press, enabled=enabled)
        self.label, self.detail, self.chosen, self.mark, self.bold = label, detail, chosen, mark, bold

    def height(self, canvas: Canvas, width: int) -> int:
        """Pixels it needs at a width."""
        room = self._words_box(canvas, pygame.Rect(0, 0, width, 10)).width
        words = canvas.block(self.label, room, weight="bold" if self.bold else "regular").height
        if self.detail:
            words += canvas.block(self.detail, room, "small").height
        return max(canvas.theme.control(), words + canvas.theme.space(1.5))

    def _words_box(self, canvas: Canvas, rect: pygame.Rect) -> pygame.Rect:
        theme = canvas.theme
        box = inset(rect, theme.space(1.5), 0)
        if self.mark != "none":
            taken = theme.letters("body") + theme.space(1.25)
            box = pygame.Rect(box.x + taken, box.y, box.width - taken, box.height)
        return box

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`."""
        theme, colours = canvas.theme, canvas.palette
        if self.chosen or hovered or focused:
            draw_lit(canvas, self.rect, hovered=hovered)
        if hovered:
            draw_pointed_at(canvas, self.rect)
        if self.mark == "none":
            canvas.outline(self.rect, colours.accent if self.chosen else colours.hair)
        box = self._words_box(canvas, self.rect)
        weight: Literal["regular", "bold"] = "bold" if self.bold else "regular"
        label = canvas.block(self.label, box.width, weight=weight)
        detail = canvas.block(self.detail, box.width, "small").height if self.detail else 0
        top = box.y + max(0, box.height - label.height - detail) // 2
        words = colours.text if self.enabled else colours.muted
        canvas.text(self.label, pygame.Rect(box.x, top, box.width, label.height), weight=weight, colour=words)
        if self.detail:
            below = pygame.Rect(box.x, top + label.height, box.width, detail)
            canvas.text(self.detail, below, "small", colour=colours.muted)
        if self.mark != "none":
            self._draw_mark(canvas, self.rect.x + theme.space(1.5), top + label.row_height // 2)

    def _draw_mark(self, canvas: Canvas, left: int, middle: int) -> None:
        side = round(canvas.theme.letters("body") * 0.95)
        box = pygame.Rect(left, middle - side // 2, side, side)
        shade = canvas.palette.accent if self.chosen else canvas.palette.edge
        stroke = max(2, canvas.theme.stroke)
        if self.mark == "round":
            pygame.draw.circle(canvas.surface, shade, box.center, side // 2, stroke)
            if self.chosen:
                pygame.draw.circle(canvas.surface, shade, box.center, max(3, side // 4))
            return
        pygame.draw.rect(canvas.surface, shade, box, stroke, border_radius=max(2, side // 5))
        if self.chosen:
            points = [(0.22, 0.52), (0.43, 0.74), (0.80, 0.28)]
            tick = [(box.x + x * side, box.y + y * side) for x, y in points]
            pygame.draw.lines(canvas.surface, shade, False, tick, stroke + 1)


def toggle(name: str, label: str, value: bool, on_change: Callable[[bool], None], detail: str = "") -> Option:
    """A row that is on or off."""
    return Option(name, label, lambda: on_change(not value), chosen=value, detail=detail, mark="square")
