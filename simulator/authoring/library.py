"""The library: the shipped scenarios and the user's own folder, every file loaded or with what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from simulator.scenario.catalogue import Catalogues
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.problem import Place, Problem
from simulator.scenario.reading.decode import digest_of
from simulator.scenario.reading.tree import MAX_BYTES

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"
"""The folder of the shipped scenarios."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One scenario file. `scenario` is None where it cannot be played; `problems` says why, or what to mend."""

    path: Path
    scenario: Scenario | None
    problems: tuple[Problem, ...]
    text: str = field(repr=False, default="")

    @property
    def id(self) -> str:
        """The scenario's id, or the file's name where it could not be read."""
        return self.scenario.id if self.scenario is not None else self.path.stem


@dataclass(frozen=True, slots=True)
class Library:
    """What was found: the folders looked into, in order, and an entry for each scenario file."""

    folders: tuple[Path, ...]
    entries: tuple[Entry, ...]

    def playable(self) -> Mapping[str, Entry]:
        """Entries that can be played, by id; where two share an id the user's own wins."""
        return {entry.id: entry for entry in self.entries if entry.scenario is not None}

    def covered(self) -> Mapping[Path, Entry]:
        """Entries that could be played but for another of the same id, by path, with that other."""
        playable = self.playable()
        return {
            entry.path: playable[entry.id]
            for entry in self.entries
            if entry.scenario is not None and playable[entry.id] is not entry
        }


def own_folder(data_folder: Path) -> Path:
    """Where a user puts scenarios of their own."""
    return data_folder / "scenarios"


def find_library(folders: Iterable[Path], catalogues: Catalogues) -> Library:
    """Load every `*.yaml` and `*.yml` in these folders and in their folders, one level down.

    A missing folder holds nothing.
    """
    folders = tuple(folders)
    entries = []
    for folder in folders:
        entries += [read_entry(path, catalogues) for path in scenario_files(folder)]
    return Library(folders, tuple(entries))


def find_call(id_: str, folders: Iterable[Path], catalogues: Catalogues) -> Entry | None:
    """The call that a library of these folders plays by this id; None where it has none. Only files in which the id
    stands are loaded, which takes a fraction of the time."""
    found = None
    for path in (path for folder in folders for path in scenario_files(folder)):
        if id_.encode("utf-8", "replace") in _glance(path):
            entry = read_entry(path, catalogues)
            if entry.scenario is not None and entry.id == id_:
                found = entry
    return found


def find_written(digest: str, folders: Iterable[Path], catalogues: Catalogues) -> Entry | None:
    """The call in these folders whose text has this digest, as it stands in the file; None where there is none."""
    for path in (path for folder in folders for path in scenario_files(folder)):
        if digest_of(_glance(path).decode("utf-8", "replace")) == digest:
            entry = read_entry(path, catalogues)
            if entry.scenario is not None and entry.scenario.digest == digest:
                return entry
    return None


def _glance(path: Path) -> bytes:
    """What stands in a file of the library; nothing where it cannot be read or is no scenario's size."""
    try:
        return path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
    except OSError:
        return b""


def scenario_files(folder: Path) -> list[Path]:
    """The scenario files of a folder, sorted. Names that begin with a dot or underscore are passed over."""
    try:
        found = [*folder.glob("*"), *folder.glob("*/*")]
        return sorted(
            path
            for path in found
            if path.suffix.lower() in (".yaml", ".yml") and path.is_file() and not path.name.startswith((".", "_"))
        )
    except OSError:
        return []


def read_entry(path: Path, catalogues: Catalogues) -> Entry:
    """One file, whatever is in it: never raises for what a file may hold or where it may be."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            return _unread(path, "this is a folder, not a scenario file", "name the .yaml file in it")
        if not path.is_file():
            return _unread(path, "this is a device or a pipe, not a scenario file", "name a .yaml file")
        if size > MAX_BYTES:
            return _unread(
                path,
                f"this file has {size / 1_000_000:.1f} MB; a scenario has at most {MAX_BYTES // 1_000_000} MB",
                "check that it is a scenario; split a long call into two",
            )
        data = path.read_bytes()
    except FileNotFoundError:
        return _unread(path, "there is no such file", "check the name and the folder")
    except OSError as error:
        return _unread(path, f"this file cannot be opened ({error.strerror or error})", "check its permissions")
    loaded = load_scenario(data, str(path), catalogues)
    return Entry(path, loaded.scenario, loaded.problems, data.decode("utf-8-sig", "replace"))


def _unread(path: Path, message: str, hint: str) -> Entry:
    return Entry(path, None, (Problem("error", "file-unreadable", Place(str(path)), message, hint),))
