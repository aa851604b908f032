"""Asking before an instructor leaves something that could not be written."""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.desk import Desk
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button


class AskUnkept(Page):
    """What is in the way, and the ways on. `again` tries once more and gives what is still in the way; `away` leaves
    the debrief."""

    over_others = True
    widest = 76

    def __init__(self, desk: Desk, fault: str, again: Callable[[], str], away: Callable[[], None]) -> None:
        super().__init__(desk)
        self.heading = desk.words("unkept_title")
        self._fault, self._again, self._away = fault, again, away

    def body(self, column: Column) -> None:
        """What is in the way."""
        column.text(self._fault, colour=column.canvas.palette.poor)
        column.gap(1)
        column.text(column.words("unkept_means"), "lead")

    def buttons(self) -> list[Button]:
        """Trying again comes first: a hasty Enter loses nothing."""
        words = self.desk.words
        return [
            Button("again", words("unkept_again"), self._try, look="main"),
            Button("stay", words("unkept_stay"), self.leave, keys="Esc"),
            Button("away", words("unkept_away"), self._go),
        ]

    def _try(self) -> None:
        self._fault = self._again()
        if not self._fault:
            self._go()

    def _go(self) -> None:
        self.leave()
        self._away()
