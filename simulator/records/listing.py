"""The records of a data folder, one summary each, and finding one by the name a person gives it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.records.data_folder import DataFolder, logs_in
from simulator.records.log_lines import Mode
from simulator.records.problem import RecordsProblem
from simulator.records.reading import RecordState, SessionRecord, read_log
from simulator.scenario.problem import first_few

if TYPE_CHECKING:
    from simulator.scoring.session_facts import SessionFacts


@dataclass(frozen=True, slots=True)
class RecordSummary:
    """One record as a list shows it. `id` is the session's, "" where the file could not be read; `fault` says in
    plain words what is wrong with a damaged or cut one."""

    id: str
    path: Path
    scenario: str
    title: str
    trainee: str
    mode: Mode | None
    outcome: str
    started_at: str
    turns: int
    state: RecordState
    fault: str = ""
    branch_turn: int | None = None
    """The turn from which a practice branch tried another way; None for a session of its own."""


def summary_of(record: SessionRecord) -> RecordSummary:
    """A record in one row. `outcome` is `stopped` where the trainee left, "" where the call did not end."""
    header = record.header
    return RecordSummary(
        id=header.session,
        path=record.path,
        scenario=header.start.scenario,
        title=header.scenario.title,
        trainee=header.trainee,
        mode=header.mode,
        outcome=record.outcome,
        started_at=header.started_at,
        turns=len(record.actions),
        state=record.state,
        fault="; ".join(str(fault) for fault in record.problems),
        branch_turn=header.branch.turn if header.branch is not None else None,
    )


def list_records(data_folder: Path) -> list[RecordSummary]:
    """Every record in `sessions/`, oldest first; a file that cannot be read is listed with why."""
    return [_summary(path) for path in logs_in(DataFolder(data_folder).sessions)]


def _summary(path: Path) -> RecordSummary:
    try:
        return summary_of(read_log(path))
    except RecordsProblem as problem:
        return RecordSummary("", path, "", "", "", None, "", "", 0, "damaged", problem.message)


def records_before(data_folder: Path, session: SessionFacts) -> list[RecordSummary]:
    """The records that a session can be set beside: of the same trainee, begun before it, ended, no practice branch;
    of many the latest, oldest first."""
    from simulator.scoring.earlier import MOST_RUNS

    mine = [
        row
        for row in list_records(data_folder)
        if row.trainee == session.trainee and row.started_at < session.started_at
        if row.outcome not in ("", "stopped") and row.branch_turn is None
    ]
    return sorted(mine, key=lambda row: row.started_at)[-MOST_RUNS:]


def find_record(data_folder: Path, name: str) -> Path:
    """The record a person means: the path of a log, its file name, or the beginning of its session id or of the
    short id in its name. Raises RecordsProblem if there is none, or more than one."""
    given = Path(name)
    try:
        if given.is_file():
            return given
    except (OSError, ValueError):
        pass
    folder = DataFolder(data_folder)
    paths = [*logs_in(folder.sessions), *logs_in(folder.scratch)]
    found = [path for path in paths if name in (path.name, path.stem)]
    if not found and len(name) >= 4:
        found = [path for path in paths if path.stem.rpartition("-")[2].startswith(name) or _session(path, name)]
    if not found:
        raise RecordsProblem(
            f"There is no record “{name:.80}” in {folder.sessions}.",
            "See `records list`, or give the path of a log file.",
        )
    if len(found) > 1:
        raise RecordsProblem(f"“{name:.80}” could be {_listed(found)}.", "Give more of its id.")
    return found[0]


def _session(path: Path, name: str) -> bool:
    try:
        with path.open("rb") as file:
            return f'"session":"{name}'.encode() in file.readline(100_000)
    except OSError:
        return False


def _listed(paths: Iterable[Path]) -> str:
    names = [path.stem for path in paths]
    shown, left = first_few(names, 4)
    return ", ".join(shown) + (f" or {left} more" if left else "")
