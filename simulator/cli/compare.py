"""`compare`: two trainees side by side on the calls that both played. Nobody is ranked."""

from __future__ import annotations

from pathlib import Path

import click

KINDS = ("text", "html", "pdf", "md", "json")


@click.command("compare", epilog="\b\nExample:\n  uv run main.py compare T-1 T-2 --output both.html")
@click.argument("one", metavar="TRAINEE")
@click.argument("other", metavar="TRAINEE")
@click.option("--format", "kind", type=click.Choice(KINDS), help="What to write; without it as FILE ends, else text.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead.")
@click.option("--paper", type=click.Choice(["a4", "us-letter"]), default="a4", show_default=True, help="Of a PDF.")
@click.pass_obj
def command(data: Path | None, one: str, other: str, kind: str | None, output: Path | None, paper: str) -> int:
    """Lay the runs of two trainees side by side, on the calls that both played to their end.

    Each skill has its rating, its band of uncertainty and the chances it rests on, and the reliability of the runs
    stands with it. Nobody is ranked: where bands overlap, or there is too little to tell, it says so.
    Records that give no debrief are named and left out.
    """
    from simulator.cli.finished_runs import finished_runs
    from simulator.cli.written_report import kind_asked, write_value
    from simulator.records.trainee import trainee_id
    from simulator.reports.page.two_trainees_page import two_trainees_report
    from simulator.scoring.two_trainees import side_by_side

    kind = kind_asked(kind, output, "text", "both")
    if trainee_id(one) == trainee_id(other):
        raise click.UsageError(
            f"“{trainee_id(one)}” is named twice. Name two trainees; for one of them there is `progress`."
        )
    value = side_by_side(finished_runs(data, one), finished_runs(data, other))
    write_value(value, two_trainees_report, data, kind, output, paper)
    return 0
