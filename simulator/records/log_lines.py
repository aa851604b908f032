"""The lines of a session log as values, and the chain that holds them together.

A line is one JSON object in canonical form (RFC 8785) and a line feed. Its `chain` is the sha256 of the chain
before it and the line without its own `chain`; so a changed, added, lost or reordered line shows. This proves
accident, not honesty: whoever holds the file could make a new chain.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

import rfc8785
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

FORMAT: Literal[1] = 1
"""The version of this format; a header names it."""

Mode = Literal["practice", "assessed"]
Row: TypeAlias = list[bool | int | str]
_Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
# No control characters: what a log holds is shown on terminals, where they would be commands.
_SEEN = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$"
_Word = Annotated[str, Field(max_length=200, pattern=_SEEN)]
_Words = Annotated[str, Field(pattern=_SEEN)]


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class StartRow(_Line):
    """What the call is determined by. The seed is text, for it may exceed what JSON readers keep whole."""

    scenario: _Word
    digests: dict[_Word, _Hash]
    law: int
    seed: Annotated[str, Field(pattern=r"^-?[0-9]{1,40}$")]
    temperament: _Word


class About(_Line):
    """The scenario as a list of records names it; moves nothing."""

    title: _Words
    version: _Words


class Branch(_Line):
    """Where a practice branch comes from: it does again what was done before turn `turn` of the session `of`."""

    of: Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$")]
    turn: Annotated[int, Field(ge=1)]


class Header(_Line):
    """The first line: what was begun, by whom, when. `opening` is what happened before the first action. Timers ran
    for `timer_percent` of their time, more than 100 for a reader of large letters; a line without it means 100.
    `branch` is there only where practice tried something again from a turn of another session."""

    kind: Literal["header"] = "header"
    format: Literal[1] = FORMAT
    session: Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$")]
    program: _Word
    start: StartRow
    opening: list[Row]
    mode: Mode
    trainee: _Word
    started_at: _Word
    untimed: bool
    timer_percent: Annotated[int, Field(ge=100, le=1000)] = 100
    branch: Branch | None = None
    scenario: About
    course: _Hash
    chain: _Hash


class ActionLine(_Line):
    """One action and what happened. `thinking_ms` is how long the trainee thought, null where nobody
    measured it; `hints` how many hints were asked for before it, in practice; neither moves anything."""

    kind: Literal["action"] = "action"
    number: int
    action: _Word
    happened: list[Row]
    thinking_ms: Annotated[int, Field(ge=0)] | None
    hints: Annotated[int, Field(ge=0)] = 0
    at: _Word
    course: _Hash
    chain: _Hash


class ClosingLine(_Line):
    """The last line. `outcome` is empty where the trainee stopped; `value` is in thousandths of a point."""

    kind: Literal["end"] = "end"
    outcome: _Word
    value: int
    stopped: bool
    actions: int
    at: _Word
    course: _Hash
    chain: _Hash


LogLine: TypeAlias = Header | ActionLine | ClosingLine
_ANY: TypeAdapter[LogLine] = TypeAdapter(Annotated[LogLine, Field(discriminator="kind")])


def chained(row: Mapping[str, object], before: str) -> tuple[bytes, str]:
    """The bytes of a line with its chain, line feed and all, and that chain. `before` is "" for the first."""
    link = _link(canonical(row), before)
    return canonical({**row, "chain": link}) + b"\n", link


def _link(line: bytes, before: str) -> str:
    return hashlib.sha256(before.encode() + line).hexdigest()


def canonical(row: Mapping[str, object]) -> bytes:
    """A row in the one form that hashes alike everywhere."""
    return rfc8785.dumps(dict(row))  # type: ignore[arg-type]


class LineFault(ValueError):  # noqa: N818 - a finding about a file
    """Why a line is not what this program wrote."""


def parse_line(data: bytes, before: str) -> LogLine:
    """The line these bytes (without the line feed) hold. Raises LineFault if they are no line of a log, were
    not written by this program, or do not follow on the chain before them."""
    try:
        line = _ANY.validate_json(data, strict=True)
    except ValidationError as error:
        raise LineFault(_what_is_wrong(data, error)) from None
    # The line was hashed as these bytes without its chain. A quotation mark inside words is written \", so this
    # can be nothing but the key.
    own = b'"chain":"' + line.chain.encode() + b'",'
    bare = data.replace(own, b"", 1)
    if len(bare) == len(data) or _link(bare, before) != line.chain:
        raise LineFault("it was changed after it was written, or the line before it was")
    return line


def _what_is_wrong(data: bytes, error: ValidationError) -> str:
    """Why bytes that hold no line of a log do not."""
    try:
        row = json.loads(data)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        return "it is not a line of a session log"
    if row.get("kind") == "header" and row.get("format") != FORMAT:
        return f"it is written in format {row.get('format')!s:.20}; this program reads format {FORMAT}"
    spot = ".".join(str(part) for part in error.errors()[0]["loc"][1:])
    return f"its part “{spot or 'kind'}” is not what a log holds"
