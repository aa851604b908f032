"""Two trainees side by side as a report: what can be told, the skills with their bands, the calls, the runs."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.reports.charts.two_bands import two_bands_chart
from simulator.reports.page.blocks import Block, Facts, Picture, Points, Report, Section, Table, line, plain, quiet
from simulator.reports.page.sentences import clean, listed, pooled_words
from simulator.reports.page.whole import House
from simulator.reports.words import Words
from simulator.scoring.two_trainees import TwoTrainees
from simulator.version import VERSION

LONGEST = 18
"""Signs of an id that the head of a column has room for."""


def two_trainees_report(value: TwoTrainees, house: House | None = None) -> Report:
    """The report on two trainees. It lays side by side and ranks nobody; its reliability stands in its head."""
    house = house or House()
    words = house.words
    one, other = names_of(value)
    sections = (
        Section("tell", words("beside_tell"), tuple(_tell(value, words))),
        Section("beside-skills", words("beside_skills"), tuple(_skills(value, words))),
    )
    detail = (
        Section("beside-calls", words("beside_calls"), tuple(_calls(value, words))),
        Section("beside-runs", words("beside_runs"), tuple(_runs(value, words))),
        Section("left-out", words("beside_left_out"), tuple(_left_out(value, words))),
    )
    return Report(
        title=words("beside_title"),
        subtitle=words("beside_lead", one=one, other=other),
        academy=clean(house.name),
        facts=Facts(tuple(_facts(value, words))),
        first=tuple(section for section in sections if section.blocks),
        detail=tuple(section for section in detail if section.blocks),
        foot=(line(words("foot_verdict")), line(quiet(f"deescalation-simulator {VERSION}"))),
        logo=house.logo,
        logo_type=house.logo_type,
    )


def names_of(value: TwoTrainees) -> tuple[str, str]:
    """The ids of the two, as they can be shown."""
    one, other = value.sides
    return clean(one.trainee), clean(other.trainee)


def short_names(value: TwoTrainees) -> tuple[str, str]:
    """The ids for the heads of columns: of long ones their ends, or else their beginnings, as long as those tell the
    two apart."""
    names = names_of(value)
    ends = tuple(name if len(name) <= LONGEST else f"…{name[1 - LONGEST :]}" for name in names)
    beginnings = tuple(name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…" for name in names)
    for one, other in (ends, beginnings):
        if one != other:
            return one, other
    return names


def _facts(value: TwoTrainees, words: Words) -> Iterator[tuple[str, str]]:
    one, other = short_names(value)
    first, second = value.sides

    def both(mine: str, theirs: str) -> str:
        return words("beside_both", one=one, first=mine, other=other, second=theirs)

    yield words("beside_trainees"), listed((one, other), words)
    yield words("beside_counted"), both(str(len(first.runs)), str(len(second.runs)))
    yield words("fact_reliability"), both(f"{first.reliability:.2f}", f"{second.reliability:.2f}")


def _tell(value: TwoTrainees, words: Words) -> Iterator[Block]:
    if not value.calls:
        yield plain(words("beside_none"))
        return
    one, other = names_of(value)
    first, second = value.sides
    few = min(first.encounters, second.encounters) < value.runs_wanted
    yield plain(
        words(
            "beside_few" if few else "beside_many",
            one=one,
            first=words.count("runs", len(first.runs)),
            met_first=words.count("encounters", first.encounters),
            reliability_first=f"{first.reliability:.2f}",
            other=other,
            second=words.count("runs", len(second.runs)),
            met_second=words.count("encounters", second.encounters),
            reliability_second=f"{second.reliability:.2f}",
            wanted=value.runs_wanted,
            needed=f"{value.reliability_wanted:.2f}",
        )
    )
    if any(side.encounters < len(side.runs) for side in value.sides):
        yield plain(words("beside_repeated"))
    if any(call.differences for call in value.calls):
        yield plain(words("beside_differ"))
    yield plain(words("beside_how"), "quiet")


def _skills(value: TwoTrainees, words: Words) -> Iterator[Block]:
    if not value.skills:
        return
    one, other = short_names(value)
    yield Picture("beside", two_bands_chart(value, (one, other), words))
    head = (words("skill"), one, other, words("beside_told_head"))
    rows = tuple(
        (clean(skill.label), *(pooled_words(rating, words) for rating in skill.ratings), words(f"told_{skill.told}"))
        for skill in value.skills
    )
    yield Table(words("beside_skills_caption"), head, rows)


def _calls(value: TwoTrainees, words: Words) -> Iterator[Block]:
    if not value.calls:
        return
    one, other = short_names(value)
    head = (
        words("call_head"),
        words("beside_runs_head", trainee=one),
        words("beside_runs_head", trainee=other),
        words("beside_differs_head"),
    )
    rows = tuple(
        (
            clean(call.title),
            *map(str, call.runs),
            listed([words(f"differs_{each}") for each in call.differences], words) or words("differs_none"),
        )
        for call in value.calls
    )
    yield Table(words("beside_calls_caption"), head, rows, frozenset({1, 2}))


def _runs(value: TwoTrainees, words: Words) -> Iterator[Block]:
    head = (
        words("call_head"),
        words("fact_trainee"),
        words("fact_date"),
        words("fact_difficulty"),
        words("critical_head"),
        words("ending_head"),
    )
    rows = tuple(
        (
            clean(f"{run.title} ({run.temperament.lower()})"),
            name,
            clean(run.started_at)[:16].replace("T", " "),
            str(run.difficulty),
            str(run.critical),
            clean(run.outcome),
        )
        for call in value.calls
        for name, side in zip(short_names(value), value.sides, strict=True)
        for run in side.runs
        if run.scenario == call.scenario
    )
    if rows:
        yield Table(words("beside_runs_caption"), head, rows, frozenset({3, 4}))


def _left_out(value: TwoTrainees, words: Words) -> Iterator[Block]:
    told = []
    for name, side in zip(names_of(value), value.sides, strict=True):
        if side.other_calls:
            told.append(words("beside_alone", trainee=name, calls="; ".join(map(clean, side.other_calls))))
        if side.not_counted:
            told.append(words("beside_not_counted", trainee=name, runs=words.count("runs", side.not_counted)))
    if told:
        yield Points(tuple(line(each) for each in told))
