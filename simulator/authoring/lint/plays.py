"""Simulated calls as evidence: what simulated trainees met, said and ended with, played once for all rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from simulator.authoring.simulation import Run, Usage, play_policy, run_of, run_seed
from simulator.authoring.simulation.usage import counted
from simulator.authoring.trainees import POLICIES, Policy
from simulator.encounter.actions import Action, ActionRefused
from simulator.encounter.course import Course, play
from simulator.encounter.draws import draw
from simulator.encounter.happenings import Landed, Replied
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState

TRIED = 5
"""How many times as often `random` plays: it is quick, and finds corners that nobody else looks into."""

SLIPS_IN = 6
"""One act in so many of a slipping expert is anything at all."""

SEED = 1
_SLIPPING = "slipping_expert"
_ABLE = ("typical", "expert", _SLIPPING)


@dataclass(frozen=True, slots=True)
class Plays:
    """The calls (`runs`), their `usage`, the courses of typical trainees, those of all who play well or nearly so
    (`courses`), and `generic`: by `NODE.LINE` and landing, how often a reply came from the catalogue because the
    scenario has none. `each` is how often each trainee played, `calls` how many calls were counted in all. `stuck`
    counts the moments at which nothing was left to do; such calls are not among the others."""

    each: int
    calls: int
    runs: tuple[Run, ...]
    usage: Usage
    typical: tuple[Course, ...]
    courses: tuple[Course, ...]
    generic: Mapping[str, Counter[str]]
    stuck: Mapping[str, int]

    def of(self, *policies: str, temperament: str | None = None) -> list[Run]:
        """The calls of these policies, on one temperament or on all."""
        return [
            run
            for run in self.runs
            if run.policy in policies and (temperament is None or run.temperament == temperament)
        ]


def simulated_plays(program: Program, each: int, progress: Callable[[str], None] | None = None) -> Plays:
    """Every policy on every temperament, `each` times; the same seeds for all, so that they meet the same draws.

    What comes up in the scenario's own tests, and to an expert who slips now and then, is counted too: some routes
    are only for those who play well but for one thing.
    """
    runs: list[Run] = []
    courses = list(_tests(program))
    typical: list[Course] = []
    able: list[Course] = []
    stuck: Counter[str] = Counter()
    for name, policy in {**POLICIES, _SLIPPING: slipping}.items():
        if progress is not None:
            progress(f"{name.replace('_', ' ')} plays")
        count = each * TRIED if name == "random" else each
        for temperament in program.temperaments:
            for number in range(count):
                course = _played(program, policy, run_seed(SEED, number), temperament, stuck)
                if course is None:
                    continue
                courses.append(course)
                if name != _SLIPPING:
                    runs.append(run_of(program, name, course))
                if name == "typical":
                    typical.append(course)
                if name in _ABLE:
                    able.append(course)
    return Plays(
        each,
        len(courses),
        tuple(runs),
        counted(program, courses),
        tuple(typical),
        tuple(able),
        _generic(courses),
        stuck,
    )


def slipping(program: Program, state: EncounterState) -> Action:
    """The expert, with every sixth act anything at all: what is met when nearly everything goes well."""
    slips = draw(state.seed, "lint:slips", state.node, state.turn) % SLIPS_IN == 0
    return POLICIES["random" if slips else "expert"](program, state)


def _played(program: Program, policy: Policy, seed: int, temperament: str, stuck: Counter[str]) -> Course | None:
    """A call played to its end; None where nothing was left to do in it, which is noted in `stuck`."""
    at = ""

    def watched(program: Program, state: EncounterState) -> Action:
        nonlocal at
        at = state.node
        return policy(program, state)

    try:
        return play_policy(program, watched, seed, temperament)
    except ActionRefused:
        stuck[at] += 1
        return None


def _tests(program: Program) -> Iterator[Course]:
    """The scenario's own tests, those that can be played."""
    for test in program.scenario.tests:
        if test.temperament not in program.temperaments:
            continue
        with suppress(ActionRefused):
            yield play(program, test.seed, test.temperament, test.play)


def mean(runs: Iterable[Run]) -> float:
    """The mean value, 0 where there are none."""
    values = [run.value for run in runs]
    return sum(values) / len(values) if values else 0.0


def _generic(courses: Iterable[Course]) -> Mapping[str, Counter[str]]:
    """Replies of the catalogue's, by the line that they answered."""
    generic: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for course in courses:
        for turn in course.turns:
            if turn.action.kind != "line":
                continue
            landing = next((each.landing for each in turn.happened if isinstance(each, Landed)), None)
            reply = next((each for each in turn.happened if isinstance(each, Replied)), None)
            if landing is not None and reply is not None and reply.text.startswith("reaction."):
                generic[f"{turn.before.node}.{turn.action}"][landing] += 1
    return generic
