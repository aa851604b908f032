"""The law's sanity run: on five people, better ways of talking end with less tension and more trust.

Figures are not the point and are not tested to the digit; the order is.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from simulator.authoring.catalogues import shipped
from simulator.encounter.drift import drift
from simulator.encounter.law import Act, apply
from simulator.encounter.state import Subject
from simulator.encounter.techniques import compile_profile, compile_techniques
from simulator.scenario.model import Profile

CATALOGUES = shipped()
TECHNIQUES = compile_techniques(CATALOGUES)
INDEX = {technique.id: technique.index for technique in TECHNIQUES}
FAMILIES = tuple(technique.family_index for technique in TECHNIQUES)
DATA = yaml.safe_load((Path(__file__).parent.parent / "fixtures" / "profiles.yaml").read_text(encoding="utf-8"))
LINE_TENTHS = 160
DISTANCE = 6000


def milli(value: object) -> int:
    return int(Decimal(str(value)) * 1000)


def profile(name: str) -> Profile:
    row = DATA["profiles"][name]
    return Profile(
        tension=milli(row["tension"]),
        rapport=milli(row["rapport"]),
        baseline=milli(row["baseline"]),
        grievance=milli(row["grievance"]),
        reactivity=milli(row["reactivity"]),
        kind=row["kind"],
        needs={need: milli(share) for need, share in row["needs"].items()},
        comfort=milli(row["comfort"]),
    )


@dataclass
class End:
    tension: float
    rapport: float

    @property
    def good(self) -> float:
        return self.rapport - self.tension


def run(person: str, play: list[list[str]], relief: int | None) -> End:
    source = profile(person)
    compiled = compile_profile(source, TECHNIQUES, CATALOGUES)
    subject = Subject(source.tension, source.rapport)
    load = milli(DATA["profiles"][person]["load"])
    history: tuple[tuple[int, ...], ...] = ()
    for number, line in enumerate(play, start=1):
        used = tuple(INDEX[id_] for id_ in line)
        subject = apply(TECHNIQUES, FAMILIES, compiled, subject, history, Act(used)).subject
        history = (*history, used)[-4:]
        if relief is not None and number == relief:
            load = max(0, load - 15_000)
        subject, _ = drift(source, subject, load, DISTANCE, False, LINE_TENTHS)
    return End(subject.tension / 1000, subject.rapport / 1000)


def course(person: str, line: str) -> End:
    row = DATA["lines"][line]
    return run(person, row["play"], None if row["relief"] == "none" else row["relief"])


ENDS = {(person, line): course(person, line) for person in DATA["profiles"] for line in DATA["lines"]}
REACTIVE = ("traffic", "shop", "bridge", "coffee")


@pytest.mark.parametrize("person", DATA["profiles"])
def test_typical_beats_novice_beats_directive(person: str) -> None:
    good, novice, directive = (ENDS[person, line].good for line in ("typical", "novice", "directive"))
    assert good > novice > directive


@pytest.mark.parametrize("person", REACTIVE)
def test_nothing_beats_the_varied_good_line_on_a_reactive_person(person: str) -> None:
    best = ENDS[person, "good"].good
    others = [line for line in DATA["lines"] if line not in ("good", "warm_and_sorry")]
    assert all(best > ENDS[person, line].good for line in others)
    # Nothing but warmth comes close, and on despair it is as good: three points of the two hundred.
    assert best > ENDS[person, "warm_and_sorry"].good - 3


def test_firm_and_fair_is_what_a_proactive_person_answers_to() -> None:
    best = ENDS["bar", "firm_fair"].good
    assert all(best > ENDS["bar", line].good for line in DATA["lines"] if line != "firm_fair")


def test_only_warm_and_sorry_feeds_a_proactive_person() -> None:
    assert ENDS["bar", "warm_and_sorry"].good < ENDS["bar", "waiter"].good


@pytest.mark.parametrize("person", REACTIVE)
def test_orders_and_threats_end_in_crisis_and_distrust(person: str) -> None:
    end = ENDS[person, "directive"]
    assert end.tension >= 95
    assert end.rapport <= -39


@pytest.mark.parametrize(
    ("person", "line", "tension", "rapport"),
    [
        ("traffic", "good", 3, 56), ("traffic", "firm_fair", 31, 33), ("traffic", "warm_and_sorry", 13, 52),
        ("traffic", "typical", 43, 23), ("traffic", "novice", 74, -10), ("traffic", "waiter", 57, 15),
        ("shop", "good", 34, 42), ("shop", "firm_fair", 48, 29), ("shop", "warm_and_sorry", 43, 44),
        ("shop", "typical", 66, 12), ("shop", "novice", 92, -15), ("shop", "waiter", 67, 16),
        ("bridge", "good", 41, 39), ("bridge", "firm_fair", 59, 23), ("bridge", "warm_and_sorry", 42, 42),
        ("bridge", "typical", 70, 12), ("bridge", "novice", 93, -14), ("bridge", "waiter", 71, 16),
        ("bar", "good", 57, 12), ("bar", "firm_fair", 28, 27), ("bar", "warm_and_sorry", 74, -8),
        ("bar", "typical", 59, 6), ("bar", "novice", 80, -20), ("bar", "waiter", 50, 11),
        ("coffee", "good", 1, 56), ("coffee", "firm_fair", 19, 33), ("coffee", "warm_and_sorry", 1, 52),
        ("coffee", "typical", 25, 22), ("coffee", "novice", 51, -7), ("coffee", "waiter", 36, 15),
    ],
)  # fmt: skip
def test_the_run_that_the_law_was_chosen_by_is_reproduced(person: str, line: str, tension: int, rapport: int) -> None:
    end = ENDS[person, line]
    assert end.tension == pytest.approx(tension, abs=1.0)
    assert end.rapport == pytest.approx(rapport, abs=1.0)
