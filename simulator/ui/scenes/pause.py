"""Pausing, and stopping with dignity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.ui.desk import Desk
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button

if TYPE_CHECKING:
    from simulator.ui.scenes.encounter import Encounter

SUPPORT = ("support_human", "support_near", "support_line")
"""The words that say where support can be had."""


class Pause(Page):
    """The call stands still. Nothing moves until it goes on."""

    heading = "Paused"
    over_others = True
    widest = 44

    def __init__(self, desk: Desk, encounter: Encounter) -> None:
        super().__init__(desk)
        self._encounter = encounter

    def handle(self, event: pygame.event.Event) -> bool:
        """The key that stops a call asks from here too."""
        if event.type == pygame.KEYDOWN and event.key == self.desk.keys.code("stop"):
            self._stop()
            return True
        return super().handle(event)

    def body(self, column: Column) -> None:
        """The ways on from here."""
        column.text("Nothing moves in the call until you go on.", colour=column.canvas.palette.muted)
        column.gap(2)
        ways = self.ways()
        for button in ways:
            button.among = [way.keys for way in ways]
            column.put(button)
            column.gap(1.25)

    def ways(self) -> list[Button]:
        """The ways on, the likeliest first and stopping last."""
        return [
            Button("on", "Go on", self.leave, look="main", keys="Esc"),
            Button("how", "How this works", self._how, keys="F1"),
            Button("settings", "Settings and text size", self._settings),
            Button("stop", "Stop this call", self._stop, keys=self.desk.keys.shown("stop")),
        ]

    def _how(self) -> None:
        from simulator.ui.scenes.how_it_works import HowItWorks

        self.stack.push(HowItWorks(self.desk))

    def _settings(self) -> None:
        from simulator.ui.scenes.settings_page import SettingsPage

        self.stack.push(SettingsPage(self.desk))

    def _stop(self) -> None:
        self.stack.replace(AskToStop(self.desk, self._encounter))


class AskToStop(Page):
    """Asks once, and says where support can be had."""

    heading = "Stop this call?"
    over_others = True
    widest = 64

    def __init__(self, desk: Desk, encounter: Encounter) -> None:
        super().__init__(desk)
        self._encounter = encounter

    def body(self, column: Column) -> None:
        """What stopping means."""
        column.text(
            "Stopping is always open to you. The record says that you stopped, and nothing is held against you.", "lead"
        )
        column.gap(2)
        for key in SUPPORT:
            column.point(column.words(key))

    def buttons(self) -> list[Button]:
        """Stop, or go on."""
        return [
            Button("on", "Go on with the call", self.leave, look="main", keys="Esc"),
            Button("stop", "Stop the call", self._stop),
        ]

    def _stop(self) -> None:
        self.stack.pop()
        self._encounter.stop()
