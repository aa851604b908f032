"""Catalogue files and the words of debriefs: the shipped ones, and an academy's folder of catalogues."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from simulator.scenario.catalogue import CATALOGUE_FILES, CatalogueError, Catalogues, build_catalogues
from simulator.scenario.problem import Place, Problem
from simulator.scenario.words import Words, WordsError, read_templates

MAX_BYTES = 4_000_000

WORD_FILES = ("debrief/words.yaml", "debrief/window.yaml", "reports/words.yaml")
"""The files of shipped words, which an academy replaces in one file of its own. No key stands in two of them."""


@cache
def shipped() -> Catalogues:
    """The catalogues that come with the program; read once, then the same value."""
    return build_catalogues(shipped_texts(), shipped_words())


@cache
def shipped_words() -> Words:
    """The words that come with the program: what debriefs say, and what is written around it on reports."""
    templates: dict[str, str] = {}
    for file in WORD_FILES:
        try:
            templates |= read_templates(_shipped_text(file), file)
        except WordsError as error:
            hint = "install the program again, or copy this file from its source"
            raise CatalogueError([_fault(Path("simulator") / "data" / file, str(error), hint)]) from None
    return Words(templates)


@cache
def _shipped_text(file: str) -> str:
    try:
        return files("simulator").joinpath("data", file).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        place = Path("simulator") / "data" / file
        hint = "install the program again, or copy this file from its source"
        raise CatalogueError([_fault(place, "this file of the program is missing or damaged", hint)]) from None


def shipped_texts() -> dict[str, str]:
    """The texts of the shipped files by name, which a record keeps beside their digests."""
    return {file: _shipped_text(file) for file in CATALOGUE_FILES}


def folder_texts(folder: Path) -> dict[str, str]:
    """The texts by file name: those of the folder where it has the file, the shipped ones where it has not.

    Raises CatalogueError for a folder that is not there or holds no catalogue, and for files that cannot be
    read or are not UTF-8, all at once. Files that are not YAML are passed over; a YAML file of an unknown
    name stays among the texts, for it would replace nothing without a word: `build_catalogues` refuses it.
    """
    texts = shipped_texts()
    problems: list[Problem] = []
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".yaml", ".yml") and path.is_file())
    except OSError as error:
        raise CatalogueError([_fault(folder, "this folder cannot be opened", _why(error))]) from None
    if not found:
        hint = "copy one of these here and change it: " + ", ".join(CATALOGUE_FILES)
        raise CatalogueError([_fault(folder, "this folder holds no catalogue", hint)])
    for path in found:
        try:
            if path.stat().st_size > MAX_BYTES:
                problems.append(_fault(path, "this file is too large for a catalogue", "shorten it"))
            else:
                texts[path.name] = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            hint = "open it in an editor and save it as UTF-8"
            problems.append(_fault(path, f"this file is not UTF-8 text (byte {error.start + 1})", hint))
        except OSError as error:
            problems.append(_fault(path, "this file cannot be read", _why(error)))
    if problems:
        raise CatalogueError(problems)
    return texts


def from_folder(folder: Path | str) -> Catalogues:
    """The catalogues with an academy's replacements: any file of its folder stands in for the shipped one.

    Raises CatalogueError, naming file and entry, if a file cannot be used or the files do not fit together.
    """
    return build_catalogues(folder_texts(Path(folder)), shipped_words())


def _fault(path: Path, message: str, hint: str) -> Problem:
    return Problem("error", "catalogue-file", Place(str(path)), message, hint)


def _why(error: OSError) -> str:
    return f"the system says: {error.strerror or error}; check its name and who may read it"
