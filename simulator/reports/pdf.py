"""A report as PDF: tagged (PDF/UA-1), its fonts embedded, set by Typst from values; no word in it is ever code."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from simulator.reports.page.blocks import (
    Block,
    Card,
    Facts,
    Line,
    Pair,
    Paragraph,
    Picture,
    Points,
    Report,
    Section,
    Speech,
    Table,
)
from simulator.reports.signs import signs_of

Paper = Literal["a4", "us-letter"]

FONT, _FONT_PACKAGE, _FONT_FILE = "Source Sans Pro", "font_source_sans_pro", "SourceSansPro-Regular.ttf"
LONG = 900
"""Signs from which a card may be broken over two pages."""
_ENDINGS = {"image/svg+xml": "logo.svg", "image/png": "logo.png"}


class PdfError(Exception):
    """The report could not be set. Its words are for a person."""


def pdf_report(report: Report, paper: Paper = "a4") -> bytes:
    """The report as a PDF file's bytes; the same report gives the same bytes. Raises PdfError.

    Signs that its font has not (people write notes in any script) are set in a font of the system; where there is
    none for them either, a question mark stands for each.
    """
    template = files("simulator").joinpath("data", "reports", "page.typ").read_bytes()
    with tempfile.TemporaryDirectory(prefix="report-") as name:
        folder = Path(name)
        (folder / "charts").mkdir()
        for picture in _pictures((*report.first, *report.detail)):
            (folder / "charts" / f"{picture.name}.svg").write_text(picture.drawing.svg(picture.name), encoding="utf-8")
        logo = _ENDINGS.get(report.logo_type, "") if report.logo else ""
        if logo:
            (folder / logo).write_bytes(report.logo)
        told = json.dumps(_told(report, paper, logo), ensure_ascii=False)
        (folder / "page.typ").write_bytes(template)
        known = signs_of((Path(_fonts()) / _FONT_FILE).read_bytes())
        missing = known and set(told) - known
        if missing:
            with contextlib.suppress(PdfError):
                return _set(folder, told, own_fonts=False)
        return _set(folder, "".join("?" if sign in missing else sign for sign in told))


def _set(folder: Path, told: str, *, own_fonts: bool = True) -> bytes:
    import typst

    (folder / "report.json").write_text(told, encoding="utf-8")
    try:
        made = typst.compile(
            str(folder / "page.typ"),
            root=str(folder),
            font_paths=[_fonts()],
            ignore_system_fonts=own_fonts,
            pdf_standards="ua-1",
            # The day of a report is the session's own; a file made twice is the same file.
            timestamp=int(datetime(2000, 1, 1, tzinfo=UTC).timestamp()),
        )
    except (typst.TypstError, RuntimeError) as error:
        # The charts are drawn here and sound; a picture that is not can only be the academy's own.
        logo = any(ending in str(error) for ending in ("SVG", "image"))
        mend = ". Save the logo in the folder academy anew, as a plain SVG or as PNG." if logo else ""
        raise PdfError(f"The PDF could not be set: {error}{mend}") from None
    assert isinstance(made, bytes)
    return made


def _fonts() -> str:
    return str(files(_FONT_PACKAGE).joinpath("files"))


def _pictures(sections: tuple[Section, ...]) -> Iterator[Picture]:
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Picture):
                yield block


def _told(report: Report, paper: Paper, logo: str) -> dict[str, Any]:
    trainee = next((value for _, value in report.facts.pairs), "")
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "academy": report.academy,
        "language": report.language,
        "paper": paper,
        "font": FONT,
        "logo": logo,
        "running": f"{report.title} · {trainee}" if trainee else report.title,
        "facts": [list(pair) for pair in report.facts.pairs],
        "first": [_section(section) for section in report.first],
        "detail": [_section(section) for section in report.detail],
        "foot": [_line(line) for line in report.foot],
    }


def _section(section: Section) -> dict[str, Any]:
    return {"title": section.title, "blocks": [_block(block) for block in section.blocks]}


def _line(line: Line) -> list[dict[str, Any]]:
    return [{"words": run.words, "strong": run.strong, "quiet": run.quiet, "turn": run.turn} for run in line]


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            told: dict[str, Any] = {"line": _line(block.line), "tone": block.tone}
        case Speech():
            told = {"who": block.who, "words": block.words}
        case Points():
            told = {"lines": [_line(line) for line in block.lines]}
        case Facts():
            told = {"pairs": [list(pair) for pair in block.pairs]}
        case Table():
            told = {
                "head": list(block.head),
                "rows": [list(row) for row in block.rows],
                "numbers": sorted(block.numbers),
                "wide": all(place in block.numbers for place in range(1, len(block.head))),
            }
        case Picture():
            told = {"name": block.name, "alt": f"{block.drawing.title}. {block.drawing.description}"}
        case Card():
            inner = [_block(each) for each in block.blocks]
            told = {
                "title": _line(block.title),
                "blocks": inner,
                "tone": block.tone,
                "anchor": block.anchor,
                "long": len(json.dumps(inner)) > 4 * LONG,
            }
        case Pair():
            told = {"cards": [_block(card) for card in block.cards]}
    return {"kind": type(block).__name__, **told}
