"""Looking things up during a call: everything said so far, and what you know. The call stands still meanwhile."""

from __future__ import annotations

import pygame

from simulator.ui.call import Call
from simulator.ui.contact.conversation import draw_told
from simulator.ui.contact.facts import draw_gauges, draw_knowledge, knowledge, place_words
from simulator.ui.contact.telling import history
from simulator.ui.desk import Desk
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button
from simulator.ui.words import clock_words


class _LookUp(Page):
    over_others = True
    command = ""

    def handle(self, event: pygame.event.Event) -> bool:
        """The key that opened it closes it too."""
        if event.type == pygame.KEYDOWN and event.key == self.desk.keys.code(self.command):
            self.leave()
            return True
        return super().handle(event)

    def buttons(self) -> list[Button]:
        """Back to the call."""
        return [Button("back", "Back to the call", self.leave, look="main", keys="Esc")]


class Transcript(_LookUp):
    """Everything said and done so far, the latest at the bottom."""

    heading = "So far"
    command = "history"

    def __init__(self, desk: Desk, call: Call) -> None:
        super().__init__(desk)
        self._telling = history(call)
        self.pane.follow = True

    def body(self, column: Column) -> None:
        """One after the other."""
        if not self._telling:
            column.text("Nothing has been said yet.")
        for one in self._telling:
            column.gap(1)
            box = pygame.Rect(column.box.x, column.y, column.box.width, 0)
            column.y += draw_told(column.canvas, box, one, strong=False)


class Knowledge(_LookUp):
    """What you know: found out, noticed, told before contact."""

    heading = "What you know"
    command = "know"

    def __init__(self, desk: Desk, call: Call, signs: list[str]) -> None:
        super().__init__(desk)
        self._call = call
        self._parts = knowledge(call, signs)

    def body(self, column: Column) -> None:
        """Time, place and help on the way; the gauge in practice; then the parts."""
        call = self._call
        column.text(f"{clock_words(call.shown.clock / 10)} since contact. {place_words(call)}.")
        for label, seconds in call.under_way():
            column.text(f"{label} in {clock_words(seconds)}.")
        column.gap(1.5)
        box = pygame.Rect(column.box.x, column.y, column.box.width, 0)
        if call.shows_gauge:
            column.y += draw_gauges(column.canvas, box, call)
            column.gap(2)
        box = pygame.Rect(column.box.x, column.y, column.box.width, 0)
        column.y += draw_knowledge(column.canvas, box, self._parts)
