"""Working something out of a kept call in the background, while somebody reads."""

from __future__ import annotations

import threading
from pathlib import Path

from simulator.records.data_folder import DataFolder


class WorkingOut:
    """One piece of such work, begun at once; no call here ever waits. `beside` is the data folder that holds the
    session, `own` the one whose cache is used. `_work_out` does the work and looks at `_stop` now and then; where it
    fails, `_failed` is told why in a few words, for a debrief stands without it."""

    def __init__(self, own: Path, beside: Path, name: str) -> None:
        self._own, self._beside = DataFolder(own), DataFolder(beside)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """It is no longer wanted."""
        self._stop.set()

    def wait(self, seconds: float) -> None:
        """Let it work for a while (tests do)."""
        self._thread.join(seconds)

    def _work(self) -> None:
        try:
            self._work_out()
        except Exception as fault:
            self._failed(str(fault).strip().partition("\n")[0] or type(fault).__name__)

    def _work_out(self) -> None:
        raise NotImplementedError

    def _failed(self, why: str) -> None:
        raise NotImplementedError
