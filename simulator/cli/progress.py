"""`progress`: several runs of one trainee as habits, skills and runs."""

from __future__ import annotations

from pathlib import Path

import click

KINDS = ("md", "html", "pdf", "json")
_ENDINGS = {".md": "md", ".html": "html", ".htm": "html", ".pdf": "pdf", ".json": "json"}


@click.command("progress", epilog="\b\nExample:\n  uv run main.py progress T-1 --output progress.html")
@click.argument("trainee", metavar="TRAINEE")
@click.option("--format", "kind", type=click.Choice(KINDS), help="What to write; without it as FILE ends, else md.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead.")
@click.option("--paper", type=click.Choice(["a4", "us-letter"]), default="a4", show_default=True, help="Of a PDF.")
@click.pass_obj
def command(data: Path | None, trainee: str, kind: str | None, output: Path | None, paper: str) -> int:
    """Tell how the runs of a TRAINEE went, oldest first: habits falling or not, skills over all runs.

    Nobody is compared with anybody. Records that give no debrief are named and left out.
    """
    from simulator.cli.folders import data_folder
    from simulator.cli.output import write_bytes_out, write_out
    from simulator.cli.report import debrief_of, house_in
    from simulator.records.listing import list_records
    from simulator.records.problem import RecordsProblem
    from simulator.records.trainee import trainee_id
    from simulator.reports.page.progress_page import progress_report
    from simulator.scoring.progress import progress

    kind = kind or (_ENDINGS.get(output.suffix.lower(), "md") if output is not None else "md")
    if kind == "pdf" and output is None:
        raise click.UsageError("A PDF is written to a file: add --output progress.pdf.")
    who, debriefs = trainee_id(trainee), []
    for row in list_records(data_folder(data)):
        if row.trainee != who or row.state == "open":
            continue
        try:
            debriefs.append(debrief_of(data, str(row.path)))
        except (click.ClickException, RecordsProblem) as problem:
            click.echo(f"Left out: {problem.message}", err=True)
    if not debriefs:
        raise click.ClickException(f"There is no finished record of “{who}”. See `records list` for the ids there are.")
    value = progress(debriefs)
    if kind == "json":
        write_out(value.model_dump_json(indent=2), output)
        return 0
    house = house_in(data)
    report = progress_report(value, house)
    if kind == "pdf" and output is not None:
        from simulator.reports.pdf import PdfError, pdf_report

        try:
            write_bytes_out(pdf_report(report, "us-letter" if paper == "us-letter" else "a4"), output)
        except PdfError as error:
            raise click.ClickException(str(error)) from None
        return 0
    from simulator.reports.html import html_report
    from simulator.reports.markdown import markdown_report

    text = html_report(report, house.words) if kind == "html" else markdown_report(report)
    write_out(text.rstrip("\n"), output)
    return 0
