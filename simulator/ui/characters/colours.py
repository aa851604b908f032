"""Colours as `#rrggbb` text: mixing them is all that the drawings need."""

from __future__ import annotations

from functools import lru_cache


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#rrggbb`, 0 to 255 each."""
    digits = colour.lstrip("#")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


@lru_cache(maxsize=8192)
def _mix(first: str, second: str, share: float) -> str:
    pairs = zip(channels(first), channels(second), strict=True)
    values = (max(0, min(255, round(a + (b - a) * share))) for a, b in pairs)
    return "#{:02x}{:02x}{:02x}".format(*values)


def mix(first: str, second: str, share: float) -> str:
    """`first` with `share` (0 none to 1 all) of `second` in it.

    >>> mix("#000000", "#ffffff", 0.5)
    '#808080'
    """
    return _mix(first, second, round(share, 4))
