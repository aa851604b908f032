"""The five tension bands and the stairs of influence, with the hysteresis that display and events use.

Source of the lines and of the stairs: the law's first version (see `law.py`); bands after the phases of an
assault cycle (Kaplan & Wheeler 1983), stairs after the Behavioural Influence Stairway (Vecchi et al. 2005).
"""

from __future__ import annotations

from simulator.scenario.vocabulary_of import BAND_NAMES, STAIR_NAMES

BANDS = BAND_NAMES
BAND_LINES = (20_000, 40_000, 60_000, 80_000)
"""Lower lines of the bands above calm, in thousandths of tension."""

HYSTERESIS = 5_000
"""A band is left downwards only this far below its line."""

STAIRS = STAIR_NAMES
STAIR_LINES = (0, 15_000, 30_000, 50_000, 65_000, 80_000)
"""Lower lines of the stairs above distrust, in thousandths of rapport."""


def raw_band(tension: int) -> int:
    """The band that tension lies in now, 0-4, without hysteresis: what the law's formulas read."""
    return 0 if tension < 20_000 else 1 if tension < 40_000 else 2 if tension < 60_000 else 3 if tension < 80_000 else 4


def settled_band(band: int, tension: int) -> int:
    """The band shown after a step that began in `band`: up at a line, down 5 below it."""
    while band < 4 and tension >= BAND_LINES[band]:
        band += 1
    while band > 0 and tension < BAND_LINES[band - 1] - HYSTERESIS:
        band -= 1
    return band


def stair(rapport: int) -> int:
    """The stair that rapport has reached, 0 (distrust) to 6 (change)."""
    reached = 0
    for line in STAIR_LINES:
        if rapport < line:
            break
        reached += 1
    return reached
