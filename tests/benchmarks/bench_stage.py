"""How long the art takes of a frame: `python tests/benchmarks/bench_stage.py [WIDTHxHEIGHT] [PLACE]`.

Plays half a minute of changing states without a window and prints the time to the first picture, the median and 99th
percentile and the slowest of `update` and `draw` together, by the clock and by the thread's own processor time (what the
art costs on a busy machine). The promise: median under 3 ms, none over 10 ms.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pygame

from simulator.ui.stage import PersonState, Stage

LOOK = {"age": 31, "figure": "woman", "hair": "black_bun", "skin": "brown", "clothes": "coat_ochre"}
SWITCHES = {
    "bridge": {
        "wind": "on_the_rail",
        "traffic": "passing",
        "lights": "flashing",
        "siren": "wailing",
        "partner": "close",
    },
    "hall": {"room": "filming"},
}
"""What goes on in a place at its busiest."""
FRAME_SECONDS = 1 / 60
STORY = (
    PersonState(50, 30, "agitated", landing="flat", speaking=True),
    PersonState(62, 20, "volatile", landing="hurts", speaking=True),
    PersonState(84, 15, "crisis", landing="hurts"),
    PersonState(72, 25, "volatile", recovering=True, landing="lands", speaking=True),
    PersonState(55, 40, "agitated", recovering=True, landing="lands", distance_m=1.8),
    PersonState(36, 55, "uneasy", landing="lands", speaking=True),
    PersonState(18, 70, "calm", landing="lands", speaking=True),
)


def main() -> None:
    """Run the story and print the times."""
    size = (1920, 1080)
    place = "corner_shop"
    for argument in sys.argv[1:]:
        if "x" in argument and argument.replace("x", "").isdigit():
            width, height = argument.split("x")
            size = (int(width), int(height))
        else:
            place = argument
    pygame.display.init()
    screen = pygame.display.set_mode(size)
    started = time.perf_counter()
    stage = Stage(place, LOOK, size, state=STORY[0], switches=SWITCHES.get(place))
    stage.draw(screen, screen.get_rect())
    first = (time.perf_counter() - started) * 1000
    frames: list[float] = []
    own: list[float] = []
    for state in STORY:
        stage.show(state)
        for count in range(150):
            if count == 60:
                stage.prewarm(STORY[:3])
            began, own_began = time.perf_counter(), time.thread_time()
            stage.update(FRAME_SECONDS)
            stage.draw(screen, screen.get_rect())
            spent = time.perf_counter() - began
            frames.append(spent * 1000)
            own.append((time.thread_time() - own_began) * 1000)
            pygame.display.flip()
            time.sleep(max(0.0, FRAME_SECONDS - spent))
    stage.close()
    print(f"{place} {size[0]}x{size[1]}: first picture {first:.0f} ms; {len(frames)} frames")
    for name, times in (("clock", frames), ("processor", own)):
        times.sort()
        late = times[int(len(times) * 0.99)]
        print(f"{name}: median {statistics.median(times):.2f} ms, p99 {late:.2f} ms, slowest {times[-1]:.2f} ms")


if __name__ == "__main__":
    main()
