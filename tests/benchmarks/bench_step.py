"""Throughput of `step`, happenings included: `uv run python tests/benchmarks/bench_step.py`.

Plays the conformance scenario and every shipped call with three policies, keeps the (state, action) pairs and times
stepping through them again. Prints steps a second of processor time on one core, median and best of seven rounds.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from simulator.authoring.catalogues import shipped  # noqa: E402
from simulator.authoring.library import SHIPPED, read_entry, scenario_files  # noqa: E402
from simulator.authoring.simulation import play_policy  # noqa: E402
from simulator.authoring.trainees import POLICIES  # noqa: E402
from simulator.encounter.program import compile_program  # noqa: E402
from simulator.encounter.step import step  # noqa: E402


def main() -> None:
    """Measure and print."""
    files = [ROOT / "tests" / "fixtures" / "last_bus.yaml", *scenario_files(SHIPPED)]
    for path in files:
        scenario = read_entry(path, shipped()).scenario
        if scenario is None:
            print(f"{path.name}: does not load")
            continue
        program = compile_program(scenario, shipped())
        pairs = []
        for policy in ("random", "typical", "always_warm"):
            for seed in range(60):
                temperament = program.temperaments[seed % len(program.temperaments)]
                for turn in play_policy(program, POLICIES[policy], seed, temperament).turns:
                    pairs.append((turn.before, turn.action))
        rates = []
        for _ in range(7):
            began = time.process_time()
            for state, action in pairs:
                step(program, state, action)
            rates.append(len(pairs) / (time.process_time() - began))
        middle, best = statistics.median(rates), max(rates)
        print(f"{path.name}: {middle:,.0f} steps a second, at best {best:,.0f} ({len(pairs)} steps, seven rounds)")


if __name__ == "__main__":
    main()
