"""One page on how this works, before the first call and whenever F1 is pressed."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.ui.desk import Desk
from simulator.ui.layout import columns
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button

_POINTS = (
    ("You talk, they react", "Choose what to say or do. The person answers according to what it does to them, how it "
     "is said, and how they are by then. The same words can help in one minute and hurt in another."),
    ("Read the person", "Look at face, hands and distance, and listen to the words. In an assessed call that is all "
     "you get. In practice a gauge of tension and trust helps you learn to see it."),
    ("Time moves when you act", "Thinking costs nothing: read as slowly as you like. Only where a bar runs down does "
     "the moment pass, and then your silence is the act. Settings can take those bars away."),
    ("Two kinds of act", "Numbered lines are what you can say or do at this moment. The row below is always there: "
     "wait, step back, take cover, call for help. Waiting is often an act worth choosing."),
    ("Not every call ends well", "Some people cannot be talked round in the time there is. Good work still counts, "
     "and the debrief shows process and result apart."),
    ("You can stop", "{stop} stops a call at any time, with dignity. It is never held against you."),
)  # fmt: skip

_KEYS = (
    ("↑ ↓  Enter", "choose and say"),
    ("1–9", "choose a line (in Settings: say it at once)"),
    ("letters", "the acts in the row below the lines"),
    ("Tab", "go round everything on screen"),
    ("{history}   {know}", "everything said so far   what you know"),
    ("Esc", "pause, or one step back"),
    ("F1  {stop}  F11", "this page, stop the call, full screen"),
    ("Gamepad", "cross or stick moves, A does it, B goes back; X all said so far, Y what you know, Start pause"),
)


class HowItWorks(Page):
    """What to know before the first call."""

    heading = "How this works"
    over_others = False
    widest = 104

    def __init__(self, desk: Desk, on_read: Callable[[], None] | None = None) -> None:
        super().__init__(desk)
        self._on_read = on_read

    def body(self, column: Column) -> None:
        """The points, and the keys beside them where there is room."""
        canvas = column.canvas
        if canvas.theme.large or canvas.theme.cramped:
            self._points(column)
            self._keys(column)
            return
        left, right = columns(column.box, (0.6, 0.4), canvas.theme.space(5))
        points, keys = Column(self, canvas, left), Column(self, canvas, right)
        self._points(points)
        self._keys(keys)
        column.y = max(points.y, keys.y)

    def _named(self, words: str) -> str:
        """Words with the reader's own keys in them."""
        keys = self.desk.keys
        return words.format(stop=keys.shown("stop"), history=keys.shown("history"), know=keys.shown("know"))

    def _points(self, column: Column) -> None:
        for title, words in _POINTS:
            column.text(title, weight="bold", colour=column.canvas.palette.accent)
            column.text(self._named(words), "small")
            column.gap(1)

    def _keys(self, column: Column) -> None:
        canvas, theme = column.canvas, column.canvas.theme
        column.heading("Keys, if you like them: the mouse does all of it too")
        rows = [(self._named(keys), self._named(words)) for keys, words in _KEYS]
        first = max(canvas.type.width(keys, "small", "bold") for keys, _ in rows) + theme.space(2)
        first = min(first, column.box.width // 2)
        for keys, words in rows:
            block = canvas.block(keys, first - theme.space(1), "small", "bold")
            what = canvas.block(words, column.box.width - first, "small")
            left = pygame.Rect(column.box.x, column.y, first - theme.space(1), block.height)
            right = pygame.Rect(column.box.x + first, column.y, column.box.width - first, what.height)
            canvas.text(keys, left, "small", "bold")
            canvas.text(words, right, "small", colour=canvas.palette.muted)
            column.y += max(block.height, what.height) + theme.space(0.5)

    def buttons(self) -> list[Button]:
        """Read; go on."""
        label = "Go on" if self._on_read else "Back"
        return [Button("read", label, self.leave, look="main", keys="Esc" if not self._on_read else "")]

    def leave(self) -> None:
        """It has been read."""
        self.desk.change(how_seen=True)
        self.stack.pop()
        if self._on_read:
            self._on_read()
