"""Asking once, before a practice is left: is its record to be kept?"""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.desk import Desk
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button


class KeepPractice(Page):
    """Keep it, let it go, or back to the debrief: what each does is the debrief's to say."""

    heading = "Keep this practice?"
    over_others = True
    widest = 64

    def __init__(self, desk: Desk, keep: Callable[[], None], let_go: Callable[[], None]) -> None:
        super().__init__(desk)
        self._keep, self._let_go = keep, let_go

    def body(self, column: Column) -> None:
        """What each way means."""
        column.text("Kept, it stands under My sessions, and you can look back on it with an instructor.", "lead")
        column.gap(1)
        column.text("Let go, its record is deleted from this computer.", "lead")

    def buttons(self) -> list[Button]:
        """Keeping comes first: a hasty Enter loses nothing."""
        return [
            Button("keep", "Keep", self._keep, look="main"),
            Button("let_go", "Let it go", self._let_go),
            Button("back", "Back", self.leave, keys="Esc"),
        ]
