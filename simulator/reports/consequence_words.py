"""What a decision led to, in sentences for a screen reader or a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scoring.debrief import Consequence

LEAST_COST = 0.5
"""Points below which a cost is not told: it would read as 0."""


def consequence_lines(led_to: Consequence) -> Iterator[str]:
    """The sentences; none where nothing was worked out."""
    if led_to.expected is None or led_to.cost is None:
        return
    where = f"From here a typical trainee comes to about {led_to.expected:.0f} of 100"
    if led_to.cost < LEAST_COST:
        yield f"{where}. Nothing that was open would certainly have led to more."
    else:
        yield f"{where}. This decision cost about {led_to.cost:.0f}{_interval(led_to)}."
        if led_to.better_said:
            said = f"“{led_to.better_said}”" if led_to.better_spoken else led_to.better_said
            yield f"More would have been expected of: {said} (about {led_to.better_expected:.0f} of 100)."
    if led_to.loss:
        yield f"After it, {led_to.loss:.0f} of the points that could still be reached were out of reach."


def _interval(led_to: Consequence) -> str:
    if led_to.cost_low is None or led_to.cost_high is None:
        return ""
    low, high = round(led_to.cost_low), round(led_to.cost_high)
    return f", likely between {low} and {high}" if low != high else ""
