"""Tables for a spreadsheet: a row for each thing, and nothing in them that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped
from simulator.encounter.course import play
from simulator.encounter.program import compile_program
from simulator.reports import tables
from simulator.scenario.load import load_scenario
from simulator.scoring.debrief import debrief
from simulator.scoring.session_facts import SessionFacts

LAST_BUS = Path(__file__).parents[1] / "fixtures" / "last_bus.yaml"


@pytest.fixture(scope="module")
def value():
    loaded = load_scenario(LAST_BUS.read_text(encoding="utf-8"), "last_bus.yaml", shipped())
    program = compile_program(loaded.scenario, shipped())
    actions = ("speaker_off", "hello", "told", "offer", "hold", "walk")
    facts = SessionFacts(session="s1", trainee="=1+1", mode="practice")
    return debrief(program, play(program, 1, "loud", actions), facts)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_defused(cell):
    assert str(tables.defused(cell))[0] == "'" or not str(tables.defused(cell)).startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("words", ["a;=1+1", "a; =1+1", "a|@x", "＝1+1", "a;＝1", " \u200b=1"])
def test_a_formula_is_defused_however_a_spreadsheet_parts_the_cells(words):
    parts = re.split("[;|]", str(tables.defused(words)))
    assert not any(part.strip().startswith(("=", "@", "＝")) for part in parts)


def test_numbers_stay_numbers():
    assert tables.defused(-3.5) == -3.5


@pytest.mark.parametrize(
    ("head", "rows", "count"),
    [
        (tables.SESSION_HEAD, lambda value: [tables.session_row(value)], lambda value: 1),
        (tables.SKILL_HEAD, tables.skill_rows, lambda value: len(value.ratings)),
        (tables.DECISION_HEAD, tables.decision_rows, lambda value: len(value.turns)),
    ],
)
def test_every_row_has_a_cell_for_every_head(value, head, rows, count):
    read = list(csv.DictReader(io.StringIO(tables.csv_text(head, rows(value)))))
    assert len(read) == count(value)
    assert all(None not in row and None not in row.values() for row in read)
    assert {row["trainee"] for row in read} == {"'=1+1"}


def test_the_figures_are_the_debriefs(value):
    (row,) = csv.DictReader(io.StringIO(tables.csv_text(tables.SESSION_HEAD, [tables.session_row(value)])))
    assert float(row["value"]) == value.ending.value
    assert row["course"] == value.origin.course_hash
    rows = list(csv.DictReader(io.StringIO(tables.csv_text(tables.DECISION_HEAD, tables.decision_rows(value)))))
    assert [row["said"] for row in rows] == [turn.said for turn in value.turns]
