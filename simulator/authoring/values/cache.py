"""What decisions led to, kept on disk by what it was worked out from, so that it is worked out once.

One JSON file a session. Its name is a hash of the course (which names scenario, catalogues, law, seed and every
action) and of how it was worked out, so a file can be stale only by being of no use any more. Nothing here is a
record: a file that is missing or spoilt is worked out anew, a folder that takes none is done without.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from simulator.authoring.values.annotate import SEEDS
from simulator.authoring.values.best import STEPS
from simulator.encounter.course import Course, course_hash
from simulator.scoring.debrief import Consequence

METHOD = 1
"""The version of how it is worked out: trainees, seeds, what is compared. A change to any of them takes the next."""

MOST_FILES = 400
"""Files that are kept; beyond it those that were not used for longest are removed."""

_LARGEST = 2_000_000
_ROWS = TypeAdapter(dict[int, Consequence])


@dataclass(frozen=True, slots=True)
class ValueCache:
    """The files in one folder, which is made when the first is kept."""

    folder: Path

    def find(self, course: Course, seeds: int = SEEDS) -> dict[int, Consequence] | None:
        """What is known of a course, by turn; None where nothing is."""
        path = self._path(course, seeds)
        try:
            if path.stat().st_size > _LARGEST:
                return None
            found = _ROWS.validate_json(path.read_bytes())
            os.utime(path)
        except (OSError, ValidationError):
            return None
        return found

    def keep(self, course: Course, known: Mapping[int, Consequence], seeds: int = SEEDS) -> None:
        """Keep what is known of a course; quietly not, where the disk does not take it."""
        path = self._path(course, seeds)
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.write_bytes(_ROWS.dump_json(dict(known)))
            part.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink()
            return
        self._trim()

    def _path(self, course: Course, seeds: int) -> Path:
        made_of = json.dumps([METHOD, seeds, STEPS, course_hash(course)])
        return self.folder / f"values-{hashlib.sha256(made_of.encode()).hexdigest()[:40]}.json"

    def _trim(self) -> None:
        with contextlib.suppress(OSError):
            files = sorted(self.folder.glob("values-*.json"), key=lambda path: path.stat().st_mtime)
            for path in files[:-MOST_FILES]:
                path.unlink(missing_ok=True)
