"""The debrief of a record that was kept: replayed from its log, as on the day."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from simulator.encounter.plans import Program
from simulator.records.annotations import read_annotations
from simulator.records.data_folder import DataFolder
from simulator.records.facts import facts_of_record
from simulator.records.live import LiveSession
from simulator.records.problem import RecordsProblem
from simulator.records.reading import SessionRecord, read_log
from simulator.records.replay import CannotCheck, Differs, Same, replay_log
from simulator.records.texts import FindProgram, Missing, first_of, kept_programs, only
from simulator.scoring.debrief import debrief, with_added
from simulator.ui.desk import Desk
from simulator.ui.review.remarks import Remarks
from simulator.ui.scenes.debrief_pages import DebriefPages
from simulator.ui.widgets.button import Button


class PastDebrief(DebriefPages):
    """Looking back on a record, with what was added beside it. Nothing about it changes; another way can be tried."""

    def __init__(self, desk: Desk, record: SessionRecord, replayed: Same, remarks: Remarks | None = None) -> None:
        value = debrief(replayed.program, replayed.course, facts_of_record(record), desk.words)
        self._words = f"From the record {record.path.name}."
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

    def buttons(self) -> list[Button]:
        """Back to the list."""
        return [Button("done", "Back", self.leave, look="main", keys="Esc")]


def open_debrief(desk: Desk, path: Path) -> PastDebrief:
    """The debrief of a record. Raises RecordsProblem, in plain words, where it cannot be shown."""
    return PastDebrief(desk, *replayed_record(desk, path))


def replayed_record(desk: Desk, path: Path) -> tuple[SessionRecord, Same]:
    """A record and its course, played again. Raises RecordsProblem, in plain words, where it cannot be shown."""
    record = read_log(path)
    if record.state == "damaged":
        raise RecordsProblem(
            f"{path.name} was changed after it was written ({record.problems[0]}).",
            "Its debrief is not shown; restore the file from a copy.",
        )
    replayed = replay_log(record, first_of(_on_the_shelf(desk), kept_programs(DataFolder(path.parent.parent).texts)))
    if isinstance(replayed, CannotCheck):
        raise RecordsProblem(
            f"{path.name} cannot be replayed here: missing is {', '.join(replayed.missing)}.",
            "Copy the folder `texts` from the computer it was played on.",
        )
    if isinstance(replayed, Differs):
        raise RecordsProblem(
            f"{path.name} does not replay: at line {replayed.line} {replayed.what}.",
            "Keep the file and show it to your instructor.",
        )
    return record, replayed


def _on_the_shelf(desk: Desk) -> FindProgram:
    """Finds a program among the calls of the library: it is read already."""

    def find(digests: Mapping[str, str]) -> Program | Missing:
        shelf = desk.shelf.shelf
        for card in shelf.cards if shelf is not None else ():
            if card.scenario.digest == digests.get("scenario"):
                return only(card.program)(digests)
        return Missing(tuple(digests))

    return find
