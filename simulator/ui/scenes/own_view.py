"""The trainee's own view of a call, before any score: nine marks, and the turn that turned it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from simulator.encounter.plans import Program
from simulator.scoring.debrief import TurnStory
from simulator.ui.contact.telling import quoted
from simulator.ui.desk import Desk
from simulator.ui.review.mark_row import ANCHORS, MarkRow, marking
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.option import Option

OnView = Callable[[dict[str, int], int | None], None]
"""Told the marks by skill and the turning point, when the trainee is done."""


class OwnView(Page):
    """Marks may be left out; so may the turning point, and the whole page."""

    heading = "First, your own view"
    widest = 104

    def __init__(
        self, desk: Desk, program: Program, turns: Sequence[TurnStory], *, done: OnView, skip: Callable[[], None]
    ) -> None:
        super().__init__(desk)
        self._skills = program.catalogues.skills
        self._turns = [story for story in turns if story.kind != "answer" and not story.injected]
        self._done, self._skip = done, skip
        self._marks: dict[str, int] = {}
        self._turn: int | None = None

    def enter(self) -> None:
        """The first skill has the focus: one key a mark."""
        self.ring.focus(f"mark:{next(iter(self._skills))}")

    def body(self, column: Column) -> None:
        """The skills, then the turns."""
        muted, names = column.canvas.palette.muted, column.canvas.names
        column.text(
            names.words("How did you do, to your own mind? A number key marks a skill from 1 to 7 and goes on.")
        )
        column.text(ANCHORS, "small", colour=muted)
        column.gap(1)
        for id_, skill in self._skills.items():
            column.put(
                MarkRow(
                    f"mark:{id_}", skill.label, skill.about, self._marks.get(id_), marking(self._marks, id_), self._next
                )
            )
        column.heading("Which moment turned the call, to your mind?")
        for story in self._turns:
            said = f"Turn {story.turn}, at {story.at}: {quoted(story.said, story.spoken)}"
            column.put(Option(f"turn:{story.turn}", said, self._choosing(story.turn), chosen=story.turn == self._turn))

    def buttons(self) -> list[Button]:
        """On to the debrief."""
        if not self._marks and self._turn is None:
            return [Button("done", "Skip this, see the debrief", self._finish, look="main", keys="Esc")]
        done = Button("done", "See the debrief", self._finish, look="main")
        return [done, Button("skip", "Skip", self.leave, keys="Esc")]

    def leave(self) -> None:
        """Escape skips; nothing is added then."""
        self._skip()

    def _finish(self) -> None:
        if self._marks or self._turn is not None:
            self._done(dict(self._marks), self._turn)
        else:
            self._skip()

    def _next(self) -> None:
        """After a number key: the next skill, after the last the turns."""
        focused = self.ring.focused
        names = [*(f"mark:{id_}" for id_ in self._skills), *(f"turn:{story.turn}" for story in self._turns), "done"]
        if focused is not None and focused.name in names[:-1]:
            self.ring.focus(names[names.index(focused.name) + 1])

    def _choosing(self, turn: int) -> Callable[[], None]:
        def choose() -> None:
            self._turn = None if self._turn == turn else turn

        return choose
