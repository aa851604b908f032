"""Asking before an instructor leaves something that could not be written."""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.desk import Desk
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button


class AskUnkept(Page):
    """What is in the way, and the ways on. `again` tries once more and gives what is still in the way; `away` leaves
    the debrief."""

    heading = "Not kept yet"
    over_others = True
    widest = 76

    def __init__(self, desk: Desk, fault: str, again: Callable[[], str], away: Callable[[], None]) -> None:
        super().__init__(desk)
        self._fault, self._again, self._away = fault, again, away

    def body(self, column: Column) -> None:
        """What is in the way."""
        column.text(self._fault, colour=column.canvas.palette.poor)
        column.gap(1)
        column.text("What you added is still here. Leaving now lets go of what is not kept.", "lead")

    def buttons(self) -> list[Button]:
        """Trying again comes first: a hasty Enter loses nothing."""
        return [
            Button("again", "Try again", self._try, look="main"),
            Button("stay", "Stay here", self.leave, keys="Esc"),
            Button("away", "Leave without it", self._go),
        ]

    def _try(self) -> None:
        self._fault = self._again()
        if not self._fault:
            self._go()

    def _go(self) -> None:
        self.leave()
        self._away()
