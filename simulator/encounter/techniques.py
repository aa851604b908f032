"""The technique catalogue and a person's profile as the law reads them: whole numbers and small tables.

Compiled once a scenario. Techniques become indexes into tuples; a need factor is worked out for each person
and technique, so that the law does no look-ups by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from simulator.scenario.catalogue import Catalogues, Technique
from simulator.scenario.model import Profile
from simulator.scenario.parts import NEEDS

NEED_UNIT = 1_000_000
"""Need factors are in millionths: a need in thousandths times a fit in thousandths."""

APPEASED = (1_000, -1_000)
"""What appeasement does to a proactive person before a limit: +1 tension, -1 rapport (the law, version 1)."""


def thousandths(value: Decimal | int) -> int:
    """An exact decimal with at most three places as a whole number of thousandths."""
    return int(Decimal(value) * 1000)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a technique does to one kind of person in one situation: thousandths at a neutral profile.

    `tenths` is 10, or 3 where the law counts the technique three tenths; `rapport_buffered` is whether trust
    scales its help.
    """

    tension: int
    rapport: int
    tenths: int = 10
    rapport_buffered: bool = True


@dataclass(frozen=True, slots=True)
class CompiledTechnique:
    """One technique, with its effects on a reactive person and on a proactive one before and after a limit."""

    index: int
    id: str
    family: str
    family_index: int
    stair: int
    reactive: Effect
    before_limit: Effect
    after_limit: Effect
    influence: bool
    poor: bool
    sets_limit: bool
    acknowledges: bool
    band_free: bool
    gives_space: bool
    sours_after_lie: bool
    lie: bool
    forced: tuple[int, int, int] | None
    """Tension at least, rapport at most, sensitisation added: what force does whatever else was done."""


def _proactive(technique: Technique, *, limited: bool) -> Effect:
    """The law's section on aggression: how a technique works on someone who uses pressure as a tool."""
    own = technique.proactive
    tension = thousandths(own.tension if own else technique.tension)
    rapport = thousandths(own.rapport if own else technique.rapport)
    buffered = not own
    if own is not None:
        return Effect(tension, rapport, 10, buffered)
    match technique.family:
        case "listening":
            return Effect(tension, rapport, 3)
        case "empathy" if limited:
            return Effect(0, 0)
        case _ if limited:
            return Effect(tension, rapport)
        case _ if technique.appeasement:
            return Effect(*APPEASED)
        case "respect":
            return Effect(0, rapport)
        case "empathy":
            return Effect(1_000, 0)
        case "autonomy":
            return Effect(0, 0)
        case _:
            return Effect(tension, rapport)


def compile_techniques(catalogues: Catalogues) -> tuple[CompiledTechnique, ...]:
    """Every technique of the catalogue, in its order."""
    families = list(dict.fromkeys(row.family for row in catalogues.techniques.values()))
    compiled = []
    for index, (id_, row) in enumerate(catalogues.techniques.items()):
        forced = row.forced
        compiled.append(
            CompiledTechnique(
                index=index,
                id=id_,
                family=row.family,
                family_index=families.index(row.family),
                stair=thousandths(catalogues.stairs[row.stair].rapport) if row.stair else 0,
                reactive=Effect(thousandths(row.tension), thousandths(row.rapport)),
                before_limit=_proactive(row, limited=False),
                after_limit=_proactive(row, limited=True),
                influence=row.family == "influence",
                poor=row.family == "aversive",
                sets_limit=row.sets_limit,
                acknowledges=row.acknowledges or row.acknowledges_always,
                band_free=row.band_free or row.family == "safety",
                gives_space=id_ == "give_space",
                sours_after_lie=id_ in ("apologise", "keep_promise"),
                lie=row.lie,
                forced=(
                    thousandths(forced.tension_at_least),
                    thousandths(forced.rapport_at_most),
                    thousandths(forced.sensitisation),
                )
                if forced
                else None,
            )
        )
    return tuple(compiled)


class Row(NamedTuple):
    """What the law reads of one technique used on one person: everything that no state changes, in one place."""

    tension: int
    rapport: int
    scale: int
    """Over 10 · 2 · 2 · 4: the tenths that count, before stair, hook and lie."""
    buffered: bool
    weight: int
    """Quarters that it counts wherever it stands; 0 where its place among the techniques decides."""
    need: int
    """Millionths: 0.5 + the person's needs times the technique's fit; 1 where the table has no row."""
    band_free: bool
    acknowledges: bool
    """Whether it can acknowledge this person's grievance."""
    influence: bool
    stair: int
    gives_space: bool
    sours_after_lie: bool
    family: int


@dataclass(frozen=True, slots=True)
class CompiledProfile:
    """A person's profile with a row for each technique: as it works on a reactive person, and on a proactive one
    before and after a limit."""

    source: Profile
    reactive: tuple[Row, ...]
    before_limit: tuple[Row, ...]
    after_limit: tuple[Row, ...]


def compile_profile(
    profile: Profile, techniques: tuple[CompiledTechnique, ...], catalogues: Catalogues
) -> CompiledProfile:
    """Needs met technique by technique. Every need equal to the largest counts as the largest.

    Before a limit nothing is acknowledged to a proactive person.
    """
    largest = max(profile.needs.values(), default=0)
    main = [need for need in NEEDS if largest and profile.needs.get(need, 0) == largest]
    reactive, before, after = [], [], []
    for technique in techniques:
        fit = _fit(catalogues.fit, technique.id)
        need = NEED_UNIT
        if fit is not None:
            need = NEED_UNIT // 2 + sum(profile.needs.get(name, 0) * share for name, share in fit.items())
        always = catalogues.techniques[technique.id].acknowledges_always
        fits = fit is not None and any(fit.get(name, 0) >= 500 for name in main)
        heard = technique.acknowledges and (always or fits)
        reactive.append(_row(technique, technique.reactive, need, heard))
        before.append(_row(technique, technique.before_limit, need, False))
        after.append(_row(technique, technique.after_limit, need, heard))
    return CompiledProfile(profile, tuple(reactive), tuple(before), tuple(after))


def _row(technique: CompiledTechnique, effect: Effect, need: int, acknowledges: bool) -> Row:
    return Row(
        effect.tension,
        effect.rapport,
        effect.tenths * 16,
        effect.rapport_buffered,
        4 if technique.poor else 0,
        need,
        technique.band_free,
        acknowledges,
        technique.influence,
        technique.stair,
        technique.gives_space,
        technique.sours_after_lie,
        technique.family_index,
    )


def _fit(table: Mapping[str, Mapping[str, Decimal]], technique: str) -> dict[str, int] | None:
    row = table.get(technique)
    return None if row is None else {need: thousandths(share) for need, share in row.items()}
