"""Adding to a debrief: what people add is shown at once, and written beside the record as soon as there is one."""

from __future__ import annotations

from pathlib import Path

from simulator.records.annotations import annotate
from simulator.records.live import Now, stamp, utc_now
from simulator.scoring.annotations import Annotation


class AddedBeside:
    """Gathers what one person adds, the latest of its kind last. `by` is their id, "" for nobody named."""

    def __init__(self, by: str, now: Now = utc_now) -> None:
        self._by, self._now = by, now
        self._beside: tuple[Path, str] | None = None
        self._unwritten: list[Annotation] = []
        self.all: list[Annotation] = []
        """Everything added so far, in order."""

    @property
    def by(self) -> str:
        """Who adds it."""
        return self._by

    @property
    def unwritten(self) -> int:
        """How many things are shown but do not stand beside the record yet."""
        return len(self._unwritten)

    def write_beside(self, log: Path, session: str) -> None:
        """From now on write beside this log, what was added before too. Raises RecordsProblem if that cannot be;
        what was not written is tried again with the next."""
        self._beside = (log, session)
        self.write()

    def write(self) -> None:
        """Write what was not written yet. Raises RecordsProblem as above."""
        if self._beside is None:
            return
        while self._unwritten:
            annotate(*self._beside, self._unwritten[0])
            self._unwritten.pop(0)

    def _at(self) -> str:
        """The moment, as annotations hold it."""
        return stamp(self._now())

    def _add(self, annotation: Annotation) -> None:
        self.all.append(annotation)
        self._unwritten.append(annotation)
        self.write()
