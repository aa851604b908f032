"""Earlier runs in reports: what is told of them, and that it is told of runs and of nobody else."""

from __future__ import annotations

import pytest

from simulator.encounter.course import play
from simulator.reports.html import html_report
from simulator.reports.page.whole import report_of
from simulator.reports.text import debrief_text
from simulator.scoring.debrief import debrief
from simulator.scoring.earlier import with_earlier
from simulator.scoring.session_facts import SessionFacts

GOOD = ("speaker_off", "hello", "told", "offer", "hold", "walk")
POOR = ("move_on", "hush", "take_it")


@pytest.fixture(scope="module")
def value(last_bus):
    def run(day: int, *actions: str):
        facts = SessionFacts(session=f"s{day}", trainee="T-1", started_at=f"2026-03-{day:02d}T10:00:00.000Z")
        return debrief(last_bus, play(last_bus, 1, "loud", actions), facts)

    return with_earlier(run(4, *GOOD), [run(1, *POOR), run(2, *POOR), run(3, *GOOD)])


def test_text_and_page_tell_the_same_of_earlier_runs(value):
    told = " ".join(debrief_text(value).split())
    page = html_report(report_of(value))
    before = value.earlier.habits_in_ten_before
    for sentence in (
        "3 earlier runs of the same trainee count beside this one, at most the latest 20.",
        f"Poor habits in ten decisions: 0.0 here, {before:.1f} over the earlier runs. Poor habits are falling",
        "on 2026-03-01, the person as: loud",
    ):
        assert sentence in told
        assert sentence in page
    assert "Beside earlier runs" in page


def test_without_earlier_runs_there_is_no_chapter(value):
    alone = value.model_copy(update={"earlier": None})
    assert "EARLIER" not in debrief_text(alone)
    assert "Beside earlier runs" not in html_report(report_of(alone))
