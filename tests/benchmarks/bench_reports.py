"""How long a report of a long session takes: `python tests/benchmarks/bench_reports.py [RUNS]`.

Plays one call of sixty decisions, then makes its debrief, its HTML and its PDF (A4 and US letter) RUNS times each (7 if
nothing is said) and prints the median and the slowest of each, by the clock. The promise: a report of sixty decisions
in under a second, each of HTML and PDF, from a debrief.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED, find_library
from simulator.authoring.simulation.runs import play_policy
from simulator.authoring.trainees import POLICIES
from simulator.encounter.course import Course
from simulator.encounter.plans import Program
from simulator.encounter.program import compile_program
from simulator.reports.html import html_report
from simulator.reports.page.whole import report_of
from simulator.reports.pdf import pdf_report
from simulator.scoring.debrief import debrief

DECISIONS = 60
PROMISED = 1.0
"""Seconds, for HTML and for PDF each."""


def main() -> None:
    """Make the reports and print the times."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    program, course = long_call()
    value = debrief(program, course)
    print(f"bridge_rail, {len(course.turns)} decisions, {runs} runs each")
    timed("debrief", runs, lambda: debrief(program, course))
    within = [
        timed("HTML", runs, lambda: html_report(report_of(value))),
        timed("PDF, A4", runs, lambda: pdf_report(report_of(value), "a4")),
        timed("PDF, US letter", runs, lambda: pdf_report(report_of(value), "us-letter")),
    ]
    print("each under a second" if max(within) < PROMISED else "over the promised second")


def long_call() -> tuple[Program, Course]:
    """The first call that a novice plays on for sixty decisions or more; what goes beyond is cut."""
    program = compile_program(find_library([SHIPPED], shipped()).playable()["bridge_rail"].scenario, shipped())
    for seed in range(200):
        for temperament in program.temperaments:
            course = play_policy(program, POLICIES["novice"], seed, temperament)
            if len(course.turns) >= DECISIONS:
                return program, Course(course.start, course.opening, course.first, course.turns[:DECISIONS])
    raise SystemExit("No call was long enough.")


def timed(name: str, runs: int, make: Callable[[], object]) -> float:
    """Seconds that making it takes, the median of the runs; prints it and the slowest."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        make()
        times.append(time.perf_counter() - began)
    middle = statistics.median(times)
    print(f"{name}: median {middle * 1000:.0f} ms, slowest {max(times) * 1000:.0f} ms")
    return middle


if __name__ == "__main__":
    main()
