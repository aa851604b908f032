"""Keys: which one does what in a call, and giving it another."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.ui.desk import Desk
from simulator.ui.key_map import COMMANDS, KeyRefused
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button

_HOLDERS = (pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT)


class KeysPage(Page):
    """One row for each thing that has a key; pressing a row waits for its new key."""

    heading = "Keys in a call"
    widest = 68

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._waiting = ""
        self._fault = ""

    def enter(self) -> None:
        """The first row has the focus."""
        self.ring.focus(f"key:{next(iter(COMMANDS))}")

    def handle(self, event: pygame.event.Event) -> bool:
        """While a row waits, the next key is its new one; Esc leaves it as it was."""
        if self._waiting and event.type == pygame.KEYDOWN and event.key not in _HOLDERS:
            command, self._waiting = self._waiting, ""
            if event.key != pygame.K_ESCAPE:
                self._give(command, event.key)
            return True
        if self._waiting and event.type == pygame.MOUSEBUTTONDOWN:
            self._waiting = ""
        return super().handle(event)

    def _give(self, command: str, code: int) -> None:
        try:
            changed = self.desk.keys.with_key(command, code)
        except KeyRefused as refused:
            self._fault = f"{COMMANDS[command][0]}: {refused}"
            return
        self._fault = ""
        self.desk.change(keys=changed.changed)

    def body(self, column: Column) -> None:
        """What to do, and the rows."""
        colours = column.canvas.palette
        if self._waiting:
            words = f"Press the new key for “{COMMANDS[self._waiting][0]}”. Esc leaves it as it was."
            column.text(words, weight="bold", colour=colours.accent)
        elif self._fault:
            column.text(self._fault, colour=colours.poor)
        else:
            column.text("Choose a row and press Enter, then its new key.", colour=colours.muted)
        column.gap(1.5)
        for command, (label, _) in COMMANDS.items():
            waits = command == self._waiting
            shown = "…" if waits else self.desk.keys.shown(command)
            column.put(Button(f"key:{command}", label, self._changing(command), keys=shown, chosen=waits))
            column.gap(0.75)

    def _changing(self, command: str) -> Callable[[], None]:
        def wait() -> None:
            self._waiting, self._fault = command, ""
            self.pane.offset = 0

        return wait

    def buttons(self) -> list[Button]:
        """Done; the usual keys again."""
        buttons = [Button("done", "Done", self.leave, look="main", keys="Esc")]
        if self.desk.settings.keys:
            buttons.append(Button("usual", "The usual keys again", self._usual))
        return buttons

    def _usual(self) -> None:
        self._fault = ""
        self.desk.change(keys=())
        self.ring.focus("done")
