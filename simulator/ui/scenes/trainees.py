"""For an instructor: whose sessions are kept on this computer, and the sessions of one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.ui.desk import Desk
from simulator.ui.library.card_words import time_words
from simulator.ui.scene import Scene
from simulator.ui.scenes.my_sessions import MySessions
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.option import Option

if TYPE_CHECKING:
    from simulator.records.listing import RecordSummary


class Trainees(Page):
    """The trainees of whom there are records, whoever was here last first. `by` is the instructor's id."""

    heading = "Trainees"
    widest = 84

    def __init__(self, desk: Desk, by: str) -> None:
        super().__init__(desk)
        self._by = by
        self._seen: tuple[str, ...] = ()

    def enter(self) -> None:
        """The first trainee has the focus, once the records are read."""
        self.ring.focus("back")

    def resume(self) -> None:
        """Something may have been kept meanwhile."""
        self.desk.own_records.refresh()

    def update(self, seconds: float) -> None:
        """Take in whose records there are as they are read."""
        found = self.desk.own_records.trainees()
        if found and not self._seen:
            self.ring.focus(f"trainee:{found[0]}")
        self._seen = found

    def body(self, column: Column) -> None:
        """A row for each."""
        column.text(f"You are {self._by}. These trainees have kept sessions.", colour=column.canvas.palette.muted)
        column.gap(1.5)
        if not self._seen:
            column.text(
                "No session is kept on this computer yet. An assessed call is kept by itself; a practice once its "
                "trainee chooses so." if self.desk.own_records.ready else "Reading the records …"
            )  # fmt: skip
        for who in self._seen:
            column.put(
                Option(
                    f"trainee:{who}",
                    who or "Without an id",
                    self._opening(who),
                    chosen=False,
                    detail=self._detail(who),
                    mark="none",
                    bold=True,
                )
            )
            column.gap(1)

    def _detail(self, who: str) -> str:
        records = self.desk.own_records.of(who)
        kept = "1 session" if len(records) == 1 else f"{len(records)} sessions"
        return f"{kept}, the latest {time_words(records[0].started_at)}" if records else kept

    def _opening(self, who: str) -> Callable[[], None]:
        return lambda: self.stack.push(TraineeSessions(self.desk, who, self._by))

    def buttons(self) -> list[Button]:
        """Back."""
        return [Button("back", "Back", self.leave, look="main", keys="Esc")]


class TraineeSessions(MySessions):
    """The sessions of a trainee, as an instructor (`by`) opens them."""

    def __init__(self, desk: Desk, who: str, by: str) -> None:
        self._who, self._by = who, by
        super().__init__(desk)

    @property
    def who(self) -> str:
        """The trainee's id."""
        return self._who

    def title(self) -> str:
        """Whose they are."""
        return f"Sessions of {self._who}" if self._who else "Sessions kept without an id"

    def whose_words(self) -> str:
        """Who looks on."""
        return f"You are {self._by}. Open one to flag moments, write notes and rate it."

    def opened(self, record: RecordSummary) -> Scene:
        """The debrief with an instructor's tools."""
        from simulator.ui.scenes.instructor_debrief import open_as_instructor

        return open_as_instructor(self.desk, record.path, self._by)

    def open_unfinished(self, record: RecordSummary) -> None:
        """An unfinished one tells nothing yet."""
        self.tell(
            f"“{record.title}” is not finished, so there is nothing to rate in it yet. Its trainee can go on with it, "
            "or stop it; then it opens here."
        )
