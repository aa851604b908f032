"""A call in practice: hints on request, and going back to an earlier decision. Both are marked in the log."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pygame

from simulator.records.problem import RecordsProblem
from simulator.scoring.acts import TakenAct, read_acts
from simulator.scoring.hints import hints_at
from simulator.ui.call import Call
from simulator.ui.canvas import Canvas
from simulator.ui.contact.areas import areas
from simulator.ui.contact.telling import Told, quoted
from simulator.ui.desk import Desk
from simulator.ui.scenes.class_encounter import ClassEncounter
from simulator.ui.scenes.encounter import Encounter
from simulator.ui.scenes.page import Column, Page
from simulator.ui.scenes.pause import Pause
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.option import Option


def encounter_of(desk: Desk, call: Call, note: str = "") -> Encounter:
    """The screen for a call: before a class, in practice, assessed."""
    if call.classroom:
        return ClassEncounter(desk, call)
    return PracticeEncounter(desk, call, note) if call.practice else Encounter(desk, call, note)


class PracticeEncounter(Encounter):
    """An encounter that helps when it is asked to."""

    _room_for_hint = False
    _given = (0, 0)
    """The turn for which hints were last given, and how many."""

    def handle(self, event: pygame.event.Event) -> bool:
        """One key gives a hint."""
        if event.type == pygame.KEYDOWN and event.key == self.desk.keys.code("hint") and self.phase == "deciding":
            self.hint()
            return True
        return super().handle(event)

    def hint(self) -> None:
        """The next hint of this decision: a cue and the skill it asks for. It is counted in the log."""
        turn = self.call.state.turn
        # An answer to a prompt is no new decision: what was given before it is not given again.
        given = self._given[1] if self._given[0] == turn else 0
        hints = hints_at(self.call.program, self.call.state, self.desk.words)
        if given < len(hints):
            self._telling.append(Told("advice", hints[given].words, "", turn))
            self._given = (turn, given + 1)
            self.call.hints += 1
        self._layer.touch()

    def rewound(self, call: Call, note: str) -> Encounter:
        """The screen for the call as it goes on from an earlier decision."""
        return PracticeEncounter(self.desk, call, note)

    def rewind(self, turn: int) -> None:
        """Back to the decision of a turn, in a branch that says so; the way played so far goes. Raises RecordsProblem
        where there can be no branch; then the call stands as it stood."""
        before = self.call.session
        session = before.branch(turn)
        note = f"You are back at turn {turn}. The record says so."
        self.stack.replace(self.rewound(Call(session), note))
        with contextlib.suppress(RecordsProblem):
            before.discard()

    def paint(self, canvas: Canvas) -> None:
        """As any encounter; the hint has a button where there is room."""
        self._room_for_hint = areas(canvas.rect, canvas.theme).facts is not None
        super().paint(canvas)

    def _tool_buttons(self) -> list[Button]:
        buttons = super()._tool_buttons()
        if self.phase == "deciding" and self._room_for_hint:
            buttons.append(Button("hint", "Hint", self.hint, look="quiet", keys=self.desk.keys.shown("hint")))
        return buttons

    def _pause(self) -> None:
        self.stack.push(PracticePause(self.desk, self))


class PracticePause(Pause):
    """A pause with what practice offers beside."""

    def __init__(self, desk: Desk, encounter: PracticeEncounter) -> None:
        super().__init__(desk, encounter)
        self._practice = encounter

    def ways(self) -> list[Button]:
        """A hint and going back stand before stopping."""
        *ways, stop = super().ways()
        earlier = bool(self._practice.call.session.course.turns)
        hint = Button("hint", "A hint", self._hint, keys=self.desk.keys.shown("hint"))
        back = Button("rewind", "Back to an earlier decision", self._rewind, enabled=earlier)
        return [*ways, hint, back, stop]

    def handle(self, event: pygame.event.Event) -> bool:
        """The key for a hint works from here too."""
        if event.type == pygame.KEYDOWN and event.key == self.desk.keys.code("hint"):
            self._hint()
            return True
        return super().handle(event)

    def _hint(self) -> None:
        self.leave()
        if self._practice.phase == "deciding":
            self._practice.hint()

    def _rewind(self) -> None:
        self.stack.replace(Rewind(self.desk, self._practice))


class Rewind(Page):
    """The decisions so far, the latest first: one is chosen, and the call goes on from there."""

    heading = "Back to which decision?"
    over_others = True
    widest = 84

    def __init__(self, desk: Desk, encounter: PracticeEncounter) -> None:
        super().__init__(desk)
        self._encounter = encounter
        call = encounter.call
        self._acts = read_acts(call.program.told_in(desk.words), call.session.course)[::-1]
        self._fault = ""

    def enter(self) -> None:
        """The latest has the focus."""
        self.ring.focus(f"turn:{self._acts[0].number}")

    def body(self, column: Column) -> None:
        """What was done, with what came of it."""
        column.text(
            "The call goes on from before it. What came after is undone, and the record says that you went back.",
            colour=column.canvas.palette.muted,
        )
        if self._fault:
            column.gap(1)
            column.text(self._fault, colour=column.canvas.palette.poor)
        column.gap(1.5)
        for act in self._acts:
            said = f"Turn {act.number}: {quoted(act.said, act.spoken)}"
            column.put(Option(f"turn:{act.number}", said, self._choosing(act), chosen=False, mark="none"))
            column.gap(0.75)

    def buttons(self) -> list[Button]:
        """Or stay."""
        return [Button("back", "Stay where I am", self.leave, keys="Esc")]

    def _choosing(self, act: TakenAct) -> Callable[[], None]:
        def choose() -> None:
            self.stack.pop()
            try:
                self._encounter.rewind(act.number)
            except RecordsProblem as problem:
                self._fault = str(problem)
                self.stack.push(self)

        return choose
