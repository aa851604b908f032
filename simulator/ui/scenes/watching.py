"""Watching how a call can go: an experienced line of acts played by itself, each with the author's reason.

For a first meeting with a kind of call: a worked example before one's own. Nothing of it is kept.
"""

from __future__ import annotations

import contextlib

import pygame

from simulator.authoring.trainees.expert import expert
from simulator.encounter.actions import Action
from simulator.records.problem import RecordsProblem
from simulator.scoring.acts import read_acts
from simulator.ui.call import Call
from simulator.ui.canvas import Canvas
from simulator.ui.contact.areas import Areas
from simulator.ui.contact.choices import Timer
from simulator.ui.contact.line_button import ActButton, LineButton
from simulator.ui.contact.telling import Told
from simulator.ui.desk import Desk
from simulator.ui.layout import inset
from simulator.ui.scenes.encounter import Encounter
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button

_NOTE = "This plays by itself: one way it can go, as an experienced officer might choose. Nothing of it is kept."
_HINT = "Enter goes on · Space holds it still · Esc leaves"
_READING = 1.5
"""Seconds a decision stands at least, and a quarter of a second more for each word that will be said."""


class Watching(Encounter):
    """The choices are shown, the one taken is marked, and after a while it is done."""

    def __init__(self, desk: Desk, call: Call) -> None:
        super().__init__(desk, call, _NOTE)
        self._choices.hints, self._choices.by_hand = (_HINT, _HINT), False
        self._next: Action | None = None
        self._until = 0.0
        self._still = False

    @property
    def still(self) -> bool:
        """Whether it is held still."""
        return self._still

    # --- what is done ---------------------------------------------------------------------------------------

    def _open_choices(self) -> None:
        super()._open_choices()
        self._next = self._choose()
        name = self._name_of(self._next)
        if name:
            self.ring.focus(name)
        chosen = next((line for line in self._choices.lines if line.name == name), None)
        self._until = _READING + 0.25 * (len(chosen.words.split()) if chosen is not None else 4)

    def _choose(self) -> Action:
        """The right answer to a prompt; else what an experienced officer would do."""
        prompt = self.call.offer.prompt
        if prompt is None:
            return expert(self.call.program, self.call.state)
        prompts = self.call.scenario.nodes[self.call.state.node].prompts
        marks = {answer.id: answer.mark for one in prompts if one.id == prompt.id for answer in one.answers}
        right = (one.action for one in prompt.answers if marks[one.action.id.rpartition(".")[2]] == "right")
        return next(right, prompt.answers[0].action)

    def _name_of(self, action: Action) -> str:
        """The control that stands for an action; "" for help that is chosen on a page of its own."""
        offer, choices = self.call.offer, self._choices
        offered = [one.action for one in (offer.prompt.answers if offer.prompt is not None else offer.lines)]
        if action in offered:
            return choices.lines[offered.index(action)].name
        key = next((key for key in choices.acts if any(act.action == action for act in key.acts)), None)
        button = choices.button(key) if key is not None else None
        return button.name if button is not None else ""

    def _act(self, action: Action) -> None:
        if action != self._next:
            return  # what somebody clicks on is not done: this plays by itself
        turns = len(self.call.session.course.turns)
        self._next = None
        super()._act(action)
        course = self.call.session.course
        if len(course.turns) > turns and action.kind != "answer":
            why = read_acts(self.call.program, course)[-1].debrief
            if why:
                self._coming.append(Told("note", f"Why: {why}", "", self.call.state.turn))

    def _live(self, seconds: float) -> None:
        if self._still:
            return
        if self.phase == "deciding" and self._next is not None:
            self._until -= seconds
            if self._until <= 0:
                self._act(self._next)
            return
        super()._live(seconds)

    def _timer(self) -> Timer | None:
        """It is nobody's time that runs out."""
        return None

    # --- keys -----------------------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """Enter or a click goes on, Space holds it still, Escape leaves."""
        self._layer.touch()
        if event.type == pygame.KEYDOWN:
            command = "" if event.key == pygame.K_SPACE else self.desk.keys.command(event.key)
            if event.key == pygame.K_ESCAPE or command == "stop":
                self.leave()
                return True
            if event.key == pygame.K_SPACE:
                self.hold()
                return True
            if command in ("history", "know"):
                return self._key(event.key)
            on_tool = isinstance(self.ring.focused, Button)
            if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and not self.ended and not on_tool:
                self.go_on()
                return True
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1 and not self.ended and self._on_nothing(event):
            self.go_on()
            return True
        return self.ring.handle(event)

    def _on_nothing(self, event: pygame.event.Event) -> bool:
        """Whether a click is on no tool: a click on a line goes on as one on nothing does."""
        tools = (one for one in self.ring.controls if not isinstance(one, LineButton | ActButton))
        return not any(one.seen.collidepoint(event.pos) for one in tools)

    def go_on(self) -> None:
        """To the next: what is being told is told at once, what is to be done is done now."""
        self._still = False
        if self.phase == "deciding":
            self._until = 0.0
        else:
            self._skip()

    def hold(self) -> None:
        """Hold it still, or let it go on."""
        self._still = not self._still
        self._layer.touch()

    def leave(self) -> None:
        """Back to the calls."""
        self.stack.pop()

    def stop(self) -> None:
        """There is nothing to stop: nobody is playing."""
        self.leave()

    def exit(self) -> None:
        """Nothing of it stays."""
        super().exit()
        with contextlib.suppress(RecordsProblem):
            self.call.session.discard()

    # --- picture --------------------------------------------------------------------------------------------

    def _draw_choices(self, canvas: Canvas, places: Areas) -> None:
        if not self.ended:
            super()._draw_choices(canvas, places)
            return
        inner = inset(places.choices, canvas.theme.space(3), canvas.theme.space(2))
        column = Column(self, canvas, inner)
        column.text("That is one way it can go. Others can end well too; now try your own.", "lead")
        column.gap(1.5)
        column.row([Button("back", "Back to the calls", self.leave, look="main", keys="Esc")])

    def _tool_buttons(self) -> list[Button]:
        if self.ended:
            return []
        label = "Go on" if self._still else "Hold"
        return [
            Button("hold", label, self.hold, look="quiet", keys="Space"),
            Button("away", "Leave", self.leave, look="quiet", keys="Esc"),
        ]
