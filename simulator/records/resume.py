"""Taking up a call that a crash, a kill or a closed window left unfinished; and tidying what needs no resuming.

A front end calls `tidy` when it starts, then offers what `find_unfinished` gives.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.encounter.actions import STOP
from simulator.records.data_folder import SCRATCH, DataFolder, logs_in
from simulator.records.disk import Disk, lock
from simulator.records.live import LiveSession, Now, utc_now
from simulator.records.log_lines import Header
from simulator.records.problem import RecordsProblem
from simulator.records.reading import NothingInIt, SessionRecord, parse_log, read_log
from simulator.records.replay import CannotCheck, Differs, replay_log
from simulator.records.session_log import SessionLog
from simulator.records.texts import FindProgram, first_of, kept_programs


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that can go on. `actions` were done; `truncated` if its last line was cut off in writing."""

    path: Path
    header: Header
    actions: int
    truncated: bool


def find_unfinished(data_folder: Path) -> list[Unfinished]:
    """The sessions of a data folder that did not end and are open in no window, the latest first."""
    folder = DataFolder(data_folder)
    found = []
    for path in (*logs_in(folder.sessions), *logs_in(folder.scratch)):
        record = _open_record(path)
        if record is not None and not in_use(path):
            found.append(Unfinished(path, record.header, len(record.actions), bool(record.problems)))
    return sorted(found, key=lambda unfinished: unfinished.header.started_at, reverse=True)


def open_elsewhere(data_folder: Path) -> bool:
    """Whether a window or a terminal has a session of this data folder open at this moment."""
    folder = DataFolder(data_folder)
    return any(in_use(path) for path in (*logs_in(folder.sessions), *logs_in(folder.scratch)))


def _open_record(path: Path) -> SessionRecord | None:
    try:
        record = read_log(path)
    except RecordsProblem:
        return None
    return record if record.state == "open" and not record.over else None


def in_use(path: Path) -> bool:
    """Whether a window has this session open at this moment."""
    with _probe(path) as free:
        return not free


@contextlib.contextmanager
def _probe(path: Path) -> Iterator[bool]:
    """Holds the file's lock for a moment, if it is free. A file that cannot be opened counts as free."""
    try:
        handle = Disk().reopen(path)
    except OSError:
        yield True
        return
    try:
        yield lock(handle)
    finally:
        os.close(handle)


def resume(
    path: Path, find_program: FindProgram | None = None, *, now: Now = utc_now, disk: Disk | None = None
) -> LiveSession:
    """The call in a log, exactly where it stood. A last line that was cut off is dropped, and `note` says so.

    `find_program` is asked first, then the texts kept beside the records. Raises SessionInUse if another window
    has it, RecordsProblem if it is over, was changed, or cannot be replayed here.
    """
    kept = kept_programs(DataFolder(path.parent.parent).texts)
    log, data = SessionLog.reopen(path, disk)
    try:
        record = parse_log(path, data)
        if record.state == "damaged":
            raise RecordsProblem(
                f"{path.name} was changed after it was written ({record.problems[0]}).",
                "It cannot go on; restore it from a copy, or start a new call.",
            )
        if record.closing is not None:
            raise RecordsProblem(f"The session {path.name} is over.", "Look at it with `records show`.")
        replayed = replay_log(record, first_of(find_program, kept) if find_program else kept)
        if isinstance(replayed, CannotCheck):
            raise RecordsProblem(
                f"{path.name} cannot go on here: missing is {', '.join(replayed.missing)}.",
                "Copy the folder `texts` from the machine it was begun on, or use the version of the program it "
                f"was begun with ({record.header.program}).",
            )
        if isinstance(replayed, Differs):
            raise RecordsProblem(
                f"{path.name} does not replay: at line {replayed.line} {replayed.what}.",
                "It cannot go on; keep the file, and start a new call.",
            )
        log.go_on_from(record.whole_bytes, record.chain)
    except BaseException:
        log.close()
        raise
    note = ""
    if record.problems:
        note = (
            "The last line of this session's log was cut off as it was written, and was dropped. "
            "Its act had not been shown yet: choose it again."
        )
    session = LiveSession(
        replayed.program, record.header, log, replayed.course, replayed.hash,
        thinking=tuple(line.thinking_ms for line in record.actions), hints=sum(line.hints for line in record.actions),
        note=note, now=now,
    )  # fmt: skip
    if session.state.over:
        session.close()
    return session


def give_up(path: Path, find_program: FindProgram | None = None) -> None:
    """What to do with an unfinished session nobody wants to go on with: practice is deleted, an assessed one is
    closed as stopped, which is never held against the trainee."""
    session = resume(path, find_program)
    if session.header.mode == "practice" and path.parent.name == SCRATCH:
        session.discard()
        return
    if not session.state.over:
        session.act(STOP)
    session.close()


def tidy(data_folder: Path) -> None:
    """At the start of a front end: close the logs of calls that ended just before a crash, and delete those of
    practice that ended or never began. What is open in another window is left alone, and so is a log that cannot
    be read or was changed: somebody may still need it. Never raises for what it finds."""
    folder = DataFolder(data_folder)
    for path in logs_in(folder.sessions):
        with contextlib.suppress(RecordsProblem):
            record = read_log(path)
            if record.state == "open" and record.over:
                resume(path).close()
    for path in logs_in(folder.scratch):
        if _is_done_with(path):
            with _probe(path) as free, contextlib.suppress(OSError):
                if free and sys.platform != "win32":
                    path.unlink()
            if sys.platform == "win32":  # where an open file is never deleted, whoever has it open
                with contextlib.suppress(OSError):
                    path.unlink()


def _is_done_with(path: Path) -> bool:
    """Whether a log of practice holds a call that is over, or none at all."""
    try:
        record = read_log(path)
    except NothingInIt:
        return True
    except RecordsProblem:
        return False
    return record.over and record.state != "damaged"
