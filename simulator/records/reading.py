"""Reading a session log as it is on disk: whole, cut off in mid-line, or changed by somebody."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simulator.records.disk import read_whole
from simulator.records.log_lines import ActionLine, ClosingLine, Header, LineFault, parse_line
from simulator.records.problem import RecordsProblem, told

MAX_BYTES = 64_000_000
"""A log larger than this was not written by this program."""

_BEGINNING = b'{"chain":"'
"""What every log begins with."""

RecordState = Literal["open", "closed", "damaged"]


@dataclass(frozen=True, slots=True)
class RecordFault:
    """What is wrong with a log. `truncated`: its last line was cut off, which a crash may do and which loses
    nothing that was shown; `changed`: a line is not what was written. Lines count from 1, the header's."""

    kind: Literal["truncated", "changed"]
    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A log that was read. After a changed line nothing more is read: what follows cannot be trusted."""

    path: Path
    header: Header
    actions: tuple[ActionLine, ...]
    closing: ClosingLine | None
    problems: tuple[RecordFault, ...]
    whole_bytes: int
    """How many bytes its sound lines fill."""
    chain: str
    """The chain at the last sound line."""

    @property
    def state(self) -> RecordState:
        """Whether it is finished, can go on, or was changed."""
        if any(fault.kind == "changed" for fault in self.problems):
            return "damaged"
        return "closed" if self.closing is not None else "open"

    @property
    def over(self) -> bool:
        """Whether the call in it came to an end, closing line or not."""
        return self.closing is not None or bool(self.outcome)

    @property
    def outcome(self) -> str:
        """What it ended with, `stopped` where the trainee left, "" where it did not end. A crash just after the last
        act loses the closing line and nothing else: the act tells the end as well."""
        if self.closing is not None:
            return "stopped" if self.closing.stopped else self.closing.outcome
        last = self.actions[-1].happened if self.actions else []
        for row in last:
            if row and row[0] == "stopped":
                return "stopped"
            if len(row) > 1 and row[0] == "ended":
                return str(row[1])
        return ""

    @property
    def course(self) -> str:
        """The course hash at its last sound line."""
        return self.actions[-1].course if self.actions else self.header.course


class NotALog(RecordsProblem):
    """The file is no session log at all."""


class NothingInIt(NotALog):
    """The file is the beginning of a log that was cut off before anything was done."""


def read_log(path: Path) -> SessionRecord:
    """The log at `path`. Raises RecordsProblem if it cannot be read, NotALog if it is something else."""
    try:
        if path.is_dir():
            raise NotALog(f"{path} is a folder, not a session log.", "Name one of the .jsonl files in it.")
        if path.stat().st_size > MAX_BYTES:
            raise NotALog(f"{path} is far too large for a session log.", "Check that it is the file you meant.")
        data = read_whole(path)
    except OSError as error:
        raise told(error, path, reading=True) from None
    return parse_log(path, data)


def parse_log(path: Path, data: bytes) -> SessionRecord:
    """The log that these bytes hold."""
    *lines, rest = data.split(b"\n")
    if not lines and rest.startswith(_BEGINNING[: len(rest)]):
        raise NothingInIt(
            f"{path} was cut off in its first line, as a crash at the very beginning does; nothing is in it.",
            "It can be deleted. Start the call again.",
        )
    if not lines:
        raise NotALog(f"{path} is not a session log.", "Name a .jsonl file that this program wrote.")
    try:
        header = parse_line(lines[0], "")
    except LineFault as fault:
        raise NotALog(
            f"{path} is not a sound session log: of its first line, {fault}.",
            "Name a .jsonl file that this program wrote and nobody changed.",
        ) from None
    if not isinstance(header, Header):
        raise NotALog(f"{path} does not begin as a session log does.", "Restore the file from a copy.")
    chain, size = header.chain, len(lines[0]) + 1
    actions: list[ActionLine] = []
    closing: ClosingLine | None = None
    faults: list[RecordFault] = []
    for number, raw in enumerate(lines[1:], start=2):
        try:
            line = parse_line(raw, chain)
            _fits(line, len(actions), closing)
        except LineFault as fault:
            faults.append(RecordFault("changed", number, str(fault)))
            break
        if isinstance(line, ActionLine):
            actions.append(line)
        elif isinstance(line, ClosingLine):
            closing = line
        chain, size = line.chain, size + len(raw) + 1
    else:
        if rest:
            faults.append(_cut(rest, len(lines) + 1, closing))
    return SessionRecord(path, header, tuple(actions), closing, tuple(faults), size, chain)


def _fits(line: Header | ActionLine | ClosingLine, actions: int, closing: ClosingLine | None) -> None:
    """Raises LineFault for a line that stands where it cannot."""
    if closing is not None:
        raise LineFault("it stands behind the closing line")
    if isinstance(line, Header):
        raise LineFault("a second session begins in the middle of this one")
    if isinstance(line, ActionLine) and line.number != actions + 1:
        raise LineFault(f"it is action {line.number} where action {actions + 1} belongs")
    if isinstance(line, ClosingLine) and line.actions != actions:
        raise LineFault(f"it closes a session of {line.actions} actions, and there are {actions}")


def _cut(rest: bytes, number: int, closing: ClosingLine | None) -> RecordFault:
    if closing is not None:
        return RecordFault("changed", number, "something stands behind the closing line")
    words = f"it was cut off after {len(rest)} bytes, as a crash does; its act had not been shown yet"
    return RecordFault("truncated", number, words)
