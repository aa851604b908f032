"""Catalogue files: the shipped ones, and an academy's folder in which any of them may be replaced."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from simulator.scenario.catalogue import CATALOGUE_FILES, CatalogueError, CatalogueFault, Catalogues, build_catalogues

MAX_BYTES = 4_000_000


@cache
def shipped() -> Catalogues:
    """The catalogues that come with the program; read once, then the same value."""
    return build_catalogues(shipped_texts())


@cache
def _shipped_text(file: str) -> str:
    return files("simulator").joinpath("data", file).read_bytes().decode("utf-8-sig")


def shipped_texts() -> dict[str, str]:
    """The texts of the shipped files by name, which a record keeps beside their digests."""
    return {file: _shipped_text(file) for file in CATALOGUE_FILES}


def folder_texts(folder: Path) -> dict[str, str]:
    """The texts by file name: those of the folder where it has the file, the shipped ones where it has not.

    Raises CatalogueError for a folder that is not there or holds no catalogue, and for files that cannot be
    read or are not UTF-8, all at once. Files that are not YAML are passed over; a YAML file of an unknown
    name is a fault, because it would silently replace nothing.
    """
    texts = shipped_texts()
    faults: list[CatalogueFault] = []
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml") and path.is_file())
    except OSError as error:
        message = f"this folder cannot be opened ({error.strerror or 'unknown reason'}); check its name and rights"
        raise CatalogueError([CatalogueFault(str(folder), "", message)]) from None
    if not found:
        message = "holds no catalogue; copy one of " + ", ".join(CATALOGUE_FILES) + " here and change it"
        raise CatalogueError([CatalogueFault(str(folder), "", message)])
    for path in found:
        try:
            if path.stat().st_size > MAX_BYTES:
                faults.append(CatalogueFault(path.name, "", "the file is too large for a catalogue; shorten it"))
                continue
            texts[path.name] = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            message = f"is not UTF-8 text (byte {error.start + 1}); save it as UTF-8"
            faults.append(CatalogueFault(path.name, "", message))
        except OSError as error:
            message = f"cannot be read ({error.strerror or 'unknown reason'}); check its rights"
            faults.append(CatalogueFault(path.name, "", message))
    if faults:
        raise CatalogueError(faults)
    return texts


def from_folder(folder: Path | str) -> Catalogues:
    """The catalogues with an academy's replacements: any file of its folder stands in for the shipped one.

    Raises CatalogueError, naming file and entry, if a file cannot be used or the files do not fit together.
    """
    return build_catalogues(folder_texts(Path(folder)))
