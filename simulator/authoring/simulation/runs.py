"""Simulated runs: one call after another, each played to its end by a policy from a seed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.authoring.trainees import EVERY_POLICY, Policy
from simulator.encounter.actions import Action
from simulator.encounter.course import Course, Turn, open_course
from simulator.encounter.draws import draw
from simulator.encounter.plans import Program
from simulator.encounter.step import step
from simulator.scoring.acts import read_acts
from simulator.scoring.critical import critical_findings
from simulator.scoring.items import evidence
from simulator.scoring.ratings import overall_of, rate_skills

MOST_TURNS = 400
"""A run longer than this is cut: its scenario does not end in reasonable time."""


@dataclass(frozen=True, slots=True)
class Run:
    """One simulated call. `value` is 0-100 at its actual end; `minutes` simulated; tension and rapport in points at
    the end; `curve` the tension in whole points at the start and after each act. `rating` is the overall rating 1-7,
    None where there were too few chances or no scores were asked for; `critical` names critical errors."""

    policy: str
    temperament: str
    seed: int
    outcome: str
    value: float
    turns: int
    minutes: float
    tension: float
    rapport: float
    said: tuple[str, ...]
    curve: tuple[int, ...] = ()
    rating: float | None = None
    critical: tuple[str, ...] = ()


def run_seed(seed: int, number: int) -> int:
    """The seed of the n-th run: the same for every policy, so that they meet the same draws."""
    return draw(seed, f"run:{number}") >> 11


def play_policy(program: Program, policy: Policy, seed: int, temperament: str) -> Course:
    """One call played to its end by a policy. Prompts are left unanswered: they move nothing."""
    course = open_course(program, seed, temperament)
    state = course.first
    turns: list[Turn] = []
    while not state.over and len(turns) < MOST_TURNS:
        action: Action = policy(program, state)
        after, happened = step(program, state, action)
        turns.append(Turn(len(turns) + 1, action, happened, state, after))
        state = after
    return Course(course.start, course.opening, course.first, tuple(turns))


def run_once(program: Program, name: str, seed: int, temperament: str, *, scores: bool = False) -> Run:
    """One run of a policy by name; with the overall rating and the critical errors where `scores` are asked for."""
    return run_of(program, name, play_policy(program, EVERY_POLICY[name], seed, temperament), scores=scores)


def run_of(program: Program, name: str, course: Course, *, scores: bool = False) -> Run:
    """What is kept of a course that the policy of this name played."""
    last = course.last
    subject = last.subjects[0]
    rating, critical = _scored(program, course) if scores else (None, ())
    return Run(
        policy=name,
        temperament=course.start.temperament,
        seed=course.start.seed,
        outcome=last.outcome or "unfinished",
        value=last.value / 1000,
        turns=len(course.turns),
        minutes=last.clock / 600,
        tension=subject.tension / 1000,
        rapport=subject.rapport / 1000,
        said=tuple(f"{turn.before.node}.{turn.action}" for turn in course.turns),
        curve=tuple(state.subjects[0].tension // 1000 for state in (course.first, *(t.after for t in course.turns))),
        rating=rating,
        critical=critical,
    )


def _scored(program: Program, course: Course) -> tuple[float | None, tuple[str, ...]]:
    acts = read_acts(program, course)
    critical = critical_findings(program, acts)
    ratings = rate_skills(program.catalogues, evidence(program, acts, critical), stopped=False)
    overall = overall_of(ratings, program.catalogues.words, critical=bool(critical), stopped=False)
    return overall.rating, tuple(dict.fromkeys(finding.error for finding in critical))


def simulate(
    program: Program,
    policies: Iterable[str],
    temperaments: Iterable[str],
    runs: int,
    seed: int,
    *,
    scores: bool = False,
) -> Iterator[Run]:
    """Every policy on every temperament, `runs` times each."""
    temperaments = tuple(temperaments)
    for name in policies:
        for temperament in temperaments:
            for number in range(runs):
                yield run_once(program, name, run_seed(seed, number), temperament, scores=scores)
