"""`report`: the debrief of a recorded session, recomputed from its log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.records.reading import SessionRecord
    from simulator.records.texts import FindProgram
    from simulator.reports.page.whole import House
    from simulator.reports.words import Words
    from simulator.scoring.debrief import Debrief


KINDS = ("text", "html", "pdf", "md", "json")


@click.command("report", epilog="\b\nExample:\n  uv run main.py report 1a2b3c4d --output debrief.pdf")
@click.argument("name", metavar="LOG")
@click.option("--format", "kind", type=click.Choice(KINDS), help="What to write; without it as FILE ends, else text.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead.")
@click.option("--paper", type=click.Choice(["a4", "us-letter"]), default="a4", show_default=True, help="Of a PDF.")
@click.option("--costs", is_flag=True, help="Work out what each decision cost; it takes some seconds the first time.")
@click.option("--simulated", is_flag=True, help="Add how simulated trainees fared in this call; some seconds as well.")
@click.option("--earlier", is_flag=True, help="Set it beside the same trainee's runs before it.")
@click.pass_obj
def command(
    data: Path | None,
    name: str,
    kind: str | None,
    output: Path | None,
    paper: str,
    costs: bool,
    simulated: bool,
    earlier: bool,
) -> int:
    """Write the debrief of a record: computed anew from its acts, so that it can be relied on.

    LOG is a log file or the id of a record. A record that was changed, or that does not replay, gives no debrief;
    nor does an assessed call before it is over. An academy's name, logo and words are taken from `academy/` in the
    data folder. What costs and simulated trainees came to is kept, and told ever after.
    """
    from simulator.cli.output import write_out
    from simulator.cli.written_report import kind_asked, write_report

    kind = kind_asked(kind, output, "text", "debrief")
    value = debrief_of(data, name, costs=costs, simulated=simulated, words=words_in(data))
    if earlier:
        from simulator.cli.finished_runs import beside_earlier_runs

        value = beside_earlier_runs(data, value)
    if kind == "json":
        from simulator.reports.as_json import debrief_json

        write_out(debrief_json(value).rstrip("\n"), output)
    elif kind == "text":
        from simulator.reports.text import debrief_text

        write_out(debrief_text(value, words_in(data), filed=True).rstrip("\n"), output)
    else:
        from simulator.reports.page.whole import report_of

        house = house_in(data)
        write_report(report_of(value, house), house, kind, output, paper)
    return 0


def house_in(data: Path | None) -> House:
    """The academy's name, logo and words for its reports."""
    from simulator.cli.folders import data_folder
    from simulator.records.academy import read_academy
    from simulator.reports.page.whole import house_of

    return house_of(read_academy(data_folder(data)))


def words_in(data: Path | None) -> Words:
    """The words of debriefs, the academy's in place of some. Raises RecordsProblem where its texts cannot be used."""
    from simulator.cli.folders import data_folder
    from simulator.records.academy import read_words

    return read_words(data_folder(data))


def refuse_unfinished(record: SessionRecord) -> None:
    """An assessed call that can still be gone on with tells nothing of itself yet: what it hides and what serves in
    it would be known before it is over. Practice may be looked at any time."""
    start = record.header.start
    if record.header.mode != "assessed" or record.state != "open" or record.over:
        return
    raise click.ClickException(
        f"This assessed call is not finished, so there is nothing to read in it yet ({record.path.name}). Go on with "
        f"it by `play {start.scenario} --resume`, to its end or to `stop`; then its record and its debrief are there."
    )


def debrief_of(
    data: Path | None,
    name: str,
    *,
    costs: bool = False,
    simulated: bool = False,
    words: Words | None = None,
    programs: FindProgram | None = None,
) -> Debrief:
    """The debrief of a record, by replaying it, with what its decisions cost and how simulated trainees fared where
    that is known; with `costs` and `simulated` it is worked out. It is told in the shipped words, or in those given.
    Who asks for many gives one place to look for `programs`. Tells why where there is none."""
    from simulator.cli.company import company_of
    from simulator.cli.costs import costs_of
    from simulator.cli.folders import data_folder, programs_for
    from simulator.encounter.law import LAW_VERSION
    from simulator.records.annotations import read_annotations
    from simulator.records.facts import facts_of_record
    from simulator.records.listing import find_record
    from simulator.records.reading import read_log
    from simulator.records.replay import CannotCheck, Differs, replay_log
    from simulator.scoring.debrief import debrief, with_added, with_company, with_consequences

    path = find_record(data_folder(data), name)
    record = read_log(path)
    refuse_unfinished(record)
    if record.state == "damaged":
        raise click.ClickException(
            f"{path} was changed after it was written ({record.problems[0]}). A debrief of it would not tell what "
            "happened; restore the file from a copy."
        )
    answer = replay_log(record, programs or programs_for(path, data))
    if isinstance(answer, Differs):
        raise click.ClickException(f"{path} does not replay: at line {answer.line} {answer.what}.")
    if isinstance(answer, CannotCheck):
        mend = "Copy the folder `texts` that stands beside `sessions` on the machine it was recorded on."
        if record.header.start.law != LAW_VERSION:
            mend = f"Use the version of the program that it was recorded with ({record.header.program})."
        raise click.ClickException(f"{path} cannot be replayed here. Missing: {', '.join(answer.missing)}. {mend}")
    value = debrief(answer.program, answer.course, facts_of_record(record), words)
    led_to = costs_of(answer.program, answer.course, path, data, work_out=costs)
    fared = company_of(answer.program, answer.course, data, work_out=simulated)
    value = with_company(with_consequences(value, led_to), fared)
    return with_added(value, read_annotations(path, record.header.session))
