"""Where everything a person makes with this program lives on their machine.

sessions/   records: one log a session, sealed when an assessed one ends
scratch/    logs of practice, deleted when the debrief closes unless the trainee keeps them
texts/      scenario and catalogue texts by digest, so that a record can be replayed after any upgrade
scenarios/  scenarios of the user's own
cache/      what was worked out and can be worked out again; may be deleted at any time
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.records.problem import RecordsProblem, told

APPLICATION = "deescalation-simulator"
SCRATCH = "scratch"


def default_folder() -> Path:
    """The user's data folder as their system has it."""
    from platformdirs import user_data_dir

    return Path(user_data_dir(APPLICATION, appauthor=False))


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The layout under one root. Nothing is made on disk before `prepare`."""

    root: Path

    @property
    def sessions(self) -> Path:
        """The records."""
        return self.root / "sessions"

    @property
    def scratch(self) -> Path:
        """The logs of practice."""
        return self.root / SCRATCH

    @property
    def texts(self) -> Path:
        """The kept texts."""
        return self.root / "texts"

    @property
    def cache(self) -> Path:
        """What can be worked out again. Made by who first keeps something in it."""
        return self.root / "cache"

    def prepare(self) -> DataFolder:
        """Make the folders that are missing, for this user alone. Raises RecordsProblem where that cannot be."""
        for folder in (self.root, self.sessions, self.scratch, self.texts):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except (FileExistsError, NotADirectoryError):
                raise RecordsProblem(
                    f"{folder} cannot be a folder: a file stands in its place.",
                    "Move that file away, or start with `--data FOLDER` and name another folder.",
                ) from None
            except OSError as error:
                raise told(error, folder) from None
        return self


def logs_in(folder: Path) -> list[Path]:
    """The session logs of a folder, oldest first; none where the folder is missing."""
    try:
        return sorted(path for path in folder.glob("*.jsonl") if path.is_file())
    except OSError:
        return []
