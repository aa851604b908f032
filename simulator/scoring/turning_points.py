"""Turning points: the two or three decisions worth talking through, chosen by what they did to the person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from simulator.encounter.bands import BANDS
from simulator.encounter.plans import Program
from simulator.scoring.acts import TakenAct, praised
from simulator.scoring.critical import CriticalFinding
from simulator.scoring.effects import effect_words
from simulator.scoring.values import Value, clock_words, seconds_of

AT_MOST = 3
"""More decisions than these are not taken in at one sitting."""

LEAST_MOVED = 1_000
"""Thousandths: what moved less is no turning point."""


class TurningPoint(Value):
    """A decision to talk through, and why it was chosen."""

    turn: int
    at: str
    kind: Literal["critical", "cost", "gain", "turn"]
    said: str
    spoken: bool
    effect: str
    why: str


def turning_points(
    program: Program, acts: Sequence[TakenAct], critical: Sequence[CriticalFinding]
) -> tuple[TurningPoint, ...]:
    """At most three, by turn: a critical error, the act that cost most, the one that gained most, and the first
    time that tension climbed a band without an act that hurt. One turn is chosen once, for the first reason."""
    deeds = [act for act in acts if act.is_deed and act.landed is not None]
    chosen: dict[int, TurningPoint] = {}

    def choose(act: TakenAct, kind: Literal["critical", "cost", "gain", "turn"]) -> None:
        if act.number not in chosen and len(chosen) < AT_MOST:
            chosen[act.number] = TurningPoint(
                turn=act.number,
                at=clock_words(seconds_of(act.turn.before.clock)),
                kind=kind,
                said=act.said,
                spoken=act.spoken,
                effect=effect_words(program, act),
                why=program.catalogues.words(f"talk_{kind}"),
            )

    if critical:
        choose(next(act for act in acts if act.number == critical[0].turn), "critical")
    if deeds:
        worst = max(deeds, key=_harm)
        if _harm(worst) >= LEAST_MOVED:
            choose(worst, "cost")
        best = min(praised(deeds), key=_harm, default=None)
        if best is not None and _harm(best) <= -LEAST_MOVED:
            choose(best, "gain")
    for act in deeds:
        before, after = act.turn.before.subjects[0], act.turn.after.subjects[0]
        hurt = act.landed is not None and act.landed.landing == "hurts"
        if after.band > before.band and after.band >= BANDS.index("agitated") and not hurt:
            choose(act, "turn")
            break
    return tuple(chosen[turn] for turn in sorted(chosen))


def _harm(act: TakenAct) -> int:
    return act.landed.tension - act.landed.rapport if act.landed is not None else 0
