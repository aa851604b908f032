"""The rows of the catalogue files: what each key of `simulator/data/*.yaml` means, its unit and its range.

A catalogue is data an academy may replace, so its models stand at a border and are strict: unknown keys are
errors, words are words, numbers have at most three decimals (the law counts in thousandths).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
"""A name that other files refer to: small letters, digits and underscores."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=800)]
"""Words a person reads."""

Points = Annotated[Decimal, Field(ge=-40, le=40, decimal_places=3)]
"""Points of tension or rapport that one act moves, at a neutral profile."""

Level = Annotated[Decimal, Field(ge=-100, le=100, decimal_places=3)]
"""A place on the scale of tension (0 to 100) or rapport (-40 to 100)."""

Share = Annotated[Decimal, Field(ge=0, le=1, decimal_places=3)]
"""A part of one."""

Family = Literal[
    "respect",
    "empathy",
    "listening",
    "assessment",
    "autonomy",
    "influence",
    "safety",
    "directive",
    "aversive",
]
Polarity = Literal["good", "poor", "by_threat"]
SkillPoint = Annotated[int, Field(ge=1, le=7)]
ReactionKind = Literal["reactive", "proactive"]
LandingName = Literal["lands", "flat", "unheard", "hurts"]

Allowed = tuple[StrictBool | Id, ...]
"""Values of a scene fact: true or false for a flag, otherwise its words."""


