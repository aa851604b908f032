"""Drawing in the background gives way to frames, and the window waits for it before it goes."""

from __future__ import annotations

import threading
import time

from simulator.ui import background
from simulator.ui.background import FIGURE, PLACE, a_frame, draw_behind, finish_drawing, give_way


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


def strokes_until(stop: threading.Event, behind: bool) -> tuple[threading.Thread, list[int]]:
    """A thread that draws stroke after stroke, and how many it has drawn."""
    count = [0]

    def draw() -> None:
        if behind:
            draw_behind()
        while not stop.is_set():
            give_way()
            count[0] += 1
            time.sleep(0.0005)

    thread = threading.Thread(target=draw, daemon=True)
    thread.start()
    return thread, count


def test_drawing_in_the_background_stands_back_while_a_frame_is_made(monkeypatch):
    monkeypatch.setattr(background, "_LONGEST_WAIT", 60.0)
    stop = threading.Event()
    with a_frame():
        thread, count = strokes_until(stop, behind=True)
        time.sleep(0.01)
        during = count[0]
    while not count[0]:
        time.sleep(0.001)
    stop.set()
    thread.join()
    assert during == 0


def test_drawing_goes_on_in_the_end_even_in_an_endless_frame():
    stop = threading.Event()
    with a_frame():
        thread, count = strokes_until(stop, behind=True)
        time.sleep(0.2)
        assert count[0] > 0
        stop.set()
        thread.join()


def test_what_the_window_draws_itself_never_waits(monkeypatch):
    monkeypatch.setattr(background, "_LONGEST_WAIT", 60.0)
    thread, count = strokes_until(stop := threading.Event(), behind=False)
    with a_frame():
        before = count[0]
        time.sleep(0.05)
        assert count[0] > before
    stop.set()
    thread.join()
