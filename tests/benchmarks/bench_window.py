"""How quick the window is: start to first picture, and the time of a frame over a whole call at 1920 × 1080.

Run it with `python tests/benchmarks/bench_window.py [CALL_ID] [--seed N]`. Frames are paced at sixty a second, as in
play, so that the drawing in the background has its share of the machine; a frame's time is what it works, not what
it waits. On a machine with a screen it uses that screen; `SDL_VIDEODRIVER=dummy` measures without one.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1920, 1080)
FRAME = 1 / 60

FIRST_FRAME = """
import time
began = time.perf_counter()
from pathlib import Path
from simulator.ui.app import Window
from simulator.ui.desk import Desk
from simulator.ui.scenes.title import Title
from simulator.ui.shelf import read_shelf
folder = Path({folder!r})
desk = Desk(folder, folder / "settings.json", lambda: read_shelf(folder))
window = Window(desk, (1920, 1080))
desk.stack.push(Title(desk))
window.frame(0.0, ())
print(time.perf_counter() - began)
window.close()
"""


def first_frames(runs: int) -> list[float]:
    """Seconds from the first import to the first picture, in fresh interpreters."""
    found = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            code = FIRST_FRAME.format(folder=folder)
            done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
            found.append(float(done.stdout.split()[-1]))
    return found


def whole_call(scenario: str, seed: int) -> tuple[list[float], list[float], float]:
    """Milliseconds of every frame of a call played to its end, by the clock and of this thread's own work, and the
    seconds until the call stood on screen."""
    import pygame

    from simulator.ui.app import Window
    from simulator.ui.call import Call, CallPlan
    from simulator.ui.desk import Desk
    from simulator.ui.scenes.encounter import Encounter
    from simulator.ui.shelf import read_shelf

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = Desk(folder, folder / "settings.json", lambda: read_shelf(folder))
        window = Window(desk, SIZE)
        card = desk.shelf.wait().card(scenario)
        if card is None:
            raise SystemExit(f"There is no call “{scenario}”.")
        plan = CallPlan(card, seed, next(iter(card.scenario.temperaments)), "practice")
        began = time.perf_counter()
        encounter = Encounter(desk, Call(plan.start(folder, "", untimed=True)))
        desk.stack.push(encounter)
        window.frame(0.0, ())
        opening = time.perf_counter() - began
        times: list[float] = []
        work: list[float] = []

        def frame(*keys: int) -> None:
            events = [pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="") for key in keys]
            start, own = time.perf_counter(), time.thread_time()
            window.frame(FRAME, events)
            taken = time.perf_counter() - start
            times.append(taken * 1000)
            work.append((time.thread_time() - own) * 1000)
            time.sleep(max(0.0, FRAME - taken))

        for number in _numbers():
            if encounter.ended:
                break
            for _ in range(40):
                frame()
            if encounter.phase == "deciding":
                choices = sum(one.name.startswith(("line", "answer")) for one in encounter.ring.controls)
                frame(pygame.K_1 + number % max(1, choices))
                frame(pygame.K_RETURN)
        window.close()
    return times, work, opening


def _numbers() -> Iterator[int]:
    for turn in range(400):
        yield turn * 7 % 5


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("scenario", nargs="?", default="corner_shop")
    arguments.add_argument("--seed", type=int, default=5)
    given = arguments.parse_args()
    starts = first_frames(5)
    print(f"start to first picture: median {statistics.median(starts):.2f} s, worst {max(starts):.2f} s (want < 1 s)")
    times, work, opening = whole_call(given.scenario, given.seed)
    print(f"the call on screen after {opening:.2f} s")
    print(f"{len(times)} frames at {SIZE[0]} × {SIZE[1]} (want p99 < 16.6 ms):")
    for what, values in (("by the clock", sorted(times)), ("own work", sorted(work))):
        middle, high = values[len(values) // 2], values[int(len(values) * 0.99)]
        print(f"  {what}: p50 {middle:.1f} ms, p99 {high:.1f} ms, worst {values[-1]:.1f} ms")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
