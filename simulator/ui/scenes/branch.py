"""A practice branch: trying another way from a turn of a call that was played; then both courses side by side."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from simulator.records.problem import RecordsProblem
from simulator.scoring.debrief import Debrief, debrief
from simulator.ui.call import Call
from simulator.ui.desk import Desk
from simulator.ui.review.side_by_side import SideBySide
from simulator.ui.scenes.encounter import Encounter
from simulator.ui.scenes.page import Column, Page
from simulator.ui.scenes.practice_encounter import PracticeEncounter
from simulator.ui.widgets.button import Button

if TYPE_CHECKING:
    from simulator.ui.scenes.debrief_pages import DebriefPages


class BranchEncounter(PracticeEncounter):
    """The call again from a turn on. It is marked as a branch, and what was recorded stays as it is."""

    def __init__(self, desk: Desk, call: Call, origin: DebriefPages, turn: int, note: str = "") -> None:
        super().__init__(desk, call, note or desk.words("branch_note", turn=turn))
        self._origin, self._turn = origin, turn

    def rewound(self, call: Call, note: str) -> Encounter:
        """Still a branch of the same call; the ways part where it was gone back to, if that is earlier."""
        branch = call.session.header.branch
        turn = min(self._turn, branch.turn) if branch is not None else self._turn
        return BranchEncounter(self.desk, call, self._origin, turn, note)

    def _to_debrief(self) -> None:
        self._handed_over = True
        self.stack.replace(TwoWays(self.desk, self.call, self._origin, self._turn))

    def exit(self) -> None:
        """Nothing stays of a branch that was left."""
        super().exit()
        if not self._handed_over:
            with contextlib.suppress(RecordsProblem):
                self.call.session.discard()


class TwoWays(Page):
    """What was played and what was tried, side by side from the turn where they part."""

    widest = 132

    def __init__(self, desk: Desk, call: Call, origin: DebriefPages, turn: int) -> None:
        super().__init__(desk)
        self.heading = desk.words("branch_title", turn=turn)
        self._call, self._origin, self._turn = call, origin, turn
        session = call.session
        self.tried: Debrief = debrief(call.program, session.course, session.session_facts(), desk.words)
        labels = [band.label for band in call.program.catalogues.bands.values()]
        self._both = SideBySide(origin.value, self.tried, turn, labels, desk.words)
        self._kept = ""
        self._fault = ""

    def exit(self) -> None:
        """A branch that nobody kept goes."""
        self._call.life.close()
        if not self._kept:
            try:
                self._call.session.discard()
            except RecordsProblem as problem:
                self.desk.notes.append(str(problem))

    def body(self, column: Column) -> None:
        """Both courses, how each ended, what was done at the turn and after it."""
        if self._fault:
            column.text(self._fault, colour=column.canvas.palette.poor)
            column.gap(1)
        self._both.paint(column)
        if self._kept:
            column.gap(1)
            column.text(self._kept, "small", colour=column.canvas.palette.muted)

    def buttons(self) -> list[Button]:
        """Back; once more; keeping the branch as a record of its own."""
        words = self.desk.words
        buttons = [
            Button("back", words("branch_back"), self.leave, look="main", keys="Esc"),
            Button("once_more", words("branch_once_more", turn=self._turn), self._once_more),
        ]
        if not (self._kept or self._call.classroom):
            buttons.append(Button("keep", words("branch_keep"), self._keep))
        return buttons

    def _once_more(self) -> None:
        self.stack.pop()
        self._origin.try_again(self._turn)

    def _keep(self) -> None:
        try:
            path = self._call.session.keep()
        except RecordsProblem as problem:
            self._fault = str(problem)
            return
        self._kept = self.desk.words("branch_kept", turn=self._turn, file=path.name)
        self.ring.focus("back")
