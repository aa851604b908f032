"""The window waits for what is drawn in the background before it goes."""

from __future__ import annotations

import threading
import time

from simulator.ui.background import FIGURE, PLACE, finish_drawing


def test_a_place_being_drawn_is_waited_for():
    done = []

    def draw() -> None:
        time.sleep(0.2)
        done.append(True)

    threading.Thread(target=draw, name=PLACE, daemon=True).start()
    finish_drawing()
    assert done == [True]


def test_only_what_is_named_is_waited_for():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name=FIGURE, daemon=True)
    thread.start()
    finish_drawing(PLACE)
    assert thread.is_alive()
    stop.set()
    thread.join()
