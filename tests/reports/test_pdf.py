"""The PDF: one page for a busy reader, tagged, its fonts inside, the same file each time, and no word of it is code."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped
from simulator.encounter.course import play
from simulator.encounter.program import compile_program
from simulator.reports.page.whole import House, report_of
from simulator.reports.pdf import PdfError, pdf_report
from simulator.scenario.load import load_scenario
from simulator.scoring.debrief import debrief
from simulator.scoring.session_facts import SessionFacts

LAST_BUS = Path(__file__).parents[1] / "fixtures" / "last_bus.yaml"
HOSTILE = '#panic("x") #strong[y] $z$ \\ "q" <b> @ref [c] /* d */ // e {{f}}'


@pytest.fixture(scope="module")
def value():
    loaded = load_scenario(LAST_BUS.read_text(encoding="utf-8"), "last_bus.yaml", shipped())
    program = compile_program(loaded.scenario, shipped())

    def make(*actions, trainee="T-0042"):
        return debrief(program, play(program, 1, "loud", actions), SessionFacts(trainee=trainee))

    return make


def streams(pdf: bytes) -> bytes:
    """All that a PDF holds, unpacked."""
    found = [pdf]
    for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(part))
        except zlib.error:
            continue
    return b"\n".join(found)


@pytest.mark.parametrize(
    "actions", [("speaker_off", "hello", "told", "offer", "hold", "walk"), ("move_on", "stop"), ()]
)
@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_it_is_tagged_and_its_fonts_are_inside(value, actions, paper):
    whole = streams(pdf_report(report_of(value(*actions)), paper))
    assert whole.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in whole
    assert b"pdfuaid:part>1<" in whole or b"<pdfuaid:part>1" in whole
    assert b"/FontFile" in whole
    assert b"SourceSansPro" in whole


def test_the_same_debrief_gives_the_same_file(value):
    report = report_of(value("hello", "told"))
    assert pdf_report(report) == pdf_report(report)


def test_words_are_never_code(value):
    page = report_of(value("hello", trainee=HOSTILE), House(name=HOSTILE))
    assert pdf_report(page).startswith(b"%PDF")


def test_a_logo_that_cannot_be_drawn_is_told_with_the_mend(value):
    with pytest.raises(PdfError, match="Save the logo in the folder academy anew"):
        pdf_report(report_of(value("hello"), House("Academy", b"<svg", "image/svg+xml")))


def test_signs_that_no_font_has_cost_nobody_the_report(value):
    page = report_of(value("hello", trainee="T-\U0001f600\u5b66\ue123"))
    assert pdf_report(page).startswith(b"%PDF")


def test_a_logo_stands_in_it(value):
    logo = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
    report = report_of(value("hello"), House("Academy", logo, "image/svg+xml"))
    assert len(pdf_report(report)) != len(pdf_report(report_of(value("hello"), House("Academy"))))
