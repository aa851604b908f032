"""A report as one HTML file: no network, no script, light and dark, and fit to print."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from simulator.reports.page.blocks import Block, Picture, Report
from simulator.reports.words import Words, shipped_words

if TYPE_CHECKING:
    from jinja2 import Template


def html_report(report: Report, words: Words | None = None) -> str:
    """The report as HTML. Every word from outside is escaped by the template engine; a policy in the head lets
    nothing load and nothing run."""
    from markupsafe import Markup

    style = files("simulator").joinpath("data", "reports", "page.css").read_text(encoding="utf-8")

    def svg(picture: Picture) -> Markup:
        # ElementTree wrote it: what is words in it is escaped already.
        return Markup(picture.drawing.svg(picture.name, style=""))

    return _template().render(
        report=report,
        style=Markup(style),
        svg=svg,
        kind_of=_kind,
        contents=(words or shipped_words())("contents"),
        logo=f"data:{report.logo_type};base64,{b64encode(report.logo).decode()}" if report.logo else "",
    )


def _kind(block: Block) -> str:
    return type(block).__name__


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    text = files("simulator").joinpath("data", "reports", "page.html.j2").read_text(encoding="utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False).from_string(text)
