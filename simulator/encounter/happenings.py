"""What happened: the values that `step` returns, and that window, terminal, log and debrief all read.

Amounts are thousandths, times tenths of a second, distances millimetres, as in the state. `variant` is the
index of the wording the state and the seed chose in the text with that path id.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple, TypeAlias, cast

from simulator.scenario.parts import Landing, Mark


class Acted(NamedTuple):
    """The officer (or the timer) did something; `seconds` is how long it takes in all, if nothing cuts it."""

    action: str
    text: str
    variant: int
    seconds: int


class Landed(NamedTuple):
    """How it landed with a person, and the sums of the law behind it, before clamping and drift."""

    person: str
    landing: Landing
    tension: int
    rapport: int
    sensitisation: int
    acknowledged: int


class Replied(NamedTuple):
    """What the person addressed said or did. A generic reaction has an id that begins with `reaction.`."""

    person: str
    text: str
    variant: int


class Changed(NamedTuple):
    """A variable, stressor or scene fact has a new value, written as its author writes it."""

    target: str
    name: str
    value: bool | int | str


class Moved(NamedTuple):
    """The distance is now this many millimetres."""

    distance: int


class Covered(NamedTuple):
    """The officer took cover, or left it."""

    cover: bool


class Found(NamedTuple):
    """A hidden fact was found out."""

    finding: str


class Called(NamedTuple):
    """Help was called and is due at this time."""

    resource: str
    due: int


class Arrived(NamedTuple):
    """Help that was called has come."""

    resource: str


class Promised(NamedTuple):
    """A promise was made, kept or broken."""

    promise: str
    status: str


class LieFound(NamedTuple):
    """A person found out that they were lied to."""

    person: str


class Drifted(NamedTuple):
    """Time passed: the values of a person after it, and why they were drawn where they were.

    `toward` is the equilibrium that this stretch of time drew tension to.
    """

    person: str
    seconds: int
    tension: int
    sensitisation: int
    toward: int


class Fired(NamedTuple):
    """An event happened by itself (or was injected); its words, where it has any."""

    event: str
    text: str
    variant: int
    injected: bool


class Banded(NamedTuple):
    """The band of a person, with hysteresis, changed."""

    person: str
    before: str
    after: str


class Routed(NamedTuple):
    """A route of the node was taken."""

    route: str


class Entered(NamedTuple):
    """The scene moved to a node, for the n-th time."""

    node: str
    visit: int


class Answered(NamedTuple):
    """A prompt was answered."""

    prompt: str
    answer: str
    mark: Mark


class Ended(NamedTuple):
    """The call ended; `value` is the outcome's value at this actual end, thousandths of a point."""

    outcome: str
    value: int


class Stopped(NamedTuple):
    """The trainee left with dignity. Nothing is scored against them for it."""

    node: str


Happening: TypeAlias = (
    Acted
    | Landed
    | Replied
    | Changed
    | Moved
    | Covered
    | Found
    | Called
    | Arrived
    | Promised
    | LieFound
    | Drifted
    | Fired
    | Banded
    | Routed
    | Entered
    | Answered
    | Ended
    | Stopped
)

KINDS: tuple[type[Happening], ...] = (
    Acted,
    Landed,
    Replied,
    Changed,
    Moved,
    Covered,
    Found,
    Called,
    Arrived,
    Promised,
    LieFound,
    Drifted,
    Fired,
    Banded,
    Routed,
    Entered,
    Answered,
    Ended,
    Stopped,
)


class _Names:
    """The word each kind is written with in a log, both ways."""

    written: ClassVar[dict[type, str]] = {kind: kind.__name__.lower() for kind in KINDS}
    read: ClassVar[dict[str, type[Happening]]] = {kind.__name__.lower(): kind for kind in KINDS}


def to_row(happening: Happening) -> list[object]:
    """A happening as a JSON list: its kind's word, then its values in order."""
    return [_Names.written[type(happening)], *happening]


def from_row(row: list[object]) -> Happening:
    """The happening that a row of a log stands for; ValueError for a row that is none."""
    kind = _Names.read.get(str(row[0])) if row else None
    if kind is None or len(row) - 1 != len(kind._fields):
        raise ValueError(f"not a happening: {row!r:.80}")
    make = cast("Callable[..., Happening]", kind)
    return make(*row[1:])
