"""Two defensible alternatives to a decision: what else was open there, and when an officer would choose each.

They are no better answers: experts differ, and each is told with the moment that calls for it. What each would have
done is one act ahead through `step` itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simulator.encounter.happenings import Landed
from simulator.encounter.offer import open_lines
from simulator.encounter.plans import Plan, Program
from simulator.scenario.parts import Landing
from simulator.scoring.acts import TakenAct, words_of
from simulator.scoring.sound import gain, sound_landing
from simulator.scoring.values import Value, tenths_of

AT_MOST = 2


class Alternative(Value):
    """Another line that was open: its words, how it would have landed, what it would have moved at once (points of
    tension and trust), the technique it rests on, and the moment that calls for that."""

    line: str
    said: str
    spoken: bool
    landing: Landing
    tension: float
    rapport: float
    technique: str
    when: str


class Alternatives(Value):
    """What else was open at a turn, at most two, of different kinds."""

    turn: int
    options: tuple[Alternative, ...]


def alternatives_at(program: Program, acts: Sequence[TakenAct], turns: Iterable[int]) -> tuple[Alternatives, ...]:
    """The alternatives at these turns; a turn at which nothing else was defensible is left out."""
    wanted = set(turns)
    found = [
        Alternatives(turn=act.number, options=options)
        for act in acts
        if act.number in wanted and act.is_deed and (options := _options(program, act))
    ]
    return tuple(found)


def _options(program: Program, act: TakenAct) -> tuple[Alternative, ...]:
    """The most promising open lines of two families other than what was done, poor ones left out."""
    before = act.turn.before
    done = {program.techniques[program.technique_index[id_]].family for id_ in act.techniques[:1]}
    ranked: list[tuple[int, str, Alternative]] = []
    for plan in open_lines(program, before):
        landed = sound_landing(program, act, plan)
        if landed is None:
            continue
        told = _told(program, act, plan, landed)
        if told.said != act.better:  # what serves better is told by itself
            main = program.techniques[plan.doing.techniques[0]]
            ranked.append((gain(landed), main.family, told))
    ranked.sort(key=lambda row: -row[0])
    options: list[Alternative] = []
    families = set(done)
    # Another kind of move first; of the same kind only where no other is open.
    for fresh in (True, False):
        for _, family, option in ranked:
            if len(options) < AT_MOST and option not in options and (family not in families) is fresh:
                options.append(option)
                families.add(family)
    return tuple(options)


def _told(program: Program, act: TakenAct, plan: Plan, landed: Landed) -> Alternative:
    line = program.scenario.nodes[act.node].lines[plan.action]
    row = program.catalogues.techniques[program.techniques[plan.doing.techniques[0]].id]
    return Alternative(
        line=plan.action,
        said=words_of(program, line.words, act.turn.before),
        spoken=line.spoken,
        landing=landed.landing,
        tension=tenths_of(landed.tension),
        rapport=tenths_of(landed.rapport),
        technique=row.label,
        when=row.cue,
    )
