"""A field for a few sentences: what is typed is broken into rows, and the field grows with it."""

from __future__ import annotations

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.layout import inset
from simulator.ui.widgets.text_field import TextField


class TextArea(TextField):
    """A text field of as many rows as its words take, two at least."""

    def _room(self, canvas: Canvas, width: int) -> int:
        """The width its words have."""
        taken = 2 * canvas.theme.space(1.5)
        if self._on_letters is not None:
            taken += canvas.type.width("abc", "small") + canvas.theme.space(3.25)
        return max(1, width - taken)

    def height(self, canvas: Canvas, width: int) -> int:
        """Its rows, two at least."""
        room = self._room(canvas, width)
        words = max(canvas.block(self.value or " ", room).height, canvas.block(self.placeholder or " ", room).height)
        return max(words, 2 * canvas.theme.row()) + canvas.theme.space(2)

    @property
    def _opener(self) -> pygame.Rect:
        """Where a click opens the letters: the field's end, in its first rows."""
        wide = min(self.rect.width // 3, round(self.rect.height * 0.9))
        return pygame.Rect(self.rect.right - wide, self.rect.y, wide, self.rect.height)

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`."""
        theme, colours = canvas.theme, canvas.palette
        canvas.fill(self.rect, colours.raised)
        canvas.outline(self.rect, colours.accent if focused else colours.edge)
        box = inset(self.rect, theme.space(1.5), theme.space(1))
        if self._on_letters is not None:
            self._draw_opener(canvas, box)
        box.width = self._room(canvas, self.rect.width)
        if not self.value and self.placeholder:
            canvas.text(self.placeholder, box, weight="italic", colour=colours.muted)
        if self.value:
            canvas.text(self.value, box, colour=colours.text)
        if focused:
            x, y = self._cursor_place(canvas, box)
            pygame.draw.line(canvas.surface, colours.accent, (x, y), (x, y + theme.row()), max(2, theme.stroke))

    def _cursor_place(self, canvas: Canvas, box: pygame.Rect) -> tuple[int, int]:
        """Where the cursor stands: behind the words before it, broken as they are."""
        sign = "|"
        before = canvas.block(self.value[: self._cursor] + sign, box.width)
        x = box.x + before.widths[-1] - canvas.type.width(sign, "body")
        return max(box.x, x) + 1, box.y + (len(before.rows) - 1) * before.row_height
