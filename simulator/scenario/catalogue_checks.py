"""Checks of the catalogue files against each other and against what the law counts on: every name leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from simulator.scenario.catalogue_rows import (
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
from simulator.scenario.catalogue_text import CatalogueFault, nearest
from simulator.scenario.model import FACTS, LANDINGS, NEEDS

BANDS = ("calm", "uneasy", "agitated", "volatile", "crisis")
STAIRS = ("contact", "listening", "empathy", "rapport", "influence", "change")
KINDS = ("reactive", "proactive")
ANCHORS = (1, 4, 7)


@dataclass(frozen=True, slots=True)
class CatalogueFiles:
    """All catalogue files read, one a field."""

    techniques: TechniquesFile
    needs: NeedsFile
    competencies: CompetenciesFile
    habits: HabitsFile
    critical_errors: CriticalErrorsFile
    reactions: ReactionsFile
    hardships: HardshipsFile
    bands: BandsFile
    stairs: StairsFile


def cross_check(files: CatalogueFiles) -> list[CatalogueFault]:
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


def _unknown(
    file: str, entry: str, what: str, names: Iterable[str], known: Iterable[str]
) -> Iterator[CatalogueFault]:
    there = list(known)
    for name in names:
        if name not in there:
            yield CatalogueFault(file, entry, f"there is no {what} `{name}`; {nearest(name, there)}")


def _technique_faults(files: CatalogueFiles) -> Iterator[CatalogueFault]:
    file = "techniques.yaml"
    for id_, row in files.techniques.techniques.items():
        entry = f"techniques.{id_}"
        yield from _unknown(file, f"{entry}.skill", "skill", [row.skill], files.competencies.skills)
        if row.stair is not None:
            yield from _unknown(file, f"{entry}.stair", "stair", [row.stair], files.stairs.stairs)
        if row.habit is not None:
            yield from _unknown(file, f"{entry}.habit", "habit", [row.habit], files.habits.habits)
        if (row.family == "aversive") != (row.polarity == "poor"):
            message = "the aversive family, and no other, has `polarity: poor`"
            yield CatalogueFault(file, f"{entry}.polarity", message)
        if row.polarity == "poor" and row.habit is None:
            yield CatalogueFault(file, f"{entry}.habit", "a poor technique needs the habit it counts as")
        if row.polarity == "good" and row.habit is not None:
            yield CatalogueFault(file, f"{entry}.habit", "a good technique is no habit to unlearn; take it out")
        if row.family == "influence" and row.stair is None:
            yield CatalogueFault(file, f"{entry}.stair", "influence needs the stair from which it works")


def _need_faults(files: CatalogueFiles) -> Iterator[CatalogueFault]:
    file = "needs.yaml"
    yield from _exactly(file, "needs", files.needs.needs, NEEDS)
    for id_, row in files.needs.fit.items():
        yield from _unknown(file, f"fit.{id_}", "technique", [id_], files.techniques.techniques)
        yield from _unknown(file, f"fit.{id_}", "need", row, files.needs.needs)


def _competency_faults(files: CatalogueFiles) -> Iterator[CatalogueFault]:
    file = "competencies.yaml"
    for id_, row in files.competencies.skills.items():
        entry = f"skills.{id_}"
        yield from _unknown(file, f"{entry}.domain", "domain", [row.domain], files.competencies.domains)
        if tuple(sorted(row.anchors)) != ANCHORS:
            yield CatalogueFault(file, f"{entry}.anchors", "needs the three anchors 1, 4 and 7")


def _habit_faults(files: CatalogueFiles) -> Iterator[CatalogueFault]:
    used = {row.habit for row in files.techniques.techniques.values()}
    for id_ in files.habits.habits:
        if id_ not in used:
            message = "no technique counts as this habit; name it as `habit:` of one in techniques.yaml"
            yield CatalogueFault("habits.yaml", f"habits.{id_}", message)


def _critical_faults(files: CatalogueFiles) -> Iterator[CatalogueFault]:
    file = "critical_errors.yaml"
    for id_, row in files.critical_errors.critical_errors.items():
        entry = f"critical_errors.{id_}"
        yield from _unknown(file, f"{entry}.skill", "skill", [row.skill], files.competencies.skills)
        if not row.when and not row.by_author:
            message = "nothing can find it; give it a `when:` or `by_author: true`"
            yield CatalogueFault(file, entry, message)
        for number, clause in enumerate(row.when, 1):
            place = f"{entry}.when.{number}"
            if clause == Clause():
                yield CatalogueFault(file, place, "holds always; give it at least one key")
            named = (*clause.techniques, *clause.unless_done)
            yield from _unknown(file, place, "technique", named, files.techniques.techniques)
            for key, facts in (("facts", clause.facts), ("facts_after", clause.facts_after)):
                yield from _fact_faults(file, f"{place}.{key}", facts)


def _fact_faults(file: str, entry: str, facts: Mapping[str, Allowed]) -> Iterator[CatalogueFault]:
    yield from _unknown(file, entry, "scene fact", facts, FACTS)
    for name, allowed in facts.items():
        if name not in FACTS:
            continue
        words = FACTS[name]
        if not allowed:
            yield CatalogueFault(file, f"{entry}.{name}", "names no value")
        for value in allowed:
            if (words is None) != isinstance(value, bool) or (words is not None and value not in words):
                values = "true, false" if words is None else ", ".join(words)
                shown = str(value).lower() if isinstance(value, bool) else value
                yield CatalogueFault(file, f"{entry}.{name}", f"`{shown}` is not one of its values: {values}")


def _reaction_faults(files: CatalogueFiles) -> Iterator[CatalogueFault]:
    file = "reactions.yaml"
    reactions = files.reactions.reactions
    yield from _exactly(file, "reactions", reactions, KINDS)
    for kind, by_landing in reactions.items():
        yield from _exactly(file, f"reactions.{kind}", by_landing, LANDINGS)
        for landing, by_band in by_landing.items():
            yield from _exactly(file, f"reactions.{kind}.{landing}", by_band, BANDS)


def _scale_faults(files: CatalogueFiles) -> Iterator[CatalogueFault]:
    yield from _exactly("bands.yaml", "bands", files.bands.bands, BANDS)
    yield from _exactly("stairs.yaml", "stairs", files.stairs.stairs, STAIRS)
    bands, stairs = files.bands.bands, files.stairs.stairs
    for (_, low), (id_, high) in pairwise(bands.items()):
        if high.starts - low.starts <= files.bands.hysteresis:
            message = "must start more than `hysteresis` above the band before it"
            yield CatalogueFault("bands.yaml", f"bands.{id_}.starts", message)
    if next(iter(bands.values())).starts != 0:
        yield CatalogueFault("bands.yaml", "bands", "the first band must start at 0")
    for (_, below), (id_, above) in pairwise(stairs.items()):
        if above.rapport <= below.rapport:
            message = "must be above the stair before it"
            yield CatalogueFault("stairs.yaml", f"stairs.{id_}.rapport", message)


def _exactly(
    file: str, entry: str, rows: Iterable[str], wanted: tuple[str, ...]
) -> Iterator[CatalogueFault]:
    """Faults unless the rows are the wanted ones in the wanted order: the law and the faces count on these."""
    names = tuple(rows)
    yield from (CatalogueFault(file, entry, f"`{name}` is missing") for name in wanted if name not in names)
    yield from _unknown(file, entry, "entry of the name", names, wanted)
    if sorted(names) == sorted(wanted) and names != wanted:
        yield CatalogueFault(file, entry, "must stand in this order: " + ", ".join(wanted))
