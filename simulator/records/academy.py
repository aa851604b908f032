"""What an academy puts in place of the program's: a name and logo on reports, and its own words wherever a debrief is
read, from `academy/` in the data folder.

academy/name.txt      the name, one line
academy/logo.svg      or logo.png
academy/words.yaml    texts that replace shipped ones, `key: "text"` one a line
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from simulator.authoring.catalogues import shipped_words
from simulator.records.disk import read_whole
from simulator.records.problem import RecordsProblem, told
from simulator.scenario.words import Words, WordsError

FOLDER = "academy"
WORDS = "words.yaml"
MOST_BYTES = {"name.txt": 2_000, WORDS: 400_000, "logo.svg": 2_000_000, "logo.png": 2_000_000}
LOGO_TYPES = {"logo.svg": "image/svg+xml", "logo.png": "image/png"}


@dataclass(frozen=True, slots=True)
class Academy:
    """The parts that are there; each may be empty. `words` is the text of words.yaml, `words_file` its path."""

    name: str = ""
    logo: bytes = field(default=b"", repr=False)
    logo_type: str = ""
    words: str = ""
    words_file: str = ""


def read_academy(data_folder: Path) -> Academy:
    """The academy's parts; none where the folder is not there. Raises RecordsProblem, naming file and mend."""
    folder = data_folder / FOLDER
    name = _text(folder / "name.txt").strip()
    words_file = folder / WORDS
    words = _text(words_file)
    for file, kind in LOGO_TYPES.items():
        logo = _bytes(folder / file)
        if logo:
            _check_logo(folder / file, logo)
            return Academy(name, logo, kind, words, str(words_file))
    return Academy(name, words=words, words_file=str(words_file))


def words_of(academy: Academy) -> Words:
    """The shipped words with the academy's in place of some. Raises RecordsProblem, naming file, entry and mend."""
    if not academy.words.strip():
        return shipped_words()
    try:
        return shipped_words().replaced(academy.words, academy.words_file)
    except WordsError as error:
        raise RecordsProblem(str(error)) from None


def read_words(data_folder: Path) -> Words:
    """The words of a data folder's academy, whatever else of it there is. Raises RecordsProblem as `words_of` does."""
    file = data_folder / FOLDER / WORDS
    return words_of(Academy(words=_text(file), words_file=str(file)))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES[path.name]:
            raise RecordsProblem(f"{path} is too large.", f"Make it smaller than {MOST_BYTES[path.name]} bytes.")
        return read_whole(path)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise told(error, path, reading=True) from None


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RecordsProblem(f"{path} is not UTF-8 text.", "Save it as UTF-8 in your editor.") from None


def _check_logo(path: Path, logo: bytes) -> None:
    """A picture is what its name says; an SVG holds no script and names nothing outside itself."""
    if path.suffix == ".png":
        if not logo.startswith(b"\x89PNG\r\n\x1a\n"):
            raise RecordsProblem(f"{path} is not a PNG picture.", "Save the logo as PNG or SVG.")
        return
    low = logo.lower()
    if b"<svg" not in low:
        raise RecordsProblem(f"{path} is not an SVG picture.", "Save the logo as PNG or SVG.")
    for unwanted in (b"<script", b"<!entity", b"<foreignobject", b"javascript:", b"http-equiv"):
        if unwanted in low:
            raise RecordsProblem(f"{path} holds more than a picture.", "Save it as a plain SVG, or as PNG.")
