"""Checks of the catalogue files against each other and against what the law counts on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from simulator.scenario.catalogue.rows import (
    Allowed,
    BandsFile,
    Clause,
    CompetenciesFile,
    CriticalErrorsFile,
    HabitsFile,
    HardshipsFile,
    NeedsFile,
    ReactionsFile,
    StairsFile,
    TechniquesFile,
)
from simulator.scenario.catalogue.texts import ReadFile, entry_fault
from simulator.scenario.parts import FACTS, LANDINGS, NEEDS
from simulator.scenario.problem import Problem, did_you_mean

BAND_STARTS = {"calm": 0, "uneasy": 20, "agitated": 40, "volatile": 60, "crisis": 80}
BAND_HYSTERESIS = 5
STAIR_STARTS = {"contact": 0, "listening": 15, "empathy": 30, "rapport": 50, "influence": 65, "change": 80}
KINDS = ("reactive", "proactive")
ANCHORS = (1, 4, 7)

Faults = Iterator[Problem]


@dataclass(frozen=True, slots=True)
class CatalogueFiles:
    """All catalogue files, each sound by itself."""

    techniques: ReadFile[TechniquesFile]
    needs: ReadFile[NeedsFile]
    competencies: ReadFile[CompetenciesFile]
    habits: ReadFile[HabitsFile]
    critical_errors: ReadFile[CriticalErrorsFile]
    reactions: ReadFile[ReactionsFile]
    hardships: ReadFile[HardshipsFile]
    bands: ReadFile[BandsFile]
    stairs: ReadFile[StairsFile]


def cross_check(files: CatalogueFiles) -> list[Problem]:
    """Every fault that shows only when the files are seen together, or that the law could not work with."""
    return [
        *_technique_faults(files),
        *_need_faults(files),
        *_competency_faults(files),
        *_habit_faults(files),
        *_critical_faults(files),
        *_reaction_faults(files),
        *_scale_faults(files),
    ]


class _Entry:
    """A place in a file to which faults are pinned."""

    def __init__(self, file: ReadFile[Any], *path: str | int) -> None:
        self.file = file
        self.path = path

    def at(self, *steps: str | int) -> _Entry:
        return _Entry(self.file, *self.path, *steps)

    def fault(self, message: str, hint: str = "") -> Problem:
        return entry_fault(self.file.tree, self.path, message, hint)

    def unknown(self, what: str, names: Iterable[str], known: Iterable[str]) -> Faults:
        """A fault for each name that is not among the known ones."""
        there = list(known)
        for name in names:
            if name not in there:
                yield self.fault(f"there is no {what} `{name}`", did_you_mean(name, there))

    def exactly(self, rows: Iterable[str], wanted: Iterable[str]) -> Faults:
        """Faults unless the rows are the wanted ones in their order: the law and the faces count on these."""
        names, needed = tuple(rows), tuple(wanted)
        yield from (self.fault(f"`{name}` is missing") for name in needed if name not in names)
        for name in names:
            if name not in needed:
                yield self.at(name).fault("the program knows no such entry", did_you_mean(name, needed))
        if sorted(names) == sorted(needed) and names != needed:
            yield self.fault("the entries stand in another order", "the order is " + ", ".join(needed))


def _technique_faults(files: CatalogueFiles) -> Faults:
    for id_, row in files.techniques.rows.techniques.items():
        entry = _Entry(files.techniques, "techniques", id_)
        yield from entry.at("skill").unknown("skill", [row.skill], files.competencies.rows.skills)
        if row.stair is not None:
            yield from entry.at("stair").unknown("stair", [row.stair], files.stairs.rows.stairs)
        if row.habit is not None:
            yield from entry.at("habit").unknown("habit", [row.habit], files.habits.rows.habits)
        if (row.family == "aversive") != (row.polarity == "poor"):
            yield entry.at("polarity").fault("the aversive family, and no other, has `polarity: poor`")
        if row.polarity == "poor" and row.habit is None:
            yield entry.at("habit").fault("is missing", "a poor technique names the habit it counts as")
        if row.polarity == "good" and row.habit is not None:
            yield entry.at("habit").fault("a good technique is no habit to unlearn", "take `habit:` out")
        if row.family == "influence" and row.stair is None:
            yield entry.at("stair").fault("is missing", "influence names the stair from which it works")


def _need_faults(files: CatalogueFiles) -> Faults:
    rows = files.needs.rows
    yield from _Entry(files.needs, "needs").exactly(rows.needs, NEEDS)
    for id_, fit in rows.fit.items():
        entry = _Entry(files.needs, "fit", id_)
        yield from entry.unknown("technique", [id_], files.techniques.rows.techniques)
        for need in fit:
            yield from entry.at(need).unknown("need", [need], NEEDS)


def _competency_faults(files: CatalogueFiles) -> Faults:
    rows = files.competencies.rows
    for id_, row in rows.skills.items():
        entry = _Entry(files.competencies, "skills", id_)
        yield from entry.at("domain").unknown("domain", [row.domain], rows.domains)
        if tuple(sorted(row.anchors)) != ANCHORS:
            yield entry.at("anchors").fault("must hold the three anchors 1, 4 and 7")


def _habit_faults(files: CatalogueFiles) -> Faults:
    used = {row.habit for row in files.techniques.rows.techniques.values()}
    for id_ in files.habits.rows.habits:
        if id_ not in used:
            hint = "name it as `habit:` of a technique in techniques.yaml, or take it out"
            yield _Entry(files.habits, "habits", id_).fault("no technique counts as this habit", hint)


def _critical_faults(files: CatalogueFiles) -> Faults:
    techniques = files.techniques.rows.techniques
    for id_, row in files.critical_errors.rows.critical_errors.items():
        entry = _Entry(files.critical_errors, "critical_errors", id_)
        yield from entry.at("skill").unknown("skill", [row.skill], files.competencies.rows.skills)
        if not row.when and not row.by_author:
            yield entry.fault("nothing can find this error", "give it a `when:` or `by_author: true`")
        for number, clause in enumerate(row.when):
            place = entry.at("when", number)
            if clause == Clause():
                yield place.fault("this clause holds always", "give it at least one key")
            yield from place.at("techniques").unknown("technique", clause.techniques, techniques)
            yield from place.at("unless_done").unknown("technique", clause.unless_done, techniques)
            yield from _fact_faults(place.at("facts"), clause.facts)
            yield from _fact_faults(place.at("facts_after"), clause.facts_after)


def _fact_faults(entry: _Entry, facts: Mapping[str, Allowed]) -> Faults:
    for name, allowed in facts.items():
        if name not in FACTS:
            yield from entry.at(name).unknown("scene fact", [name], FACTS)
            continue
        words = FACTS[name]
        if not allowed:
            yield entry.at(name).fault("names no value")
        for value in allowed:
            if (words is None) != isinstance(value, bool) or (words is not None and value not in words):
                shown = str(value).lower() if isinstance(value, bool) else value
                values = "true and false" if words is None else ", ".join(words)
                yield entry.at(name).fault(f"`{shown}` is not one of its values", f"these are {values}")


def _reaction_faults(files: CatalogueFiles) -> Faults:
    reactions = files.reactions.rows.reactions
    entry = _Entry(files.reactions, "reactions")
    yield from entry.exactly(reactions, KINDS)
    for kind, by_landing in reactions.items():
        yield from entry.at(kind).exactly(by_landing, LANDINGS)
        for landing, by_band in by_landing.items():
            yield from entry.at(kind, landing).exactly(by_band, BAND_STARTS)


def _scale_faults(files: CatalogueFiles) -> Faults:
    """Lines of bands and stairs are the law's; the files say them so that people can read them."""
    bands, stairs = files.bands.rows, files.stairs.rows
    entry = _Entry(files.bands, "bands")
    yield from entry.exactly(bands.bands, BAND_STARTS)
    for id_, band in bands.bands.items():
        yield from _fixed(entry.at(id_, "starts"), band.starts, BAND_STARTS.get(id_))
    yield from _fixed(_Entry(files.bands, "hysteresis"), bands.hysteresis, BAND_HYSTERESIS)
    entry = _Entry(files.stairs, "stairs")
    yield from entry.exactly(stairs.stairs, STAIR_STARTS)
    for id_, stair in stairs.stairs.items():
        yield from _fixed(entry.at(id_, "rapport"), stair.rapport, STAIR_STARTS.get(id_))


def _fixed(entry: _Entry, value: Decimal, law: int | None) -> Faults:
    if law is not None and value != law:
        yield entry.fault(f"must be {law}, not `{value}`", "this number is part of the law and cannot be replaced")
