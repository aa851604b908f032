"""The whole report of a debrief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.records.academy import Academy, words_of
from simulator.reports.page.blocks import Facts, Line, Report, line, quiet
from simulator.reports.page.chapters import detail
from simulator.reports.page.first_page import first_page
from simulator.reports.page.sentences import clean
from simulator.reports.words import Words, shipped_words
from simulator.scoring.debrief import Debrief
from simulator.scoring.session_facts import SessionFacts, short_id
from simulator.version import VERSION


@dataclass(frozen=True, slots=True)
class House:
    """Whose report it is: an academy's name, its logo (SVG or PNG) and its words. All may be empty."""

    name: str = ""
    logo: bytes = field(default=b"", repr=False)
    logo_type: str = ""
    words: Words = field(default_factory=shipped_words)


def house_of(academy: Academy) -> House:
    """An academy's parts ready for reports. Raises RecordsProblem where its texts cannot be used."""
    return House(academy.name, academy.logo, academy.logo_type, words_of(academy))


def report_of(debrief: Debrief, house: House | None = None) -> Report:
    """The report: page one, the detail, and what it was computed from."""
    house = house or House()
    words = house.words
    return Report(
        title=clean(words("title", title=debrief.origin.title)),
        subtitle=words("subtitle"),
        academy=clean(house.name),
        facts=Facts(tuple((name, clean(value)) for name, value in _facts(debrief, words))),
        first=tuple(first_page(debrief, words)),
        detail=tuple(detail(debrief, words)),
        foot=tuple(_foot(debrief, words)),
        logo=house.logo,
        logo_type=house.logo_type,
    )


def who_and_when(session: SessionFacts, words: Words) -> Iterator[tuple[str, str]]:
    """Whose session it was, when, and in which mode: name and value, what is known of it."""
    if session.trainee:
        yield words("fact_trainee"), session.trainee
    if session.started_at:
        yield words("fact_date"), session.started_at[:16].replace("T", " ")
    if session.mode is not None:
        yield words("fact_mode"), words(f"mode_{session.mode}")


def _facts(debrief: Debrief, words: Words) -> Iterator[tuple[str, str]]:
    session, difficulty = debrief.session, debrief.difficulty
    yield from who_and_when(session, words)
    person = words("person_drawn", person=debrief.person, temperament=difficulty.temperament_label.lower())
    yield words("fact_person"), person
    yield words("fact_difficulty"), words.count("difficulty_count", difficulty.count)
    if session.untimed:
        yield words("fact_timing"), words("untimed")
    elif session.timer_percent != 100:
        yield words("fact_timing"), words("timers_stretched", percent=session.timer_percent)
    if session.branch_turn is not None:
        yield words("fact_branch"), words("branch_from", turn=session.branch_turn)
    if session.hints:
        yield words("fact_hints"), str(session.hints)
    if session.session:
        yield words("fact_session"), short_id(session.session)


def _foot(debrief: Debrief, words: Words) -> Iterator[Line]:
    origin = debrief.origin
    yield line(words("foot_verdict"))
    yield line(
        quiet(
            words(
                "foot_made",
                program=f"deescalation-simulator {VERSION}",
                scenario=origin.scenario,
                version=clean(origin.version),
                temperament=origin.temperament,
                seed=origin.seed,
                law=origin.law,
            )
        )
    )
    if debrief.session.session:
        yield line(quiet(words("foot_session", session=clean(debrief.session.session))))
    yield line(quiet(words("foot_hash", hash=origin.course_hash)))
