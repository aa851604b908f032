"""Cards of the library: a call that can be played, and a file that cannot, with what is wrong in it."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.layout import inset
from simulator.ui.shelf import BrokenFile
from simulator.ui.theme import Colour, Size, Weight
from simulator.ui.widgets.control import Control, Press, draw_lit, draw_pointed_at

_Row = tuple[str, Size, Weight, Colour]


class _Card(Control):
    """Rows of words in a box."""

    chosen = False

    def rows(self, canvas: Canvas) -> Sequence[_Row]:
        """Its words from the top."""
        return ()

    def height(self, canvas: Canvas, width: int) -> int:
        """Pixels it needs at a width."""
        room = width - 2 * canvas.theme.space(1.75)
        taken = sum(canvas.block(words, room, size, weight).height for words, size, weight, _ in self.rows(canvas))
        return max(canvas.theme.control(), taken + canvas.theme.space(2))

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`. The chosen one has a bar at its side as well as another colour."""
        theme, colours = canvas.theme, canvas.palette
        if self.chosen or focused or hovered:
            draw_lit(canvas, self.rect, hovered=hovered)
        canvas.outline(self.rect, colours.accent if self.chosen else colours.hair)
        if hovered:
            draw_pointed_at(canvas, self.rect)
        if self.chosen:
            bar = pygame.Rect(self.rect.x, self.rect.y, theme.space(0.75), self.rect.height)
            pygame.draw.rect(
                canvas.surface, colours.accent, bar, border_top_left_radius=theme.radius,
                border_bottom_left_radius=theme.radius,
            )  # fmt: skip
        box = inset(self.rect, theme.space(1.75), theme.space(1))
        y = box.y
        for words, size, weight, shade in self.rows(canvas):
            block = canvas.block(words, box.width, size, weight)
            canvas.text(words, pygame.Rect(box.x, y, box.width, block.height), size, weight, shade)
            y += block.height


class LibraryCard(_Card):
    """A call: its title, what kind it is, its summary, and what you have done with it."""

    def __init__(
        self, name: str, on_press: Press, *, title: str, kind: str, summary: str, done: str, own: bool, chosen: bool
    ) -> None:
        super().__init__(name, on_press)
        self.label, self.chosen = title, chosen
        self._kind, self._summary, self._done, self._own = kind, summary, done, own

    def rows(self, canvas: Canvas) -> Sequence[_Row]:
        """Title, kind, summary, history."""
        colours = canvas.palette
        rows: list[_Row] = [
            (self.label, "body", "bold", colours.text),
            (self._kind, "small", "regular", colours.accent),
            (self._summary, "small", "regular", colours.muted),
        ]
        if self._own:
            rows.append(("From your own folder", "small", "italic", colours.note))
        if self._done:
            rows.append((f"✓ {self._done}", "small", "regular", colours.good))
        return rows


class BrokenCard(_Card):
    """A file that cannot be played: the first thing that is wrong, where, and how to mend it. Pressing reads anew."""

    def __init__(self, name: str, on_press: Press, broken: BrokenFile) -> None:
        super().__init__(name, on_press)
        self.label, self._broken = broken.name, broken

    def rows(self, canvas: Canvas) -> Sequence[_Row]:
        """The file, the fault, the mend, and what pressing does."""
        colours, broken = canvas.palette, self._broken
        rows: list[_Row] = [
            (broken.name, "body", "bold", colours.text),
            ("Cannot be played yet", "small", "bold", colours.poor),
            (f"{broken.where}: {broken.message}.", "small", "regular", colours.text),
        ]
        if broken.hint:
            end = "" if broken.hint.endswith(("?", "!")) else "."
            rows.append((f"To mend it: {broken.hint}{end}", "small", "regular", colours.text))
        more = "" if not broken.more else "1 more after it. " if broken.more == 1 else f"{broken.more} more after it. "
        rows.append((f"{more}Mended? Enter or a click reads the file again.", "small", "italic", colours.muted))
        return rows
