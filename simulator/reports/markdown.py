"""A report as Markdown: plain enough for a wiki, a mail or a diff."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    Run,
    Speech,
    Table,
)

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#|~$])")
_BEGINS = re.compile(r"^(\s*\d*)([-=]+|[+.)])(?=\s|$)")


def markdown_report(report: Report) -> str:
    """The report as Markdown, ending in a newline. Charts stand as their words."""
    parts = [f"# {escaped(report.title)}", f"*{escaped(report.subtitle)}*"]
    if report.academy:
        parts.insert(0, escaped(report.academy))
    parts += _block(report.facts, 3)
    for section in (*report.first, *report.detail):
        parts.append(f"## {escaped(section.title)}")
        for block in section.blocks:
            parts += _block(block, 3)
    parts += [_line(foot) for foot in report.foot]
    return "\n\n".join(parts) + "\n"


def escaped(words: str) -> str:
    """Words in which no sign means anything to Markdown or to HTML; line ends become spaces."""
    flat = " ".join(words.split())
    return _BEGINS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", flat.replace("&", "&amp;")))


def _run(run: Run) -> str:
    words = escaped(run.words) if run.words.strip() else run.words
    # Space at the edge of a run is outside the stars, or Markdown does not see them.
    lead = run.words[: len(run.words) - len(run.words.lstrip())]
    tail = run.words[len(run.words.rstrip()) :] if run.words.strip() else ""
    return f"{lead}**{words}**{tail}" if run.strong and words.strip() else f"{lead}{words}{tail}"


def _line(line: Line) -> str:
    return "".join(_run(run) for run in line).strip()


def _block(block: Block, depth: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _line(block.line)
        case Speech():
            yield f"> **{escaped(block.who)}:** {escaped(block.words)}"
        case Points():
            yield "\n".join(f"- {_line(line)}" for line in block.lines)
        case Facts():
            yield "\n".join(f"- **{escaped(name)}:** {escaped(value)}" for name, value in block.pairs)
        case Table():
            yield _table(block)
        case Picture():
            yield f"*{escaped(block.drawing.title)}.* {escaped(block.drawing.description)}"
        case Card():
            yield f"{'#' * depth} {_line(block.title)}"
            for inner in block.blocks:
                yield from _block(inner, depth + 1)
        case Pair():
            for card in block.cards:
                yield from _block(card, depth)


def _table(table: Table) -> str:
    rule = ["---:" if place in table.numbers else "---" for place in range(len(table.head))]
    rows = [table.head, rule, *table.rows]
    told = [[cell if row is rule else escaped(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in told)
