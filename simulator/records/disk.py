"""The few things a log needs of a disk: make, lock, append for good, cut back.

A line is appended whole or not at all: a write that fails half-way is cut back to the last whole line, so that
the act can be tried again once there is room.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

_PRIVATE = 0o600
_BINARY = getattr(os, "O_BINARY", 0)
_NO_INHERIT = getattr(os, "O_CLOEXEC", getattr(os, "O_NOINHERIT", 0))
_LOCKED_BYTE = 1 << 40
"""Windows locks a byte: one far behind the end of any log, so that readers are not disturbed."""


class Disk:
    """The system's calls. Tests put one in its place that is full or read-only."""

    def create(self, path: Path) -> int:
        """A new file, open for appending; FileExistsError if there is one."""
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | _BINARY | _NO_INHERIT, _PRIVATE)

    def reopen(self, path: Path) -> int:
        """An existing file, open for reading and appending."""
        return os.open(path, os.O_RDWR | os.O_APPEND | _BINARY | _NO_INHERIT)

    def write(self, handle: int, data: bytes) -> int:
        """Write some of the data; gives how many bytes."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Wait until the file is on the disk itself."""
        if sys.platform == "darwin":
            import fcntl

            # Plain fsync on macOS leaves the data in the drive's own cache.
            with contextlib.suppress(OSError):
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
                return
        os.fsync(handle)

    def append(self, handle: int, data: bytes, at: int) -> None:
        """Put the data at the end, which is at `at`, and wait until it is on disk. On failure the file ends at
        `at` again, as far as the disk lets it."""
        if os.fstat(handle).st_size != at:
            os.ftruncate(handle, at)
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self.write(handle, bytes(rest)) :]
            self.sync(handle)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(handle, at)
            raise


class NoFileError(OSError):
    """A device or a pipe stands where a file belongs; whoever reads it may wait for ever."""


def read_whole(path: Path) -> bytes:
    """What a file holds. Raises OSError where it cannot be read: NoFileError for a device or a pipe."""
    kind = path.stat().st_mode
    if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
        raise NoFileError(errno.EINVAL, "not a file")
    return path.read_bytes()


def lock(handle: int) -> bool:
    """Take the file for this process until the handle closes, however the process ends; False if another has it.

    A network drive that knows no locks is taken as it is: nothing there can be held back.
    """
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def still_at(handle: int, path: Path) -> bool:
    """Whether the open file is the one at this path (it may have been swept away meanwhile)."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def sync_folder(folder: Path) -> None:
    """Wait until a folder's list of names is on disk. Windows does this by itself."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def seal(path: Path) -> None:
    """Make a closed record read-only. A disk that knows no such mark leaves it as it is: the chain still tells."""
    with contextlib.suppress(OSError):
        path.chmod(stat.S_IRUSR | stat.S_IRGRP)


def replace_whole(path: Path, data: bytes, mode: int = _PRIVATE) -> None:
    """Put a file in place at once: either the old one or the whole new one is ever there. A link stays a link, and
    what it leads to is replaced.

    `mode` is who may use it on systems that ask, before the user's own mask.
    """
    path = Path(os.path.realpath(path))
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY | _NO_INHERIT, mode)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        part.replace(path)
    except BaseException:
        # Whoever stops the program just here finds nothing half-written either.
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    sync_folder(path.parent)
