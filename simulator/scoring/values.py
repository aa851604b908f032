"""The base of every scoring value, and how amounts of the simulation are shown in it.

A debrief leaves the core: it is drawn, printed, exported and compared. So its values are pydantic models, frozen,
in the units people read: points of tension and trust, seconds, metres.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from simulator.encounter.fixed import round_div


class Value(BaseModel):
    """Base of every value of a debrief: frozen, and unknown keys are refused when it is read back."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def tenths_of(thousandths: int) -> float:
    """Thousandths (points, metres from millimetres) with one decimal, halves away from zero."""
    return round_div(thousandths, 100) / 10


def seconds_of(tenths: int) -> float:
    """Tenths of a second as seconds."""
    return tenths / 10


def clock_words(seconds: float) -> str:
    """A time on the call's clock as `m:ss`; parts of a second are dropped.

    >>> clock_words(129.6)
    '2:09'
    """
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
