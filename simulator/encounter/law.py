"""The law, version 1: what an act does to a person, and how it lands.

Everything is read from the state before the act, summed exactly and rounded once a variable, so the law is
monotone: a person with less tension and sensitisation, more rapport and acknowledgement, and fewer recent
repeats is never worse off after the same act. Sizes are judgement, bounded by the directions and ratios of the
literature that the technique catalogue cites; a released law is never edited, a new one gets a new number.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from simulator.encounter.bands import raw_band
from simulator.encounter.fixed import round_div
from simulator.encounter.state import Subject
from simulator.encounter.techniques import NEED_UNIT, CompiledProfile, CompiledTechnique, Row
from simulator.scenario.parts import AuthorEffects, Landing

LAW_VERSION = 1

WEIGHTS = (4, 2, 1)
"""Quarters: the main technique counts whole, the second half, the third a quarter."""

BAND_FACTORS = (100, 100, 100, 70, 45)
"""Hundredths: how much of an act reaches a person in each band of raw tension."""

SAME, FAMILY = 6, 9
"""Tenths kept for each recent use of the same technique, and of another of its family (judgement)."""

MENTIONS = 96
"""More mentions than four slots can hold: three a line and all forty standing acts."""

INFLUENCE_CLOSED = 60_000
"""Tension from which influence backfires whatever the stair."""

TRIGGER = (4_000, -2_000)
"""A trigger topic named is one more technique."""

HOOK_ROOM = 15_000
"""A hook topic lets influence work this much rapport earlier, and count five quarters."""

_UNIT = 4 * NEED_UNIT * 100 * 10 * 2 * 2 * 4
"""Weight, need, band, tenths, two halvings and the hook's quarters, as one denominator."""

_BUFFER = 100_000
"""Denominator of the rapport buffer 0.65 + R/100."""

_ROOM = 240_000
"""Common denominator of the ceilings: 120 (cap 100) and 80 (cap 60), in thousandths."""

_HABIT_UNIT = 10**MENTIONS
_SHORT = 16
_SHORT_UNIT = 10**_SHORT


def _habit(same: int, family: int, exponent: int) -> int:
    return int(SAME**same * FAMILY**family * 10 ** (exponent - same - family))


def _scales(unit: int) -> tuple[int, int, int]:
    """The unit, and what a harmful t (times k and the flare) and a harmful r are multiplied with."""
    return unit, _UNIT * unit * _BUFFER // 50_000_000, 3 * _UNIT * unit * _ROOM // 2


_SHORT_SCALES, _LONG_SCALES = _scales(_SHORT_UNIT), _scales(_HABIT_UNIT)
_SHORT_HABITS = [[_habit(same, family, _SHORT) for family in range(_SHORT + 1 - same)] for same in range(_SHORT + 1)]


class Act(NamedTuple):
    """What the law reads of a line or standing act.

    `techniques` are indexes, the main one first; `triggers` counts the trigger topics it names that this person
    has, `hook` whether it names a hook; `lie_found` that a lie comes to light with it; `spaced` that room was
    already given in this visit of the node; `share` is how much of it reaches the person, in thousandths (less than
    all for somebody who overhears).
    """

    techniques: tuple[int, ...]
    triggers: int = 0
    hook: bool = False
    author: AuthorEffects | None = None
    lie_found: bool = False
    spaced: bool = False
    share: int = 1_000


class Outcome(NamedTuple):
    """The subject after the act, how it landed, and the sums behind it (before clamping), in thousandths."""

    subject: Subject
    landing: Landing
    tension: int
    rapport: int
    sensitisation: int
    acknowledged: int


def apply(
    techniques: tuple[CompiledTechnique, ...],
    families: tuple[int, ...],
    profile: CompiledProfile,
    subject: Subject,
    history: tuple[tuple[int, ...], ...],
    act: Act,
) -> Outcome:
    """Step 1 of the order of a step: effects on one person, all read from the state before."""
    kind = profile.source.kind
    if kind == "reactive":
        sums = _sums(profile.reactive, families, profile, subject, history, act)
        halves = 1
    else:
        limited = any(techniques[used].sets_limit for slot in history for used in slot)
        rows = profile.after_limit if limited else profile.before_limit
        sums = _sums(rows, families, profile, subject, history, act)
        halves = 1
        if kind == "mixed":
            other = _sums(profile.reactive, families, profile, subject, history, act)
            sums = (sums[0] + other[0], sums[1] + other[1], sums[2] + other[2], sums[3] + other[3], sums[4])
            halves = 2
    if act.share != 1_000:
        halves *= 1_000
        sums = (sums[0] * act.share, sums[1] * act.share, sums[2] * act.share, sums[3] * act.share, sums[4])
    return _settle(techniques, subject, act, sums, halves)


_Sums: TypeAlias = tuple[int, int, int, int, int]
"""Tension, rapport, sensitisation, acknowledgement, and the power of 10 that the habituation factors were scaled to."""


