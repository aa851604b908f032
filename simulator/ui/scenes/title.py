"""The title: the first thing on screen, and the way to everything else."""

from __future__ import annotations

from pathlib import Path

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.desk import Desk
from simulator.ui.layout import inset, take_bottom
from simulator.ui.scene import Scene
from simulator.ui.scenes.glow import draw_glow
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.scroll import ScrollPane
from simulator.ui.words import change_words, sessions_words

NAME = "De-escalation simulator"
PROMISE = "Take a call. Talk with a person who reacts to how you talk. Then see what each decision did."

_PLAIN_BUTTONS, _BODY, _BETWEEN = 3, 46.0, 1.25
"""Buttons of somebody new; units of height that the page takes with them; units between two buttons."""


class Title(Scene):
    """Name, promise, and the ways on. The calls are read while it stands here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pane = ScrollPane("title")
        self._offered: set[Path] = set()
        self._records_asked = False

    def leave(self) -> None:
        """Escape does not close the window by accident: it only goes to the button that does."""
        self.ring.focus("close")

    def resume(self) -> None:
        """Whatever was played is over; no class looks on any more."""
        self.desk.projecting = False
        self._records_asked = False

    def update(self, seconds: float) -> None:
        """Start reading the calls once the first picture is on screen."""
        if self.ring.controls:
            self.desk.shelf.start()
        if self.desk.shelf.shelf is not None and not self._records_asked:
            self._records_asked = True
            self.desk.own_records.refresh()
        if self.stack.top is self:
            self._offer_unfinished()

    def _offer_unfinished(self) -> None:
        """Offer the calls that this trainee, or nobody named, left unfinished; another's are left alone."""
        shelf, who = self.desk.shelf.shelf, self.desk.settings.academy_id
        found = tuple(
            each
            for each in (shelf.unfinished if shelf is not None else ())
            if each.header.trainee in (who, "") and each.path not in self._offered
        )
        if found:
            from simulator.ui.scenes.resume_offer import ResumeOffer

            self._offered.update(each.path for each in found)
            self.stack.push(ResumeOffer(self.desk, found))

    def paint(self, canvas: Canvas) -> None:
        """The title page."""
        theme, colours = canvas.theme, canvas.palette
        draw_glow(canvas)
        page = inset(canvas.rect, theme.space(9), theme.space(5))
        wide = min(page.width, theme.letters("body") * 34)
        words = canvas.names.words(self._foot())
        foot, page = take_bottom(
            page, canvas.block(words, page.width - theme.space(0.75), "small").height, theme.space(2)
        )
        # The words above begin inside the pane's margin.
        foot = pygame.Rect(foot.x + theme.space(0.75), foot.y, foot.width - theme.space(0.75), foot.height)
        canvas.text(words, foot, "small", colour=colours.muted)

        def paint_body(box: pygame.Rect) -> int:
            margin = theme.space(0.75)
            inner = pygame.Rect(box.x + margin, box.y + margin, min(wide, box.width) - margin, box.height)
            column = Column(self, canvas, inner)
            more = (len(self._buttons()) - _PLAIN_BUTTONS) * (theme.control() / theme.space(1) + _BETWEEN)
            column.gap(max(0.0, (page.height / theme.space(1) - _BODY - more) / 2))
            column.text(NAME, "display", "bold")
            column.gap(1)
            column.text(PROMISE, "lead", colour=colours.muted)
            column.gap(4)
            width = max(theme.space(34), max(button.natural_width(canvas) for button in self._buttons()))
            for button in self._buttons():
                column.put(button, width)
                column.gap(_BETWEEN)
            column.row(self._last_row())
            column.gap(_BETWEEN)
            for note in self.desk.notes:
                column.gap(0.5)
                column.text(note, "small", colour=colours.note)
            return column.taken + 2 * margin

        self._pane.show(canvas, self.ring, page, paint_body)

    def _foot(self) -> str:
        who = self.desk.settings.academy_id
        signed = f"Academy id {who}.  " if who else ""
        return f"{signed}Everything stays on this computer.  F1 how this works · F11 full screen"

    def _buttons(self) -> list[Button]:
        who = self.desk.settings.academy_id
        buttons = [
            Button("begin", "Take a call", self._begin, look="main"),
            Button("settings", "Settings", self._settings),
            Button("how", "How this works", self._how),
        ]
        if who or self.desk.own_records.of(""):
            buttons.insert(1, Button("sessions", sessions_words(who), self._sessions))
        if who:
            buttons.insert(2, Button("change", change_words(who), self._change))
        return buttons

    def _last_row(self) -> list[Button]:
        return [
            Button("close", "Close", self.stack.clear, look="quiet"),
            Button("instructor", "For instructors", self._instructor, look="quiet"),
        ]

    def _instructor(self) -> None:
        from simulator.ui.scenes.instructor_identity import InstructorIdentity

        self.stack.push(InstructorIdentity(self.desk))

    def _begin(self) -> None:
        from simulator.ui.scenes.choose import Choose
        from simulator.ui.scenes.identity import Identity

        self.desk.notes.clear()
        self.stack.push(Choose(self.desk) if self.desk.settings.academy_id else Identity(self.desk))

    def _sessions(self) -> None:
        from simulator.ui.scenes.my_sessions import MySessions

        self.stack.push(MySessions(self.desk))

    def _change(self) -> None:
        from simulator.ui.scenes.identity import Identity

        self.desk.change_trainee("")
        self.stack.push(Identity(self.desk))

    def _settings(self) -> None:
        from simulator.ui.scenes.settings_page import SettingsPage

        self.stack.push(SettingsPage(self.desk))

    def _how(self) -> None:
        from simulator.ui.scenes.how_it_works import HowItWorks

        self.stack.push(HowItWorks(self.desk))
