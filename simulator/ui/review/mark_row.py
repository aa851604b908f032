"""A row to mark a skill from 1 to 7: by a number key, by arrows, by a click on a number."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.scoring.annotations import HIGHEST, LOWEST
from simulator.ui.canvas import Canvas
from simulator.ui.layout import columns
from simulator.ui.widgets.control import Control

_MARKS = range(LOWEST, HIGHEST + 1)


class MarkRow(Control):
    """The skill and what it is about at the left, the seven numbers at the right (below, where letters are large).

    `on_mark` hears of each change, None where the mark is taken away; `on_typed` is told after a number key, so that
    one key a skill is enough.
    """

    def __init__(
        self,
        name: str,
        label: str,
        about: str,
        mark: int | None,
        on_mark: Callable[[int | None], None],
        on_typed: Callable[[], None],
    ) -> None:
        super().__init__(name)
        self.label, self.about, self.mark = label, about, mark
        self._on_mark, self._on_typed = on_mark, on_typed
        self._cells: dict[int, pygame.Rect] = {}

    def press(self) -> None:
        """The next mark, and after the highest the lowest again: a pad has no number keys."""
        self._set(LOWEST if self.mark is None or self.mark >= HIGHEST else self.mark + 1)

    def click(self, place: tuple[int, int], *, focused: bool) -> None:
        """A click on a number sets it; on the one that is set takes it away."""
        for mark, cell in self._cells.items():
            if cell.collidepoint(place):
                self._set(None if mark == self.mark else mark)

    def key(self, event: pygame.event.Event) -> bool:
        """A number sets its mark and goes on; left and right change it; Delete takes it away."""
        if event.type != pygame.KEYDOWN:
            return False
        typed = event.key - pygame.K_0 if pygame.K_0 <= event.key <= pygame.K_9 else event.key - pygame.K_KP_1 + 1
        if typed in _MARKS:
            self._set(typed)
            self._on_typed()
        elif event.key == pygame.K_LEFT and self.mark is not None:
            self._set(max(LOWEST, self.mark - 1))
        elif event.key == pygame.K_RIGHT:
            self._set(min(HIGHEST, (self.mark or 0) + 1))
        elif event.key in (pygame.K_DELETE, pygame.K_BACKSPACE):
            self._set(None)
        else:
            return super().key(event)
        return True

    def _set(self, mark: int | None) -> None:
        self.mark = mark
        self._on_mark(mark)

    def _side(self, canvas: Canvas) -> int:
        """The side of a number's box."""
        return max(28, canvas.theme.row() + canvas.theme.space(0.75))

    def _numbers_width(self, canvas: Canvas) -> int:
        return len(_MARKS) * self._side(canvas) + (len(_MARKS) - 1) * canvas.theme.space(0.75)

    def _beside(self, canvas: Canvas, width: int) -> bool:
        """Whether words and numbers stand side by side."""
        return self._numbers_width(canvas) < width * 0.5

    def _words_width(self, canvas: Canvas, width: int) -> int:
        room = width - 2 * canvas.theme.space(1)
        return room - self._numbers_width(canvas) - canvas.theme.space(3) if self._beside(canvas, width) else room

    def height(self, canvas: Canvas, width: int) -> int:
        """Pixels it needs at a width."""
        room = self._words_width(canvas, width)
        words = canvas.block(self.label, room, weight="bold").height + canvas.block(self.about, room, "small").height
        side, air = self._side(canvas), canvas.theme.space(1.25)
        return max(words, side) + air if self._beside(canvas, width) else words + side + air + canvas.theme.space(0.5)

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`."""
        theme, colours = canvas.theme, canvas.palette
        if focused or hovered:
            canvas.fill(self.rect, colours.raised)
        room = self._words_width(canvas, self.rect.width)
        label = canvas.block(self.label, room, weight="bold").height
        about = canvas.block(self.about, room, "small").height
        beside = self._beside(canvas, self.rect.width)
        top = self.rect.y + ((self.rect.height - label - about) // 2 if beside else theme.space(0.75))
        left = self.rect.x + theme.space(1)
        canvas.text(self.label, pygame.Rect(left, top, room, label), weight="bold")
        canvas.text(self.about, pygame.Rect(left, top + label, room, about), "small", colour=colours.muted)
        wide, side = self._numbers_width(canvas), self._side(canvas)
        box = pygame.Rect(left, top + label + about + theme.space(0.5), wide, side)
        if beside:
            box.midright = (self.rect.right - theme.space(1), self.rect.centery)
        self._cells = dict(zip(_MARKS, columns(box, [1.0] * len(_MARKS), theme.space(0.75)), strict=True))
        for mark, cell in self._cells.items():
            chosen = mark == self.mark
            if chosen:
                canvas.fill(cell, colours.accent)
            canvas.outline(cell, colours.accent if chosen else colours.edge)
            canvas.text(
                str(mark), cell, weight="bold" if chosen else "regular",
                colour=colours.on_accent if chosen else colours.text, align="centre", middle=True,
            )  # fmt: skip


def marking(marks: dict[str, int], skill: str) -> Callable[[int | None], None]:
    """What a row does with the mark it is given: it stands in `marks` under its skill; None takes it away."""

    def mark(given: int | None) -> None:
        if given is None:
            marks.pop(skill, None)
        else:
            marks[skill] = given

    return mark
