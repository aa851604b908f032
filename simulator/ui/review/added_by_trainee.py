"""What a trainee adds while looking back: own marks, what was weighed at a turn, the plan.

Of a practice that is not kept it lives in memory only; from the moment there is a record it is written beside it.
"""

from __future__ import annotations

from simulator.scoring.annotations import Plan, Reflection, SelfRating
from simulator.ui.review.added_beside import AddedBeside


class AddedByTrainee(AddedBeside):
    """Own marks, reflections and the plan; `by` is the academy's id, "" for nobody named."""

    def rate(self, marks: dict[str, int], turning_point: int | None) -> None:
        """The trainee's own marks and the turn they took for the turning point. Raises RecordsProblem where it
        cannot be written."""
        self._add(SelfRating(by=self.by, at=self._at(), marks=marks, turning_point=turning_point))

    def reflect(self, turn: int, words: str) -> None:
        """What was being weighed at a turn. The same words again add nothing. Raises RecordsProblem as above."""
        if words != self.reflection(turn):
            self._add(Reflection(by=self.by, at=self._at(), turn=turn, words=words))

    def plan(self, words: str) -> None:
        """The if-then plan. The same words again add nothing. Raises RecordsProblem as above."""
        if words != next((one.words for one in reversed(self.all) if isinstance(one, Plan)), ""):
            self._add(Plan(by=self.by, at=self._at(), words=words))

    def reflection(self, turn: int) -> str:
        """What was written about a turn, "" for nothing yet."""
        own = (one.words for one in reversed(self.all) if isinstance(one, Reflection) and one.turn == turn)
        return next(own, "")

    @property
    def self_rating(self) -> SelfRating | None:
        """The trainee's own marks, if they gave any."""
        return next((one for one in reversed(self.all) if isinstance(one, SelfRating)), None)
