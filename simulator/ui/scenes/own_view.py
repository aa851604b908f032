"""The trainee's own view of a call, before any score: nine marks, and the turn that turned it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from simulator.encounter.plans import Program
from simulator.scoring.debrief import TurnStory
from simulator.ui.contact.telling import quoted
from simulator.ui.desk import Desk
from simulator.ui.review.mark_row import MarkRow, marking
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.option import Option

OnView = Callable[[dict[str, int], int | None], None]
"""Told the marks by skill and the turning point, when the trainee is done."""


class OwnView(Page):
    """Marks may be left out; so may the turning point, and the whole page."""

    widest = 104

    def __init__(
        self, desk: Desk, program: Program, turns: Sequence[TurnStory], *, done: OnView, skip: Callable[[], None]
    ) -> None:
        super().__init__(desk)
        self.heading = desk.words("own_title")
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
        words = column.words
        column.text(words("own_ask_pad" if column.canvas.names.pad else "own_ask"))
        column.text(words("own_scale"), colour=column.canvas.palette.muted)
        column.gap(1)
        for id_, skill in self._skills.items():
            column.put(
                MarkRow(
                    f"mark:{id_}", skill.label, skill.about, self._marks.get(id_), marking(self._marks, id_), self._next
                )
            )
        column.heading(words("own_moment"))
        for story in self._turns:
            told = words("decision_at", turn=story.turn, at=story.at)
            said = words("own_turn", when=told, said=quoted(story.said, story.spoken))
            column.put(Option(f"turn:{story.turn}", said, self._choosing(story.turn), chosen=story.turn == self._turn))

    def buttons(self) -> list[Button]:
        """On to the debrief."""
        words = self.desk.words
        if not self._marks and self._turn is None:
            return [Button("done", words("own_skip_all"), self._finish, look="main", keys="Esc")]
        done = Button("done", words("own_done"), self._finish, look="main", keys="Esc")
        return [done, Button("skip", words("own_skip"), self._skip)]

    def leave(self) -> None:
        """Escape goes on, and what was marked stays."""
        self._finish()

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
            if self._turn is not None:
                self.ring.focus("done")

        return choose
