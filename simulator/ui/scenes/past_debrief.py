"""The debrief of a record that was kept: replayed from its log, as on the day."""

from __future__ import annotations

from pathlib import Path

from simulator.records.annotations import read_annotations
from simulator.records.facts import facts_of_record
from simulator.records.live import LiveSession
from simulator.records.problem import RecordsProblem
from simulator.records.reading import SessionRecord
from simulator.records.replay import Same
from simulator.scoring.debrief import debrief, with_added
from simulator.ui.desk import Desk
from simulator.ui.replayed import replayed_record
from simulator.ui.review.remarks import Remarks
from simulator.ui.scenes.debrief_pages import DebriefPages
from simulator.ui.widgets.button import Button


class PastDebrief(DebriefPages):
    """Looking back on a record, with what was added beside it. Nothing about it changes; another way can be tried."""

    def __init__(self, desk: Desk, record: SessionRecord, replayed: Same, remarks: Remarks | None = None) -> None:
        value = debrief(replayed.program, replayed.course, facts_of_record(record), desk.words)
        self._words = desk.words("record_from", file=record.path.name)
        try:
            value = with_added(value, read_annotations(record.path, record.header.session))
        except RecordsProblem as problem:
            self._words = f"{self._words} {problem}"

        folder = record.path.parent.parent

        def branch(turn: int) -> LiveSession:
            return LiveSession.branch_of(replayed.program, record.header, replayed.course, turn, folder)

        super().__init__(desk, value, replayed.program, replayed.course, branch, folder, remarks=remarks)

    def record_words(self) -> str:
        """Which record it is."""
        return self._words

    def ways_out(self) -> list[Button]:
        """Back to the list."""
        return [Button("done", self.desk.words("page_back"), self.leave, keys="Esc")]


def open_debrief(desk: Desk, path: Path) -> PastDebrief:
    """The debrief of a record. Raises RecordsProblem, in plain words, where it cannot be shown."""
    return PastDebrief(desk, *replayed_record(desk, path))
