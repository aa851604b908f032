"""The encounter: the person in the middle, the words beside them, your choices below.

The state machine of the call drives this screen: *presenting* shows the moment, *deciding* opens the choices and runs
the timer, *reacting* tells what an act brought, *paused* stands still, *debriefing* is the end.
"""

from __future__ import annotations

import contextlib

import pygame

from simulator.encounter.actions import SILENCE, STOP, Action, ActionRefused
from simulator.records.problem import RecordsProblem
from simulator.ui.call import Call
from simulator.ui.canvas import Canvas
from simulator.ui.contact.areas import Areas, areas
from simulator.ui.contact.choices import CHOOSE_FIRST, Choices, Timer
from simulator.ui.contact.conversation import Conversation
from simulator.ui.contact.facts import FactsColumn
from simulator.ui.contact.grounds import grounds_of, seen_between
from simulator.ui.contact.interface_layer import InterfaceLayer
from simulator.ui.contact.line_button import ActButton, LineButton
from simulator.ui.contact.picture import Picture
from simulator.ui.contact.strip import draw_strip
from simulator.ui.contact.telling import Told, told, told_answer
from simulator.ui.contact.veils import draw_ground, draw_panel, fade_box
from simulator.ui.desk import Desk
from simulator.ui.layout import inset, take_bottom, wrap_boxes
from simulator.ui.scene import Scene
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button

_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
_PRESENTING = 0.35
"""Seconds between the moment appearing and the choices opening."""
_LOOK_AHEAD = 0.15
"""Seconds after that before the person's next poses are drawn ahead: not in the frame that shows the choices."""
_TIMER_STEPS = 10
"""How often a second a timer is drawn anew."""
_FADE = 10
"""Spacing units over which the shades beside the person fade out."""


