"""Drift: where a person's tension goes while time passes.

Tension goes to an equilibrium set by the person, the unheard grievance, the load of the place, crowding, soreness
and trust; it rises with a half-life of seconds and falls with one of minutes (recovery after social stress takes
10 to 20 minutes; a grievance that stays unheard doubles it). Sensitisation fades more slowly still.
"""

from __future__ import annotations

from simulator.encounter.bands import raw_band
from simulator.encounter.fixed import decay, round_div
from simulator.encounter.state import Subject
from simulator.scenario.model import Profile


def comfort_distance(profile: Profile, tension: int, behind: bool) -> int:
    """Millimetres within which a person feels crowded: half a metre more a band, half as much again from
    behind (Kinzel 1970; personal space of veterans with PTSD)."""
    comfort = profile.comfort + 500 * raw_band(tension)
    return comfort * 3 // 2 if behind else comfort


def equilibrium(profile: Profile, subject: Subject, load: int, distance: int, behind: bool) -> int:
    """Where tension is drawn to, in millionths, exact and clamped to 0 … 100 points.

    E = B + G·(1 − A) + M + 10 a metre inside the comfort distance + S/2 − R/5.
    """
    inside = max(0, comfort_distance(profile, subject.tension, behind) - distance)
    toward = (
        1000 * (profile.baseline + load)
        + profile.grievance * (1000 - subject.acknowledged)
        + 10_000 * inside
        + 500 * subject.sensitisation
        - 200 * subject.rapport
    )
    return 0 if toward < 0 else 100_000_000 if toward > 100_000_000 else toward


def drift(
    profile: Profile, subject: Subject, load: int, distance: int, behind: bool, tenths: int
) -> tuple[Subject, int]:
    """The subject after so many tenths of a second of nothing but time, and the equilibrium (thousandths)."""
    toward = equilibrium(profile, subject, load, distance, behind)
    gap = subject.tension * 1000 - toward
    if tenths <= 0:
        return subject, toward // 1000
    half_life = 1000 * profile.rise if gap < 0 else profile.fall * (2000 - subject.acknowledged)
    factor, shift = decay(tenths, half_life)
    tension = round_div((toward << shift) + gap * factor, 1000 << shift)
    residue = subject.sensitisation
    if residue:
        factor, shift = decay(tenths, 1000 * profile.residue)
        residue = round_div(residue * factor, 1 << shift)
    _, rapport, _, acknowledged, cap, band, lied_to = subject
    return Subject(tension, rapport, residue, acknowledged, cap, band, lied_to), toward // 1000
