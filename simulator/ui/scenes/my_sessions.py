"""My sessions: the records a trainee kept, yesterday's at hand, each with its debrief."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.records.problem import RecordsProblem
from simulator.ui.desk import Desk
from simulator.ui.library.card_words import outcome_words, time_words
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.option import Option
from simulator.ui.words import sessions_words

if TYPE_CHECKING:
    from simulator.records.listing import RecordSummary


class MySessions(Page):
    """This trainee's records, the latest first. Another's are never shown."""

    widest = 84

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading = sessions_words(desk.settings.academy_id)
        self._fault = ""

    def enter(self) -> None:
        """Read what is new."""
        self.desk.own_records.refresh()
        self._focus_first()

    def resume(self) -> None:
        """An unfinished one may have ended meanwhile."""
        self.desk.own_records.refresh()

    def _focus_first(self) -> None:
        mine = self.desk.own_records.of(self.desk.settings.academy_id)
        self.ring.focus(f"session:{mine[0].id}" if mine else "back")

    def body(self, column: Column) -> None:
        """A row for each."""
        who, colours = self.desk.settings.academy_id, column.canvas.palette
        mine = self.desk.own_records.of(who)
        whose = (
            f"Kept for academy id {who} on this computer. Nobody else's are shown."
            if who
            else "Practice that was kept on this computer without an id: these records name nobody."
        )
        column.text(whose, colour=colours.muted)
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
        from simulator.ui.scenes.past_debrief import open_debrief

        if record.state == "open":
            self._offer_to_go_on(record)
            return
        try:
            self.stack.push(open_debrief(self.desk, record.path))
        except RecordsProblem as problem:
            self._fault = str(problem)
            self.pane.offset = 0

    def _offer_to_go_on(self, record: RecordSummary) -> None:
        from simulator.records.resume import find_unfinished
        from simulator.ui.scenes.resume_offer import ResumeOffer

        found = tuple(each for each in find_unfinished(self.desk.data_folder) if each.path == record.path)
        if found:
            self.stack.push(ResumeOffer(self.desk, found))
        else:
            self._fault = "This session is open in another window of this program. Close it there first."
            self.pane.offset = 0

    def buttons(self) -> list[Button]:
        """Back."""
        return [Button("back", "Back", self.leave, look="main", keys="Esc")]
