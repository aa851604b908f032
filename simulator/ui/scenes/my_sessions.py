"""Sessions: the records a trainee kept, yesterday's at hand, each with its debrief."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.records.problem import RecordsProblem
from simulator.ui.desk import Desk
from simulator.ui.library.card_words import outcome_words, time_words
from simulator.ui.scene import Scene
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.option import Option
from simulator.ui.words import sessions_words

if TYPE_CHECKING:
    from simulator.records.listing import RecordSummary


class MySessions(Page):
    """This trainee's records, the latest first. Another's are never shown. Subclasses say whose they are, and what
    opening one means."""

    widest = 84

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading = self.title()
        self._fault = ""

    @property
    def who(self) -> str:
        """Whose sessions they are; "" for those that were kept without an id."""
        return self.desk.settings.academy_id

    def title(self) -> str:
        """What stands above them."""
        return sessions_words(self.who)

    def whose_words(self) -> str:
        """Whose they are, in a sentence."""
        if not self.who:
            return "Practice that was kept on this computer without an id: these records name nobody."
        return f"Kept for academy id {self.who} on this computer. You see nobody else’s; an instructor can open yours."

    def enter(self) -> None:
        """Read what is new."""
        self.desk.own_records.refresh()
        self._focus_first()

    def resume(self) -> None:
        """An unfinished one may have ended meanwhile."""
        self.desk.own_records.refresh()

    def _focus_first(self) -> None:
        mine = self.desk.own_records.of(self.who)
        self.ring.focus(f"session:{mine[0].id}" if mine else "back")

    def body(self, column: Column) -> None:
        """A row for each."""
        colours = column.canvas.palette
        mine = self.desk.own_records.of(self.who)
        column.text(self.whose_words(), colour=colours.muted)
        column.gap(1.5)
        if self._fault:
            column.text(self._fault, colour=colours.poor)
            column.gap(1.5)
        if not mine:
            column.text(
                "You have kept no session yet. An assessed call is kept by itself; after practice, choose "
                "“Keep this record”." if self.desk.own_records.ready else "Reading your records …"
            )  # fmt: skip
        for record in mine:
            column.put(
                Option(
                    f"session:{record.id}",
                    record.title,
                    self._opening(record),
                    chosen=False,
                    detail=self._detail(record),
                    mark="none",
                    bold=True,
                )
            )
            column.gap(1)

    def _detail(self, record: RecordSummary) -> str:
        shelf = self.desk.shelf.shelf
        card = shelf.card(record.scenario) if shelf is not None else None
        how = "Assessed" if record.mode == "assessed" else "Practice"
        if record.branch_turn is not None:
            how = f"Practice branch from turn {record.branch_turn}"
        acts = "1 act" if record.turns == 1 else f"{record.turns} acts"
        ended = outcome_words(card.scenario if card is not None else None, record)
        words = f"{time_words(record.started_at)} · {how} · {acts}\n{ended[0].upper()}{ended[1:]}"
        return f"{words}\nThis record was changed or cut: {record.fault}" if record.fault else words

    def _opening(self, record: RecordSummary) -> Callable[[], None]:
        return lambda: self._open(record)

    def _open(self, record: RecordSummary) -> None:
        if record.state == "open":
            self.open_unfinished(record)
            return
        try:
            self.stack.push(self.opened(record))
        except RecordsProblem as problem:
            self.tell(str(problem))

    def tell(self, fault: str) -> None:
        """Say above the list why something cannot be."""
        self._fault = fault
        self.pane.offset = 0

    def opened(self, record: RecordSummary) -> Scene:
        """The debrief of a record. Raises RecordsProblem where it cannot be shown."""
        from simulator.ui.scenes.past_debrief import open_debrief

        return open_debrief(self.desk, record.path)

    def open_unfinished(self, record: RecordSummary) -> None:
        """Offer to go on with it."""
        from simulator.records.resume import find_unfinished
        from simulator.ui.scenes.resume_offer import ResumeOffer

        found = tuple(each for each in find_unfinished(self.desk.data_folder) if each.path == record.path)
        if found:
            self.stack.push(ResumeOffer(self.desk, found))
        else:
            self.tell("This session is open in another window of this program. Close it there first.")

    def buttons(self) -> list[Button]:
        """Back."""
        return [Button("back", "Back", self.leave, look="main", keys="Esc")]
