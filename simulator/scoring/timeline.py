"""The timeline of a call: a point for the start and for each turn, for charts and for scrubbing through it."""

from __future__ import annotations

from simulator.encounter.bands import BANDS, STAIRS, stair
from simulator.encounter.course import Course
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.scenario.parts import Landing
from simulator.scoring.acts import Kind, TakenAct
from simulator.scoring.values import Value, seconds_of, tenths_of


class PersonPoint(Value):
    """How another person stood: tension and trust in points."""

    person: str
    name: str
    tension: float
    rapport: float
    band: str


class Point(Value):
    """How things stood after a turn (turn 0: at the start). Clock in seconds, tension and trust in points,
    distance in metres; `said` is the label or the words of the act, `landing` how it landed, if it did."""

    turn: int
    clock: float
    tension: float
    rapport: float
    band: str
    stair: str
    distance: float
    node: str
    said: str
    kind: Kind | None
    landing: Landing | None
    injected: bool
    others: tuple[PersonPoint, ...]
    """Everybody else who can be moved; the point itself is the main person's."""


def timeline_of(program: Program, course: Course, acts: tuple[TakenAct, ...]) -> tuple[Point, ...]:
    """The start and every turn, in order."""
    points = [_point(program, course.first, 0, "", None, None)]
    for act in acts:
        landing = act.landed.landing if act.landed is not None else None
        points.append(_point(program, act.turn.after, act.number, act.said, act.kind, landing))
    return tuple(points)


def _point(
    program: Program, state: EncounterState, turn: int, said: str, kind: Kind | None, landing: Landing | None
) -> Point:
    subject = state.subjects[0]
    return Point(
        turn=turn,
        clock=seconds_of(state.clock),
        tension=tenths_of(subject.tension),
        rapport=tenths_of(subject.rapport),
        band=BANDS[subject.band],
        stair=STAIRS[stair(subject.rapport)],
        distance=tenths_of(state.distance),
        node=state.node,
        said=said,
        kind=kind,
        landing=landing,
        injected=kind == "inject",
        others=tuple(
            PersonPoint(
                person=id_,
                name=program.scenario.cast[id_].name,
                tension=tenths_of(other.tension),
                rapport=tenths_of(other.rapport),
                band=BANDS[other.band],
            )
            for id_, other in zip(program.subjects[1:], state.subjects[1:], strict=True)
        ),
    )
