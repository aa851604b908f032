"""Two trainees on a page: every format says the same, nobody is ranked, no name becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from simulator.encounter.course import play
from simulator.reports.charts.two_bands import two_bands_chart
from simulator.reports.html import html_report
from simulator.reports.markdown import markdown_report
from simulator.reports.page.blocks import Block, Card, Pair, Paragraph, Report, Table
from simulator.reports.page.two_trainees_page import short_names, two_trainees_report
from simulator.reports.page.whole import House
from simulator.reports.pdf import pdf_report
from simulator.reports.plain import plain_report
from simulator.reports.words import shipped_words
from simulator.scoring.debrief import debrief
from simulator.scoring.session_facts import SessionFacts
from simulator.scoring.two_trainees import TwoTrainees, side_by_side

GOOD = ("speaker_off", "hello", "told", "offer", "hold", "walk")
POOR = ("move_on", "hush", "take_it")
HOSTILE = "<script>alert(1)</script>\"'&`**x**[a](b)|{{7*7}}#set page()\u202e"
RANKING = ("better", "best", "worse", "worst", "winner", "ahead", "behind", "stronger", "weaker", "leads", "higher", "lower")  # fmt: skip


@pytest.fixture(scope="module")
def two(last_bus):
    def make(one: str = "T-1", other: str = "T-2", runs: int = 3, *, calls: int = 1) -> TwoTrainees:
        def played(trainee: str, actions: tuple[str, ...]) -> list:
            found = []
            for day in range(1, runs + 1):
                facts = SessionFacts(session=f"{trainee}{day}", trainee=trainee, started_at=f"2026-03-{day:02d}T10:00Z")
                value = debrief(last_bus, play(last_bus, 1, "loud", actions), facts)
                origin = value.origin.model_copy(update={"scenario": f"call{day % calls}"})
                found.append(value.model_copy(update={"origin": origin}))
            return found

        return side_by_side(played(one, GOOD), played(other, POOR))

    return make


def blocks(report: Report) -> Iterator[Block]:
    for section in (*report.first, *report.detail):
        yield from section.blocks


def test_each_skill_stands_with_both_bands_both_counts_and_what_can_be_told(two):
    value, words = two(), shipped_words()
    table = next(block for block in blocks(two_trainees_report(value)) if isinstance(block, Table))
    assert [row[0] for row in table.rows] == [skill.label for skill in value.skills]
    for row, skill in zip(table.rows, value.skills, strict=True):
        for cell, rating in zip(row[1:3], skill.ratings, strict=True):
            assert re.search(rf", {rating.chances} chances? in {rating.runs} runs?$", cell)
            if rating.rating is None:
                assert cell.startswith("not rated, ")
            else:
                assert cell.startswith(f"{rating.rating:.1f} ({rating.low:.1f}–{rating.high:.1f}), ")
        assert row[3] == words(f"told_{skill.told}")


@pytest.mark.parametrize("runs", [1, 3, 16])
def test_nobody_is_ranked_in_words_or_in_tones(two, runs):
    report = two_trainees_report(two(runs=runs))
    told = plain_report(report).lower()
    assert not [word for word in RANKING if re.search(rf"\b{word}\b", told)]
    assert "nobody is ranked" in told
    assert not [block for block in blocks(report) if isinstance(block, Card | Pair)]
    tones = {block.tone for block in blocks(report) if isinstance(block, Paragraph)}
    assert tones <= {"", "quiet"}


def test_reliability_stands_in_the_head_and_in_words(two):
    few, many = (plain_report(two_trainees_report(two(runs=runs, calls=runs))) for runs in (3, 16))
    assert "Reliability: 0.43 (T-1), 0.43 (T-2)" in few
    assert "before two people may be compared at all" in " ".join(few.split())
    assert "never as a rank" in " ".join(many.split())
    again = " ".join(plain_report(two_trainees_report(two(runs=16))).split())
    assert "16 runs on the same calls, 1 encounter, with a reliability of about 0.80" in again
    assert "before two people may be compared at all" in again
    assert "it is at most what stands here" in again


def test_the_chart_tells_the_two_apart_by_shape_alone(two):
    value = two()
    drawing = two_bands_chart(value, ("T-1", "T-2"), shipped_words())
    svg = drawing.svg("beside", style="")
    rated = [rating for skill in value.skills for rating in skill.ratings if rating.rating is not None]
    classes = re.findall(r'<circle class="(\w+)"', svg)
    assert set(classes) == {"dot", "mark"}
    assert len(classes) == len(rated) + 2
    assert not re.search(r'class="(good|poor|bad|note)', svg)
    assert drawing.description.count("T-1") == drawing.description.count("T-2") == len(value.skills)


def test_hostile_names_stay_words_in_every_format(two):
    report = two_trainees_report(two(HOSTILE, f"{HOSTILE}2"), House(name=HOSTILE))
    html = html_report(report)
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "\u202e" not in html + markdown_report(report) + plain_report(report)
    assert not re.search(r"(?<!\\)(<script|\*\*x|\]\(b)", markdown_report(report))
    assert pdf_report(report).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("T-1", "x" * 30 + "117", ("T-1", "…" + "x" * 14 + "117")),
        ("x" * 30 + "117", "x" * 30 + "118", ("…" + "x" * 14 + "117", "…" + "x" * 14 + "118")),
        ("117" + "x" * 30, "118" + "x" * 30, ("117" + "x" * 14 + "…", "118" + "x" * 14 + "…")),
        ("x" * 18 + "1" + "y" * 20, "x" * 18 + "2" + "y" * 20, ("x" * 18 + "1" + "y" * 20, "x" * 18 + "2" + "y" * 20)),
    ],
)
def test_long_ids_are_cut_where_that_tells_the_two_apart(two, one, other, shown):
    value = two(one, other, 1)
    assert short_names(value) == shown
    assert one in plain_report(two_trainees_report(value))
    assert other in plain_report(two_trainees_report(value))


def test_no_call_in_common_is_said_with_what_to_do(two, last_bus):
    value = two()
    bare = value.model_copy(
        update={
            "calls": (),
            "skills": (),
            "sides": tuple(s.model_copy(update={"runs": (), "other_calls": ("A call",)}) for s in value.sides),
        }
    )
    told = " ".join(plain_report(two_trainees_report(bare)).split())
    assert "Let both play the same call" in told
    assert "T-1 alone played to its end: A call." in told
    assert pdf_report(two_trainees_report(bare)).startswith(b"%PDF-")


def test_plain_text_keeps_to_its_columns(two):
    lines = plain_report(two_trainees_report(two())).splitlines()
    assert max(map(len, lines)) <= 80
