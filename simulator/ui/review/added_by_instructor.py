"""What an instructor adds to a kept record: flags, notes, a sheet of marks, ratings set in place of computed ones.

It stands in the same file beside the log as what the terminal adds; the log itself is never written to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from simulator.records.live import Now, utc_now
from simulator.scoring.annotations import Annotation, Flag, FlagKind, InstructorRating, Note, Override
from simulator.ui.review.added_beside import AddedBeside


class AddedByInstructor(AddedBeside):
    """Adds to what stands `before` beside the log. `by` is the instructor's id.

    Every method raises RecordsProblem where it cannot be written; what was added stays, and is tried again with the
    next.
    """

    def __init__(self, by: str, log: Path, session: str, before: Iterable[Annotation] = (), now: Now = utc_now) -> None:
        super().__init__(by, now)
        self.all += before
        self._beside = (log, session)

    def flag(self, turn: int, kind: FlagKind) -> None:
        """Flag a turn; the same flag again takes it off."""
        self._add(Flag(by=self.by, at=self._at(), turn=turn, flag=kind))

    def note(self, turn: int | None, words: str) -> None:
        """A note on a turn, or on the whole call."""
        self._add(Note(by=self.by, at=self._at(), turn=turn, words=words))

    def rate(self, marks: Mapping[str, int]) -> None:
        """The sheet as it is now. The same marks again add nothing."""
        if dict(marks) != self.marks:
            self._add(InstructorRating(by=self.by, at=self._at(), marks=dict(marks)))

    def override(self, skill: str, mark: int, reason: str) -> None:
        """A rating in place of the computed one, with the reason."""
        self._add(Override(by=self.by, at=self._at(), skill=skill, mark=mark, reason=reason))

    @property
    def marks(self) -> dict[str, int]:
        """This instructor's sheet as it was added last; empty for none yet."""
        own = (one for one in reversed(self.all) if isinstance(one, InstructorRating) and one.by == self.by)
        return dict(next((one.marks for one in own), {}))
