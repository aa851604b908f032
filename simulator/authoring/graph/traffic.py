"""What simulated trainees do in a graph: where they come, which ways they take, what becomes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from simulator.authoring.simulation import play_policy, run_seed
from simulator.authoring.trainees import POLICIES
from simulator.encounter.course import Course
from simulator.encounter.happenings import Entered
from simulator.encounter.plans import Program


@dataclass(frozen=True)
class Traffic:
    """How often simulated calls came to a moment or an ending (`shares`, 0-1 of all calls), passed from one moment
    to the next (`passed`, 0-1 of all calls), and the value (0-100) at the end of those that came to a moment:
    the mean and the best. `who` names the simulated trainees, `calls` counts their calls."""

    who: str
    calls: int
    shares: Mapping[str, float]
    passed: Mapping[tuple[str, str], float]
    means: Mapping[str, float]
    bests: Mapping[str, float]


def traffic_of(program: Program, policies: Iterable[str], runs: int, seed: int) -> Traffic:
    """What these policies do, each with every temperament `runs` times. The same seed gives the same answer."""
    policies = tuple(policies)
    return counted(
        ", ".join(policies),
        (
            play_policy(program, POLICIES[policy], run_seed(seed, number), temperament)
            for policy in policies
            for temperament in program.temperaments
            for number in range(runs)
        ),
    )


def counted(who: str, courses: Iterable[Course]) -> Traffic:
    """The traffic that these courses make up."""
    seen: Counter[str] = Counter()
    passed: Counter[tuple[str, str]] = Counter()
    sums: Counter[str] = Counter()
    bests: dict[str, int] = {}
    calls = 0
    for course in courses:
        calls += 1
        came = list(_came_to(course))
        for name in dict.fromkeys(came):
            seen[name] += 1
            sums[name] += course.last.value
            bests[name] = max(bests.get(name, 0), course.last.value)
        passed.update(set(pairwise(came)))
        if course.last.outcome:
            seen[course.last.outcome] += 1
    return Traffic(
        who,
        calls,
        MappingProxyType({name: count / calls for name, count in seen.items()}),
        MappingProxyType({pair: count / calls for pair, count in passed.items()}),
        MappingProxyType({name: total / seen[name] / 1000 for name, total in sums.items()}),
        MappingProxyType({name: best / 1000 for name, best in bests.items()}),
    )


def _came_to(course: Course) -> Iterator[str]:
    """The moments of a call in order."""
    yield course.first.node
    for turn in course.turns:
        for each in turn.happened:
            if isinstance(each, Entered):
                yield each.node
