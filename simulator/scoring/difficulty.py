"""How hard the call was, shown beside every score: a weighted count of its hardships, and the draw."""

from __future__ import annotations

from simulator.encounter.course import Course
from simulator.encounter.moment import Moment
from simulator.encounter.passing import load
from simulator.encounter.plans import Program
from simulator.scoring.values import Value, tenths_of


class HardshipCounted(Value):
    """A fact that made the call harder, and its weight."""

    hardship: str
    label: str
    weight: int


class Difficulty(Value):
    """The weighted count of a call's hardships, and how the person stood when it began: tension, trust and the
    load of the place in points."""

    count: int
    hardships: tuple[HardshipCounted, ...]
    temperament: str
    temperament_label: str
    tension: float
    rapport: float
    load: float


def difficulty_of(program: Program, course: Course) -> Difficulty:
    """The difficulty of a call as it was drawn."""
    rows = [
        HardshipCounted(hardship=id_, label=row.label, weight=row.weight)
        for id_ in program.scenario.about.hardships
        if (row := program.catalogues.hardships.get(id_)) is not None
    ]
    first = course.first
    temperament = program.scenario.temperaments[course.start.temperament]
    return Difficulty(
        count=sum(row.weight for row in rows),
        hardships=tuple(rows),
        temperament=temperament.id,
        temperament_label=temperament.label,
        tension=tenths_of(first.subjects[0].tension),
        rapport=tenths_of(first.subjects[0].rapport),
        load=tenths_of(load(program, Moment(first))),
    )
