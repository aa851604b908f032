"""`report`: the debrief of a recorded session, recomputed from its log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.records.reading import SessionRecord
    from simulator.scoring.debrief import Debrief


@click.command("report", epilog="\b\nExample:\n  uv run main.py report 1a2b3c4d --format json --output debrief.json")
@click.argument("name", metavar="LOG")
@click.option("--format", "kind", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead.")
@click.pass_obj
def command(data: Path | None, name: str, kind: str, output: Path | None) -> int:
    """Print the debrief of a record: computed anew from its acts, so that it can be relied on.

    LOG is a log file or the id of a record. A record that was changed, or that does not replay, gives no debrief;
    nor does an assessed call before it is over.
    """
    from simulator.cli.output import write_out
    from simulator.reports.as_json import debrief_json
    from simulator.reports.text import debrief_text

    value = debrief_of(data, name)
    write_out((debrief_json(value) if kind == "json" else debrief_text(value)).rstrip("\n"), output)
    return 0


def refuse_unfinished(record: SessionRecord) -> None:
    """An assessed call that can still be gone on with tells nothing of itself yet: what it hides and what serves in
    it would be known before it is over. Practice may be looked at any time."""
    start = record.header.start
    if record.header.mode != "assessed" or record.state != "open":
        return
    raise click.ClickException(
        f"This assessed call is not finished, so there is nothing to read in it yet ({record.path.name}). Go on with "
        f"it by `play {start.scenario} --resume`, to its end or to `stop`; then its record and its debrief are there."
    )


def debrief_of(data: Path | None, name: str) -> Debrief:
    """The debrief of a record, by replaying it. Tells why where there is none."""
    from simulator.cli.folders import data_folder, programs_for
    from simulator.records.facts import facts_of_record
    from simulator.records.listing import find_record
    from simulator.records.reading import read_log
    from simulator.records.replay import CannotCheck, Differs, replay_log
    from simulator.scoring.debrief import debrief

    path = find_record(data_folder(data), name)
    record = read_log(path)
    refuse_unfinished(record)
    if record.state == "damaged":
        raise click.ClickException(
            f"{path} was changed after it was written ({record.problems[0]}). A debrief of it would not tell what "
            "happened; restore the file from a copy."
        )
    answer = replay_log(record, programs_for(path, data))
    if isinstance(answer, Differs):
        raise click.ClickException(f"{path} does not replay: at line {answer.line} {answer.what}.")
    if isinstance(answer, CannotCheck):
        raise click.ClickException(
            f"{path} cannot be replayed here. Missing: {', '.join(answer.missing)}. Copy the folder `texts` that "
            "stands beside `sessions` on the machine it was recorded on."
        )
    return debrief(answer.program, answer.course, facts_of_record(record))
