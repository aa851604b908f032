"""An instructor's flags and notes at the turn being looked at: one key a flag, a key to write."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.scenario.words import Words
from simulator.scoring.annotations import FlagKind
from simulator.scoring.debrief import Debrief
from simulator.ui.review.added_by_instructor import AddedByInstructor
from simulator.ui.review.instructor_words import flag_words, paint_remarks
from simulator.ui.review.note_field import NoteField
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.text_field import TextField

FLAG_KEYS: dict[FlagKind, int] = {"strength": pygame.K_a, "talk": pygame.K_d, "safety": pygame.K_f}
WRITE = pygame.K_w
NOTE = "note"
"""The name of the field."""


class Remarks:
    """Flags and note of each turn. `tell` does what adds something and says where it could not be written."""

    def __init__(
        self,
        added: AddedByInstructor,
        words: Words,
        tell: Callable[[Callable[[], None]], None],
        on_letters: Callable[[TextField], None],
    ) -> None:
        self._added, self._words, self._tell, self._on_letters = added, words, tell, on_letters
        self._notes: dict[int, NoteField] = {}
        self._to_focus = ""

    def key(self, event: pygame.event.Event, turn: int) -> bool:
        """One key a flag, one to write; nothing at the start, before any act."""
        if event.type != pygame.KEYDOWN or not turn:
            return False
        for kind, code in FLAG_KEYS.items():
            if event.key == code:
                self._flag(turn, kind)
                return True
        if event.key == WRITE:
            self._write(turn)
            return True
        return False

    def commit(self) -> None:
        """Keep every note that is written and not kept yet, and close its field."""
        while self._notes:
            _, field = self._notes.popitem()
            field.commit()

    def paint(self, column: Column, value: Debrief, turn: int) -> None:
        """The flags as buttons, the note, and what stands here already."""
        own = {flag.flag for flag in value.added.flags if flag.turn == turn and flag.by == self._added.by}
        buttons = [
            Button(
                f"flag:{kind}",
                flag_words(kind, column.words),
                lambda kind=kind: self._flag(turn, kind),  # type: ignore[misc]
                keys=pygame.key.name(code).upper(),
                chosen=kind in own,
            )
            for kind, code in FLAG_KEYS.items()
        ]
        field = self._notes.get(turn)
        if field is None:
            name = column.words("remark_note")
            buttons.append(Button("write", name, lambda: self._write(turn), look="quiet", keys="W"))
        column.row(buttons, 0.75)
        column.gap(0.75)
        if field is not None:
            field.paint(column)
            column.gap(1)
        if self._to_focus:
            column.scene.ring.focus(self._to_focus)
            self._to_focus = ""
        paint_remarks(column, value, turn)
        column.gap(0.75)

    def _flag(self, turn: int, kind: FlagKind) -> None:
        self._tell(lambda: self._added.flag(turn, kind))

    def _write(self, turn: int) -> None:
        if turn not in self._notes:
            self._notes[turn] = NoteField(
                NOTE, self._words("remark_field"), lambda words: self._keep(turn, words), self._on_letters
            )
        self._to_focus = NOTE

    def _keep(self, turn: int, words: str) -> None:
        self._notes.pop(turn, None)
        self._to_focus = "chart"
        self._tell(lambda: self._added.note(turn, words))
