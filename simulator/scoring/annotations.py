"""What people add to a debrief: how a trainee rates their own skills, an instructor's notes, flags and ratings.

Nothing computed is changed by them: both stand side by side, with who and when.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from simulator.scoring.ratings import Rating
from simulator.scoring.values import Value

LOWEST, HIGHEST = 1, 7
LONGEST = 2_000
"""Signs of a note."""

Mark = Annotated[int, Field(ge=LOWEST, le=HIGHEST)]
Words = Annotated[str, Field(max_length=LONGEST)]
FlagKind = Literal["strength", "talk", "safety"]


class _Added(Value):
    """`by` is who added it, an id and never a name; `at` when, UTC in ISO 8601."""

    by: str
    at: str


class SelfRating(_Added):
    """A trainee's own marks, 1-7 by skill, and the turn they took for the turning point, before any score was seen."""

    kind: Literal["self_rating"] = "self_rating"
    marks: Mapping[str, Mark]
    turning_point: int | None = None


class Reflection(_Added):
    """What a trainee was weighing at a turn, in their own words."""

    kind: Literal["reflection"] = "reflection"
    turn: int
    words: Words


class Plan(_Added):
    """The if-then plan a trainee took away, in their own words or as proposed."""

    kind: Literal["plan"] = "plan"
    words: Words


class Note(_Added):
    """An instructor's note, on a turn or (None) on the whole."""

    kind: Literal["note"] = "note"
    turn: int | None = None
    words: Words


class Flag(_Added):
    """A moment an instructor marked: a strength, something to talk about, a matter of safety."""

    kind: Literal["flag"] = "flag"
    turn: int
    flag: FlagKind


class InstructorRating(_Added):
    """An instructor's marks, 1-7 by skill, on the same sheet."""

    kind: Literal["instructor_rating"] = "instructor_rating"
    marks: Mapping[str, Mark]


class Override(_Added):
    """A rating an instructor sets in place of the computed one, with the reason; the computed one stays beside it."""

    kind: Literal["override"] = "override"
    skill: str
    mark: Mark
    reason: Annotated[str, Field(min_length=3, max_length=LONGEST)]


Annotation = Annotated[
    SelfRating | Reflection | Plan | Note | Flag | InstructorRating | Override, Field(discriminator="kind")
]


class Compared(Value):
    """One skill as a person marked it and as it was computed; `gap` is the person's mark less the computed one."""

    skill: str
    label: str
    mark: int
    computed: float
    gap: float


class Agreement(Value):
    """How far a person's marks and the computed ratings agree: the skills both rated, the mean size of the gap, its
    mean with its sign (above 0: the person marked higher), and how many lie within one point."""

    by: str
    at: str
    skills: tuple[Compared, ...]
    mean_gap: float
    leaning: float
    within_one: int


def agreement(ratings: Sequence[Rating], by: str, at: str, marks: Mapping[str, int]) -> Agreement | None:
    """The agreement of a sheet of marks with the computed ratings; None where no skill was rated by both."""
    rows = tuple(
        Compared(
            skill=rating.skill,
            label=rating.label,
            mark=marks[rating.skill],
            computed=rating.rating,
            gap=round(marks[rating.skill] - rating.rating, 2),
        )
        for rating in ratings
        if rating.rating is not None and rating.skill in marks
    )
    if not rows:
        return None
    return Agreement(
        by=by,
        at=at,
        skills=rows,
        mean_gap=round(sum(abs(row.gap) for row in rows) / len(rows), 2),
        leaning=round(sum(row.gap for row in rows) / len(rows), 2),
        within_one=sum(abs(row.gap) <= 1 for row in rows),
    )


class Added(Value):
    """Everything people added to a session, the latest of its kind where one stands for another."""

    self_rating: SelfRating | None = None
    self_agreement: Agreement | None = None
    reflections: tuple[Reflection, ...] = ()
    plan: Plan | None = None
    notes: tuple[Note, ...] = ()
    flags: tuple[Flag, ...] = ()
    instructor_ratings: tuple[InstructorRating, ...] = ()
    instructor_agreements: tuple[Agreement, ...] = ()
    overrides: tuple[Override, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there is anything at all."""
        return self != Added()


def gathered(annotations: Iterable[Annotation], ratings: Sequence[Rating]) -> Added:
    """Annotations in the order in which they were made, gathered: a trainee's last marks, each turn's last reflection,
    each instructor's last sheet and last override of a skill; a flag set twice is taken off again."""
    self_rating: SelfRating | None = None
    plan: Plan | None = None
    reflections: dict[int, Reflection] = {}
    notes: list[Note] = []
    flags: dict[tuple[str, int, str], Flag] = {}
    sheets: dict[str, InstructorRating] = {}
    overrides: dict[str, Override] = {}
    for one in annotations:
        match one:
            case SelfRating():
                self_rating = one
            case Plan():
                plan = one
            case Reflection():
                reflections[one.turn] = one
            case Note():
                notes.append(one)
            case Flag():
                place = (one.by, one.turn, one.flag)
                if flags.pop(place, None) is None:
                    flags[place] = one
            case InstructorRating():
                sheets[one.by] = one
            case Override():
                overrides[one.skill] = one
    own = self_rating
    return Added(
        self_rating=own,
        self_agreement=agreement(ratings, own.by, own.at, own.marks) if own is not None else None,
        reflections=tuple(reflections[turn] for turn in sorted(reflections)),
        plan=plan,
        notes=tuple(notes),
        flags=tuple(sorted(flags.values(), key=lambda flag: flag.turn)),
        instructor_ratings=tuple(sheets.values()),
        instructor_agreements=tuple(
            found
            for sheet in sheets.values()
            if (found := agreement(ratings, sheet.by, sheet.at, sheet.marks)) is not None
        ),
        overrides=tuple(overrides.values()),
    )
