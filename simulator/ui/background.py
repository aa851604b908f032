"""Drawing in the background, and waiting for it: what is drawn there takes the window's own format of pixels, and must
not lose the window under its hands."""

from __future__ import annotations

import threading

PLACE, FIGURE = "place-drawing", "figure-drawing"
"""The names of threads that draw. One draws a place and ends; the other draws people until it is told to stop."""
_LONGEST = {PLACE: 20.0, FIGURE: 3.0}
"""Seconds after which a thread is not waited for any more."""


def finish_drawing(*names: str) -> None:
    """Wait until nothing is being drawn in the background: before the window goes (all of it, told to stop by then) or
    is made anew (places)."""
    for thread in threading.enumerate():
        if thread.name in (names or _LONGEST) and thread is not threading.current_thread():
            thread.join(timeout=_LONGEST[thread.name])
