"""The panel of choices: a timer where there is one, the lines, a row of hints, the standing acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from simulator.encounter.actions import Action
from simulator.ui.call import Call
from simulator.ui.canvas import Canvas
from simulator.ui.contact.line_button import ActButton, LineButton
from simulator.ui.contact.standing_keys import ActKey
from simulator.ui.contact.telling import quoted, to_name
from simulator.ui.focus import FocusRing
from simulator.ui.key_map import KeyMap
from simulator.ui.layout import inset, take_bottom, take_top, wrap_boxes
from simulator.ui.widgets.bars import bar
from simulator.ui.widgets.scroll import ScrollPane

HINT = "Choose with ↑ ↓, a number or a click · Enter or a second click says it"
CHOOSE_FIRST = "Nothing is chosen yet: press ↑ or ↓ or a number, or click, then Enter"
ANSWER_HINT = "Choose with ↑ ↓, a number or a click · Enter or a second click answers · no time passes"


@dataclass(frozen=True, slots=True)
class Timer:
    """A decision's timer: seconds left of how many."""

    left: float
    whole: float


class Choices:
    """What can be done now. `on_act` hears of the act chosen, `on_call` that help is to be chosen."""

    def __init__(self, on_act: Callable[[Action], None], on_call: Callable[[], None]) -> None:
        self._on_act, self._on_call = on_act, on_call
        self.hints = (HINT, ANSWER_HINT)
        """How to choose a line, and an answer."""
        self.by_hand = True
        """Whether somebody chooses here; where not, `hints` are all there is to say."""
        self._pane = ScrollPane("lines", on_panel=True)
        self.lines: list[LineButton] = []
        self.acts: list[ActKey] = []
        self._buttons: list[ActButton] = []
        self._title = ""
        self._timed = False

    def set(self, call: Call, place: int, keys: KeyMap) -> None:
        """Take up a decision, its acts on these keys. `place` tells decisions apart, so that the focus starts at the
        first line."""
        from simulator.ui.contact.standing_keys import act_keys

        offer = call.offer
        prompt = offer.prompt
        self._pane.offset = 0
        self._timed = False
        if prompt is not None:
            self._title = prompt.ask
            self.lines = [
                LineButton(f"answer{place}.{n}", n, answer.words, self._doing(answer.action))
                for n, answer in enumerate(prompt.answers, start=1)
            ]
            self.acts, self._buttons = [], []
            return
        self._title = ""
        self.lines = [
            LineButton(
                f"line{place}.{number}",
                number,
                quoted(line.words, line.spoken),
                self._doing(line.action),
                spoken=line.spoken,
                again=line.said_before,
                to=to_name(call, line.person),
            )
            for number, line in enumerate(offer.lines, start=1)
        ]
        self.acts = act_keys(offer.acts, {id_: person.name for id_, person in call.scenario.cast.items()}, keys)
        self._buttons = [
            ActButton(
                f"act{place}.{key.command}",
                key.letter,
                key.name,
                self._on_call if key.calls else self._doing(key.acts[0].action),
                enabled=key.open,
            )
            for key in self.acts
        ]

    def _doing(self, action: Action) -> Callable[[], None]:
        return lambda: self._on_act(action)

    def rest(self, resting: bool) -> None:
        """Dim the choices while an act is being told; they are not to be chosen then."""
        for choice in (*self.lines, *self._buttons):
            choice.resting = resting

    def button(self, key: ActKey) -> ActButton | None:
        """The button of an act."""
        return next((button for button in self._buttons if button.letter == key.letter), None)

    def hint(self, ring: FocusRing, pointer: tuple[int, int]) -> str:
        """What the focused act does, or why it is closed, or why the one is that is pointed at; else how to choose."""
        if not self.by_hand:
            return self.hints[0]
        for key, button in zip(self.acts, self._buttons, strict=True):
            if ring.has(button):
                return f"{key.hint} · Enter or a second click does it" if key.open else key.hint
        under = next((button for button, rect in self._placed if rect.collidepoint(pointer)), None)
        for key, button in zip(self.acts, self._buttons, strict=True):
            if button is under and not key.open:
                return key.hint
        below = self.more_below
        if below:
            does = "answers" if self._title else "says it"
            return f"{below} more below: ↑ ↓ or the wheel · Enter or a second click {does}"
        return self._usual_hint

    @property
    def _usual_hint(self) -> str:
        return self.hints[1] if self._title else self.hints[0]

    @property
    def more_below(self) -> int:
        """How many lines stand below what can be seen of them, as they were drawn last."""
        foot = self._pane.rect.bottom
        return sum(line.rect.height > 0 and line.rect.bottom > foot + 2 for line in self.lines)

    def draw(
        self,
        canvas: Canvas,
        ring: FocusRing,
        box: pygame.Rect,
        *,
        timer: Timer | None,
        fault: str = "",
        hint: str = "",
    ) -> None:
        """Draw the panel's content. A fault, or a hint given, stands where the hints stand."""
        theme, colours = canvas.theme, canvas.palette
        inner = inset(box, theme.space(3), theme.space(1.25))
        self._timed = self._timed or timer is not None
        if timer is not None:
            inner = self._draw_timer(canvas, inner, timer)
        elif self._timed:
            # The act is done and its timer gone; the lines stay where they were read.
            inner = take_top(inner, theme.row("small"), theme.space(0.5))[1]
        if self._buttons:
            inner = self._draw_acts(canvas, ring, inner)
        words = fault or canvas.names.words(hint or self.hint(ring, canvas.pointer))
        # Room for the usual hint even where another stands: lines must not move, or be counted anew, by what is said
        # of them.
        usual = canvas.names.words(self._usual_hint)
        foot_height = max(canvas.block(each, inner.width, "small").height for each in (words, usual))
        foot, inner = take_bottom(inner, foot_height, theme.space(0.5))
        canvas.text(words, foot, "small", colour=colours.poor if fault else colours.muted)
        if self._title:
            title = canvas.block(self._title, inner.width, weight="bold")
            top, inner = take_top(inner, title.height, theme.space(0.5))
            canvas.text(self._title, top, weight="bold", colour=colours.accent)
        self._draw_lines(canvas, ring, inner)

    def _draw_lines(self, canvas: Canvas, ring: FocusRing, box: pygame.Rect) -> None:
        margin = canvas.theme.space(0.5)

        def paint(area: pygame.Rect) -> int:
            y = area.y + margin
            for line in self.lines:
                height = line.height(canvas, area.width - 2 * margin)
                ring.put(canvas, line, pygame.Rect(area.x + margin, y, area.width - 2 * margin, height))
                y += height
            return y + margin - area.y

        self._pane.show(canvas, ring, box.inflate(2 * margin, 0), paint, reachable=False)

    def _draw_acts(self, canvas: Canvas, ring: FocusRing, box: pygame.Rect) -> pygame.Rect:
        gap = canvas.theme.space(1)
        widths = [button.natural_width(canvas) for button in self._buttons]
        height = self._buttons[0].height(canvas, 0)
        rects = wrap_boxes(box, widths, height, gap)
        taken = rects[-1].bottom - box.y
        foot, rest = take_bottom(box, taken, canvas.theme.space(0.75))
        self._placed = [
            (button, rect.move(0, foot.y - box.y)) for button, rect in zip(self._buttons, rects, strict=True)
        ]
        return rest

    def draw_acts(self, canvas: Canvas, ring: FocusRing) -> None:
        """Put the standing acts on the ring: after the lines, for that is their place in reading order."""
        for button, rect in self._placed if self._buttons else ():
            ring.put(canvas, button, rect)

    _placed: Sequence[tuple[ActButton, pygame.Rect]] = ()

    def _draw_timer(self, canvas: Canvas, box: pygame.Rect, timer: Timer) -> pygame.Rect:
        theme, colours = canvas.theme, canvas.palette
        top, rest = take_top(box, theme.row("small"), theme.space(0.5))
        words = f"{max(0, round(timer.left))} s to decide; then your silence is the act"
        wide = canvas.type.width(words, "small")
        canvas.text(words, pygame.Rect(top.right - wide, top.y, wide, top.height), "small", colour=colours.text)
        track = pygame.Rect(top.x, 0, max(0, top.width - wide - theme.space(2)), theme.space(1))
        track.centery = top.centery
        bar(canvas, track, timer.left / timer.whole, colours.accent)
        return rest
