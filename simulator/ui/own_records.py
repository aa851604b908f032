"""The kept records, a trainee at a time, read in the background. A trainee is given nobody else's; practice that was
kept without an id names nobody, and is for whoever has none. Whose records there are is asked for instructors."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Reading records needs the rules of play, and those take longer than opening the window.
    from simulator.records.listing import RecordSummary


class OwnRecords:
    """Summaries of the kept records of a data folder, asked for one trainee at a time."""

    def __init__(self, data_folder: Path) -> None:
        self._data_folder = data_folder
        self._known: dict[Path, tuple[tuple[int, int], RecordSummary]] = {}
        self._thread: threading.Thread | None = None
        self._again = False
        self.ready = False
        """Whether the records were read at least once."""

    def refresh(self) -> None:
        """Read what is new, in a thread; what was read before stays at hand meanwhile."""
        if self._thread is not None and self._thread.is_alive():
            self._again = True
            return
        self._thread = threading.Thread(target=self._run, name="own-records", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until reading is done."""
        if self._thread is not None:
            self._thread.join()

    def of(self, trainee: str) -> tuple[RecordSummary, ...]:
        """The records of a trainee, the latest first; for "" those that were kept without an id."""
        mine = [summary for _, summary in tuple(self._known.values()) if summary.trainee == trainee]
        return tuple(sorted(mine, key=lambda summary: summary.started_at, reverse=True))

    def trainees(self) -> tuple[str, ...]:
        """Whose records there are: the ids, whoever was here last first; "" where some were kept without one."""
        latest: dict[str, str] = {}
        for _, summary in tuple(self._known.values()):
            latest[summary.trainee] = max(summary.started_at, latest.get(summary.trainee, ""))
        return tuple(sorted(latest, key=lambda who: latest[who], reverse=True))

    def _run(self) -> None:
        while True:
            self._again = False
            self._read()
            self.ready = True
            if not self._again:
                return

    def _read(self) -> None:
        from simulator.records.data_folder import DataFolder, logs_in
        from simulator.records.listing import summary_of
        from simulator.records.problem import RecordsProblem
        from simulator.records.reading import read_log

        known: dict[Path, tuple[tuple[int, int], RecordSummary]] = {}
        for path in logs_in(DataFolder(self._data_folder).sessions):
            try:
                about = path.stat()
                mark = (about.st_mtime_ns, about.st_size)
                before = self._known.get(path)
                known[path] = before if before and before[0] == mark else (mark, summary_of(read_log(path)))
            except (OSError, RecordsProblem):
                # Whose a file is that cannot be read, nobody knows: the command line lists it with its fault.
                continue
        self._known = known
