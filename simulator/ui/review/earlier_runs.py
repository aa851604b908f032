"""A session beside the trainee's own earlier runs: replayed in the background, then told as reports tell it."""

from __future__ import annotations

from pathlib import Path

from simulator.records.facts import facts_of_record
from simulator.records.problem import RecordsProblem
from simulator.reports.page.earlier import earlier_lead, earlier_rows, earlier_skills
from simulator.scoring.debrief import Debrief, debrief
from simulator.ui.background import draw_behind, give_way
from simulator.ui.desk import Desk
from simulator.ui.replayed import replayed_record
from simulator.ui.review.working_out import WorkingOut
from simulator.ui.scenes.page import Column


class EarlierRuns(WorkingOut):
    """The working out for one session. `found` are the debriefs of the trainee's runs before it; None until all are
    read."""

    def __init__(self, desk: Desk, value: Debrief, beside: Path) -> None:
        self._desk, self._session = desk, value.session
        self.found: tuple[Debrief, ...] | None = None
        super().__init__(desk.data_folder, beside, "earlier-runs")

    def _work_out(self) -> None:
        from simulator.records.listing import records_before

        draw_behind()
        found = []
        for row in records_before(self._beside.root, self._session):
            give_way()
            if self._stop.is_set():
                return
            try:
                record, replayed = replayed_record(self._desk, row.path)
            except RecordsProblem:
                # A record that was changed or cannot be replayed says so where it is opened itself.
                continue
            found.append(debrief(replayed.program, replayed.course, facts_of_record(record), self._desk.words))
        self.found = tuple(found)


def paint_earlier(column: Column, value: Debrief) -> None:
    """Where it stands beside them; nothing where there are none."""
    earlier, words = value.earlier, column.words
    if earlier is None:
        return
    column.heading(words("earlier"))
    for told in earlier_lead(earlier, words):
        column.text(told)
        column.gap(0.5)
    for told in (*earlier_rows(earlier, words), *earlier_skills(earlier, words)):
        column.point(told)
    column.text(words("earlier_norm"), "small", colour=column.canvas.palette.muted)
