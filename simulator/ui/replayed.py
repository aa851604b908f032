"""A kept record, played again for the window: by the calls of the library, or by the texts kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from simulator.encounter.plans import Program
from simulator.records.data_folder import DataFolder
from simulator.records.problem import RecordsProblem
from simulator.records.reading import SessionRecord, read_log
from simulator.records.replay import CannotCheck, Differs, Same, replay_log
from simulator.records.texts import FindProgram, Missing, first_of, kept_programs, only
from simulator.ui.desk import Desk


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
