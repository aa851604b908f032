"""The person's inner course: in plain words, why tension moved in a turn and what it was being drawn to after it.

The words follow the law's own terms: what the act did, then the pull of the time after it (grievance not yet
heard, load of the place, crowding, soreness, trust).
"""

from __future__ import annotations

from typing import Literal

from simulator.encounter.drift import comfort_distance
from simulator.encounter.moment import Moment
from simulator.encounter.passing import load
from simulator.encounter.plans import Program
from simulator.scenario.words import Words
from simulator.scoring.acts import TakenAct, fact
from simulator.scoring.values import Value, tenths_of

CauseKind = Literal["grievance", "load", "crowding", "soreness", "distrust", "trust"]

LEAST_TOLD = 1_000
"""Thousandths of a point under which a pull is not worth a sentence."""


class Cause(Value):
    """One pull on tension while time passed: points up (or down, below 0), in plain words."""

    kind: CauseKind
    points: float
    words: str


class Inner(Value):
    """How one turn moved the person addressed: by the act itself, by what happened after it, and the pulls."""

    by_act: float
    by_time: float
    act_words: str
    time_words: str
    causes: tuple[Cause, ...]


def inner_of(program: Program, act: TakenAct) -> Inner | None:
    """The inner course of one turn; None for turns that did nothing to anybody."""
    landed = act.landed
    if landed is None:
        return None
    before = act.turn.before.subjects[act.person]
    after = act.turn.after.subjects[act.person]
    jumped = min(max(before.tension + landed.tension, 0), 100_000)
    for id_ in act.techniques:
        forced = program.techniques[program.technique_index[id_]].forced
        jumped = max(jumped, forced[0]) if forced else jumped
    by_act = jumped - before.tension
    by_time = after.tension - jumped
    return Inner(
        by_act=tenths_of(by_act),
        by_time=tenths_of(by_time),
        act_words=_moved(program.catalogues.words, "act", by_act),
        time_words=_moved(program.catalogues.words, "time", by_time),
        causes=_causes(program, act),
    )


def _moved(words: Words, what: str, amount: int) -> str:
    if abs(amount) < LEAST_TOLD // 2:
        return words(f"{what}_hardly")
    # In whole points, as every effect is told.
    points = int(abs(tenths_of(amount)) + 0.5)
    return words.count(f"{what}_{'raised' if amount > 0 else 'lowered'}", points)


def _causes(program: Program, act: TakenAct) -> tuple[Cause, ...]:
    state = act.turn.after
    subject = state.subjects[act.person]
    profile = program.casts[state.temperament].profiles[act.person].source
    words = program.catalogues.words
    causes: list[Cause] = []

    def add(kind: CauseKind, thousandths: int, part: str = "", **named: str) -> None:
        if abs(thousandths) >= LEAST_TOLD:
            told = words(f"cause_{kind}{part}", **named)
            causes.append(Cause(kind=kind, points=tenths_of(thousandths), words=told))

    unheard = profile.grievance * (1000 - subject.acknowledged) // 1000
    add("grievance", unheard, "_part" if subject.acknowledged else "")
    noises = [
        stressor.label
        for stressor, levels, level in zip(
            program.scenario.stressors.values(), program.loads, state.levels, strict=True
        )
        if levels[level]
    ]
    add("load", load(program, Moment(state)), things="; ".join(noises))
    inside = comfort_distance(profile, subject.tension, bool(fact(state, "behind"))) - state.distance
    add("crowding", 10 * max(0, inside))
    add("soreness", subject.sensitisation // 2)
    if subject.rapport < 0:
        add("distrust", -subject.rapport // 5)
    else:
        add("trust", -subject.rapport // 5)
    return tuple(sorted(causes, key=lambda cause: -abs(cause.points)))
