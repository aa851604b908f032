"""What a page is made of. Words are plain text: whoever writes them out escapes them for its own format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from simulator.reports.charts.drawing import Drawing

Tone = Literal["", "good", "poor", "note", "quiet"]
"""What a thing is, for its looks: served, did not serve, look here, of second rank. Never its only sign."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words; `turn` makes it a link to that turn."""

    words: str
    strong: bool = False
    quiet: bool = False
    turn: int | None = None


Line: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    line: Line
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody said or did, with who it was."""

    who: str
    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what stands for them, in pairs."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and a head; `numbers` are the columns set to the right."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart. `name` is its own on the page."""

    name: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Card:
    """A framed thing with a heading of its own: a takeaway, a decision, a turn. `anchor` can be linked to."""

    title: Line
    blocks: tuple[Block, ...]
    tone: Tone = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Cards side by side where there is room."""

    cards: tuple[Card, ...]


Block: TypeAlias = "Paragraph | Speech | Points | Facts | Table | Picture | Card | Pair"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report: `first` is the page for a busy reader, `detail` everything after it."""

    title: str
    subtitle: str
    academy: str
    facts: Facts
    first: tuple[Section, ...]
    detail: tuple[Section, ...]
    foot: tuple[Line, ...]
    language: str = "en"
    logo: bytes = field(default=b"", repr=False)
    logo_type: str = ""
    """`image/svg+xml` or `image/png`."""


def plain(words: str, tone: Tone = "") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(words),), tone)


def line(*parts: str | Run) -> Line:
    """A line of words and runs; empty words fall out."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts if part)


def strong(words: str) -> Run:
    """Words with weight."""
    return Run(words, strong=True)


def quiet(words: str) -> Run:
    """Words of second rank."""
    return Run(words, quiet=True)
