"""A report written as a command was asked to: which format, where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel

    from simulator.reports.page.blocks import Report
    from simulator.reports.page.whole import House

V = TypeVar("V", bound="BaseModel")

ENDINGS = {
    ".txt": "text", ".html": "html", ".htm": "html", ".pdf": "pdf", ".md": "md", ".json": "json",
}  # fmt: skip


def kind_asked(kind: str | None, output: Path | None, usual: str, name: str) -> str:
    """The format that was asked for, else as FILE ends, else the usual one. Refuses a PDF for the screen, with `name`
    as an example of a file."""
    kind = kind or (ENDINGS.get(output.suffix.lower(), usual) if output is not None else usual)
    if kind == "pdf" and output is None:
        raise click.UsageError(f"A PDF is written to a file: add --output {name}.pdf.")
    return kind


def write_report(report: Report, house: House, kind: str, output: Path | None, paper: str) -> None:
    """Write it as `text`, `html`, `pdf` or `md`, to `output` or the screen."""
    from simulator.cli.output import write_bytes_out, write_out

    if kind == "pdf" and output is not None:
        from simulator.reports.pdf import PdfError, pdf_report

        try:
            write_bytes_out(pdf_report(report, "us-letter" if paper == "us-letter" else "a4"), output)
        except PdfError as error:
            raise click.ClickException(str(error)) from None
        return
    if kind == "html":
        from simulator.reports.html import html_report

        text = html_report(report, house.words)
    elif kind == "text":
        from simulator.reports.plain import plain_report

        text = plain_report(report)
    else:
        from simulator.reports.markdown import markdown_report

        text = markdown_report(report)
    write_out(text.rstrip("\n"), output)


def write_value(
    value: V, report: Callable[[V, House], Report], data: Path | None, kind: str, output: Path | None, paper: str
) -> None:
    """Write a value as JSON, or the report that is made of it in the academy's house."""
    from simulator.cli.output import write_out
    from simulator.cli.report import house_in

    if kind == "json":
        write_out(value.model_dump_json(indent=2), output)
        return
    house = house_in(data)
    write_report(report(value, house), house, kind, output, paper)
