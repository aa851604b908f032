"""The debrief of the call that was just played. Leaving a practice asks once whether its record is to be kept."""

from __future__ import annotations

from collections.abc import Callable

from simulator.records.problem import RecordsProblem
from simulator.scoring.debrief import debrief, with_added
from simulator.ui.call import Call
from simulator.ui.desk import Desk
from simulator.ui.review.added_by_trainee import AddedByTrainee
from simulator.ui.review.take_away import PlanField
from simulator.ui.review.weighing import Weighing
from simulator.ui.scenes.debrief_pages import DebriefPages
from simulator.ui.scenes.feelings import PauseForFeelings
from simulator.ui.scenes.keep_practice import KeepPractice
from simulator.ui.scenes.letters import Letters
from simulator.ui.scenes.own_view import OwnView
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.text_field import TextField


class Debrief(DebriefPages):
    """What each decision did, right after the call."""

    def __init__(self, desk: Desk, call: Call) -> None:
        session = call.session
        value = debrief(call.program, session.course, session.session_facts(), desk.words)
        self.added = AddedByTrainee(session.header.trainee)
        weighing = Weighing(desk.words, self.added.reflection, self._reflected, self._letters)
        folder = session.path.parent.parent
        plan = PlanField(desk.words, self._planned, self._letters)
        super().__init__(desk, value, call.program, session.course, session.branch, folder, weighing, plan)
        self._call = call
        self._kept = False
        self._record = ""
        self._seal_words = ""
        if not call.practice:
            self._seal()

    def _seal(self) -> None:
        session = self._call.session
        try:
            session.close()
            self._record = self.desk.words("record_sealed", file=session.path.name)
            self._seal_words = self.desk.words("record_hash", file=session.path.name, hash=session.chain)
            self.added.write_beside(session.path, session.header.session)
        except RecordsProblem as problem:
            self._record = str(problem)

    def enter(self) -> None:
        """Before any score: a breath, and the trainee's own view. Who stopped is spared both."""
        super().enter()
        if self.desk.settings.own_view_first and not self._call.classroom and self.value.status == "ended":
            self.stack.push(
                PauseForFeelings(self.desk, go_on=self._own_view, skip=self.stack.pop, out=self._leave_it_here)
            )

    def _own_view(self) -> None:
        self.stack.replace(
            OwnView(self.desk, self._call.program, self.value.turns, done=self._viewed, skip=self.stack.pop)
        )

    def _viewed(self, marks: dict[str, int], turning_point: int | None) -> None:
        self.stack.pop()
        self.add(lambda: self.added.rate(marks, turning_point))

    def _leave_it_here(self) -> None:
        self.stack.pop()
        self.leave()

    def add(self, adding: Callable[[], None]) -> None:
        """Add something to the debrief; where it cannot be written beside the record, the record's words say so."""
        try:
            adding()
        except RecordsProblem as problem:
            self._record = str(problem)
        self.value = with_added(self.value, self.added.all)

    def _reflected(self, turn: int, words: str) -> None:
        self.add(lambda: self.added.reflect(turn, words))

    def _planned(self, words: str) -> None:
        self.add(lambda: self.added.plan(words))

    def _letters(self, field: TextField) -> None:
        self.stack.push(Letters(self.desk, field))

    def exit(self) -> None:
        """A practice log that nobody kept goes."""
        super().exit()
        self._call.life.close()
        if self._call.practice and not self._kept:
            try:
                self._call.session.discard()
            except RecordsProblem as problem:
                self.desk.notes.append(str(problem))

    def leave(self) -> None:
        """Back to the title; a practice that can still be kept is asked about first."""
        self.commit()
        self._leaving(self.stack.home)

    def go_ahead(self) -> None:
        """To the call proposed next; a practice that can still be kept is asked about first."""
        self.commit()
        self._leaving(super().go_ahead)

    def _leaving(self, away: Callable[[], None]) -> None:
        if self._can_be_kept:
            self.stack.push(KeepPractice(self.desk, lambda: self._keep_and_leave(away), away))
        else:
            away()

    @property
    def _can_be_kept(self) -> bool:
        return self._call.practice and not self._call.classroom and not self._kept

    def record_words(self) -> str:
        """Where the record is, or what becomes of it."""
        if not self._call.practice:
            return self._record
        if self._call.classroom:
            return self.desk.words("record_class")
        return self._record or self.desk.words("record_practice")

    def seal_words(self) -> str:
        """The hash of a sealed record."""
        return self._seal_words

    def ways_out(self) -> list[Button]:
        """Done; and keeping it, after practice."""
        buttons = [Button("done", self.desk.words("page_done"), self.leave, keys="Esc")]
        if self._can_be_kept:
            buttons.append(Button("keep", self.desk.words("record_keep"), self._keep))
        return buttons

    def _keep_and_leave(self, away: Callable[[], None]) -> None:
        """Keep it and go; where it cannot be kept, the debrief stays and says why."""
        self.stack.pop()
        self._keep()
        if self._kept:
            away()

    def _keep(self) -> None:
        self.commit()
        try:
            path = self._call.session.keep()
            self._kept = True
            self.added.write_beside(path, self._call.session.header.session)
        except RecordsProblem as problem:
            self._record = str(problem)
            self.show("summary")
            return
        self._record = self.desk.words("record_kept", file=path.name)
        self.show("summary")
