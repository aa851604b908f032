"""A session among simulated trainees: how they fared in the same call, drawn the same way, and where it stands there.

Simulated trainees are small programs that choose by a few rules and by chance. They are a yardstick for a call and no
norm for people. All of it is outcome: how calls ended, never how well anybody worked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from simulator.scoring.values import Value

Simulated = Literal["novice", "typical", "expert"]

SIMULATED: Final[tuple[Simulated, ...]] = ("novice", "typical", "expert")
"""The simulated trainees that a session stands among, from the least to the most skilled."""

ABOUT_THE_SAME: Final = 5.0
"""Points of outcome value within which two ends count as about the same: an ending may be a little calmer or tenser
and be the same ending (judgement)."""


class EndedSo(Value):
    """An ending and how many of the plays came to it."""

    outcome: str
    title: str
    plays: int


class Fared(Value):
    """How one kind of simulated trainee fared in a call.

    `values` are the outcome values at the end, 0-100, one a play, from the lowest up. `low`, `middle` and `high` are
    the value that a quarter, half and three quarters of the plays stay below, `tension_low`, `tension_middle` and
    `tension_high` the same of the main person's tension at the end. `endings` are the most frequent first.
    """

    trainee: Simulated
    plays: int
    values: tuple[float, ...]
    low: float
    middle: float
    high: float
    tension_low: float
    tension_middle: float
    tension_high: float
    endings: tuple[EndedSo, ...]


class Standing(Value):
    """How many plays of one kind of simulated trainee ended better than a session, about the same, and worse."""

    trainee: Simulated
    better: int
    same: int
    worse: int


class Company(Value):
    """A session's end (`value` 0-100 and `tension` in points) among simulated trainees. `same_within` is the points
    that count as about the same."""

    value: float
    tension: float
    same_within: float
    fared: tuple[Fared, ...]
    standings: tuple[Standing, ...]


def company(value: float, tension: float, fared: Sequence[Fared]) -> Company:
    """Where a session that ended at this value and tension stands among those who fared so."""
    return Company(
        value=value,
        tension=tension,
        same_within=ABOUT_THE_SAME,
        fared=tuple(fared),
        standings=tuple(_standing(value, each) for each in fared),
    )


def _standing(value: float, fared: Fared) -> Standing:
    # Values have one decimal: a difference is rounded to it, so that 5 points are 5 points on every machine.
    gaps = [round(other - value, 1) for other in fared.values]
    better, worse = (sum(side * gap > ABOUT_THE_SAME for gap in gaps) for side in (1, -1))
    return Standing(trainee=fared.trainee, better=better, same=len(gaps) - better - worse, worse=worse)
