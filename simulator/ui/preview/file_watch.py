"""Noticing that a file was saved: a change counts when two looks in a row find the same, so that nobody reads half."""

from __future__ import annotations

from pathlib import Path

POLL = 0.3
"""Seconds between two looks."""

_Stamp = tuple[int, int] | None


class FileWatch:
    """One file. A file that is away for a moment (editors save by renaming) is no change."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known = self._before = self._stamp()
        self._wait = POLL

    def saved(self, seconds: float) -> bool:
        """Whether the file was saved and is whole again, as these seconds go by."""
        self._wait -= seconds
        if self._wait > 0:
            return False
        self._wait = POLL
        now = self._stamp()
        settled, self._before = now == self._before, now
        if not settled or now is None or now == self._known:
            return False
        self._known = now
        return True

    def _stamp(self) -> _Stamp:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size
