"""Small files that hold what took a while to work out, in a folder that may be emptied at any time.

Nothing here is a record: what is missing or spoilt is worked out anew, a folder that takes no file is done without.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

LARGEST = 2_000_000
"""Bytes beyond which a file is not one of these."""


def read_kept(path: Path) -> bytes | None:
    """What a file holds; None where there is none, or it cannot be read. It counts as used now."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        found = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    return found


def keep(path: Path, data: bytes, *, like: str, most: int) -> None:
    """Keep this in a file; quietly not, where the disk does not take it. Of the files named `like` (a pattern) those
    that were not used for longest are removed beyond `most`."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        return
    with contextlib.suppress(OSError):
        files = sorted(path.parent.glob(like), key=lambda file: file.stat().st_mtime)
        for file in files[:-most]:
            file.unlink(missing_ok=True)
