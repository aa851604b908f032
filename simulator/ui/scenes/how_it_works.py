"""One page on how this works, before the first call and whenever F1 is pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from simulator.ui.desk import Desk
from simulator.ui.key_map import COMMANDS
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
     "wait, hold, step back, take cover, call for help. Waiting is often an act worth choosing."),
    ("Not every call ends well", "Some people cannot be talked round in the time there is. Good work still counts, "
     "and the debrief shows process and result apart."),
    ("You can stop", "{stop} stops a call at any time, with dignity. It is never held against you."),
)  # fmt: skip

_KEYS = (
    ("↑ ↓", "choose a line or an act"),
    ("Enter", "say or do what is chosen"),
    ("1–9", "{number}"),
    ("Tab", "go round everything on screen"),
    ("Page ↑ ↓", "scroll what is being told"),
    ("{history}", "read everything said so far"),
    ("{know}", "read what you know"),
    ("{hint}", "a hint, in practice"),
    ("Esc", "pause; on other screens one step back"),
    ("{stop}", "stop the call"),
    ("F1", "this page"),
    ("F11", "full screen, or a window again"),
)
_ACTS = (
    ("{wait}", "wait ten seconds and say nothing"),
    ("{hold}", "hold until something comes"),
    ("{back}", "one step back"),
    ("{closer}", "one step closer"),
    ("{cover}", "take cover, or leave it"),
    ("{help}", "call help"),
    ("{partner1}", "let your partner speak"),
    ("{leave}", "leave"),
)
_PAD = (
    ("Cross, stick", "move"),
    ("A", "say or do what is chosen"),
    ("B", "one step back"),
    ("X", "everything said so far"),
    ("Y", "what you know"),
    ("Start", "pause"),
)
_NUMBER = {False: "choose a line (Settings: say it at once)", True: "say a line at once"}

_WORDS = (
    ("Hold", "You stay and say nothing until help arrives, they speak, or something happens; three minutes at most."),
    ("Tension", "How near they are to losing hold of themselves: calm, uneasy, agitated, volatile, crisis."),
    ("Trust", "It grows by stairs, and each way of talking works from its own stair on. Advice too early falls flat."),
    ("Contact", "The first stair: they know you are there and let you speak. Below it is distrust."),
    ("Listening", "They answer, because you seem to listen."),
    ("Empathy", "They feel that you understand how this is for them."),
    ("Rapport", "They begin to trust you; what you say counts."),
    ("Influence", "They weigh your reasons and ask what you would do."),
    ("Change", "The last stair: they do something different, by their own decision."),
    (
        "Sealed",
        "The record of an assessed call is closed with a fingerprint of everything in it: a later change shows.",
    ),
)


class HowItWorks(Page):
    """What to know before the first call."""

    heading = "How this works"
    over_others = False
    widest = 116

    def __init__(self, desk: Desk, on_read: Callable[[], None] | None = None) -> None:
        super().__init__(desk)
        self._on_read = on_read

    def body(self, column: Column) -> None:
        """The points and the words one meets, with the keys beside them where there is room."""
        canvas = column.canvas
        if canvas.theme.large or canvas.theme.cramped:
            self._points(column)
            self._keys(column)
            self._words(column)
        else:
            left, right = columns(column.box, (0.58, 0.42), canvas.theme.space(5))
            points, keys = Column(self, canvas, left), Column(self, canvas, right)
            self._points(points)
            self._words(points)
            self._keys(keys)
            column.y = max(points.y, keys.y)

    def _words(self, column: Column) -> None:
        column.heading("Words you will meet")
        self._rows(column, _WORDS)

    def _named(self, words: str) -> str:
        """Words with the reader's own keys in them."""
        keys = self.desk.keys
        return words.format(
            number=_NUMBER[self.desk.settings.one_key], **{command: keys.shown(command) for command in COMMANDS}
        )

    def _points(self, column: Column) -> None:
        for title, words in _POINTS:
            column.text(title, weight="bold", colour=column.canvas.palette.accent)
            column.text(self._named(words), "small")
            column.gap(1)

    def _keys(self, column: Column) -> None:
        column.heading("Keys, if you like them: the mouse does all of it too")
        self._rows(column, _KEYS)
        column.heading("Acts in the row below the lines")
        self._rows(column, _ACTS)
        column.heading("Gamepad")
        self._rows(column, _PAD)

    def _rows(self, column: Column, rows: Sequence[tuple[str, str]]) -> None:
        """One thing a row: what it is called, and what it is or does beside it."""
        canvas, theme = column.canvas, column.canvas.theme
        named = [(self._named(name), self._named(words)) for name, words in rows]
        first = max(canvas.type.width(name, "small", "bold") for name, _ in named) + theme.space(2)
        first = min(max(first, theme.space(9)), column.box.width // 2)
        for name, words in named:
            block = canvas.block(name, first - theme.space(1), "small", "bold")
            what = canvas.block(words, column.box.width - first, "small")
            left = pygame.Rect(column.box.x, column.y, first - theme.space(1), block.height)
            right = pygame.Rect(column.box.x + first, column.y, column.box.width - first, what.height)
            canvas.text(name, left, "small", "bold")
            canvas.text(words, right, "small", colour=canvas.palette.muted)
            column.y += max(block.height, what.height) + theme.space(0.25)

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
