"""Where a command finds scenarios and records, and the call a person means by a name or a path."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.authoring.library import Entry, Library
    from simulator.encounter.plans import Program
    from simulator.records.texts import FindProgram


def data_folder(given: Path | None) -> Path:
    """The data folder: the one given with `--data`, else the system's."""
    from simulator.records.data_folder import default_folder

    return (given or default_folder()).absolute()


def whole_library(given: Path | None) -> Library:
    """The shipped scenarios and the user's own."""
    from simulator.authoring.catalogues import shipped
    from simulator.authoring.library import find_library

    return find_library(_library_folders(given), shipped())


def _library_folders(given: Path | None) -> tuple[Path, ...]:
    from simulator.authoring.library import SHIPPED, own_folder

    return SHIPPED, own_folder(data_folder(given))


def find_entry(name: str, given: Path | None) -> Entry:
    """The scenario file a person means: a path to a YAML file, or the id of a call in the library.

    Raises a usage error, with the nearest id, where there is none.
    """
    from simulator.authoring.catalogues import shipped
    from simulator.authoring.library import find_call, read_entry
    from simulator.scenario.problem import did_you_mean

    if name.lower().endswith((".yaml", ".yml")) or "/" in name or "\\" in name:
        return read_entry(Path(name), shipped())
    called = find_call(name, _library_folders(given), shipped()) if name else None
    if called is not None:
        return called
    library = whole_library(given)
    playable = library.playable()
    for entry in reversed(library.entries):
        if name in (entry.id, entry.path.stem):
            return entry
    if os.path.exists(name):  # noqa: PTH110 - a Path stops at a name that no file can have
        return read_entry(Path(name), shipped())
    hint = did_you_mean(name, playable) or "there are none in the library yet"
    more = "`library` lists them; a path to a file works too."
    raise click.UsageError(f"There is no call “{name:.80}”: {ended(hint)} {more}")


def ended(hint: str) -> str:
    """A hint as the end of a sentence: with a full stop, unless it asks."""
    return hint if hint.endswith("?") else f"{hint}."


def entries_named(names: tuple[str, ...], given: Path | None) -> tuple[Entry, ...]:
    """The files these names mean, for a folder all that are in it; the whole library where none is named."""
    if not names:
        return whole_library(given).entries
    return tuple(entry for name in names for entry in _entries_of(name, given))


def _entries_of(name: str, given: Path | None) -> tuple[Entry, ...]:
    from simulator.authoring.catalogues import shipped
    from simulator.authoring.library import find_library

    entry = find_entry(name, given)
    # A folder called like a call of the library means the call.
    inside = find_library((entry.path,), shipped()).entries if entry.path.is_dir() else ()
    return inside or (entry,)


@dataclass(frozen=True, eq=False)
class Call:
    """A call ready to be played, with the texts a record keeps."""

    program: Program
    text: str
    catalogue_texts: dict[str, str]


def load_call(name: str, given: Path | None) -> Call:
    """The call a person means, compiled. Tells what is wrong with its file where it cannot be played."""
    from simulator.authoring.catalogues import shipped, shipped_texts
    from simulator.encounter.program import compile_program
    from simulator.scenario.problem import first_few, show

    entry = find_entry(name, given)
    if entry.scenario is None:
        errors = [show(problem) for problem in entry.problems if problem.severity == "error"]
        shown, left = first_few(errors, 5)
        more = f"\n… and {left} more: run `validate {name}`" if left else ""
        raise click.ClickException("\n".join([f"{entry.path} cannot be played:", *shown]) + more)
    return Call(compile_program(entry.scenario, shipped()), entry.text, shipped_texts())


def temperament_named(program: Program, name: str) -> str:
    """A temperament of the call; a usage error naming them where it has no such one."""
    from simulator.scenario.problem import did_you_mean

    if name not in program.temperaments:
        hint = did_you_mean(name, program.temperaments)
        raise click.UsageError(f"“{name:.60}” is not a temperament of this call: {ended(hint)}")
    return name


def programs_for(log: Path, given: Path | None) -> FindProgram:
    """Where to look for the program behind a log: the texts kept beside it, those of the data folder, the library."""
    from simulator.records.data_folder import DataFolder
    from simulator.records.texts import first_of, kept_programs

    beside = kept_programs(DataFolder(log.absolute().parent.parent).texts)
    kept = kept_programs(DataFolder(data_folder(given)).texts)
    return first_of(_library_programs(given), kept, beside)


def programs_for_all(given: Path | None) -> FindProgram:
    """Where to look for the programs behind the logs of the data folder, each made ready once for all of them."""
    from simulator.records.data_folder import DataFolder
    from simulator.records.texts import first_of, kept_programs, remembered

    return remembered(first_of(_library_programs(given), kept_programs(DataFolder(data_folder(given)).texts)))


def _library_programs(given: Path | None) -> FindProgram:
    from simulator.authoring.catalogues import shipped
    from simulator.authoring.library import find_written
    from simulator.encounter.program import compile_program
    from simulator.records.texts import SCENARIO, Missing
    from simulator.scenario.catalogue import CatalogueError

    def find(digests: Mapping[str, str]) -> Program | Missing:
        try:
            own = shipped().digests
        except CatalogueError:
            return Missing(tuple(digests))  # a record has its own texts, whatever became of the program's
        if any(digests.get(file) != digest for file, digest in own.items()):
            return Missing(tuple(digests))
        wanted = digests.get(SCENARIO, "")
        written = find_written(wanted, _library_folders(given), shipped())
        # A file of an older format gives its digest only when it was brought up to date.
        for entry in (written,) if written is not None else whole_library(given).entries:
            if entry.scenario is not None and entry.scenario.digest == wanted:
                return compile_program(entry.scenario, shipped())
        return Missing((SCENARIO,))

    return find
