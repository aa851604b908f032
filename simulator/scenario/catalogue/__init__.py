"""The catalogues as one value: techniques, needs, competencies, habits, critical errors, reactions,
hardships, bands and stairs, with the digests that a record names.

`build_catalogues` takes the texts of the files and checks each by itself and all against each other, so
whoever holds a `Catalogues` may trust every id in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from simulator.scenario.catalogue.checks import CatalogueFiles, cross_check
from simulator.scenario.catalogue.rows import (
    Band,
    BandLook,
    BandsFile,
    CatalogueFile,
    Clause,
    CompetenciesFile,
    CriticalError,
    CriticalErrorsFile,
    Domain,
    Forced,
    Habit,
    HabitsFile,
    Hardship,
    HardshipsFile,
    LandingName,
    Need,
    NeedsFile,
    ProactiveEffect,
    ReactionKind,
    ReactionsFile,
    Skill,
    Stair,
    StairsFile,
    Technique,
    TechniquesFile,
)
from simulator.scenario.catalogue.texts import CatalogueError, digest, read_rows, whole_file
from simulator.scenario.problem import Problem, did_you_mean
from simulator.scenario.words import Words

__all__ = [
    "CATALOGUE_FILES",
    "Band",
    "BandLook",
    "CatalogueError",
    "Catalogues",
    "Clause",
    "CriticalError",
    "Domain",
    "Forced",
    "Habit",
    "Hardship",
    "Need",
    "ProactiveEffect",
    "Skill",
    "Stair",
    "Technique",
    "build_catalogues",
    "digest",
]

_MODELS: Mapping[str, type[CatalogueFile]] = MappingProxyType(
    {
        "techniques.yaml": TechniquesFile,
        "needs.yaml": NeedsFile,
        "competencies.yaml": CompetenciesFile,
        "habits.yaml": HabitsFile,
        "critical_errors.yaml": CriticalErrorsFile,
        "reactions.yaml": ReactionsFile,
        "hardships.yaml": HardshipsFile,
        "bands.yaml": BandsFile,
        "stairs.yaml": StairsFile,
    }
)

CATALOGUE_FILES: tuple[str, ...] = tuple(_MODELS)
"""The names of the catalogue files, in the order in which they are read."""


@dataclass(frozen=True, eq=False)
class Catalogues:
    """Every catalogue by id, in the order of its file. Compared by identity; `digests` tell two sets apart.

    Numbers are decimals of a natural unit with at most three places (points of tension and rapport, metres,
    parts of one), so a thousandth is always exact: `int(row.tension * 1000)`.
    """

    techniques: Mapping[str, Technique]
    needs: Mapping[str, Need]
    fit: Mapping[str, Mapping[str, Decimal]]
    """Technique → need → 0 to 1. A technique without a row fits every need alike; a need left out is 0."""
    domains: Mapping[str, Domain]
    skills: Mapping[str, Skill]
    habits: Mapping[str, Habit]
    critical_errors: Mapping[str, CriticalError]
    reactions: Mapping[ReactionKind, Mapping[LandingName, Mapping[str, tuple[str, ...]]]]
    hardships: Mapping[str, Hardship]
    bands: Mapping[str, Band]
    """From low to high."""
    hysteresis: Decimal
    """Points below its lower line at which a band is left again."""
    recovery: BandLook
    stairs: Mapping[str, Stair]
    """From low to high."""
    sizes: str
    """Where the sizes of the techniques come from, in words."""
    digests: Mapping[str, str]
    """File name → sha256 of its text."""
    words: Words
    """What is said of a call. No digest names them: other words are the same call."""

    def techniques_of(self, habit: str) -> tuple[str, ...]:
        """The ids of the techniques that count as this habit."""
        return tuple(id_ for id_, row in self.techniques.items() if row.habit == habit)

    def skills_of(self, domain: str) -> tuple[str, ...]:
        """The ids of the skills of this domain."""
        return tuple(id_ for id_, row in self.skills.items() if row.domain == domain)

    def generic_reactions(self, kind: str, landing: LandingName, band: str) -> tuple[str, ...]:
        """Wordings for a reaction an author left unwritten; a mixed person shows as a reactive one does."""
        shown: ReactionKind = "proactive" if kind == "proactive" else "reactive"
        return self.reactions[shown][landing][band]


def build_catalogues(texts: Mapping[str, str], words: Words) -> Catalogues:
    """The catalogues from the texts of their files, by file name (`techniques.yaml`, …), with the words of debriefs.

    Raises CatalogueError with every fault of every file; faults between files are looked for once each file
    is sound by itself.
    """
    problems: list[Problem] = []
    problems += (_missing(file) for file in CATALOGUE_FILES if file not in texts)
    problems += (_stray(file) for file in texts if file not in _MODELS)
    read: dict[str, Any] = {}
    for file, model in _MODELS.items():
        if file in texts:
            try:
                read[file.removesuffix(".yaml")] = read_rows(file, texts[file], model)
            except CatalogueError as error:
                problems += error.problems
    if problems:
        raise CatalogueError(problems)
    files = CatalogueFiles(**read)
    if across := cross_check(files):
        raise CatalogueError(across)
    return Catalogues(
        techniques=MappingProxyType(dict(files.techniques.rows.techniques)),
        needs=MappingProxyType(dict(files.needs.rows.needs)),
        fit=MappingProxyType(dict(files.needs.rows.fit)),
        domains=MappingProxyType(dict(files.competencies.rows.domains)),
        skills=MappingProxyType(dict(files.competencies.rows.skills)),
        habits=MappingProxyType(dict(files.habits.rows.habits)),
        critical_errors=MappingProxyType(dict(files.critical_errors.rows.critical_errors)),
        reactions=MappingProxyType(dict(files.reactions.rows.reactions)),
        hardships=MappingProxyType(dict(files.hardships.rows.hardships)),
        bands=MappingProxyType(dict(files.bands.rows.bands)),
        hysteresis=files.bands.rows.hysteresis,
        recovery=files.bands.rows.recovery,
        stairs=MappingProxyType(dict(files.stairs.rows.stairs)),
        sizes=files.techniques.rows.sizes,
        digests=MappingProxyType({file: digest(texts[file]) for file in CATALOGUE_FILES}),
        words=words,
    )


def _missing(file: str) -> Problem:
    return whole_file(file, "the file is missing", "put the shipped one back")


def _stray(file: str) -> Problem:
    return whole_file(file, "this is not the name of a catalogue", did_you_mean(file, CATALOGUE_FILES))
