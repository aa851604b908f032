"""A debrief on paper: plain text that reads in order, and JSON that reads back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped
from simulator.encounter.course import play
from simulator.encounter.program import compile_program
from simulator.reports.as_json import WRITTEN, debrief_json, schema_of
from simulator.reports.page.sentences import quoted
from simulator.reports.page.whole import report_of
from simulator.reports.text import debrief_text
from simulator.scenario.load import load_scenario
from simulator.scoring.debrief import Debrief, debrief
from simulator.scoring.inner_course import Cause, Inner
from simulator.scoring.turning_points import TurningPoint

LAST_BUS = Path(__file__).parents[1] / "fixtures" / "last_bus.yaml"


@pytest.fixture(scope="module")
def last_bus():
    loaded = load_scenario(LAST_BUS.read_text(encoding="utf-8"), "last_bus.yaml", shipped())
    return compile_program(loaded.scenario, shipped())


@pytest.fixture
def told(last_bus):
    def make(*actions, temperament="loud"):
        return debrief(last_bus, play(last_bus, 1, temperament, actions))

    return make


GOOD = ("speaker_off", "hello", "told", "offer", "hold", "walk")
POOR = ("move_on", "hush", "take_it")


@pytest.mark.parametrize("actions", [GOOD, POOR, (*POOR[:1], "stop"), ()])
def test_no_line_is_longer_than_eighty_columns(told, actions):
    assert max(map(len, debrief_text(told(*actions)).splitlines())) <= 80


def test_the_first_page_says_how_it_ended_what_to_keep_and_what_to_change(told):
    first = debrief_text(told(*POOR)).split("HABITS SEEN")[0]
    assert "On the floor." in first
    assert "Keep: " in first
    assert "Change: If an order is on my tongue" in first
    assert len(first.splitlines()) <= 40


def test_a_broken_promise_stands_on_the_first_page(told):
    value = told(*GOOD)
    (promise,) = value.measures.promises
    broken = promise.model_copy(update={"status": "broken", "settled": 5})
    value = value.model_copy(update={"measures": value.measures.model_copy(update={"promises": (broken,)})})
    first = debrief_text(value).split("RATINGS")[0]
    assert "WORDS THAT DID NOT HOLD" in first
    assert "It was broken in turn 5." in " ".join(first.split())
    (section,) = [section for section in report_of(value).first if section.name == "broken"]
    assert [run.turn for run in section.blocks[0].lines[0] if run.turn] == [promise.made]


def test_a_better_line_stands_in_quotes_and_a_better_deed_does_not(told):
    value = told(*POOR)
    named = [entry for entry in value.ledgers.poor if entry.alternative]
    assert named
    text = " ".join(debrief_text(value).split())
    for entry in named:
        assert quoted(entry.alternative, entry.alternative_spoken) in text


def test_where_tension_rose_by_itself_the_first_page_says_what_pressed(told):
    value = told("speaker_off", "wait")
    point = TurningPoint(turn=2, at="0:10", kind="turn", said="Wait.", spoken=False, effect="", why="Look.")
    inner = Inner(by_act=0, by_time=4.2, act_words="", time_words="Time did it.", causes=(
        Cause(kind="trust", points=-3.0, words="Trust."), Cause(kind="load", points=3.0, words="The siren."),
    ))  # fmt: skip
    turns = tuple(turn.model_copy(update={"inner": inner, "reply": ""}) for turn in value.turns)
    value = value.model_copy(update={"turning_points": (point,), "turns": turns})
    assert "Look.\n  Time did it. The siren.\n" in debrief_text(value)
    (talk,) = [section for section in report_of(value).first if section.name == "talk"]
    assert "Look. Time did it. The siren." in str(talk.blocks)


def test_every_turn_is_told_in_order(told):
    text = debrief_text(told(*GOOD))
    places = [text.index(f"\nTurn {number}, at ") for number in range(1, 7)]
    assert places == sorted(places)


def test_a_critical_error_stands_before_the_ratings(told, last_bus):
    value = told(*POOR)
    finding = {
        "error": "x", "turn": 3, "clock": 15.2, "at": "0:15", "said": "Go for the lid.", "skill": "safety",
        "label": "Closed in", "why": "Nobody was in danger.", "instead": "Step back.",
    }  # fmt: skip
    value = Debrief.model_validate({**value.model_dump(), "critical": [finding]})
    text = debrief_text(value)
    assert text.index("CRITICAL ERRORS") < text.index("RATINGS")


def test_a_stopped_session_says_that_nothing_is_held_against_the_trainee(told):
    text = debrief_text(told("hello", "stop"))
    assert "Nothing is held against you" in text
    assert "You stopped the session." in text


def test_control_characters_never_reach_a_terminal(told):
    value = told("hello")
    hostile = value.origin.model_copy(update={"title": "\x1b[2JCall\u202e"})
    text = debrief_text(value.model_copy(update={"origin": hostile}))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_words_are_about_decisions_and_no_verdicts(told):
    for actions in (GOOD, POOR):
        text = debrief_text(told(*actions)).lower()
        for verdict in ("good shoot", "bad shoot", "you failed", "you are a bad", "incompetent", "wrong answer"):
            assert verdict not in text


def test_json_reads_back_to_the_same_value_and_is_the_same_text_each_time(told):
    text = debrief_json(told(*GOOD))
    assert Debrief.model_validate_json(text) == told(*GOOD)
    assert text == debrief_json(told(*GOOD))
    assert list(json.loads(text))[:2] == ["format", "status"]


@pytest.mark.parametrize("what", WRITTEN)
def test_a_schema_names_every_key_that_is_written(what):
    schema = json.loads(schema_of(what))
    assert schema["title"] == WRITTEN[what].__name__
    assert list(schema["properties"]) == list(WRITTEN[what].model_fields)
    assert all("description" in part for part in schema["$defs"].values() if part["type"] == "object")


def test_what_is_to_be_said_again_in_the_same_words_is_said_once_with_its_turns(told):
    value = told(*POOR)
    entry = value.ledgers.poor[0].model_copy(update={"why": "It was too soon.", "effect": "It hurt: tension up 4."})
    again = entry.model_copy(update={"turn": 5, "at": "0:40"})
    other = entry.model_copy(update={"turn": 6, "at": "0:50", "why": "It was too late."})
    last = entry.model_copy(update={"turn": 7, "at": "1:00", "effect": "It hurt: tension up 9."})

    def text(*entries):
        ledgers = value.ledgers.model_copy(update={"poor": entries})
        return " ".join(debrief_text(value.model_copy(update={"ledgers": ledgers, "turns": ()})).split())

    both = text(entry, again, other)
    assert f"Turns {entry.turn} and 5, at {entry.at} and 0:40: " in both
    assert "Turn 6, at 0:50: " in both
    assert both.count("It was too soon.") == 1
    told_of = text(entry, again, last)
    assert f"Turns {entry.turn} and 5. It hurt: tension up 4. Turn 7. It hurt: tension up 9. It was too" in told_of
