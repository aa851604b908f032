"""A field to type into: one row, with a label above and a hint below."""

from __future__ import annotations

import re
from collections.abc import Callable

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.layout import inset
from simulator.ui.widgets.control import Control, Press


class TextField(Control):
    """A row of typed text. `allowed` is a pattern for a single letter; others are not taken.

    The field holds its own text; `on_change` hears of each change, `on_press` of Enter. `on_letters` opens letters on
    screen: by a pad, which has no keys to type with, and by a click on the small box at the field's end. `label` says
    there what is being written.
    """

    def __init__(
        self,
        name: str,
        value: str,
        on_change: Callable[[str], None],
        on_press: Press,
        *,
        allowed: str = r"[^\x00-\x1f]",
        longest: int = 40,
        placeholder: str = "",
        label: str = "",
        on_letters: Callable[[TextField], None] | None = None,
    ) -> None:
        super().__init__(name, on_press)
        self.value, self.on_change, self.longest = value, on_change, longest
        self.placeholder, self.label = placeholder, label
        self._allowed = re.compile(allowed)
        self._cursor = len(value)
        self._on_letters = on_letters

    def takes(self, letter: str) -> bool:
        """Whether it takes this letter."""
        return self._allowed.fullmatch(letter) is not None

    def write(self, letters: str) -> None:
        """Put letters in at the cursor."""
        self._insert(letters)

    def take_back(self) -> None:
        """Take away the letter before the cursor."""
        if self._cursor:
            self._set(self.value[: self._cursor - 1] + self.value[self._cursor :], self._cursor - 1)

    def replace(self, words: str) -> None:
        """Other words in place of what is written."""
        self._set(words[: self.longest], min(len(words), self.longest))

    def height(self, canvas: Canvas, width: int) -> int:
        """One row."""
        return canvas.theme.control() + canvas.theme.space(0.5)

    def click(self, place: tuple[int, int], *, focused: bool) -> None:
        """A click puts the cursor to the end, or opens the letters; it sends nothing."""
        self._cursor = len(self.value)
        if self._on_letters is not None and self._opener.collidepoint(place):
            self._on_letters(self)

    def key(self, event: pygame.event.Event) -> bool:
        """Typing and editing."""
        if event.type == pygame.TEXTINPUT:
            self._insert(event.text)
            return True
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            if self._on_letters is not None and getattr(event, "pad", False):
                self._on_letters(self)
            else:
                self.on_press()
        elif event.key == pygame.K_BACKSPACE:
            self.take_back()
        elif event.key == pygame.K_DELETE:
            self._set(self.value[: self._cursor] + self.value[self._cursor + 1 :], self._cursor)
        elif event.key == pygame.K_LEFT:
            self._cursor = max(0, self._cursor - 1)
        elif event.key == pygame.K_RIGHT:
            self._cursor = min(len(self.value), self._cursor + 1)
        elif event.key == pygame.K_HOME:
            self._cursor = 0
        elif event.key == pygame.K_END:
            self._cursor = len(self.value)
        else:
            # Letters arrive as text; here they are only kept from meaning anything else.
            return bool(getattr(event, "unicode", "")) and event.key not in (pygame.K_TAB, pygame.K_ESCAPE)
        return True

    def _insert(self, typed: str) -> None:
        taken = "".join(letter for letter in typed if self.takes(letter))
        taken = taken[: max(0, self.longest - len(self.value))]
        if taken:
            self._set(self.value[: self._cursor] + taken + self.value[self._cursor :], self._cursor + len(taken))

    def _set(self, value: str, cursor: int) -> None:
        self.value, self._cursor = value, cursor
        self.on_change(value)

    @property
    def _opener(self) -> pygame.Rect:
        """Where a click opens the letters: the field's end."""
        wide = min(self.rect.width // 3, round(self.rect.height * 1.5))
        return pygame.Rect(self.rect.right - wide, self.rect.y, wide, self.rect.height)

    def _draw_opener(self, canvas: Canvas, box: pygame.Rect) -> pygame.Rect:
        """Draw the small box that opens the letters; gives what it leaves."""
        theme, colours = canvas.theme, canvas.palette
        cap = pygame.Rect(0, 0, canvas.type.width("abc", "small") + theme.space(1.25), theme.row("small"))
        cap.midright = (self.rect.right - theme.space(1), self.rect.centery)
        pygame.draw.rect(canvas.surface, colours.edge, cap, 1, border_radius=theme.space(0.5))
        canvas.text("abc", cap, "small", colour=colours.muted, align="centre", middle=True)
        return pygame.Rect(box.x, box.y, cap.left - theme.space(1) - box.x, box.height)

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`; what is longer than the field shows its end."""
        theme, colours = canvas.theme, canvas.palette
        canvas.fill(self.rect, colours.raised)
        canvas.outline(self.rect, colours.accent if focused else colours.edge)
        box = inset(self.rect, theme.space(1.5), 0)
        if self._on_letters is not None:
            box = self._draw_opener(canvas, box)
        before = canvas.type.width(self.value[: self._cursor], "body")
        if not self.value and self.placeholder:
            canvas.text(self.placeholder, box, weight="italic", colour=colours.muted, middle=True)
        shown, shift = self.value, 0
        while canvas.type.width(shown, "body") > box.width - theme.space(1) and shown:
            shown, shift = shown[1:], shift + 1
        hidden = canvas.type.width(self.value[:shift], "body")
        if shown:
            # Blanks at the end must show while one types, so the row is drawn as one picture.
            canvas.text(shown, box, colour=colours.text, middle=True)
        if focused:
            x = box.x + max(0, before - hidden) + 1
            height = theme.row()
            top = box.centery - height // 2
            pygame.draw.line(canvas.surface, colours.accent, (x, top), (x, top + height), max(2, theme.stroke))
