"""What an act did, in plain words: how it landed, what it moved, and what changed in the scene."""

from __future__ import annotations

from simulator.encounter.happenings import Arrived, Called, Changed, Covered, Found, LieFound, Moved, Promised
from simulator.encounter.plans import Program
from simulator.scenario.parts import Landing
from simulator.scenario.words import Words
from simulator.scoring.acts import TakenAct, words_of
from simulator.scoring.values import tenths_of


def effect_words(program: Program, act: TakenAct) -> str:
    """How an act landed and what it moved, from the law's own sums; "" where nobody was addressed."""
    landed, words = act.landed, program.catalogues.words
    if landed is None:
        return ""
    start = words(f"landed_{landed.landing}")
    moved = tenths_of(landed.tension), tenths_of(landed.rapport)
    return _told(words, start, *moved)


def would_have(words: Words, landing: Landing, tension: float, rapport: float) -> str:
    """What another act would have done at once: how it would have landed, points of tension and of trust."""
    return _told(words, words(f"would_{landing}"), tension, rapport)


def _told(words: Words, start: str, moved_tension: float, moved_trust: float) -> str:
    tension, trust = _moved(words, "tension", moved_tension), _moved(words, "trust", moved_trust)
    if tension and trust:
        return words("effect_both", landed=start, tension=tension, trust=trust)
    if moved := tension or trust:
        return words("effect_single", landed=start, moved=moved)
    return words("effect_none", landed=start)


def _moved(words: Words, what: str, moved: float) -> str:
    points = abs(moved)
    if points < 0.5:
        return ""
    # Effects of a decision are told in whole points: tenths would claim a precision that the law has not.
    return words(f"{what}_{'up' if moved > 0 else 'down'}", points=int(points + 0.5))


def changes_in(program: Program, act: TakenAct) -> tuple[str, ...]:
    """What else happened in a turn, a sentence each."""
    scenario, words = program.scenario, program.catalogues.words
    state = act.turn.after
    told: list[str] = []
    for row in act.turn.happened:
        if isinstance(row, Found):
            told.append(words("turn_found", words=words_of(program, scenario.findings[row.finding], state)))
        elif isinstance(row, Called):
            told.append(words("turn_called", help=scenario.resources[row.resource].label))
        elif isinstance(row, Arrived):
            told.append(words("turn_arrived", help=scenario.resources[row.resource].label))
        elif isinstance(row, Promised):
            promise = words_of(program, scenario.promises[row.promise], state)
            told.append(words(f"turn_promise_{row.status}", words=promise))
        elif isinstance(row, Changed) and row.target == "stressor":
            level = str(row.value).replace("_", " ")
            told.append(words("turn_stressor", thing=scenario.stressors[row.name].label, level=level))
        elif isinstance(row, Moved):
            told.append(words.count("turn_distance", tenths_of(row.distance)))
        elif isinstance(row, Covered):
            told.append(words("turn_covered" if row.cover else "turn_uncovered"))
        elif isinstance(row, LieFound) and act.lie_came_out:
            told.append(words("turn_lie_found"))
    return tuple(told)