class Row(BaseModel):
    """Base of every row: frozen, and an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ProactiveEffect(Row):
    """What a technique does to a person who uses pressure as a tool, where the law names it.

    Rules for whole families (empathy feeds pressure, listening counts less) are the law's, not a row's.
    """

    tension: Points
    rapport: Points


class Forced(Row):
    """What force does whatever else the act did: tension rises to at least, rapport falls to at most, and
    sensitisation grows by, these points."""

    tension_at_least: Level
    rapport_at_most: Level
    sensitisation: Annotated[Decimal, Field(ge=0, le=50, decimal_places=3)]


class Technique(Row):
    """One thing an officer can do with words, body or place, and how it moves the person by itself.

    `tension` and `rapport` are points at a neutral profile; `stair` is the stair from which it works in
    full, None for any; `skill` is the competency it gives evidence for: good, poor, or good or poor by the
    threat at that moment. `habit` names the poor habit it counts as.
    """

    label: Words
    family: Family
    tension: Points
    rapport: Points
    skill: Id
    cue: Words
    example: Words
    near_miss: Words
    sources: Annotated[tuple[Words, ...], Field(min_length=1)]
    stair: Id | None = None
    polarity: Polarity = "good"
    habit: Id | None = None
    proactive: ProactiveEffect | None = None
    appeasement: StrictBool = False
    """Reads as weakness to a proactive person until a limit was set."""
    sets_limit: StrictBool = False
    """Counts as the limit that a proactive person waits for."""
    acknowledges: StrictBool = False
    """Can show that the main grievance has been heard, where it fits the largest need."""
    acknowledges_always: StrictBool = False
    """Acknowledges whatever the needs are."""
    band_free: StrictBool = False
    """Reaches a person in any band (the safety family does so by being that family)."""
    lie: StrictBool = False
    """Is a lie: found out, it halves trust and lowers its ceiling for good."""
    forced: Forced | None = None


class Need(Row):
    """What a person may be missing: `says` is the need in their own words, `shows` how it is heard or seen,
    `asks_for` what meets it."""

    label: Words
    says: Words
    shows: Words
    asks_for: Words


class Domain(Row):
    """One of the two halves of the work, and what belongs to it."""

    label: Words
    about: Words


class Skill(Row):
    """A competency with behaviours an observer can count and the anchors of its 1-7 rating; `plan` is an if-then
    plan for moments that called for it, None in catalogues written before there was one."""

    label: Words
    domain: Id
    about: Words
    good: Annotated[tuple[Words, ...], Field(min_length=2)]
    poor: Annotated[tuple[Words, ...], Field(min_length=2)]
    anchors: Mapping[SkillPoint, Words]
    sources: Annotated[tuple[Words, ...], Field(min_length=1)]
    plan: Words | None = None


class Habit(Row):
    """A poor habit with a name, so that its trend can be followed; `instead` is an if-then plan."""

    label: Words
    about: Words
    instead: Words
    sources: Annotated[tuple[Words, ...], Field(min_length=1)]


class Clause(Row):
    """One way a critical error can be seen in the course of a call: every key given must hold.

    The header of `critical_errors.yaml` tells the same in the words of an author.
    """

    techniques: tuple[Id, ...] = ()
    """The act uses at least one of these."""
    facts: Mapping[Id, Allowed] = Field(default_factory=dict)
    """Scene facts before the act: each has one of the values."""
    facts_after: Mapping[Id, Allowed] = Field(default_factory=dict)
    """Scene facts when the act is over."""
    closes: StrictBool | None = None
    """The act ends nearer to the person than it began (or, if false, does not)."""
    cover: StrictBool | None = None
    """The officer is (or is not) behind cover when the act is over."""
    distance_below: Annotated[Decimal, Field(gt=0, le=100, decimal_places=3)] | None = None
    """Metres to the person when the act is over are fewer than this."""
    ended: StrictBool | None = None
    """The act, or what followed from it, ended the call with an authored outcome."""
    outcome_kinds: tuple[Id, ...] = ()
    """The call ended, and the outcome is of one of these kinds."""
    unless_outcome_kinds: tuple[Id, ...] = ()
    """Does not hold if the call ended with an outcome of one of these kinds."""
    unless_called: tuple[Id, ...] = ()
    """Does not hold if one of these resources was called so far, named by id or by kind of help; `any` means any."""
    unless_done: tuple[Id, ...] = ()
    """Does not hold if one of these techniques was used so far, this act included."""


class CriticalError(Row):
    """An act that stands above every rating. It is found by any clause of `when`, or, if `by_author`, where a
    line is marked `critical: ID`."""

    label: Words
    skill: Id
    by_author: StrictBool
    why: Words
    instead: Words
    sources: Annotated[tuple[Words, ...], Field(min_length=1)]
    when: tuple[Clause, ...] = ()


class Hardship(Row):
    """A fact that makes a call harder, and its weight in the difficulty count."""

    label: Words
    weight: Annotated[int, Field(ge=1, le=10)]


class BandLook(Row):
    """What one sees and hears: body, voice, and the signs a checklist would tick."""

    body: Words
    voice: Words
    signs: Words


class Band(Row):
    """A band of tension: `starts` is its lower bound in points; how a person who is afraid or wronged
    (`reactive`) and one who uses pressure (`proactive`) look in it."""

    label: Words
    starts: Level
    reactive: BandLook
    proactive: BandLook


class Stair(Row):
    """A stair of the behavioural influence stairway: the rapport that reaches it, and what it means."""

    label: Words
    rapport: Level
    about: Words


class CatalogueFile(Row):
    """Base of a whole file: `version` is the version of its shape, 1 today."""

    version: Literal[1]


class TechniquesFile(CatalogueFile):
    """techniques.yaml."""

    sizes: Words
    techniques: Annotated[Mapping[Id, Technique], Field(min_length=1)]


class NeedsFile(CatalogueFile):
    """needs.yaml: the needs, and how well a technique fits each (0 to 1; a need left out is 0)."""

    needs: Annotated[Mapping[Id, Need], Field(min_length=1)]
    fit: Mapping[Id, Mapping[Id, Share]]


class CompetenciesFile(CatalogueFile):
    """competencies.yaml."""

    domains: Annotated[Mapping[Id, Domain], Field(min_length=1)]
    skills: Annotated[Mapping[Id, Skill], Field(min_length=1)]


class HabitsFile(CatalogueFile):
    """habits.yaml."""

    habits: Mapping[Id, Habit]


class CriticalErrorsFile(CatalogueFile):
    """critical_errors.yaml."""

    critical_errors: Mapping[Id, CriticalError]


Variants = Annotated[tuple[Words, ...], Field(min_length=1)]


class ReactionsFile(CatalogueFile):
    """reactions.yaml: short wordings by kind of person, landing and band."""

    reactions: Mapping[ReactionKind, Mapping[LandingName, Mapping[Id, Variants]]]


class HardshipsFile(CatalogueFile):
    """hardships.yaml."""

    hardships: Mapping[Id, Hardship]


class BandsFile(CatalogueFile):
    """bands.yaml: the bands from low to high, the points below a line at which a band is left again, and how
    a person looks whose tension falls while they are still sore (`recovery`)."""

    hysteresis: Annotated[Decimal, Field(ge=0, le=19, decimal_places=3)]
    bands: Annotated[Mapping[Id, Band], Field(min_length=2)]
    recovery: BandLook


class StairsFile(CatalogueFile):
    """stairs.yaml: the stairs from low to high."""

    stairs: Annotated[Mapping[Id, Stair], Field(min_length=2)]


def known_keys(base: type[BaseModel] = Row) -> frozenset[str]:
    """Every key that a row of any kind may have, to offer the one that a misspelt key was meant to be."""
    keys = {*base.model_fields}
    for model in base.__subclasses__():
        keys |= known_keys(model)
    return frozenset(keys)
