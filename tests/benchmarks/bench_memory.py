"""Memory over fifty calls in a row in one window: `uv run python tests/benchmarks/bench_memory.py`.

Plays the conformance call from title to debrief and back by keys, on a dummy screen of 1280 × 720, and prints the
process's memory after five calls and after fifty. Linux only: it reads /proc.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.fixtures.window_driver import Visitor  # noqa: E402


def megabytes() -> float:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        visitor = Visitor(Path(folder))
        for call in range(1, 51):
            visitor.go_to_call()
            for _ in range(4):
                visitor.key("1", "return")
                visitor.decide()
            visitor.key("f10")
            visitor.scene.ring.focus("stop")
            visitor.key("return")
            for _ in range(12):
                if visitor.at == "Title":
                    break
                if visitor.at == "KeepPractice":
                    visitor.scene.ring.focus("let_go")
                    visitor.key("return")
                else:
                    visitor.key("escape")
                visitor.wait(0.1)
            if call in (5, 50):
                print(f"after {call} calls: {megabytes():.0f} MB (at {visitor.at})", flush=True)


if __name__ == "__main__":
    main()
