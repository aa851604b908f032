"""What people add to a record, in a file of its own beside the log: one JSON line each, only ever appended.

The log is sealed and stays as it is. The file's first line names the session; each line carries the hash of the one
before, as in a log.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from simulator.records.disk import Disk, lock, read_whole, sync_folder
from simulator.records.log_lines import chained
from simulator.records.problem import RecordsProblem, SessionInUse, told
from simulator.scoring.annotations import Annotation

SUFFIX = ".notes"
"""The file of `x.jsonl` is `x.notes`: lists of logs do not see it."""
MAX_BYTES = 8_000_000
_WAITS, _WAIT = 40, 0.05
"""How often, and for how many seconds, whoever writes at the same moment is waited for."""

_ANY: TypeAdapter[Annotation] = TypeAdapter(Annotation)


def notes_of(log: Path) -> Path:
    """Where what is added to this log stands."""
    return log.with_suffix(SUFFIX)


def read_annotations(log: Path, session: str) -> tuple[Annotation, ...]:
    """Everything added to a session, in order; nothing where there is no file. Raises RecordsProblem for a file that
    was changed or belongs to another session. A last line that was cut off, as a crash may do, is passed over."""
    return _read(log, session)[0]


def annotate(log: Path, session: str, annotation: Annotation, disk: Disk | None = None) -> None:
    """Add one thing for good. Raises RecordsProblem, in plain words, if it cannot be written; then nothing was."""
    disk = disk or Disk()
    path = notes_of(log)
    try:
        handle = _open(disk, path)
    except OSError as error:
        raise told(error, path, "What you added was not kept.") from None
    try:
        if not _locked(handle):
            raise SessionInUse(f"{path.name} is being written by another window.", "Try again in a moment.")
        _, size, chain = _read(log, session)
        rows: list[dict[str, object]] = [] if size else [{"kind": "about", "session": session}]
        rows.append(annotation.model_dump(mode="json"))
        data = b""
        for row in rows:
            line, chain = chained(row, chain)
            data += line
        disk.append(handle, data, size)
        sync_folder(path.parent)
    except OSError as error:
        raise told(error, path, "What you added was not kept.") from None
    finally:
        os.close(handle)


def _open(disk: Disk, path: Path) -> int:
    """The file, made where it is not there yet: two who add the first thing at once both find it."""
    if not path.exists():
        with contextlib.suppress(FileExistsError):
            return disk.create(path)
    return disk.reopen(path)


def _locked(handle: int) -> bool:
    """Whether the file is ours to write. Others hold it for an instant only, so that waiting a little is enough."""
    for _ in range(_WAITS):
        if lock(handle):
            return True
        time.sleep(_WAIT)
    return lock(handle)


def _read(log: Path, session: str) -> tuple[tuple[Annotation, ...], int, str]:
    """What stands in the file, how many bytes its whole lines fill, and the chain at its end."""
    path = notes_of(log)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RecordsProblem(f"{path} is far too large for notes.", "Check what it is; move it away.")
        data = read_whole(path)
    except FileNotFoundError:
        return (), 0, ""
    except OSError as error:
        raise told(error, path, reading=True) from None
    *lines, _cut = data.split(b"\n")
    found: list[Annotation] = []
    chain, size = "", 0
    for number, raw in enumerate(lines, start=1):
        row, chain = _line(path, number, raw, chain)
        size += len(raw) + 1
        if number == 1:
            if row != {"kind": "about", "session": session}:
                raise RecordsProblem(f"{path} belongs to another session.", "Put the right file back.")
            continue
        try:
            found.append(_ANY.validate_python(row))
        except ValidationError:
            raise _changed(path, number) from None
    return tuple(found), size, chain


def _line(path: Path, number: int, raw: bytes, before: str) -> tuple[dict[str, object], str]:
    try:
        row = json.loads(raw)
    except (ValueError, RecursionError):
        raise _changed(path, number) from None
    if not isinstance(row, dict) or "chain" not in row:
        raise _changed(path, number)
    link = row.pop("chain")
    try:
        again, chain = chained(row, before)
    except (ValueError, TypeError):
        raise _changed(path, number) from None
    if chain != link or again != raw + b"\n":
        raise _changed(path, number)
    return row, chain


def _changed(path: Path, number: int) -> RecordsProblem:
    return RecordsProblem(
        f"{path}, line {number}, was changed after it was written.", "Restore the file from a copy; the log is whole."
    )
