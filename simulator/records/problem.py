"""What goes wrong with records, in plain words: what happened, where, and what to do about it."""

from __future__ import annotations

import errno
from pathlib import Path

from simulator.records.disk import NoFileError


class RecordsProblem(Exception):  # noqa: N818 - it is told to a person, not handled as a fault of the program
    """Something about a record or the data folder that a person has to know.

    `message` says what is wrong and names the file or folder; `mend` says what to do next. `str()` gives both.
    """

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message, mend)
        self.message = message
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.message} {self.mend}".rstrip()


class SessionInUse(RecordsProblem):
    """Another window has this session open."""


_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def told(error: OSError, path: Path, safe: str = "", *, reading: bool = False) -> RecordsProblem:
    """The plain words for a failure of the system at `path`, in writing or in `reading`; `safe` says what is on
    disk all the same."""
    if isinstance(error, NoFileError):
        message, mend = f"{path} is a device or a pipe where a file belongs.", "Move it away, or name a file."
    elif error.errno in _FULL:
        message, mend = (
            f"There is no room left on the disk that holds {path}.",
            "Free some space, then do the same again.",
        )
    elif error.errno in _CLOSED and reading:
        message, mend = f"{path} may not be read here.", "Ask whoever owns it to let you read it."
    elif error.errno in _CLOSED:
        message, mend = (
            f"{path} may not be written to here.",
            "Make its folder writable for you, or start with `--data FOLDER` and name a folder that is.",
        )
    elif error.errno == errno.EISDIR:
        message, mend = f"{path} is a folder where a file belongs.", "Move the folder away, or name a file."
    elif error.errno in (errno.ENOTDIR, errno.EEXIST):
        message, mend = (
            f"{path} needs a folder where there is a file.",
            "Move that file away, or start with `--data FOLDER` and name another folder.",
        )
    elif error.errno == errno.ENOENT:
        message, mend = f"{path} is not there.", "Check the name, and that the disk it is on is connected."
    else:
        message, mend = (
            f"{path} cannot be used: the system says “{error.strerror or error}”.",
            "Check that the disk is connected and sound, then do the same again.",
        )
    return RecordsProblem(message, f"{safe} {mend}".strip())
