"""A line with a count of the hands raised for it, for play before a class."""

from __future__ import annotations

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.contact.line_button import LineButton

MORE = (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS)
FEWER = (pygame.K_MINUS, pygame.K_KP_MINUS)
MOST = 999


class CountedLine(LineButton):
    """A line with `− 7 +` at its end: keys + and − while it has the focus, or a click on either sign."""

    hands = 0

    @classmethod
    def of(cls, line: LineButton) -> CountedLine:
        """The same line with a counter."""
        return cls(line.name, line.number, line.words, line.on_press, spoken=line.spoken, again=line.again, to=line.to)

    def count(self, by: int) -> None:
        """More hands, or fewer; never below none."""
        self.hands = max(0, min(MOST, self.hands + by))

    def _counter(self, canvas: Canvas, rect: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
        """Places of the minus, the number and the plus."""
        side = max(24, canvas.theme.row())
        number = canvas.type.width("88", "body", "bold") + canvas.theme.space(1.5)
        right = rect.right - canvas.theme.space(1)
        top = rect.y + (rect.height - side) // 2
        plus = pygame.Rect(right - side, top, side, side)
        middle = pygame.Rect(plus.x - number, top, number, side)
        return pygame.Rect(middle.x - side, top, side, side), middle, plus

    def _words_box(self, canvas: Canvas, rect: pygame.Rect) -> pygame.Rect:
        box = super()._words_box(canvas, rect)
        minus, _, plus = self._counter(canvas, rect)
        return pygame.Rect(box.x, box.y, box.width - (plus.right - minus.x) - canvas.theme.space(1.5), box.height)

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """The line, and its counter."""
        super().draw(canvas, focused=focused, hovered=hovered)
        colours = canvas.palette
        self._minus, middle, self._plus = self._counter(canvas, self.rect)
        for box, sign in ((self._minus, "−"), (self._plus, "+")):
            pygame.draw.rect(canvas.surface, colours.edge, box, 1, border_radius=canvas.theme.radius)
            canvas.text(sign, box, "body", "bold", colours.text, "centre", middle=True)
        shade = colours.accent if self.hands else colours.muted
        canvas.text(str(self.hands), middle, "body", "bold", shade, "centre", middle=True)

    _minus = _plus = pygame.Rect(0, 0, 0, 0)

    def counts_at(self, place: tuple[int, int]) -> bool:
        """Whether a click at a place counts hands."""
        return bool(self._plus.collidepoint(place) or self._minus.collidepoint(place))

    def click(self, place: tuple[int, int], *, focused: bool) -> None:
        """On a sign it counts; elsewhere it chooses, then says."""
        if self._plus.collidepoint(place):
            self.count(1)
        elif self._minus.collidepoint(place):
            self.count(-1)
        else:
            super().click(place, focused=focused)

    def key(self, event: pygame.event.Event) -> bool:
        """Plus and minus count; Enter says."""
        if event.type == pygame.KEYDOWN and event.key in (*MORE, *FEWER):
            self.count(1 if event.key in MORE else -1)
            return True
        return super().key(event)
