"""A line to say or do, with its number. Choosing and saying are two steps, so nothing is said by accident."""

from __future__ import annotations

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.layout import inset
from simulator.ui.text import Run
from simulator.ui.widgets.control import Control, Press


class _Choice(Control):
    """A choice that is chosen first and done second. It rests, dimmed, while an act is being told."""

    def press(self) -> None:
        """Do it, unless it rests."""
        if not self.resting:
            super().press()

    def click(self, place: tuple[int, int], *, focused: bool) -> None:
        """The first click chooses, the second does it."""
        if focused:
            self.press()


class LineButton(_Choice):
    """One numbered choice. Words said stand in quotation marks; a deed does not, and is slanted. `to` names whom
    it is for, where that is not the one in front."""

    def __init__(
        self,
        name: str,
        number: int,
        words: str,
        on_press: Press,
        *,
        spoken: bool = True,
        again: bool = False,
        to: str = "",
    ) -> None:
        super().__init__(name, on_press)
        self.number, self.words, self.spoken, self.again, self.to = number, words, spoken, again, to

    def _words_box(self, canvas: Canvas, rect: pygame.Rect) -> pygame.Rect:
        taken = canvas.type.width("0", "body", "bold") + canvas.theme.space(3)
        box = inset(rect, canvas.theme.space(1), 0)
        return pygame.Rect(box.x + taken, box.y, box.width - taken, box.height)

    def _runs(self, canvas: Canvas) -> tuple[Run, ...]:
        colours = canvas.palette
        shade = colours.muted if self.again or self.resting else colours.text
        said = Run(self.words, "regular" if self.spoken else "italic", shade)
        before = (Run(f"{self.to}:  ", "bold", colours.note),) if self.to else ()
        after = (Run(f"  ({'said' if self.spoken else 'done'} before)", "italic", colours.muted),) if self.again else ()
        return (*before, said, *after)

    def height(self, canvas: Canvas, width: int) -> int:
        """Pixels it needs at a width."""
        box = self._words_box(canvas, pygame.Rect(0, 0, width, 10))
        return max(24, canvas.block(self._runs(canvas), box.width).height + canvas.theme.space(1))

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`."""
        theme, colours = canvas.theme, canvas.palette
        focused = focused and not self.resting
        if focused or (hovered and not self.resting):
            canvas.fill(self.rect, colours.raised)
        box = self._words_box(canvas, self.rect)
        block = canvas.block(self._runs(canvas), box.width)
        top = box.y + (box.height - block.height) // 2
        cap = pygame.Rect(
            self.rect.x + theme.space(0.75), top, box.x - self.rect.x - theme.space(1.75), block.row_height
        )
        key = cap.inflate(0, -theme.space(0.25))
        if focused:
            canvas.fill(key, colours.accent)
        else:
            pygame.draw.rect(canvas.surface, colours.edge, key, 1, border_radius=theme.radius)
        shade = colours.on_accent if focused else colours.muted if self.resting else colours.text
        canvas.text(str(self.number), cap, "body", "bold", shade, "centre", middle=True)
        canvas.text(self._runs(canvas), pygame.Rect(box.x, top, box.width, block.height))


class ActButton(_Choice):
    """A standing act: its letter and short name in a small box. Closed ones can be reached, to read why."""

    def __init__(self, name: str, letter: str, label: str, on_press: Press, *, enabled: bool) -> None:
        super().__init__(name, on_press, enabled=enabled)
        self.letter, self.label = letter, label

    def natural_width(self, canvas: Canvas) -> int:
        """Pixels it needs."""
        theme = canvas.theme
        return self._cap_width(canvas) + canvas.type.width(self.label, "small") + theme.space(2.75)

    def _cap_width(self, canvas: Canvas) -> int:
        """The width of its key's cap; 0 where what is used has no such key."""
        letter = canvas.names.cap(self.letter)
        return canvas.type.width(letter, "small", "bold") + canvas.theme.space(1.25) if letter else 0

    def height(self, canvas: Canvas, width: int) -> int:
        """One small row and air."""
        return max(26, canvas.theme.row("small") + canvas.theme.space(1.25))

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`."""
        theme, colours = canvas.theme, canvas.palette
        lit = self.enabled and not self.resting
        words = colours.text if lit else colours.muted
        if (focused and not self.resting) or (hovered and lit):
            canvas.fill(self.rect, colours.raised)
        pygame.draw.rect(
            canvas.surface, colours.edge if self.enabled else colours.hair, self.rect, 1, border_radius=theme.radius
        )
        cap = pygame.Rect(self.rect.x + theme.space(0.5), 0, self._cap_width(canvas), theme.row("small"))
        cap.centery = self.rect.centery
        if cap.width:
            if lit:
                pygame.draw.rect(canvas.surface, colours.accent, cap, 1, border_radius=theme.space(0.5))
            letter = canvas.names.cap(self.letter)
            canvas.text(letter, cap, "small", "bold", colours.accent if lit else words, "centre", middle=True)
        left = cap.right + theme.space(0.75)
        box = pygame.Rect(left, self.rect.y, self.rect.right - left, self.rect.height)
        label = canvas.text(self.label, box, "small", colour=words, middle=True)
        if not self.enabled:
            # Not by colour alone: a closed act is struck through.
            pygame.draw.line(canvas.surface, words, (label.left, label.centery), (label.right, label.centery), 1)
