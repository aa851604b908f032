"""The path of one person's tension through a call, rebuilt from what happened: jumps at acts, drifts between.

A drift is an exponential towards the equilibrium that the happening names, so time in a band and area under the
curve are exact up to rounding, even where a long wait is one step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from simulator.encounter.bands import BAND_LINES, BANDS
from simulator.encounter.course import Course, Turn
from simulator.encounter.happenings import Changed, Drifted, Fired, Landed, Moved
from simulator.encounter.plans import Program
from simulator.scoring.acts import TakenAct, fact

TOP = 100_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time in which nothing but time passed. Tenths of a second, thousandths of a point, millimetres."""

    turn: int
    starts: int
    tenths: int
    begins: int
    ends: int
    toward: int
    distance: int
    behind: bool

    @property
    def area(self) -> float:
        """Points times seconds under the curve."""
        gap, left = self.begins - self.toward, self.ends - self.toward
        seconds = self.tenths / 10
        # The equilibrium is told in whole thousandths: near it the curve is a straight line as far as can be seen.
        if gap * left <= 0 or abs(gap) < 100 or abs(gap) == abs(left):
            return (self.begins + self.ends) / 2000 * seconds
        return (self.toward * seconds + (gap - left) * seconds / log(gap / left)) / 1000

    def when(self, level: int) -> float:
        """Seconds into the stretch at which the curve passes a level between its ends."""
        gap, left, mid = self.begins - self.toward, self.ends - self.toward, level - self.toward
        seconds = self.tenths / 10
        if gap * left <= 0 or gap * mid <= 0 or abs(gap) < 100 or abs(gap) == abs(left):
            return seconds * (level - self.begins) / (self.ends - self.begins)
        return seconds * log(gap / mid) / log(gap / left)


@dataclass(frozen=True, slots=True)
class Path:
    """All stretches of a call, and the highest tension with the turn in which it was reached (0: the start)."""

    stretches: tuple[Stretch, ...]
    peak: int
    peak_turn: int


def tension_path(program: Program, course: Course, acts: tuple[TakenAct, ...], person: int = 0) -> Path:
    """The path of a person's tension, by their place among the subjects."""
    id_ = program.subjects[person]
    peak, peak_turn = course.first.subjects[person].tension, 0
    stretches: list[Stretch] = []
    for act in acts:
        for tension, stretch in _walk(program, act, person, id_):
            if tension > peak:
                peak, peak_turn = tension, act.number
            if stretch is not None and stretch.tenths:
                stretches.append(stretch)
    return Path(tuple(stretches), peak, peak_turn)


def _walk(program: Program, act: TakenAct, person: int, id_: str) -> Iterator[tuple[int, Stretch | None]]:
    turn: Turn = act.turn
    tension = turn.before.subjects[person].tension
    distance, behind, clock = turn.before.distance, bool(fact(turn.before, "behind")), turn.before.clock
    techniques = [program.technique_index[name] for name in act.techniques]
    for row in turn.happened:
        if isinstance(row, Fired):
            techniques = list(program.events[row.event].doing.techniques)
        elif isinstance(row, Moved):
            distance = row.distance
        elif isinstance(row, Changed) and row.target == "fact" and row.name == "behind":
            behind = bool(row.value)
        elif isinstance(row, Landed) and row.person == id_:
            tension = min(max(tension + row.tension, 0), TOP)
            for index in techniques:
                forced = program.techniques[index].forced
                tension = max(tension, forced[0]) if forced else tension
            yield tension, None
        elif isinstance(row, Drifted) and row.person == id_:
            stretch = Stretch(act.number, clock, row.seconds, tension, row.tension, row.toward, distance, behind)
            tension = row.tension
            yield tension, stretch
            clock += row.seconds


def seconds_in_bands(path: Path) -> dict[str, float]:
    """Seconds of the call in each band of raw tension, by band, with one decimal."""
    spent = dict.fromkeys(BANDS, 0.0)
    for stretch in path.stretches:
        low, high = sorted((stretch.begins, stretch.ends))
        lines = [line for line in BAND_LINES if low < line < high]
        if stretch.begins > stretch.ends:
            lines.reverse()
        cuts = [0.0, *(stretch.when(line) for line in lines), stretch.tenths / 10]
        levels = [stretch.begins, *lines, stretch.ends]
        for begins, ends, left, right in zip(cuts, cuts[1:], levels, levels[1:], strict=False):
            middle = (left + right) / 2
            spent[BANDS[sum(line <= middle for line in BAND_LINES)]] += ends - begins
    return {band: round(seconds, 1) for band, seconds in spent.items()}


def area(path: Path) -> float:
    """Tension over time, in points times minutes, with one decimal."""
    return round(sum(stretch.area for stretch in path.stretches) / 60, 1)
