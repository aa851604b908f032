"""Amounts as words on screen: times, distances."""

from __future__ import annotations


def clock_words(seconds: float) -> str:
    """A time as minutes and seconds.

    >>> clock_words(125.4)
    '2:05'
    """
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def minutes_words(seconds: float) -> str:
    """A stretch of time as one says it.

    >>> minutes_words(540), minutes_words(90), minutes_words(60)
    ('9 minutes', '1:30 minutes', '1 minute')
    """
    whole = int(seconds)
    if whole % 60:
        return f"{clock_words(seconds)} minutes"
    return "1 minute" if whole == 60 else f"{whole // 60} minutes"


def metres_words(millimetres: int) -> str:
    """A distance as one says it.

    >>> metres_words(6000), metres_words(2500), metres_words(1000)
    ('6 metres', '2.5 metres', '1 metre')
    """
    metres = millimetres / 1000
    return "1 metre" if metres == 1 else f"{metres:g} metres"


def sessions_words(academy_id: str) -> str:
    """What a trainee's own records are called, and those that were kept where nobody was named."""
    return "My sessions" if academy_id else "Kept without an id"
