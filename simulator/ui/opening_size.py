"""How large the window opens: it and its title bar fit what a desktop leaves free."""

from __future__ import annotations

from collections.abc import Sequence

Size = tuple[int, int]

DEFAULT_SIZE: Size = (1280, 720)
"""The size the interface is designed at."""
LEAST_SIZE: Size = (640, 400)
TAKEN = 80
"""Pixels of a desktop's height that title bar and task bar take."""
ROOMY: Size = (1920, 1080)
"""From this desktop on the window is larger than designed."""
_SHARE = 5 / 6


def opening_size(desktops: Sequence[Size]) -> Size:
    """The window's size on the first of these desktops; the designed one where none is known.

    >>> opening_size([(1920, 1080)]), opening_size([(1366, 768)]), opening_size([(1280, 720)]), opening_size([])
    ((1600, 900), (1280, 688), (1280, 640), (1280, 720))
    """
    if not desktops or min(desktops[0]) <= 0:
        return DEFAULT_SIZE
    wide, high = desktops[0]
    wanted = DEFAULT_SIZE
    if wide >= ROOMY[0] and high >= ROOMY[1]:
        tall = round(high * _SHARE)
        wanted = (min(round(wide * _SHARE), round(tall * 16 / 9)), tall)
    return (max(LEAST_SIZE[0], min(wanted[0], wide)), max(LEAST_SIZE[1], min(wanted[1], high - TAKEN)))
