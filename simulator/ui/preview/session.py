"""A call that is only looked at: it is played like any other, and nothing of it is written anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from simulator.encounter.actions import Action
from simulator.encounter.course import Course, CourseHash, extend, start_row
from simulator.encounter.happenings import Happening, to_row
from simulator.encounter.plans import Program
from simulator.records.live import LiveSession
from simulator.records.log_lines import FORMAT, Header
from simulator.records.session_log import SessionLog
from simulator.version import VERSION

_NO_SESSION = "00000000-0000-0000-0000-000000000000"


class PreviewSession(LiveSession):
    """A session without a log."""

    def __init__(self, program: Program, course: Course, *, untimed: bool) -> None:
        links = CourseHash(course.start, course.opening)
        about = program.scenario.about
        header = Header.model_validate(
            {
                "kind": "header",
                "format": FORMAT,
                "session": _NO_SESSION,
                "program": VERSION,
                "start": start_row(course.start),
                "opening": [to_row(happening) for happening in course.opening],
                "mode": "practice",
                "trainee": "",
                "started_at": "",
                "untimed": untimed,
                "scenario": {"title": about.title, "version": about.version},
                "course": links.hex,
                "chain": links.hex,
            }
        )
        nowhere = cast("SessionLog", None)  # every method that would write is replaced below
        super().__init__(program, header, nowhere, course, links)

    def act(self, action: Action, thinking_ms: int | None = None, hints: int = 0) -> tuple[Happening, ...]:
        """Do something. Raises ActionRefused if it is not open."""
        self.course = extend(self.program, self.course, action)
        return self.course.turns[-1].happened

    def branch(self, turn: int) -> PreviewSession:
        """The same call before a turn."""
        course = self.course
        earlier = Course(course.start, course.opening, course.first, course.turns[: turn - 1])
        return PreviewSession(self.program, earlier, untimed=self.header.untimed)

    @property
    def path(self) -> Path:
        """There is no log."""
        return Path()

    @property
    def chain(self) -> str:
        """There is no record."""
        return ""

    def close(self) -> None:
        """Nothing is open."""

    def keep(self) -> Path:
        """Nothing is kept."""
        return Path()

    def discard(self) -> None:
        """There is nothing to delete."""
