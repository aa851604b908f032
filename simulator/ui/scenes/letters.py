"""Letters on screen: whoever has no keyboard writes with the pad or the mouse, a letter at a press."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.ui.desk import Desk
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.text_field import TextField

SIGNS = "1234567890abcdefghijklmnopqrstuvwxyz-.@_,'?"
IN_A_ROW = 10


class Letters(Page):
    """Writes into a field, named in the heading. What is written stands above the letters."""

    widest = 84
    over_others = True

    def __init__(self, desk: Desk, field: TextField) -> None:
        super().__init__(desk)
        self.heading = f"{field.label}, letter by letter" if field.label else "Write letter by letter"
        self._field = field
        self._signs = [sign for sign in SIGNS if field.takes(sign)]

    def enter(self) -> None:
        """The first letter has the focus: ids begin with digits as often."""
        self.ring.focus(f"letter:{self._signs[0]}")

    def body(self, column: Column) -> None:
        """What is written, and the letters in rows."""
        canvas, theme = column.canvas, column.canvas.theme
        written = self._field.value
        if written:
            column.text(written, "lead", "bold")
        else:
            column.text(
                self._field.placeholder or "Nothing is written yet.", "lead", "italic", column.canvas.palette.muted
            )
        column.gap(1)
        gap = theme.space(0.5)
        wide = (column.box.width - gap * (IN_A_ROW - 1)) // IN_A_ROW
        high = theme.control()
        for place, sign in enumerate(self._signs):
            row, along = divmod(place, IN_A_ROW)
            box = pygame.Rect(column.box.x + along * (wide + gap), column.y + row * (high + gap), wide, high)
            self.ring.put(canvas, Button(f"letter:{sign}", sign, self._writing(sign)), box)
        rows = -(-len(self._signs) // IN_A_ROW)
        column.y += rows * (high + gap) - gap

    def buttons(self) -> list[Button]:
        """Done; space where the field takes one; and taking the last letter away."""
        buttons = [Button("done", "Done", self.leave, look="main", keys="Esc")]
        if self._field.takes(" "):
            buttons.append(Button("space", "Space", self._writing(" ")))
        buttons.append(Button("delete", "Delete", self._field.take_back, enabled=bool(self._field.value)))
        return buttons

    def handle(self, event: pygame.event.Event) -> bool:
        """A keyboard that is there after all writes too."""
        if event.type == pygame.TEXTINPUT:
            self._field.write(event.text)
            return True
        if event.type == pygame.KEYDOWN and event.key == pygame.K_BACKSPACE:
            self._field.take_back()
            return True
        return super().handle(event)

    def _writing(self, sign: str) -> Callable[[], None]:
        return lambda: self._field.write(sign)
