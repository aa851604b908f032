"""A report as HTML and Markdown: it says what the debrief says, and nothing that a person typed can become markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped
from simulator.encounter.course import play
from simulator.encounter.program import compile_program
from simulator.reports.html import html_report
from simulator.reports.markdown import escaped, markdown_report
from simulator.reports.page.whole import House, report_of
from simulator.reports.words import Words, WordsError, shipped_words
from simulator.scenario.load import load_scenario
from simulator.scoring.debrief import debrief
from simulator.scoring.session_facts import SessionFacts

LAST_BUS = Path(__file__).parents[1] / "fixtures" / "last_bus.yaml"
GOOD = ("speaker_off", "hello", "told", "offer", "hold", "walk")
POOR = ("move_on", "hush", "take_it")
HOSTILE = "<script>alert(1)</script>\"'&`**x**[a](b)|{{7*7}}\u202e"


class Reader(HTMLParser):
    """What a browser would see: tags, ids, links and words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)

    def handle_data(self, data):
        self.words += data


@pytest.fixture(scope="module")
def program():
    loaded = load_scenario(LAST_BUS.read_text(encoding="utf-8"), "last_bus.yaml", shipped())
    return compile_program(loaded.scenario, shipped())


@pytest.fixture
def value(program):
    def make(*actions, trainee="T-0042"):
        facts = SessionFacts(session="1a2b", trainee=trainee, mode="assessed", started_at="2026-03-01T10:00:00.000Z")
        return debrief(program, play(program, 1, "loud", actions), facts)

    return make


@pytest.mark.parametrize("actions", [GOOD, POOR, (*POOR[:1], "stop"), ()])
def test_every_link_leads_to_a_place_in_the_page(value, actions):
    read = Reader(html_report(report_of(value(*actions))))
    assert len(read.ids) == len(set(read.ids))
    assert {link for link in read.links if link[1:] not in read.ids} == set()


def test_every_decision_has_a_card_with_its_effect(value):
    made = value(*GOOD)
    page = report_of(made)
    turns = next(section for section in page.detail if section.name == "chapter-turn-by-turn")
    assert [card.anchor for card in turns.blocks] == [f"turn-{turn.turn}" for turn in made.turns]
    read = Reader(html_report(page))
    for turn in made.turns:
        assert turn.effect in read.words


def test_nothing_is_loaded_and_nothing_runs(value):
    text = html_report(report_of(value(*POOR)))
    read = Reader(text)
    assert not {"script", "link", "iframe", "object", "form"} & set(read.tags)
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)


def test_hostile_words_stay_words(value):
    page = report_of(value(*GOOD, trainee=HOSTILE), House(name=HOSTILE))
    read = Reader(html_report(page))
    assert "script" not in read.tags
    assert "<script>alert(1)</script>" in read.words
    assert "\u202e" not in read.words
    told = markdown_report(page)
    assert "<script>" not in told
    assert "**x**" not in told
    assert "](b)" not in told.replace("\\]\\(b\\)", "")


@pytest.mark.parametrize("words", ["- a", "1. a", "+ b", "# c", "> d", "| e |", "`f`", "---", "==="])
def test_no_words_begin_a_list_a_heading_or_a_table_or_are_a_rule(words):
    # Before a digit a backslash would be one, and be seen.
    assert escaped(words).startswith("1\\." if words[0] == "1" else f"\\{words[0]}")


def test_an_academy_replaces_words_and_cannot_name_what_is_not_there(value):
    own = shipped_words().replaced('title: "Nachbesprechung: {title}"\nkeep: "Behalten"', "own.yaml")
    page = report_of(value(*GOOD), House(words=own))
    assert page.title.startswith("Nachbesprechung: ")
    with pytest.raises(WordsError, match="names \\{seed\\}"):
        shipped_words().replaced('title: "{seed}"', "own.yaml")
    with pytest.raises(WordsError, match="not the key"):
        shipped_words().replaced('titel: "x"', "own.yaml")


def test_a_template_runs_nothing():
    assert Words({"a": "{x.__class__} {x!r} {x}"})("a", x="fine") == "{x.__class__} {x!r} fine"


def test_the_charts_say_in_words_what_they_show(value):
    made = value(*GOOD)
    text = html_report(report_of(made))
    assert text.count("<desc") == text.count("<svg") >= 3
    assert f"tension went from {made.measures.tension_start:.0f} to {made.measures.tension_end:.0f}" in text


def test_a_branch_and_hints_are_told(program):
    facts = SessionFacts(mode="practice", branch_of="s", branch_turn=3, hints=2)
    page = report_of(debrief(program, play(program, 1, "loud", GOOD), facts))
    assert ("Practice branch", "another way tried from turn 3 on") in page.facts.pairs
    assert ("Hints asked for", "2") in page.facts.pairs


def test_page_one_says_what_the_overall_number_is(value):
    made = value(*GOOD)
    overall = made.overall.model_copy(update={"rating": 4.5, "rated": 6, "words": "The mean of 6 rated skills."})
    (skills,) = [s for s in report_of(made.model_copy(update={"overall": overall})).first if s.name == "skills"]
    told = "".join(run.words for run in skills.blocks[-1].line)
    assert told.startswith("Overall: 4.5. The mean of 6 rated skills. One run describes;")


def test_a_moment_of_which_several_chances_were_not_taken_is_told_once(value):
    made = value(*POOR)
    page = report_of(made)
    missed = next((section for section in page.detail if section.name == "chapter-missed"), None)
    turns = [entry.turn for entry in made.ledgers.missed]
    assert turns
    assert missed is not None
    (points,) = missed.blocks
    told = ["".join(run.words for run in line) for line in points.lines]
    assert len(told) == len({(entry.turn, entry.moment) for entry in made.ledgers.missed})
    for entry in made.ledgers.missed:
        assert any(f"{entry.label}." in words and f"turn {entry.turn}," in words for words in told)
