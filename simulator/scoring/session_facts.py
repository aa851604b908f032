"""What is known of a session beside its course: who, when, and how long each decision took."""

from __future__ import annotations

from typing import Literal

from simulator.scoring.values import Value

Mode = Literal["practice", "assessed"]


class SessionFacts(Value):
    """Facts of a session that its course does not hold; none of them moves a score.

    `trainee` is an academy's own id, never a name. `started_at` is UTC in ISO 8601. `thinking_ms` holds the
    milliseconds before each action, in the order of the turns; None where it was not measured. Timers ran for
    `timer_percent` of their time. A practice branch does again what was done before turn `branch_turn` of the session
    `branch_of`, "" and None elsewhere. `hints` counts the hints asked for, in practice.
    """

    session: str = ""
    trainee: str = ""
    mode: Mode | None = None
    started_at: str = ""
    untimed: bool = False
    timer_percent: int = 100
    thinking_ms: tuple[int | None, ...] = ()
    branch_of: str = ""
    branch_turn: int | None = None
    hints: int = 0


def short_id(session: str) -> str:
    """The beginning of a session's id, by which people name it."""
    return session[:8]
