"""Debriefs of many sessions as three tables: one row a session, one a competency, one a decision.

A cell that a spreadsheet could take for a formula begins with an apostrophe, so that nothing typed by anybody runs.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from simulator.reports.page.sentences import clean
from simulator.scoring.debrief import Debrief

Row = Sequence[object]

# Some spreadsheets take the wide forms of these signs for the signs, and some part cells at semicolons.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_PARTED = re.compile("([;|]) ?(?=[" + re.escape("".join(_FORMULA)) + "])")

SESSION_HEAD = (
    "session", "trainee", "started_at", "mode", "scenario", "scenario_version", "temperament", "seed", "law",
    "status", "outcome", "outcome_kind", "value", "critical_errors", "overall", "rated", "decisions", "minutes",
    "tension_start", "tension_peak", "tension_end", "trust_start", "trust_end", "difficulty", "untimed",
    "timer_percent", "course",
)  # fmt: skip
SKILL_HEAD = ("session", "trainee", "scenario", "skill", "rating", "low", "high", "chances", "shown", "mistimed",
              "missed", "poor")  # fmt: skip
DECISION_HEAD = (
    "session", "trainee", "scenario", "turn", "clock_seconds", "moment", "kind", "said", "to", "landing",
    "tension_after", "trust_after", "habits", "critical", "expected", "cost", "loss", "better",
)  # fmt: skip


def session_row(debrief: Debrief) -> Row:
    """One session. Ratings of a single run describe; they measure nobody."""
    origin, session, measures, ending = debrief.origin, debrief.session, debrief.measures, debrief.ending
    return (
        session.session, session.trainee, session.started_at, session.mode or "", origin.scenario, origin.version,
        origin.temperament, origin.seed, origin.law, debrief.status, ending.outcome if ending else "",
        ending.kind if ending else "", ending.value if ending else "", len(debrief.critical),
        _number(debrief.overall.rating), debrief.overall.rated, measures.decisions, round(measures.seconds / 60, 2),
        measures.tension_start, measures.tension_peak, measures.tension_end, measures.rapport_start,
        measures.rapport_end, debrief.difficulty.count, int(session.untimed), session.timer_percent,
        origin.course_hash,
    )  # fmt: skip


def skill_rows(debrief: Debrief) -> Iterable[Row]:
    """One row a competency."""
    for rating in debrief.ratings:
        yield (
            debrief.session.session, debrief.session.trainee, debrief.origin.scenario, rating.skill,
            _number(rating.rating), _number(rating.low), _number(rating.high), rating.chances, rating.shown,
            rating.mistimed, rating.missed, rating.poor,
        )  # fmt: skip


def decision_rows(debrief: Debrief) -> Iterable[Row]:
    """One row a turn, with what it led to where that was worked out."""
    after = {point.turn: point for point in debrief.timeline}
    for turn in debrief.turns:
        point, led_to = after[turn.turn], turn.consequence
        yield (
            debrief.session.session, debrief.session.trainee, debrief.origin.scenario, turn.turn, turn.clock,
            turn.node, turn.kind, turn.said, turn.person, turn.landing or "", point.tension, point.rapport,
            "; ".join(turn.habits), "; ".join(turn.critical), _number(led_to.expected if led_to else None),
            _number(led_to.cost if led_to else None), _number(led_to.loss if led_to else None), turn.alternative,
        )  # fmt: skip


def csv_text(head: Sequence[str], rows: Iterable[Row]) -> str:
    """A table as CSV: UTF-8 as spreadsheets expect it is the writer's; here quotes, CRLF, and no formulas."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([defused(cell) for cell in row])
    return out.getvalue()


def defused(cell: object) -> object:
    """A cell that is a number stays one; words that a spreadsheet would run begin with an apostrophe."""
    if not isinstance(cell, str):
        return cell
    words = _PARTED.sub(r"\1 '", " ".join(clean(cell).split()))
    return f"'{words}" if words.startswith(_FORMULA) else words


def _number(value: float | None) -> float | str:
    return "" if value is None else value
