"""From the bytes of a file to its text, or a plain word about what is wrong with them."""

from __future__ import annotations

from hashlib import sha256

from simulator.scenario.problem import Place, Problem
from simulator.scenario.reading.tree import MAX_BYTES

_MARKS = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
"""How files in other encodings begin; the longer mark first, for it begins with a shorter one."""
_ZEROS = {"x0x0": "UTF-16", "0x0x": "UTF-16", "x000": "UTF-32", "000x": "UTF-32"}
"""The same without a mark: which of every four bytes are nearly always zero."""


def decode(data: bytes, file: str, limit: int = MAX_BYTES) -> str | Problem:
    """The text of a file, with line ends of one kind and no byte order mark, or why it cannot be read.

    A file over `limit` bytes is not looked into at all.
    """
    if len(data) > limit:
        return too_big(file, len(data), limit)
    encoding = _wide_encoding(data[:64])
    if encoding:
        return Problem(
            "error",
            "yaml-bom-utf16",
            Place(file),
            f"the file is saved as {encoding}; scenarios are UTF-8",
            "in your editor choose “Save with encoding”, then UTF-8",
        )
    try:
        return normalised(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        end = data.find(b"\n", error.start)
        rest = data[error.start : end if end >= 0 else len(data)].decode("utf-8", "replace")
        place = Place(file, len(lines), len(lines[-1]) + 1, "", lines[-1] + rest.rstrip("\r"))
        return Problem(
            "error",
            "not-utf8",
            place,
            "a character here is not UTF-8; the file was saved in another encoding",
            "in your editor choose “Save with encoding”, then UTF-8, and look at this line again",
        )


def _wide_encoding(beginning: bytes) -> str:
    """The encoding of two or four bytes a letter that a file begins in; "" where it is none of them. Without a mark it
    shows by where its zeros stand: plain letters leave every second byte empty, or three of four."""
    for mark, encoding in _MARKS.items():
        if beginning.startswith(mark):
            return encoding
    columns = [beginning[place::4] for place in range(4)]
    return _ZEROS.get("".join("0" if 3 * column.count(0) >= 2 * len(column) > 0 else "x" for column in columns), "")


def too_big(file: str, size: int, limit: int) -> Problem:
    """What is said of a file that is not read because of its size."""
    return Problem(
        "error",
        "yaml-too-big",
        Place(file),
        f"the file has {size / 1_000_000:.1f} million bytes; a scenario has at most {limit / 1_000_000:g} million",
        "check that this is a scenario, or split it in two",
    )


def normalised(text: str) -> str:
    """A text with every line ended by a line feed, so that it reads and hashes alike on every system."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def digest_of(text: str) -> str:
    """The sha256 of a text, the same whatever its line ends."""
    return sha256(normalised(text).encode("utf-8", "surrogatepass")).hexdigest()
