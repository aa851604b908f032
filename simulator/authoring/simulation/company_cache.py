"""How simulated trainees fared in a call, kept on disk, so that it is worked out once a call as it was drawn.

One JSON file for each scenario, catalogues, law, seed and temperament: a class that meets the same draw shares it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from simulator.authoring.kept_files import keep, read_kept
from simulator.authoring.simulation.company import CHOICE_SEED, PLAYS
from simulator.encounter.course import Start, start_row
from simulator.scoring.company import Fared

METHOD = 1
"""The version of how it is worked out: who plays, by which draws, what is kept. A change to any takes the next."""

MOST_FILES = 400
"""Files that are kept; beyond it those that were not used for longest are removed."""

_ROWS = TypeAdapter(tuple[Fared, ...])


@dataclass(frozen=True, slots=True)
class CompanyCache:
    """The files in one folder, which is made when the first is kept."""

    folder: Path

    def find(self, start: Start) -> tuple[Fared, ...] | None:
        """What is known of a call as it was drawn; None where nothing is."""
        kept = read_kept(self._path(start))
        try:
            return None if kept is None else _ROWS.validate_json(kept)
        except ValidationError:
            return None

    def keep(self, start: Start, fared: Sequence[Fared]) -> None:
        """Keep what is known of it; quietly not, where the disk does not take it."""
        keep(self._path(start), _ROWS.dump_json(tuple(fared)), like="company-*.json", most=MOST_FILES)

    def _path(self, start: Start) -> Path:
        made_of = json.dumps([METHOD, PLAYS, CHOICE_SEED, start_row(start)], sort_keys=True)
        return self.folder / f"company-{hashlib.sha256(made_of.encode()).hexdigest()[:40]}.json"
