"""`progress`: several runs of one trainee as habits, skills and runs."""

from __future__ import annotations

from pathlib import Path

import click

KINDS = ("text", "md", "html", "pdf", "json")


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
    from simulator.cli.finished_runs import finished_runs
    from simulator.cli.written_report import kind_asked, write_value
    from simulator.reports.page.progress_page import progress_report
    from simulator.scoring.progress import progress

    kind = kind_asked(kind, output, "md", "progress")
    value = progress(finished_runs(data, trainee))
    write_value(value, progress_report, data, kind, output, paper)
    return 0
