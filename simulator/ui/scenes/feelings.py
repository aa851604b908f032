"""A short pause after a call, before anything is looked at: how are you? Nothing of it is recorded."""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.desk import Desk
from simulator.ui.scenes.page import Column, Page
from simulator.ui.scenes.pause import SUPPORT
from simulator.ui.widgets.button import Button


class PauseForFeelings(Page):
    """One press goes on. Who found it hard is told where support is, and can leave it there."""

    heading = "Take a breath"
    widest = 64

    def __init__(
        self, desk: Desk, *, go_on: Callable[[], None], skip: Callable[[], None], out: Callable[[], None]
    ) -> None:
        super().__init__(desk)
        self._go_on, self._skip, self._out = go_on, skip, out
        self._hard = False

    def body(self, column: Column) -> None:
        """The question; or support."""
        if not self._hard:
            column.text("The call is over. How are you?", "lead")
            column.gap(1)
            column.text("Nobody hears of your answer, and nothing of it is kept.", colour=column.canvas.palette.muted)
            return
        column.text("Being touched by a call is part of the work, not a fault in it. Take the time you need.", "lead")
        column.gap(2)
        for words in SUPPORT:
            column.point(words)
        column.gap(1)
        column.text("You can look at the call now, or leave it here.", "lead")

    def buttons(self) -> list[Button]:
        """Go on; say that it was hard; or go straight to the debrief."""
        if self._hard:
            return [
                Button("on", "Look at the call", self._go_on, look="main"),
                Button("out", "Leave it here", self._out),
                Button("skip", "Straight to the debrief", self.leave, keys="Esc"),
            ]
        return [
            Button("on", "I’m fine, go on", self._go_on, look="main"),
            Button("hard", "That was hard", self._was_hard),
            Button("skip", "Straight to the debrief", self.leave, keys="Esc"),
        ]

    def leave(self) -> None:
        """Straight to the debrief."""
        self._skip()

    def _was_hard(self) -> None:
        self._hard = True
        self.heading = "That can happen"
        self.ring.focus("on")
