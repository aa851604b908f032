"""Seconds to judge every decision of a played call: `uv run python tests/benchmarks/bench_annotate.py`.

An expert's and a novice's call of every shipped scenario and temperament, judged over all cores as the debrief does
it in the background, processes started anew each time. Clock time; processor time on one core beside it.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from simulator.authoring.catalogues import shipped_texts  # noqa: E402
from simulator.authoring.library import SHIPPED, scenario_files  # noqa: E402
from simulator.authoring.program_texts import ProgramTexts  # noqa: E402
from simulator.authoring.simulation import play_policy  # noqa: E402
from simulator.authoring.trainees import POLICIES  # noqa: E402
from simulator.authoring.values import AnnotationJob, annotate  # noqa: E402

SEED = 12


def main() -> None:
    """Measure and print."""
    for path in scenario_files(SHIPPED):
        texts = ProgramTexts(path.read_text(encoding="utf-8"), shipped_texts())
        program = texts.compile()
        for policy in ("expert", "novice"):
            shared, alone, turns = [], [], []
            for temperament in program.temperaments:
                course = play_policy(program, POLICIES[policy], SEED, temperament)
                turns.append(len(course.turns))
                began = time.perf_counter()
                job = AnnotationJob.start(texts, course)
                while not job.finished:
                    job.poll(1.0)
                shared.append(time.perf_counter() - began)
                began = time.process_time()
                annotate(program, course)
                alone.append(time.process_time() - began)
            print(
                f"{path.stem}, {policy}: {statistics.median(shared):.1f} s in the background, longest "
                f"{max(shared):.1f}; {statistics.median(alone):.1f} s of one core ({turns} acts)"
            )


if __name__ == "__main__":
    main()
