"""A trainee's kept session as an instructor opens it: the same pages, with flags, notes and the sheet."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pygame

from simulator.records.annotations import read_annotations
from simulator.records.problem import RecordsProblem
from simulator.records.reading import SessionRecord
from simulator.records.replay import Same
from simulator.scoring.annotations import Annotation
from simulator.scoring.debrief import with_added
from simulator.scoring.ratings import Rating
from simulator.ui.desk import Desk
from simulator.ui.replayed import replayed_record
from simulator.ui.review.added_by_instructor import AddedByInstructor
from simulator.ui.review.remarks import Remarks
from simulator.ui.review.sheet import Sheet
from simulator.ui.scenes.debrief_pages import PAGES
from simulator.ui.scenes.letters import Letters
from simulator.ui.scenes.override import SetInPlace
from simulator.ui.scenes.page import Column
from simulator.ui.scenes.past_debrief import PastDebrief
from simulator.ui.scenes.unkept import AskUnkept
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.text_field import TextField


class InstructorDebrief(PastDebrief):
    """The debrief of a record with an instructor's tools. The record stays as it is; what is added goes beside it."""

    pages = (*PAGES, "sheet")

    def __init__(self, desk: Desk, record: SessionRecord, replayed: Same, by: str) -> None:
        session = record.header.session
        before: tuple[Annotation, ...] = ()
        # A file that was changed is told by the record's own words, and by every try to add something.
        with contextlib.suppress(RecordsProblem):
            before = read_annotations(record.path, session)
        self._added = AddedByInstructor(by, record.path, session, before)
        self._unkept = ""
        super().__init__(desk, record, replayed, Remarks(self._added, desk.words, self._tell, self._letters))
        self._sheet = Sheet(
            self._added, replayed.program.catalogues, desk.words, self._tell, self._set_in_place, self._letters
        )

    def commit(self) -> None:
        """Keep what was written and marked and not kept yet."""
        super().commit()
        self._sheet.commit()

    def _tell(self, adding: Callable[[], None]) -> None:
        """Add something; where it cannot be written it stays here, and every page says so."""
        try:
            adding()
            self._unkept = ""
        except RecordsProblem as problem:
            self._unkept = self.desk.words("unkept_here", fault=problem)
        self.value = with_added(self.value, self._added.all)

    def fault_words(self) -> str:
        """What could not be done; what is not kept yet."""
        return super().fault_words() or self._unkept

    def paint_own(self, column: Column) -> None:
        """The sheet."""
        self._sheet.paint(column, self.value)

    def ways_out(self) -> list[Button]:
        """Back; keeping what could not be kept."""
        buttons = super().ways_out()
        if self._added.unwritten:
            buttons.append(Button("keep_now", self.desk.words("unkept_now"), self._keep_now))
        return buttons

    def _keep_now(self) -> None:
        self._tell(self._added.write)

    def handle(self, event: pygame.event.Event) -> bool:
        """Escape in a note is done with the note, not with the debrief."""
        escapes = event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE
        if escapes and isinstance(self.ring.focused, TextField):
            self.commit()
            self.ring.focus("chart" if self._page == "decisions" else f"tab.{self._page}")
            return True
        return super().handle(event)

    def leave(self) -> None:
        """Back to the list; what is not kept yet is asked about first."""
        self.commit()
        if self._added.unwritten:
            self.stack.push(AskUnkept(self.desk, self._unkept, self._try_and_leave, self.stack.pop))
        else:
            super().leave()

    def _try_and_leave(self) -> str:
        """Try once more; what still is in the way, "" where everything is kept."""
        self._keep_now()
        return self._unkept

    def _set_in_place(self, rating: Rating) -> None:
        self.commit()
        standing = next((each for each in self.value.added.overrides if each.skill == rating.skill), None)
        self.stack.push(SetInPlace(self.desk, rating, standing, self._override))

    def _override(self, skill: str, mark: int, reason: str) -> None:
        self._tell(lambda: self._added.override(skill, mark, reason))

    def _letters(self, field: TextField) -> None:
        self.stack.push(Letters(self.desk, field))


def open_as_instructor(desk: Desk, path: Path, by: str) -> InstructorDebrief:
    """The debrief of a record for an instructor. Raises RecordsProblem, in plain words, where it cannot be shown."""
    return InstructorDebrief(desk, *replayed_record(desk, path), by)
