"""Poor habits by name, with the turns in which they were seen. Their trend over runs says more than one rating."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.encounter.plans import Program
from simulator.scoring.acts import TakenAct, fact
from simulator.scoring.quality import quality
from simulator.scoring.values import Value


class HabitCount(Value):
    """A habit that was seen: in how many acts, at which turns, what it does, and the if-then plan against it."""

    habit: str
    label: str
    about: str
    instead: str
    count: int
    turns: tuple[int, ...]
    said: tuple[str, ...]


def count_habits(program: Program, acts: Iterable[TakenAct]) -> tuple[HabitCount, ...]:
    """The habits seen in a course, the most frequent first; ties in the order of the catalogue. An act counts
    once for a habit, however many of its techniques show it; force counts as one only where nobody was in
    danger."""
    seen: dict[str, list[TakenAct]] = {}
    for act in acts:
        for habit in habits_in(program, act):
            seen.setdefault(habit, []).append(act)
    counts = []
    for id_, row in program.catalogues.habits.items():
        if own := seen.get(id_):
            counts.append(
                HabitCount(
                    habit=id_,
                    label=row.label,
                    about=row.about,
                    instead=row.instead,
                    count=len(own),
                    turns=tuple(act.number for act in own),
                    said=tuple(act.said for act in own),
                )
            )
    return tuple(sorted(counts, key=lambda habit: -habit.count))


def habits_in(program: Program, act: TakenAct) -> tuple[str, ...]:
    """The habits that one act shows."""
    if not act.is_deed:
        return ()
    threat = fact(act.turn.before, "threat")
    rows = (program.catalogues.techniques[id_] for id_ in act.techniques)
    return tuple(dict.fromkeys(row.habit for row in rows if row.habit and quality(row, threat) == "poor"))
