"""Drawing in the background: it gives way to the frame on screen, and the window waits for it before it goes. What is
drawn there takes the window's own format of pixels, and must not lose the window under its hands.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

PLACE, FIGURE = "place-drawing", "figure-drawing"
"""The names of threads that draw. One draws a place and ends; the other draws people until it is told to stop."""
_LONGEST = {PLACE: 20.0, FIGURE: 3.0}
"""Seconds after which a thread is not waited for any more."""

_LONGEST_WAIT = 0.02
"""Seconds a drawing thread stands back for one frame; a machine whose frames take longer is late anyway."""
_THEN_ON = 0.02
"""Seconds it then draws whatever the window does: what the window waits for must come on the slowest machine too."""

_no_frame = threading.Event()
_no_frame.set()
_mine = threading.local()


@contextmanager
def a_frame() -> Iterator[None]:
    """While the window makes a frame: threads that draw ahead stand back. Python runs one thread at a time, and with
    two people and a place being drawn the window would get a quarter of the machine."""
    _no_frame.clear()
    try:
        yield
    finally:
        _no_frame.set()


def draw_behind() -> None:
    """Say of the calling thread that it draws in the background."""
    _mine.until = 0.0


def give_way() -> None:
    """Called between strokes: stand back while a frame is being made, if this thread draws in the background."""
    until = getattr(_mine, "until", None)
    if until is None or _no_frame.is_set() or time.monotonic() < until:
        return
    if not _no_frame.wait(_LONGEST_WAIT):
        _mine.until = time.monotonic() + _THEN_ON


def finish_drawing(*names: str) -> None:
    """Wait until nothing is being drawn in the background: before the window goes (all of it, told to stop by then) or
    is made anew (places)."""
    for thread in threading.enumerate():
        if thread.name in (names or _LONGEST) and thread is not threading.current_thread():
            thread.join(timeout=_LONGEST[thread.name])
