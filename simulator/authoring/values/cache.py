"""What decisions led to, kept on disk by what it was worked out from, so that it is worked out once.

One JSON file a session. Its name is a hash of the course (which names scenario, catalogues, law, seed and every
action) and of how it was worked out, so a file can be stale only by being of no use any more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from simulator.authoring.kept_files import keep, read_kept
from simulator.authoring.values.annotate import SEEDS
from simulator.authoring.values.best import STEPS
from simulator.encounter.course import Course, course_hash
from simulator.scoring.debrief import Consequence

METHOD = 1
"""The version of how it is worked out: trainees, seeds, what is compared. A change to any of them takes the next."""

MOST_FILES = 400
"""Files that are kept; beyond it those that were not used for longest are removed."""

_ROWS = TypeAdapter(dict[int, Consequence])


@dataclass(frozen=True, slots=True)
class ValueCache:
    """The files in one folder, which is made when the first is kept."""

    folder: Path

    def find(self, course: Course, seeds: int = SEEDS) -> dict[int, Consequence] | None:
        """What is known of a course, by turn; None where nothing is."""
        kept = read_kept(self._path(course, seeds))
        try:
            return None if kept is None else _ROWS.validate_json(kept)
        except ValidationError:
            return None

    def keep(self, course: Course, known: Mapping[int, Consequence], seeds: int = SEEDS) -> None:
        """Keep what is known of a course; quietly not, where the disk does not take it."""
        keep(self._path(course, seeds), _ROWS.dump_json(dict(known)), like="values-*.json", most=MOST_FILES)

    def _path(self, course: Course, seeds: int) -> Path:
        made_of = json.dumps([METHOD, seeds, STEPS, course_hash(course)])
        return self.folder / f"values-{hashlib.sha256(made_of.encode()).hexdigest()[:40]}.json"