def _sums(
    rows: tuple[Row, ...],
    families: tuple[int, ...],
    profile: CompiledProfile,
    subject: Subject,
    history: tuple[tuple[int, ...], ...],
    act: Act,
) -> _Sums:
    """Exact sums for one kind of person: tension over _UNIT·unit·_BUFFER, rapport over _UNIT·unit·_ROOM,
    sensitisation over tension's denominator times 10, acknowledgement over _UNIT·unit."""
    tension, rapport, residue, _, cap, _, _ = subject
    band = BAND_FACTORS[raw_band(tension)]
    buffer = 65_000 + rapport
    cap_room = cap + 20_000
    room = (cap_room - rapport if rapport > 0 else cap_room) * (_ROOM // cap_room)
    lied = cap < 100_000
    flare = profile.source.reactivity * (50_000 + residue)  # over 1,000 · 50,000

    mentions = [used for slot in history for used in slot]
    mentioned = [families[used] for used in mentions]
    short = len(mentions) <= _SHORT
    unit, harm_scale, loss_scale = _SHORT_SCALES if short else _LONG_SCALES

    d_tension = d_rapport = harm = d_acknowledged = 0
    for place, index in enumerate(act.techniques):
        t, r, scale, buffered, weight, need, band_free, acknowledges, influence, stair, spaces, sours, family = rows[
            index
        ]
        if spaces and act.spaced:
            t = r = 0
        if influence:
            needed = stair - HOOK_ROOM if act.hook else stair
            if rapport < needed or tension >= INFLUENCE_CLOSED:
                t, r, acknowledges, scale = 4_000, -3_000, False, 160
            elif act.hook:
                scale = scale // 4 * 5
        elif rapport < stair:
            scale //= 2
        soured = 2 if lied and sours else 1
        scale //= soured
        if t < 0 or r > 0 or acknowledges:
            same = mentions.count(index)
            others = mentioned.count(family) - same
            habit = _SHORT_HABITS[same][others] if short else _habit(same, others, MENTIONS)
            # The small factors are multiplied first, so that the wide one is met once.
            reach = (weight or WEIGHTS[place]) * need * (100 if band_free else band)
            if t < 0:
                d_tension += t * scale * reach * (buffer if buffered else _BUFFER) * habit
            if r > 0:
                d_rapport += r * scale * reach * room * habit
            if acknowledges:
                d_acknowledged += 200 * 160 * reach * habit
        if t > 0:
            step = t * flare * (harm_scale // soured)
            d_tension += step
            harm += step
        if r < 0:
            d_rapport += r * (loss_scale // soured)
    if act.triggers:
        step = act.triggers * TRIGGER[0] * flare * harm_scale
        d_tension += step
        harm += step
        d_rapport += act.triggers * TRIGGER[1] * loss_scale
    return d_tension, d_rapport, 3 * harm, d_acknowledged, unit


def _settle(techniques: tuple[CompiledTechnique, ...], subject: Subject, act: Act, sums: _Sums, halves: int) -> Outcome:
    """Round each variable once, clamp it, and read how the act landed from the sums."""
    tension, rapport, residue, acknowledged, cap, band, lied_to = subject
    t_sum, r_sum, s_sum, a_sum, unit = sums
    unit *= _UNIT * halves
    per_tension, per_rapport = unit * _BUFFER, unit * _ROOM
    if act.author is not None:
        t_sum += act.author.tension * per_tension
        r_sum += act.author.rapport * per_rapport
        s_sum += act.author.sensitisation * per_tension * 10
    if act.lie_found:
        if rapport > 0:
            r_sum -= rapport * per_rapport // 2
        cap, lied_to = 60_000, False
    to_tension = round_div(tension * per_tension + t_sum, per_tension) if t_sum else tension
    to_rapport = round_div(rapport * per_rapport + r_sum, per_rapport) if r_sum else rapport
    to_residue = round_div(residue * per_tension * 10 + s_sum, per_tension * 10) if s_sum else residue
    to_acknowledged = round_div(acknowledged * unit + a_sum, unit) if a_sum else acknowledged
    d_tension, d_rapport = to_tension - tension, to_rapport - rapport

    forced = None
    reach = 100
    if act.techniques:
        main = techniques[act.techniques[0]]
        blocked = main.influence and (
            tension >= INFLUENCE_CLOSED or rapport < (main.stair - HOOK_ROOM if act.hook else main.stair)
        )
        if not (main.band_free or blocked):
            reach = BAND_FACTORS[raw_band(tension)]
        for index in act.techniques:
            forced = techniques[index].forced or forced
            lied_to = lied_to or techniques[index].lie
    if forced is not None or d_tension >= 1_000 or d_rapport <= -1_000:
        landing: Landing = "hurts"
    elif reach < 100 and d_tension > -2_000 and d_rapport < 2_000:
        landing = "unheard"
    elif d_tension <= -1_000 or d_rapport >= 1_000:
        landing = "lands"
    else:
        landing = "flat"

    if forced is not None:
        to_tension = max(to_tension, forced[0])
        to_rapport = min(to_rapport, forced[1])
        to_residue += forced[2]
    after = Subject(
        0 if to_tension < 0 else 100_000 if to_tension > 100_000 else to_tension,
        -40_000 if to_rapport < -40_000 else cap if to_rapport > cap else to_rapport,
        0 if to_residue < 0 else 50_000 if to_residue > 50_000 else to_residue,
        1_000 if to_acknowledged > 1_000 else to_acknowledged,
        cap,
        band,
        lied_to,
    )
    return Outcome(after, landing, d_tension, d_rapport, to_residue - residue, to_acknowledged - acknowledged)
