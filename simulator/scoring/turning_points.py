"""Turning points: the two or three decisions worth talking through, chosen by what they did to the person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from simulator.encounter.bands import BANDS
from simulator.encounter.plans import Program
from simulator.scoring.acts import TakenAct, praised
from simulator.scoring.critical import CriticalFinding
from simulator.scoring.effects import effect_words
from simulator.scoring.ledgers import MissedChance
from simulator.scoring.values import Value, clock_words, seconds_of

AT_LEAST = 2
"""Fewer give nothing to choose between: where what was done leaves room, missed chances and further gains fill it."""

AT_MOST = 3
"""More decisions than these are not taken in at one sitting."""

LEAST_MOVED = 1_000
"""Thousandths: what moved less is no turning point."""


Kind = Literal["critical", "cost", "gain", "turn", "missed"]


class TurningPoint(Value):
    """A decision to talk through, and why it was chosen."""

    turn: int
    at: str
    kind: Kind
    said: str
    spoken: bool
    effect: str
    why: str


def turning_points(
    program: Program,
    acts: Sequence[TakenAct],
    critical: Sequence[CriticalFinding],
    missed: Sequence[MissedChance] = (),
) -> tuple[TurningPoint, ...]:
    """At most three, by turn: a critical error, the act that cost most, the one that gained most, and the first
    time that tension climbed a band without an act that hurt. Where these are fewer than two: the moments at which
    most chances were `missed`, then what gained most after that. Of a call that was only waited through, the first
    moment too. One turn is chosen once, for the first reason."""
    words = program.catalogues.words
    deeds = [act for act in acts if act.is_deed and act.landed is not None]
    chosen: dict[int, TurningPoint] = {}

    def choose(act: TakenAct, kind: Kind, why: str) -> None:
        if act.number not in chosen and len(chosen) < AT_MOST:
            chosen[act.number] = TurningPoint(
                turn=act.number,
                at=clock_words(seconds_of(act.turn.before.clock)),
                kind=kind,
                said=act.said,
                spoken=act.spoken,
                effect=effect_words(program, act),
                why=why,
            )

    if critical:
        choose(next(act for act in acts if act.number == critical[0].turn), "critical", words("talk_critical"))
    if deeds:
        worst = max(deeds, key=_harm)
        if _harm(worst) >= LEAST_MOVED:
            choose(worst, "cost", words("talk_cost"))
    gains = sorted((act for act in praised(deeds) if _harm(act) <= -LEAST_MOVED), key=_harm)
    if gains:
        choose(gains[0], "gain", words("talk_gain"))
    for act in deeds:
        before, after = act.turn.before.subjects[0], act.turn.after.subjects[0]
        hurt = act.landed is not None and act.landed.landing == "hurts"
        if after.band > before.band and after.band >= BANDS.index("agitated") and not hurt:
            choose(act, "turn", words("talk_turn"))
            break
    for turn, skills in _most_missed(missed):
        if len(chosen) < AT_LEAST:
            choose(
                next(act for act in acts if act.number == turn),
                "missed",
                words("talk_missed", skills=", ".join(skills)),
            )
    if len(chosen) < AT_LEAST and len(gains) > 1:
        choose(gains[1], "gain", words("talk_gain_next"))
    done = [act for act in acts if act.is_deed]
    # Who stopped is asked for nothing.
    if done and all(act.waits for act in done) and acts[-1].kind != "stop":
        choose(done[0], "missed", words("talk_waited"))
    return tuple(chosen[turn] for turn in sorted(chosen))


def _most_missed(missed: Sequence[MissedChance]) -> list[tuple[int, list[str]]]:
    """Turns with the skills that they called for and nothing showed, the most first, then the earliest."""
    by_turn: dict[int, list[str]] = {}
    for chance in missed:
        by_turn.setdefault(chance.turn, []).append(chance.label)
    return sorted(by_turn.items(), key=lambda row: (-len(row[1]), row[0]))


def _harm(act: TakenAct) -> int:
    return act.landed.tension - act.landed.rapport if act.landed is not None else 0
