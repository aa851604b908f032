"""A call before a class on a projector: one drives, hands are counted for each line, and there is time to discuss."""

from __future__ import annotations

import contextlib

import pygame

from simulator.encounter.actions import Action
from simulator.records.problem import RecordsProblem
from simulator.ui.call import Call
from simulator.ui.contact.counted_line import CountedLine
from simulator.ui.contact.telling import Told
from simulator.ui.desk import Desk
from simulator.ui.layout import columns
from simulator.ui.scenes.encounter import Encounter
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.bars import bar
from simulator.ui.widgets.button import Button

_HINT = "+ and − count hands · Enter or a second click says it · {}: pause to discuss"
_ANSWER_HINT = "+ and − count hands · Enter or a second click answers · {}: pause to discuss"


class ClassEncounter(Encounter):
    """The lines stand until the one who drives says one. Nothing of it is kept."""

    def __init__(self, desk: Desk, call: Call) -> None:
        super().__init__(desk, call, "This is play before a class. No record is kept, and nobody is named.")
        key = desk.keys.shown("discuss")
        self._choices.hints = (_HINT.format(key), _ANSWER_HINT.format(key))

    @property
    def counted(self) -> list[CountedLine]:
        """The lines with their counts."""
        return [line for line in self._choices.lines if isinstance(line, CountedLine)]

    def _open_choices(self) -> None:
        super()._open_choices()
        self._choices.lines = [CountedLine.of(line) for line in self._choices.lines]

    def _act(self, action: Action) -> None:
        lines, turn = self.counted, self.call.state.turn
        said = self.ring.focused
        super()._act(action)
        if self.call.state.turn > turn and any(line.hands for line in lines):
            mine = next((line.hands for line in lines if line is said), 0)
            others = sum(line.hands for line in lines) - mine
            self._telling.append(Told("note", f"Hands: {mine} for this, {others} for something else.", "", turn + 1))

    def exit(self) -> None:
        """Nothing stays, whether the call ended or not."""
        super().exit()
        if not self._handed_over:
            with contextlib.suppress(RecordsProblem):
                self.call.session.discard()

    def handle(self, event: pygame.event.Event) -> bool:
        """One key pauses to discuss."""
        if event.type == pygame.KEYDOWN and event.key == self.desk.keys.code("discuss") and self.phase == "deciding":
            self._discuss()
            return True
        return super().handle(event)

    def _clicks_the_focus(self, event: pygame.event.Event) -> bool:
        """A click on a counter counts; it chooses nothing."""
        focused = self.ring.focused
        counts = isinstance(focused, CountedLine) and focused.counts_at(event.pos)
        return not counts and super()._clicks_the_focus(event)

    def _discuss(self) -> None:
        self._layer.touch()
        self.stack.push(Discuss(self.desk, self.counted))

    def _tool_buttons(self) -> list[Button]:
        buttons = super()._tool_buttons()
        if self.phase == "deciding":
            buttons.insert(
                0, Button("discuss", "Discuss", self._discuss, look="quiet", keys=self.desk.keys.shown("discuss"))
            )
        return buttons


class Discuss(Page):
    """The lines with the hands for each. The call stands still."""

    heading = "Pause to discuss"
    widest = 84

    def __init__(self, desk: Desk, lines: list[CountedLine]) -> None:
        super().__init__(desk)
        self._lines = lines

    def handle(self, event: pygame.event.Event) -> bool:
        """The key that opened it closes it too."""
        if event.type == pygame.KEYDOWN and event.key == self.desk.keys.code("discuss"):
            self.leave()
            return True
        return super().handle(event)

    def body(self, column: Column) -> None:
        """Questions to begin with, then each line with a bar for its hands."""
        canvas = column.canvas
        column.text("What would each of these do to the person? What would you want to know first?",
                    colour=canvas.palette.muted)  # fmt: skip
        most = max([line.hands for line in self._lines], default=0)
        for line in self._lines:
            column.gap(1.5)
            left, right = columns(pygame.Rect(column.box.x, column.y, column.box.width, 0), (0.72, 0.28),
                                  canvas.theme.space(3))  # fmt: skip
            words = f"{line.number}.  {f'{line.to}: ' if line.to else ''}{line.words}"
            block = canvas.block(words, left.width)
            canvas.text(words, pygame.Rect(left.x, column.y, left.width, block.height))
            hands = "1 hand" if line.hands == 1 else f"{line.hands} hands"
            row = pygame.Rect(right.x, column.y, right.width, canvas.theme.row())
            canvas.text(hands, row, weight="bold", colour=canvas.palette.accent)
            track = pygame.Rect(right.x, row.bottom, right.width, canvas.theme.space(1))
            bar(canvas, track, line.hands / most if most else 0.0, canvas.palette.accent)
            column.y += max(block.height, row.height + track.height)

    def buttons(self) -> list[Button]:
        """Back to the call."""
        return [Button("back", "Go on with the call", self.leave, look="main", keys="Esc")]
