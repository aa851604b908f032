"""Asking once, before a practice is left: is its record to be kept?"""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.desk import Desk
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button


class KeepPractice(Page):
    """Keep it, let it go, or back to the debrief: what each does is the debrief's to say."""

    over_others = True
    widest = 64

    def __init__(self, desk: Desk, keep: Callable[[], None], let_go: Callable[[], None]) -> None:
        super().__init__(desk)
        self.heading = desk.words("keep_title")
        self._keep, self._let_go = keep, let_go

    def body(self, column: Column) -> None:
        """What each way means."""
        column.text(column.words("keep_means"), "lead")
        column.gap(1)
        column.text(column.words("keep_not_means"), "lead")

    def buttons(self) -> list[Button]:
        """Keeping comes first: a hasty Enter loses nothing."""
        words = self.desk.words
        return [
            Button("keep", words("keep_yes"), self._keep, look="main"),
            Button("let_go", words("keep_no"), self._let_go),
            Button("back", words("keep_back"), self.leave, keys="Esc"),
        ]
