"""A call being played: each act goes through `step`, onto the disk, and only then back to the screen."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Mapping
from copy import copy
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from simulator.encounter.actions import Action
from simulator.encounter.course import Course, CourseHash, Turn, open_course, start_row
from simulator.encounter.happenings import Happening, to_row
from simulator.encounter.offer import Offer, offer
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.encounter.step import step
from simulator.records.data_folder import SCRATCH, DataFolder
from simulator.records.disk import Disk
from simulator.records.facts import facts_of
from simulator.records.log_lines import FORMAT, Branch, Header, Mode
from simulator.records.problem import RecordsProblem, told
from simulator.records.session_log import SessionLog
from simulator.records.texts import keep_texts
from simulator.records.trainee import trainee_id
from simulator.scoring.session_facts import SessionFacts
from simulator.version import VERSION

Now = Callable[[], datetime]
_TRIES = 20
_LONGEST_THOUGHT = 7 * 24 * 3_600_000


def utc_now() -> datetime:
    """The time of the clock on the wall."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A time as logs write it: UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class LiveSession:
    """One call on its way, with its log. Made by `start` or by `resume.resume`."""

    def __init__(
        self, program: Program, header: Header, log: SessionLog, course: Course, links: CourseHash,
        *, thinking: tuple[int | None, ...] = (), hints: int = 0, note: str = "", closed: bool = False,
        now: Now = utc_now,
    ) -> None:  # fmt: skip
        self.program = program
        self.header = header
        self.course = course
        """The call so far, as values."""
        self.note = note
        """What has to be said about how it was taken up again; "" mostly."""
        self._log = log
        self._links = links
        self._thinking = list(thinking)
        self.hints = hints
        """How many hints were asked for before the acts done so far."""
        self._closed = closed
        self._now = now

    @classmethod
    def start(
        cls, program: Program, seed: int, temperament: str,
        *, mode: Mode, trainee: str, data_folder: Path, scenario_text: str, catalogue_texts: Mapping[str, str],
        untimed: bool = False, timer_percent: int = 100, now: Now = utc_now, disk: Disk | None = None,
    ) -> LiveSession:  # fmt: skip
        """Begin a call and its log: practice in `scratch/`, assessed in `sessions/`.

        `trainee` is the academy's id, "" for nobody named (practice alone). Raises RecordsProblem, in plain
        words, where the id or the disk does not let it begin.
        """
        id_ = trainee_id(trainee)
        if mode == "assessed" and not id_:
            raise RecordsProblem("An assessed session needs the trainee's id.", "Give the id your academy uses.")
        folder = DataFolder(data_folder).prepare()
        keep_texts(folder.texts, program.digests, scenario_text, catalogue_texts)
        return cls._begin(
            program, seed, temperament, folder,
            mode=mode, trainee=id_, untimed=untimed, timer_percent=timer_percent, now=now, disk=disk,
        )  # fmt: skip

    @classmethod
    def branch_of(
        cls, program: Program, header: Header, course: Course, turn: int, data_folder: Path,
        *, now: Now = utc_now, disk: Disk | None = None,
    ) -> LiveSession:  # fmt: skip
        """A practice branch: a log of its own in `scratch/`, marked with where it comes from, in which everything
        before turn `turn` (from 1 on) is done again. `data_folder` holds the session it comes from, and so its texts.
        The session itself stays as it is. Raises RecordsProblem where the disk does not take it."""
        if not 1 <= turn <= len(course.turns):
            raise ValueError(f"there is no turn {turn}")
        session = cls._begin(
            program, course.start.seed, course.start.temperament, DataFolder(data_folder).prepare(),
            mode="practice", trainee=header.trainee, untimed=header.untimed, timer_percent=header.timer_percent,
            now=now, disk=disk, branch=Branch(of=header.session, turn=turn),
        )  # fmt: skip
        try:
            for done in course.turns[: turn - 1]:
                session.act(done.action)
        except BaseException:
            session.discard()
            raise
        return session

    def branch(self, turn: int) -> LiveSession:
        """A practice branch of this session from a turn on."""
        return self.branch_of(
            self.program, self.header, self.course, turn, self.path.parent.parent, now=self._now
        )  # fmt: skip

    @classmethod
    def _begin(
        cls, program: Program, seed: int, temperament: str, folder: DataFolder,
        *, mode: Mode, trainee: str, untimed: bool, timer_percent: int, now: Now, disk: Disk | None,
        branch: Branch | None = None,
    ) -> LiveSession:  # fmt: skip
        """A log with its header, its texts being kept already."""
        course = open_course(program, seed, temperament)
        links = CourseHash(course.start, course.opening)
        began = now()
        about = program.scenario.about
        row: dict[str, object] = {
            "kind": "header",
            "format": FORMAT,
            "session": str(uuid4()),
            "program": VERSION,
            "start": start_row(course.start),
            "opening": [to_row(happening) for happening in course.opening],
            "mode": mode,
            "trainee": trainee,
            "started_at": stamp(began),
            "untimed": untimed,
            "scenario": {"title": about.title, "version": about.version},
            "course": links.hex,
        }
        if timer_percent != 100:
            row["timer_percent"] = timer_percent
        if branch is not None:
            row["branch"] = branch.model_dump()
        where = folder.scratch if mode == "practice" else folder.sessions
        log = SessionLog.create(where, _names(began, program.scenario.id), row, disk)
        header = Header.model_validate({**row, "chain": log.chain})
        return cls(program, header, log, course, links, now=now)

    @property
    def state(self) -> EncounterState:
        """Where the call stands."""
        return self.course.last

    @property
    def path(self) -> Path:
        """The log file."""
        return self._log.path

    @property
    def chain(self) -> str:
        """The chain hash so far; once the session is closed, the one that names the whole record."""
        return self._log.chain

    @property
    def thinking_ms(self) -> tuple[int | None, ...]:
        """How long the trainee thought before each action; None where nobody measured it."""
        return tuple(self._thinking)

    @property
    def closed(self) -> bool:
        """Whether the log has its closing line."""
        return self._closed

    def session_facts(self) -> SessionFacts:
        """What scoring may know of the session beside its course."""
        return facts_of(self.header, self._thinking, self.hints)

    def offer(self) -> Offer:
        """The decision the call stands at."""
        return offer(self.program, self.state)

    def act(self, action: Action, thinking_ms: int | None = None, hints: int = 0) -> tuple[Happening, ...]:
        """Do something; what happened is on disk before it is given back. `thinking_ms` is how long the trainee
        thought, None where nobody measured it, `hints` how many hints they asked for; neither moves anything.

        Raises ActionRefused if it is not open, and RecordsProblem if the disk does not take it: then the call
        stands where it stood, and the same act can be tried again.
        """
        before = self.state
        after, happened = step(self.program, before, action)
        thought = None if thinking_ms is None else max(0, min(int(thinking_ms), _LONGEST_THOUGHT))
        turn = Turn(len(self.course.turns) + 1, action, happened, before, after)
        links = copy(self._links)
        row: dict[str, object] = {
            "kind": "action",
            "number": turn.number,
            "action": str(action),
            "happened": [to_row(happening) for happening in happened],
            "thinking_ms": thought,
            "at": stamp(self._now()),
            "course": links.add(action, happened),
        }
        if hints:
            row["hints"] = hints
        self._log.write(row, self._safe())
        self._links = links
        self._thinking.append(thought)
        self.hints += hints
        course = self.course
        self.course = Course(course.start, course.opening, course.first, (*course.turns, turn))
        if after.over:
            # The closing line is tried again by `close`; without it the call is whole all the same.
            with contextlib.suppress(RecordsProblem):
                self._close_line()
        return happened

    def close(self) -> None:
        """Let go of the log. A call that is over gets its closing line, an assessed one is sealed; a call that is
        not over can be resumed later. Doing it twice does no harm."""
        if not self._log.is_open:
            return
        try:
            if self.state.over and not self._closed:
                self._close_line()
        finally:
            self._log.close(sealed=self._closed and self.header.mode == "assessed")

    def keep(self) -> Path:
        """Keep a practice session as a record: its log moves to `sessions/`. Gives where it is now.

        Call it instead of `close`: as long as the log is open no other window tidies it away.
        """
        here = self.path
        if here.parent.name != SCRATCH:
            self.close()
            return here
        kept = DataFolder(here.parent.parent).prepare().sessions / here.name
        if sys.platform == "win32":  # where an open file cannot be moved
            self.close()
        try:
            here.rename(kept)
        except OSError as error:
            raise told(error, kept, f"The session is still in {here}.") from None
        self._log.path = kept
        self.close()
        return kept

    def discard(self) -> None:
        """Delete the log of a practice session. Assessed records and kept ones are never deleted by this."""
        self._log.close()
        if self.header.mode == "practice" and self.path.parent.name == SCRATCH:
            try:
                self.path.unlink(missing_ok=True)
            except OSError as error:
                raise told(error, self.path, "It could not be deleted.") from None

    def _close_line(self) -> None:
        state = self.state
        row: dict[str, object] = {
            "kind": "end",
            "outcome": state.outcome,
            "value": state.value,
            "stopped": state.stopped,
            "actions": len(self.course.turns),
            "at": stamp(self._now()),
            "course": self._links.hex,
        }
        self._log.write(row, self._safe())
        self._closed = True

    def _safe(self) -> str:
        count = len(self.course.turns)
        done = f"all {count} acts so far" if count > 1 else "your first act" if count else "the beginning of the call"
        return f"What you saw on screen is safe on disk: {done}. This one was not done."


def _names(began: datetime, scenario: str) -> list[str]:
    """File names to try, which sort by time: a name is never used twice."""
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "_-") else "_" for sign in scenario)[:40]
    when = began.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return [f"{when}-{plain}-{uuid4().hex[:8]}.jsonl" for _ in range(_TRIES)]
