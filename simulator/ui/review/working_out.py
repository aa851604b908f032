"""Working something out of a kept call in the background, while somebody reads."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from pathlib import Path

from simulator.records.data_folder import DataFolder
from simulator.scenario.words import Words


class WorkingOut(ABC):
    """One piece of such work, begun at once; no call here ever waits. `beside` is the data folder that holds the
    session, `own` the one whose cache is used, and `name` begins the keys of the words that tell of it. `_work_out`
    does the work and looks at `_stop` now and then; a debrief stands without it."""

    def __init__(self, own: Path, beside: Path, name: str) -> None:
        self._own, self._beside, self._name = DataFolder(own), DataFolder(beside), name
        self._fault, self._no_texts = "", False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def trouble(self, words: Words) -> str:
        """Why nothing more comes of it; "" where nothing is in the way."""
        if self._no_texts:
            return words(f"{self._name}_no_texts")
        return words(f"{self._name}_fault", why=self._fault) if self._fault else ""

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
            self._fault = str(fault).strip().partition("\n")[0] or type(fault).__name__

    @abstractmethod
    def _work_out(self) -> None:
        """Do the work."""
