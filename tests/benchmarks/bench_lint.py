"""How long judging a call takes: `uv run python tests/benchmarks/bench_lint.py [ROUNDS]`.

Every shipped call with every rule, in one process and over all cores, and the quick rules alone. Clock time with the
starting of processes in it, and processor time (on Windows without that of the processes started); medians, of three
rounds unless said.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from simulator.authoring.catalogues import shipped, shipped_texts  # noqa: E402
from simulator.authoring.crew import cores  # noqa: E402
from simulator.authoring.library import SHIPPED, find_library  # noqa: E402
from simulator.authoring.lint.engine import Team, lint  # noqa: E402
from simulator.authoring.lint.rule import QUICK  # noqa: E402
from simulator.authoring.program_texts import ProgramTexts  # noqa: E402

EVERYTHING = frozenset({*QUICK, "simulation", "values", "library"})


def measured(work: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median seconds by the clock, and of processor time."""
    clock, processor = [], []
    for _ in range(rounds):
        began, used = time.perf_counter(), sum(os.times()[:4])
        work()
        clock.append(time.perf_counter() - began)
        processor.append(sum(os.times()[:4]) - used)
    return statistics.median(clock), statistics.median(processor)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    calls = find_library((SHIPPED,), shipped()).playable()
    others = tuple(entry.scenario for entry in calls.values() if entry.scenario is not None)
    for name, entry in calls.items():
        text, team = entry.text, Team(ProgramTexts(entry.text, shipped_texts()), cores())
        ways: dict[str, Callable[[], object]] = {
            "quick": lambda text=text: lint(text, "call.yaml", shipped()),
            "one process": lambda text=text: lint(text, "call.yaml", shipped(), levels=EVERYTHING, others=others),
            f"{cores()} processes": lambda text=text, team=team: lint(
                text, "call.yaml", shipped(), levels=EVERYTHING, others=others, team=team
            ),
        }
        for way, work in ways.items():
            clock, processor = measured(work, rounds)
            print(f"{name}, {way}: {clock:.2f} s by the clock, {processor:.2f} s of processor time")


if __name__ == "__main__":
    main()
