"""A short pause after a call, before anything is looked at: how are you? Nothing of it is recorded."""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.desk import Desk
from simulator.ui.scenes.page import Column, Page
from simulator.ui.scenes.pause import SUPPORT
from simulator.ui.widgets.button import Button


class PauseForFeelings(Page):
    """One press goes on. Who found it hard is told where support is, and can leave it there."""

    widest = 64

    def __init__(
        self, desk: Desk, *, go_on: Callable[[], None], skip: Callable[[], None], out: Callable[[], None]
    ) -> None:
        super().__init__(desk)
        self.heading = desk.words("feel_title")
        self._go_on, self._skip, self._out = go_on, skip, out
        self._hard = False

    def body(self, column: Column) -> None:
        """The question; or support."""
        words = column.words
        if not self._hard:
            column.text(words("feel_ask"), "lead")
            column.gap(1)
            column.text(words("feel_private"), colour=column.canvas.palette.muted)
            return
        column.text(words("feel_hard_human"), "lead")
        column.gap(2)
        for key in SUPPORT:
            column.point(words(key))
        column.gap(1)
        column.text(words("feel_hard_ways"), "lead")

    def buttons(self) -> list[Button]:
        """Go on; say that it was hard; or go straight to the debrief."""
        words = self.desk.words
        if self._hard:
            return [
                Button("on", words("feel_look"), self._go_on, look="main"),
                Button("out", words("feel_leave"), self._out),
                Button("skip", words("feel_skip"), self.leave, keys="Esc"),
            ]
        return [
            Button("on", words("feel_fine"), self._go_on, look="main"),
            Button("hard", words("feel_hard"), self._was_hard),
            Button("skip", words("feel_skip"), self.leave, keys="Esc"),
        ]

    def leave(self) -> None:
        """Straight to the debrief."""
        self._skip()

    def _was_hard(self) -> None:
        self._hard = True
        self.heading = self.desk.words("feel_hard_title")
        self.ring.focus("on")
