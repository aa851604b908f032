"""What a trainee adds while looking back: own marks, what was weighed at a turn, the plan.

Of a practice that is not kept it lives in memory only; from the moment there is a record it is written beside it.
"""

from __future__ import annotations

from pathlib import Path

from simulator.records.annotations import annotate
from simulator.records.live import Now, stamp, utc_now
from simulator.scoring.annotations import Annotation, Plan, Reflection, SelfRating


class AddedByTrainee:
    """Gathers what is added, the latest of its kind last. `by` is the academy's id, "" for nobody named."""

    def __init__(self, by: str, now: Now = utc_now) -> None:
        self._by, self._now = by, now
        self._beside: tuple[Path, str] | None = None
        self._unwritten: list[Annotation] = []
        self.all: list[Annotation] = []
        """Everything added so far, in order."""

    def write_beside(self, log: Path, session: str) -> None:
        """From now on write beside this log, what was added before too. Raises RecordsProblem if that cannot be;
        what was not written is tried again with the next."""
        self._beside = (log, session)
        self._write()

    def rate(self, marks: dict[str, int], turning_point: int | None) -> None:
        """The trainee's own marks and the turn they took for the turning point. Raises RecordsProblem as above."""
        self._add(SelfRating(by=self._by, at=stamp(self._now()), marks=marks, turning_point=turning_point))

    def reflect(self, turn: int, words: str) -> None:
        """What was being weighed at a turn. The same words again add nothing. Raises RecordsProblem as above."""
        if words != self.reflection(turn):
            self._add(Reflection(by=self._by, at=stamp(self._now()), turn=turn, words=words))

    def plan(self, words: str) -> None:
        """The if-then plan. The same words again add nothing. Raises RecordsProblem as above."""
        if words != next((one.words for one in reversed(self.all) if isinstance(one, Plan)), ""):
            self._add(Plan(by=self._by, at=stamp(self._now()), words=words))

    def reflection(self, turn: int) -> str:
        """What was written about a turn, "" for nothing yet."""
        own = (one.words for one in reversed(self.all) if isinstance(one, Reflection) and one.turn == turn)
        return next(own, "")

    @property
    def self_rating(self) -> SelfRating | None:
        """The trainee's own marks, if they gave any."""
        return next((one for one in reversed(self.all) if isinstance(one, SelfRating)), None)

    def _add(self, annotation: Annotation) -> None:
        self.all.append(annotation)
        self._unwritten.append(annotation)
        self._write()

    def _write(self) -> None:
        if self._beside is None:
            return
        while self._unwritten:
            annotate(*self._beside, self._unwritten[0])
            self._unwritten.pop(0)
