"""What a record knows of its session beside the course, as scoring takes it."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.records.log_lines import Header
from simulator.records.reading import SessionRecord
from simulator.scoring.session_facts import SessionFacts


def facts_of(header: Header, thinking_ms: Iterable[int | None], hints: int = 0) -> SessionFacts:
    """The facts in a header, with how long the trainee thought before each action, and the hints asked for."""
    return SessionFacts(
        session=header.session,
        trainee=header.trainee,
        mode=header.mode,
        started_at=header.started_at,
        untimed=header.untimed,
        timer_percent=header.timer_percent,
        thinking_ms=tuple(thinking_ms),
        branch_of=header.branch.of if header.branch is not None else "",
        branch_turn=header.branch.turn if header.branch is not None else None,
        hints=hints,
    )


def facts_of_record(record: SessionRecord) -> SessionFacts:
    """The facts of a session that was read from its log."""
    hints = sum(line.hints for line in record.actions)
    return facts_of(record.header, (line.thinking_ms for line in record.actions), hints)
