"""The chapter on simulated trainees: its place, its words, its chart; nothing in a title becomes markup."""

from __future__ import annotations

import re

import pytest

from simulator.authoring.simulation import fared_of
from simulator.encounter.course import play
from simulator.reports.charts.company import binned, company_chart
from simulator.reports.html import html_report
from simulator.reports.markdown import markdown_report
from simulator.reports.page.company import company_lead
from simulator.reports.page.whole import report_of
from simulator.reports.words import shipped_words
from simulator.scoring.company import EndedSo
from simulator.scoring.debrief import debrief, with_company

HEARD = ("speaker_off", "hello", "told", "offer", "hold", "walk")
HOSTILE = "<script>alert(1)</script>**x**\u202e"


@pytest.fixture(scope="module")
def fared(last_bus):
    return fared_of(last_bus, play(last_bus, 1, "loud", HEARD).start, 10)


@pytest.fixture(scope="module")
def value(last_bus, fared):
    return with_company(debrief(last_bus, play(last_bus, 1, "loud", HEARD)), fared)


def test_it_stands_with_the_outcome_after_how_the_call_went(value):
    names = [section.name.removeprefix("chapter-") for section in report_of(value).detail]
    assert names.index("company") > names.index("measures")
    assert "company" not in "".join(section.name for section in report_of(value).first)


def test_without_it_there_is_no_such_chapter(value):
    page = report_of(value.model_copy(update={"company": None}))
    assert "chapter-company" not in [section.name for section in page.detail]


def test_every_play_is_in_one_bar_and_each_kind_in_the_words_of_the_chart(value, fared):
    for each in fared:
        assert sum(binned(each)) == each.plays
    drawing = company_chart(value.company, shipped_words())
    for each in fared:
        row = f"{each.trainee.capitalize()}: from {each.values[0]:.0f} to {each.values[-1]:.0f}"
        assert row in drawing.description
    assert f"this call: {value.company.value:.0f}" in drawing.svg("company")


def test_a_hostile_title_stays_words(value, fared):
    ending = EndedSo(outcome="x", title=HOSTILE, plays=10)
    spoilt = with_company(value, [each.model_copy(update={"endings": (ending,)}) for each in fared])
    page = report_of(spoilt)
    assert "<script" not in html_report(page)
    assert not re.search(r"(?<!\\)(<script|\*x)", markdown_report(page))
    assert "\u202e" not in html_report(page)


def test_that_an_instructor_changed_the_call_is_said(value):
    ending = value.ending.model_copy(update={"injected": True})
    told = list(company_lead(value.model_copy(update={"ending": ending}), value.company, shipped_words()))
    assert "An instructor changed this call" in told[-1]
    assert not any("instructor" in words for words in company_lead(value, value.company, shipped_words()))
