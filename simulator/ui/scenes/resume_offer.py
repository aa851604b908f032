"""Offering to go on with a call that a closed window, a crash or a power cut left unfinished."""

from __future__ import annotations

from datetime import datetime

from simulator.records.problem import RecordsProblem
from simulator.records.resume import Unfinished, give_up, resume
from simulator.ui.call import Call
from simulator.ui.desk import Desk
from simulator.ui.library.card_words import NO_TIME
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button


class ResumeOffer(Page):
    """The latest unfinished call: go on, end it, or leave it for later."""

    heading = "A call is not finished"
    widest = 72

    def __init__(self, desk: Desk, unfinished: tuple[Unfinished, ...]) -> None:
        super().__init__(desk)
        self._found = unfinished[0]
        self._more = len(unfinished) - 1
        self._fault = ""

    def body(self, column: Column) -> None:
        """Which call it is, and what each way means."""
        header, colours = self._found.header, column.canvas.palette
        mode = "Assessed" if header.mode == "assessed" else "Practice"
        acts = "1 act" if self._found.actions == 1 else f"{self._found.actions} acts"
        column.text(header.scenario.title, "lead", "bold")
        who = f", academy id {header.trainee}" if header.trainee else ""
        column.text(f"{mode}{who}. Begun {_when(header.started_at)}, {acts} so far.", colour=colours.muted)
        column.gap(2)
        column.text("Everything you had seen is kept. You can go on exactly where it stood.")
        column.gap(1)
        if header.mode == "assessed":
            column.text("Ending it now closes the record as stopped. That is not held against you.")
        else:
            column.text("Ending it now deletes this practice.")
        if self._more:
            column.gap(1)
            column.text(f"{self._more} more will be offered at the next start.", "small", colour=colours.muted)
        if self._fault:
            column.gap(2)
            column.text(self._fault, colour=colours.poor)

    def buttons(self) -> list[Button]:
        """Go on, end, later."""
        return [
            Button("resume", "Go on with it", self._resume, look="main"),
            Button("end", "End it now", self._end),
            Button("later", "Later", self.leave, keys="Esc"),
        ]

    def _resume(self) -> None:
        from simulator.ui.scenes.practice_encounter import encounter_of

        try:
            session = resume(self._found.path)
        except RecordsProblem as problem:
            self._fault = str(problem)
            return
        note = session.note or (
            f"You are back where you were. {self.desk.keys.shown('history')} shows everything said so far."
        )
        self.stack.replace(encounter_of(self.desk, Call(session), note))

    def _end(self) -> None:
        try:
            give_up(self._found.path)
        except RecordsProblem as problem:
            self._fault = str(problem)
            return
        self.leave()


def _when(stamp: str) -> str:
    """A UTC stamp as local day and time."""
    try:
        return datetime.fromisoformat(stamp).astimezone().strftime("on %d %B at %H:%M")
    except NO_TIME:
        return "earlier"
