"""What an act did, in plain words: how it landed, what it moved, and what changed in the scene."""

from __future__ import annotations

from simulator.encounter.happenings import Arrived, Called, Changed, Covered, Found, LieFound, Moved, Promised
from simulator.encounter.plans import Program
from simulator.scoring.acts import TakenAct, words_of
from simulator.scoring.values import tenths_of

LANDED_WORDS = {
    "lands": "It landed",
    "flat": "It moved little",
    "unheard": "It was not heard",
    "hurts": "It hurt",
}

LIE_FOUND_WORDS = "They found out that they had been told something untrue."
"""The sentence among a turn's changes when a lie came to light in it."""


def effect_words(act: TakenAct) -> str:
    """How an act landed and what it moved, from the law's own sums; "" where nobody was addressed."""
    landed = act.landed
    if landed is None:
        return ""
    parts = [_moved("tension", landed.tension), _moved("trust", landed.rapport)]
    told = [part for part in parts if part]
    start = LANDED_WORDS[landed.landing]
    return f"{start}: {' and '.join(told)}." if told else f"{start}."


def _moved(what: str, thousandths: int) -> str:
    points = abs(tenths_of(thousandths))
    if points < 0.5:
        return ""
    # Effects of a decision are told in whole points: tenths would claim a precision that the law has not.
    whole = int(points + 0.5)
    return f"{what} {'up' if thousandths > 0 else 'down'} {whole}"


def changes_in(program: Program, act: TakenAct) -> tuple[str, ...]:
    """What else happened in a turn, a sentence each."""
    scenario = program.scenario
    state = act.turn.after
    told: list[str] = []
    for row in act.turn.happened:
        if isinstance(row, Found):
            told.append(f"You found out: {words_of(program, scenario.findings[row.finding], state)}")
        elif isinstance(row, Called):
            told.append(f"Called: {scenario.resources[row.resource].label}.")
        elif isinstance(row, Arrived):
            told.append(f"Arrived: {scenario.resources[row.resource].label}.")
        elif isinstance(row, Promised):
            words = words_of(program, scenario.promises[row.promise], state)
            told.append(f"Promise {row.status}: {words}")
        elif isinstance(row, Changed) and row.target == "stressor":
            told.append(f"{scenario.stressors[row.name].label}: {str(row.value).replace('_', ' ')}.")
        elif isinstance(row, Moved):
            told.append(f"The distance was now {tenths_of(row.distance):g} metres.")
        elif isinstance(row, Covered):
            told.append("You were behind cover." if row.cover else "You left cover.")
        elif isinstance(row, LieFound):
            told.append(LIE_FOUND_WORDS)
    return tuple(told)
