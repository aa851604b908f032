"""The solver on every shipped call and temperament: `uv run python tests/benchmarks/bench_solver.py [STEPS]`.

Prints, for the start of each, what is witnessed, what is proved, the gap between them, steps, seconds of processor
time on one core, and steps a second.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from simulator.authoring.catalogues import shipped  # noqa: E402
from simulator.authoring.library import SHIPPED, find_library  # noqa: E402
from simulator.authoring.solver import Limit, Reach, solve  # noqa: E402
from simulator.encounter.program import compile_program  # noqa: E402
from simulator.encounter.step import begin  # noqa: E402


def main() -> None:
    """Measure and print."""
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else Limit().steps
    for id_, entry in sorted(find_library([SHIPPED], shipped()).playable().items()):
        assert entry.scenario is not None
        program = compile_program(entry.scenario, shipped())
        reach = Reach(program)
        for temperament in program.temperaments:
            state, _ = begin(program, 1, temperament)
            began = time.process_time()
            best = solve(program, state, Limit(steps), reach)
            took = time.process_time() - began
            print(
                f"{id_:15} {temperament:11} {best.low / 1000:5.1f} to {best.high / 1000:5.1f}, gap {best.gap / 1000:4.1f}; "
                f"{best.steps:6} steps in {took:4.1f} s, {best.steps / took:6.0f} a second"
            )


if __name__ == "__main__":
    main()
