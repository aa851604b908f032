"""Words that several screens share: times, distances, what is called by whose id it is."""

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


CHANGE_ID = "Change the id"
"""What the button is called by which somebody else takes the seat."""
GIVE_ID = "Give an academy id"
"""The same button where nobody is named."""


def change_words(academy_id: str) -> str:
    """What to press where the id that is remembered is another's, or where there is none yet.

    >>> change_words("24-118"), change_words("")
    ('Not 24-118? Change the id', 'Give an academy id')
    """
    return f"Not {academy_id}? {CHANGE_ID}" if academy_id else GIVE_ID
