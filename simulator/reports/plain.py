"""A report as plain text: one thing a line, no drawing and no columns, for a terminal or a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

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
    Speech,
    Table,
)

COLUMNS = 80


def plain_report(report: Report, columns: int = COLUMNS) -> str:
    """The report as text, ending in a newline; a chart stands as nothing, for a table says it in figures. No line is
    longer than `columns` unless one word is."""
    lines = [*_wrapped(report.title.upper(), "", columns), *_wrapped(report.subtitle, "", columns)]
    if report.academy:
        lines = [*_wrapped(report.academy, "", columns), *lines]
    for told in block_lines(report.facts):
        lines += _wrapped(told, "", columns)
    for section in (*report.first, *report.detail):
        lines += ["", *_wrapped(section.title.upper(), "", columns)]
        for block in section.blocks:
            for told in block_lines(block):
                lines += _wrapped(told, "  " if told.startswith("- ") else "", columns)
    lines.append("")
    for foot in report.foot:
        lines += _wrapped(_line(foot), "", columns)
    return "\n".join(lines) + "\n"


def _wrapped(words: str, hang: str, columns: int) -> list[str]:
    flat = " ".join(words.split())
    return wrap(flat, columns, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)


def _line(line: Line) -> str:
    return "".join(run.words for run in line)


def block_lines(block: Block) -> Iterator[str]:
    """A block line by line, not yet wrapped; nothing for a chart."""
    match block:
        case Paragraph():
            yield _line(block.line)
        case Speech():
            yield f"{block.who}: {block.words}"
        case Points():
            yield from (f"- {_line(line)}" for line in block.lines)
        case Facts():
            yield from (f"{name}: {value}" for name, value in block.pairs)
        case Table():
            yield f"{block.caption}."
            for first, *rest in block.rows:
                cells = "; ".join(f"{head}: {cell}" for head, cell in zip(block.head[1:], rest, strict=True))
                yield f"- {first}. {cells}."
        case Picture():
            return
        case Card():
            yield _line(block.title)
            for inner in block.blocks:
                yield from block_lines(inner)
        case Pair():
            for card in block.cards:
                yield from block_lines(card)
