"""Writing a session log: a line for each action, on disk before the screen shows what it led to."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from simulator.records.disk import Disk, lock, seal, still_at, sync_folder
from simulator.records.log_lines import chained
from simulator.records.problem import RecordsProblem, SessionInUse, told

_TRIES = 20


class SessionLog:
    """One open log. The file is locked to this process as long as it is open."""

    def __init__(self, path: Path, handle: int, size: int, chain: str, disk: Disk) -> None:
        self.path = path
        self.chain = chain
        self._handle: int | None = handle
        self._size = size
        self._disk = disk

    @classmethod
    def create(
        cls, folder: Path, names: list[str], header: Mapping[str, object], disk: Disk | None = None
    ) -> SessionLog:
        """A new log in the folder, under the first of the names that is free, its header on disk."""
        disk = disk or Disk()
        data, chain = chained(header, "")
        for name in names:
            path = folder / name
            try:
                handle = disk.create(path)
            except FileExistsError:
                continue
            except OSError as error:
                raise told(error, path, "This call was not begun; nothing was lost.") from None
            # A sweep of the scratch folder may meet the file before it is locked: then it is gone, and the next
            # name is taken.
            if not lock(handle) or not still_at(handle, path):
                os.close(handle)
                continue
            try:
                disk.append(handle, data, 0)
            except OSError as error:
                os.close(handle)
                with contextlib.suppress(OSError):
                    path.unlink()
                raise told(error, path, "This call was not begun; nothing was lost.") from None
            sync_folder(folder)
            return cls(path, handle, len(data), chain, disk)
        raise RecordsProblem(f"No new record could be begun in {folder}.", "Start the call again.")

    @classmethod
    def reopen(cls, path: Path, disk: Disk | None = None) -> tuple[SessionLog, bytes]:
        """An existing log, locked, and the bytes it holds. `go_on_from` then says where it goes on.

        Raises SessionInUse where another process has it.
        """
        disk = disk or Disk()
        try:
            handle = disk.reopen(path)
        except OSError as error:
            raise told(error, path) from None
        if not lock(handle):
            os.close(handle)
            raise SessionInUse(
                f"The session {path.name} is open in another window.", "Go on in that window, or close it first."
            )
        try:
            data = path.read_bytes()
        except OSError as error:
            os.close(handle)
            raise told(error, path, reading=True) from None
        return cls(path, handle, len(data), "", disk), data

    def go_on_from(self, size: int, chain: str) -> None:
        """The next line follows on the first `size` bytes and this chain; what is behind them is cut off."""
        if self._handle is None:
            raise self._closed()
        try:
            if size != self._size:
                os.ftruncate(self._handle, size)
                self._disk.sync(self._handle)
        except OSError as error:
            raise told(error, self.path, "Every whole line of it is safe.") from None
        self._size, self.chain = size, chain

    @property
    def is_open(self) -> bool:
        """Whether lines can still be written."""
        return self._handle is not None

    def write(self, row: Mapping[str, object], safe: str = "") -> None:
        """Put one line on disk and wait for it. Raises RecordsProblem, the file as it was before, if that fails;
        the same line can then be tried again. `safe` says in words what is safe."""
        if self._handle is None:
            raise self._closed()
        data, chain = chained(row, self.chain)
        try:
            self._disk.append(self._handle, data, self._size)
        except OSError as error:
            raise told(error, self.path, safe) from None
        self._size += len(data)
        self.chain = chain

    def close(self, *, sealed: bool = False) -> None:
        """Let go of the file; `sealed` makes it read-only."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.close(self._handle)
            self._handle = None
        if sealed:
            seal(self.path)

    def _closed(self) -> RecordsProblem:
        return RecordsProblem(f"{self.path.name} is closed already.", "Start a new call.")
