"""What a decision led to, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.reports.words import Words
from simulator.scoring.debrief import Consequence

LEAST_COST = 0.5
"""Points below which a cost is not told: it would read as 0."""


def consequence_lines(led_to: Consequence, words: Words, *, better: bool = True) -> Iterator[str]:
    """The sentences; none where nothing was worked out. `better` names what would have led to more."""
    if led_to.expected is None or led_to.cost is None:
        return
    # Where the call ended with it, or ends one way only, nobody goes on and nothing is about.
    sure = led_to.low is not None and led_to.low == led_to.high
    expected, cost = f"{led_to.expected:.0f}", f"{led_to.cost:.0f}"
    if led_to.cost < LEAST_COST:
        yield words("led_none_sure" if sure else "led_none", expected=expected)
    else:
        if (between := _interval(led_to)) is None:
            yield words("led_cost_sure" if sure else "led_cost", expected=expected, cost=cost)
        else:
            key = "led_cost_between_sure" if sure else "led_cost_between"
            yield words(key, expected=expected, cost=cost, low=between[0], high=between[1])
        if better and led_to.better_said:
            key = "led_better_said" if led_to.better_spoken else "led_better_done"
            yield words(key, said=led_to.better_said, expected=f"{led_to.better_expected:.0f}")
    if led_to.loss:
        yield words("led_loss", loss=f"{led_to.loss:.0f}")


def _interval(led_to: Consequence) -> tuple[int, int] | None:
    """What the cost likely lies between, in whole points; None where that is no more than the cost itself."""
    if led_to.cost_low is None or led_to.cost_high is None:
        return None
    low, high = round(led_to.cost_low), round(led_to.cost_high)
    return (low, high) if low != high else None
