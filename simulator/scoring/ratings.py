"""Ratings: one number a competency, 1-7, with its band of uncertainty and what it rests on, or none.

Rating = (4·m + Σ w·r) / (m + Σ w): the middle anchor counts as m items, so that few items move little (m = 1 for
one encounter, 3 when pooling several: judgement). One run describes; only many runs measure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt

from simulator.encounter.fixed import round_div
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.words import Words
from simulator.scoring.items import EvidenceItem
from simulator.scoring.values import Value

MIDDLE = 4
"""The anchor that a rating starts from."""

FEWEST_CHANCES = 3
"""Under so many chances there is no rating, only counts."""

FEWEST_RATED = 5
"""Under so many rated competencies there is no overall."""

LEAST_SPREAD = 1.5
"""The least standard deviation that a band of uncertainty takes for true."""

CRITICAL_CAP = 2.0
"""A critical error caps the overall result here."""


class Rating(Value):
    """A competency. `rating`, `low` and `high` are None under three chances and in a stopped session. `chances`
    is how many items it rests on; the four counts say of what kind. `anchor` is the catalogue's description
    nearest to the rating."""

    skill: str
    label: str
    domain: str
    domain_label: str
    rating: float | None
    low: float | None
    high: float | None
    chances: int
    shown: int
    mistimed: int
    missed: int
    poor: int
    anchor: str
    why_unrated: str


class Overall(Value):
    """The mean of the rated competencies where at least five are; at most 2 after a critical error."""

    rating: float | None
    rated: int
    capped: bool
    words: str


def rate(items: Sequence[EvidenceItem], prior: int = 1) -> tuple[float, float]:
    """A rating of these items with two decimals, and the half-width of its band before cutting to 1-7.

    `prior` is m: 1 for one encounter, 3 when pooling several.
    """
    # Weights are halves at the smallest, so twice a weight is whole and the rating is rounded from exact numbers.
    halves = [(round(item.weight * 2), item.r) for item in items]
    weight = sum(w for w, _ in halves)
    marks = sum(w * r for w, r in halves)
    rating = round_div(100 * (2 * prior * MIDDLE + marks), 2 * prior + weight) / 100
    spread = 0.0
    if weight:
        squares = sum(w * r * r for w, r in halves)
        spread = sqrt((squares * weight - marks * marks) / (weight * weight))
    return rating, 1.96 * max(spread, LEAST_SPREAD) / sqrt(weight / 2 + prior)


def rate_skills(catalogues: Catalogues, items: Iterable[EvidenceItem], *, stopped: bool = False) -> tuple[Rating, ...]:
    """Every competency of the catalogue, in its order. A session the trainee stopped is described, not rated."""
    by_skill: dict[str, list[EvidenceItem]] = {skill: [] for skill in catalogues.skills}
    for item in items:
        by_skill[item.skill].append(item)
    return tuple(_rating(catalogues, skill, own, stopped) for skill, own in by_skill.items())


def _rating(catalogues: Catalogues, skill: str, items: list[EvidenceItem], stopped: bool) -> Rating:
    row = catalogues.skills[skill]
    rating = low = high = None
    anchor = why = ""
    if stopped:
        why = catalogues.words("unrated_stopped")
    elif len(items) < FEWEST_CHANCES:
        why = catalogues.words("unrated_few", chances=len(items), needed=FEWEST_CHANCES)
    else:
        rating, half = rate(items)
        low, high = round(max(1.0, rating - half), 2), round(min(7.0, rating + half), 2)
        anchor = row.anchors[min(row.anchors, key=lambda place: (abs(place - rating), place))]
    return Rating(
        skill=skill,
        label=row.label,
        domain=row.domain,
        domain_label=catalogues.domains[row.domain].label,
        rating=rating,
        low=low,
        high=high,
        chances=len(items),
        shown=sum(item.r >= 5 for item in items),
        mistimed=sum(item.r in (3, 4) and item.kind != "missed" for item in items),
        missed=sum(item.kind == "missed" for item in items),
        poor=sum(item.poor for item in items),
        anchor=anchor,
        why_unrated=why,
    )


def overall_of(ratings: Sequence[Rating], words: Words, *, critical: bool, stopped: bool = False) -> Overall:
    """The overall result of these ratings, told in these words; a critical error is said even
    where nothing is rated."""
    rated = [rating.rating for rating in ratings if rating.rating is not None]
    mean: float | None = None
    capped = False
    if stopped:
        told = words("unrated_stopped")
    elif len(rated) < FEWEST_RATED:
        told = words("overall_few", rated=len(rated), all=len(ratings), needed=FEWEST_RATED)
    else:
        mean = round_div(sum(round(rating * 100) for rating in rated), len(rated)) / 100
        capped = critical and mean > CRITICAL_CAP
        told = words("overall_mean", rated=len(rated))
        if capped:
            mean = CRITICAL_CAP
            told = words("overall_held", cap=f"{CRITICAL_CAP:g}")
    if critical and not capped:
        told = f"{told} {words('overall_critical')}"
    return Overall(rating=mean, rated=len(rated), capped=capped, words=told)