class Encounter(Scene):
    """One call, from contact to its end."""

    fills_window = True

    def __init__(self, desk: Desk, call: Call, note: str = "") -> None:
        super().__init__(desk)
        self.call = call
        self.picture = Picture(call)
        self._conversation = Conversation()
        self._facts = FactsColumn()
        self._choices = Choices(self._act, self._choose_help)
        self._telling: list[Told] = [Told("note", note)] if note else []
        self._coming: list[Told] = []
        self._wait = 0.0
        self._thinking = 0.0
        self._scene_shown: tuple[str, str] | None = None
        self._signs: dict[str, str] = {}
        self._fault = ""
        self._place = 0
        self._handed_over = False
        self._chosen = self._undecided = False
        self._layer = InterfaceLayer()
        self._looked_ahead = True

    @property
    def phase(self) -> str:
        """The phase of the call's life."""
        return self.call.life.phase

    @property
    def ended(self) -> bool:
        """Whether the call is over and everything about it has been told."""
        return self.phase == "debriefing" and not self._coming

    @property
    def signs(self) -> list[str]:
        """What was noticed so far, the newest first."""
        return list(self._signs.values())[::-1]

    def enter(self) -> None:
        """Contact."""
        self.call.life.contact()
        self._present()

    def cover(self) -> None:
        """Something stands on top: nothing moves."""
        self._layer.touch()
        if self.phase in ("presenting", "deciding", "reacting"):
            self.call.life.pause()

    def resume(self) -> None:
        """Go on where it stood."""
        self._layer.touch()
        if self.phase == "paused":
            self.call.life.resume()

    def exit(self) -> None:
        """Let go of the picture and the log; a call that is not over can be taken up again later."""
        self.picture.close()
        if not self._handed_over:
            with contextlib.suppress(RecordsProblem):
                self.call.session.close()

    # --- time -----------------------------------------------------------------------------------------------

    def update(self, seconds: float) -> None:
        """Time passes on screen; the call's clock does not move by it."""
        self.picture.update(seconds)
        before = (self.phase, len(self._telling), self._fault)
        self._live(seconds)
        if (self.phase, len(self._telling), self._fault) != before:
            self._layer.touch()

    def _live(self, seconds: float) -> None:
        if self.phase == "presenting":
            self._wait -= seconds
            if self._wait <= 0:
                self._open_choices()
        elif self.phase == "deciding":
            self._thinking += seconds
            timer = self._timer()
            if timer is not None:
                if int(timer.left * _TIMER_STEPS) != int((timer.left + seconds) * _TIMER_STEPS):
                    self._layer.touch(1)
                if timer.left <= 0:
                    self._act(SILENCE)
                    return
            if not self._looked_ahead and self._thinking > _LOOK_AHEAD:
                self._looked_ahead = True
                self.picture.look_ahead(line.action for line in self.call.offer.lines)
        elif self.phase in ("reacting", "debriefing") and self._coming:
            self._wait -= seconds
            if self._wait <= 0:
                self._tell_next()
        elif self.phase == "reacting":
            self._wait -= seconds
            if self._wait <= 0:
                self.call.life.next()
                self._present()

    def _timer(self) -> Timer | None:
        offer, header = self.call.offer, self.call.session.header
        if offer.timer is None or offer.prompt is not None or header.untimed:
            return None
        whole = offer.timer / 10 * header.timer_percent / 100
        return Timer(whole - self._thinking, whole)

    def _present(self) -> None:
        """Show the moment: its scene, where it is a new one, and what there is to notice."""
        offer = self.call.offer
        shown = (f"{offer.node}.{offer.visit}", offer.scene)
        if shown != self._scene_shown:
            self._scene_shown = shown
            self._telling.append(Told("scene", offer.scene))
            for id_, words in offer.cues:
                if self._signs.get(f"{offer.node}.{id_}") != words:
                    self._telling.append(Told("sign", words))
                self._signs[f"{offer.node}.{id_}"] = words
        self._wait = _PRESENTING

    def _open_choices(self) -> None:
        self.call.life.ready()
        self._thinking = 0.0
        self._chosen = self._undecided = False
        self._fault = ""
        self._place += 1
        self._choices.set(self.call, self._place, self.desk.keys)
        if self._choices.lines:
            self.ring.focus(self._choices.lines[0].name)
        self._looked_ahead = self.call.offer.prompt is not None

    # --- acts -----------------------------------------------------------------------------------------------

    def _act(self, action: Action) -> None:
        if self.phase != "deciding":
            return
        before = self.call.state
        try:
            happened = self.call.act(action, round(self._thinking * 1000))
        except (ActionRefused, RecordsProblem) as problem:
            self._fault = str(problem)
            return
        self._choices.rest(True)
        if action.kind == "answer":
            self.call.shown = self.call.state
            self._telling.append(told_answer(self.call, action, before))
            self.call.life.next()
            self._present()
            return
        self._telling = []
        self._coming = told(self.call, action, before, happened, self.call.state.turn)
        self._before, self._happened = before, happened
        self._reacted = False
        self._wait = 0.0
        self._tell_next()

    def _tell_next(self) -> None:
        """Tell the next thing that happened. The person reacts when their answer is told."""
        if not self._coming:
            return
        one = self._coming.pop(0)
        self._telling.append(one)
        self._wait = one.reveal_seconds
        if not self._reacted and (one.kind != "you" or not self._coming):
            self._reacted = True
            self.call.shown = self.call.state
            self.picture.react(self._before, self._happened)
        self.picture.speak(one.person, one.speaking_seconds)

    def _skip(self) -> None:
        """Tell everything at once, and go on to the next decision."""
        while self._coming:
            self._tell_next()
        self._wait = 0.0

    def _choose_help(self) -> None:
        from simulator.ui.scenes.call_help import CallHelp

        self.stack.push(CallHelp(self.desk, self.call, self._act))

    def stop(self) -> None:
        """Leave the call with dignity: it is in the log as a stop, and nothing is held against anybody."""
        if self.call.life.phase == "paused":
            self.call.life.resume()
        try:
            self.call.act(STOP, 0)
        except (ActionRefused, RecordsProblem) as problem:
            self._fault = str(problem)
            return
        self._to_debrief()

    def _to_debrief(self) -> None:
        from simulator.ui.scenes.debrief import Debrief

        self._handed_over = True
        self.stack.replace(Debrief(self.desk, self.call))

    # --- keys -----------------------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """Keys of the call; then the ring's."""
        self._layer.touch()
        enter = event.type == pygame.KEYDOWN and event.key in _ENTER
        if self.phase == "deciding" and not self._chosen:
            # Nothing counts as chosen at a new decision, so that no line is said by hurrying on: Enter waits for a
            # choice, and a first click only chooses.
            if enter and self._on_a_choice():
                self._undecided = True
                return True
            self._chosen = event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN)
            self._undecided = False
            if event.type == pygame.MOUSEBUTTONDOWN and self._clicks_the_focus(event):
                return True
        if event.type == pygame.KEYDOWN and self._key(event.key):
            return True
        telling = self.phase in ("presenting", "reacting") or (self.phase == "debriefing" and self._coming)
        if telling and self._skips(event):
            self._skip()
            return True
        return self.ring.handle(event)

    def _on_a_choice(self) -> bool:
        return isinstance(self.ring.focused, LineButton | ActButton)

    def _clicks_the_focus(self, event: pygame.event.Event) -> bool:
        focused = self.ring.focused
        return self._on_a_choice() and focused is not None and bool(focused.seen.collidepoint(event.pos))

    def _skips(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEBUTTONDOWN:
            live = (one for one in self.ring.controls if one.by_keys and not one.resting)
            return bool(event.button == 1) and not any(one.seen.collidepoint(event.pos) for one in live)
        return event.type == pygame.KEYDOWN and event.key in _ENTER

    def _key(self, key: int) -> bool:
        if self.phase == "debriefing":
            return False
        does = {"pause": self._pause, "stop": self._ask_to_stop, "history": self._transcript, "know": self._know}
        command = "pause" if key == pygame.K_ESCAPE else self.desk.keys.command(key)
        if command in does:
            does[command]()
            return True
        return self.phase == "deciding" and self._choice_key(key)

    def _choice_key(self, key: int) -> bool:
        number = key - pygame.K_0 if pygame.K_0 <= key <= pygame.K_9 else key - pygame.K_KP_1 + 1
        line = next((line for line in self._choices.lines if line.number == number), None)
        button = line
        if button is None:
            act = next((act for act in self._choices.acts if act.key == key), None)
            button = self._choices.button(act) if act is not None else None  # type: ignore[assignment]
        if button is None:
            return False
        self.ring.focus(button.name)
        if self.desk.settings.one_key or self.desk.keys.command(key) == "help":
            button.press()
        return True

    def _pause(self) -> None:
        from simulator.ui.scenes.pause import Pause

        self.stack.push(Pause(self.desk, self))

    def _ask_to_stop(self) -> None:
        from simulator.ui.scenes.pause import AskToStop

        self.stack.push(AskToStop(self.desk, self))

    def _transcript(self) -> None:
        from simulator.ui.scenes.looking_back import Transcript

        self.stack.push(Transcript(self.desk, self.call))

    def _know(self) -> None:
        from simulator.ui.scenes.looking_back import Knowledge

        self.stack.push(Knowledge(self.desk, self.call, self.signs))

    # --- picture --------------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas) -> None:
        """The picture in every frame, and the interface over it."""
        places = areas(canvas.rect, canvas.theme)
        fade = canvas.theme.space(_FADE)
        grounds = grounds_of(canvas, places)
        solid = [places.choices, *grounds.values()]
        if places.strip is not None:
            solid.append(places.strip)
        self.picture.prepare(places, canvas.theme)
        with canvas.clipped(seen_between(canvas, grounds, places)):
            self.picture.draw(canvas.surface, places)
        shaded = [fade_box(box, side, fade) for side, box in grounds.items()]
        self._layer.draw(canvas, super().draw, solid, shaded)

    def paint(self, canvas: Canvas) -> None:
        """Columns and choices."""
        places = areas(canvas.rect, canvas.theme)
        for side, box in grounds_of(canvas, places).items():
            draw_ground(canvas, box, side, canvas.theme.space(_FADE))
        draw_panel(canvas, places.choices)
        self._draw_choices(canvas, places)
        self._draw_words(canvas, places)
        if places.facts is not None:
            tools, box = self._tools(canvas, places.facts)
            if self._facts.draw(canvas, self.ring, box, self.call, self.signs):
                self._layer.touch()
            tools.row(self._tool_buttons(), 0.75)
        elif places.strip is not None:
            buttons = self._tool_buttons()
            if buttons:
                buttons.append(Button("know", "Known", self._know, look="quiet", keys=self.desk.keys.shown("know")))
            draw_strip(canvas, self.ring, places.strip, self.call, buttons)

    def _draw_words(self, canvas: Canvas, places: Areas) -> None:
        with_signs = places.facts is None or not self._facts.shows_signs
        self._conversation.draw(canvas, self.ring, places.words, self._telling, with_signs=with_signs)

    def _draw_choices(self, canvas: Canvas, places: Areas) -> None:
        theme, box = canvas.theme, places.choices
        if self.ended:
            inner = inset(box, theme.space(3), theme.space(2))
            column = Column(self, canvas, inner)
            column.text("The call has ended.", "lead")
            column.gap(1.5)
            column.row([Button("debrief", "See what each decision did", self._to_debrief, look="main")])
        elif self._choices.lines or self._choices.acts:
            telling = self._coming or self.phase == "reacting"
            self._choices.draw(
                canvas,
                self.ring,
                box,
                timer=self._timer() if self.phase == "deciding" else None,
                fault=self._fault,
                hint="Enter or a click goes on" if telling else CHOOSE_FIRST if self._undecided else "",
            )
            self._choices.draw_acts(canvas, self.ring)

    def _tools(self, canvas: Canvas, box: pygame.Rect) -> tuple[Column, pygame.Rect]:
        """A column for the tools at the foot of the facts, and what it leaves of their box."""
        theme, gap = canvas.theme, canvas.theme.space(0.75)
        widths = [button.natural_width(canvas) for button in self._tool_buttons()]
        rects = wrap_boxes(box, widths, theme.control(), gap)
        height = rects[-1].bottom - box.y if rects else 0
        foot, rest = take_bottom(box, height, theme.space(1))
        return Column(self, canvas, foot), rest

    def _tool_buttons(self) -> list[Button]:
        if self.phase == "debriefing":
            return []
        return [
            Button("pause", "Pause", self._pause, look="quiet", keys="Esc"),
            Button("transcript", "So far", self._transcript, look="quiet", keys=self.desk.keys.shown("history")),
        ]
