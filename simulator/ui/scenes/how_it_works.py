"""One page on how this works, before the first call and whenever F1 is pressed."""

from __future__ import annotations

from collections.abc import Callable

from simulator.ui.desk import Desk
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
    ("You can stop", "F10 stops a call at any time, with dignity. It is never held against you."),
)  # fmt: skip

_KEYS = (
    ("↑ ↓  Enter", "choose and say"),
    ("1–9", "choose a line (in Settings: say it at once)"),
    ("letters", "the acts in the row below the lines"),
    ("Tab", "go round everything on screen"),
    ("T   K", "everything said so far   what you know"),
    ("Esc", "pause, or one step back"),
    ("F1  F10  F11", "this page, stop the call, full screen"),
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
        """The points, and the keys."""
        colours, canvas = column.canvas.palette, column.canvas
        for title, words in _POINTS:
            column.text(title, weight="bold", colour=colours.accent)
            column.text(words)
            column.gap(1.25)
        column.heading("Keys (the mouse does all of it too)")
        first = max(canvas.type.width(keys, "body", "bold") for keys, _ in _KEYS) + canvas.theme.space(3)
        first = min(first, column.box.width // 2)
        for keys, words in _KEYS:
            top = column.y
            left = column.box.copy()
            left.update(column.box.x, top, first - canvas.theme.space(1), canvas.theme.row())
            block = canvas.block(keys, left.width, weight="bold")
            left.height = block.height
            right = column.box.copy()
            width = column.box.width - first
            what = canvas.block(words, width)
            right.update(column.box.x + first, top, width, what.height)
            canvas.text(keys, left, weight="bold")
            canvas.text(words, right, colour=colours.muted)
            column.y = top + max(block.height, what.height)

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
