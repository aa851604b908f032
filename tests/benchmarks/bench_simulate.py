"""Simulated calls a second, on one core and on all: `uv run python tests/benchmarks/bench_simulate.py`.

Plays every shipped call with the random and the typical trainee. On one core in this process, in processor time;
over all cores in clock time from the first result to the last, so that starting the processes does not count (it is
told apart). Medians of five rounds.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from simulator.authoring.catalogues import shipped_texts  # noqa: E402
from simulator.authoring.crew import Crew, cores  # noqa: E402
from simulator.authoring.library import SHIPPED, scenario_files  # noqa: E402
from simulator.authoring.program_texts import ProgramTexts  # noqa: E402
from simulator.authoring.simulation import play_policy, run_seed  # noqa: E402
from simulator.authoring.trainees import POLICIES  # noqa: E402
from simulator.encounter.plans import Program  # noqa: E402

CALLS = 300
BATCH = 25
ROUNDS = 5


def played(program: Program, policy: str, first: int, last: int) -> int:
    """How many acts these calls took."""
    temperaments = program.temperaments
    return sum(
        len(play_policy(program, POLICIES[policy], run_seed(1, n), temperaments[n % len(temperaments)]).turns)
        for n in range(first, last)
    )


def on_one_core(program: Program, policy: str) -> tuple[float, float]:
    """Calls and acts a second of processor time."""
    rates = []
    acts = 0
    for _ in range(ROUNDS):
        began = time.process_time()
        acts = played(program, policy, 0, CALLS)
        rates.append(CALLS / (time.process_time() - began))
    calls = statistics.median(rates)
    return calls, calls * acts / CALLS


def on_all_cores(texts: ProgramTexts, policy: str) -> tuple[float, float, float]:
    """Calls and acts a second of clock time, and the seconds until the first result."""
    batches = ROUNDS * CALLS // BATCH
    tasks = [(policy, n * BATCH, (n + 1) * BATCH) for n in range(batches)]
    began = time.perf_counter()
    with Crew(texts, played, tasks, cores()) as crew:
        acts = crew.in_order()
        next(acts)
        first = time.perf_counter()
        total = sum(acts)
        seconds = time.perf_counter() - first
    return (batches - 1) * BATCH / seconds, total / seconds, first - began


def main() -> None:
    """Measure and print."""
    for path in scenario_files(SHIPPED):
        texts = ProgramTexts(path.read_text(encoding="utf-8"), shipped_texts())
        program = texts.compile()
        for policy in ("random", "typical"):
            calls, acts = on_one_core(program, policy)
            print(f"{path.stem}, {policy}, one core: {calls:,.0f} calls and {acts:,.0f} acts a second")
            calls, acts, start = on_all_cores(texts, policy)
            print(
                f"{path.stem}, {policy}, {cores()} processes: {calls:,.0f} calls and {acts:,.0f} acts a second "
                f"(first result after {start:.1f} s)"
            )


if __name__ == "__main__":
    main()
