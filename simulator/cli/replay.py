"""`replay`: whether a record replays to the same events."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("replay", epilog="\b\nExample:\n  uv run main.py replay 1a2b3c4d")
@click.argument("name", metavar="LOG")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.pass_obj
def command(data: Path | None, name: str, as_json: bool) -> int:
    """Play the acts of a record again and compare everything that happens.

    LOG is a log file or the id of a record. The answer is: same, differs at line N, or cannot be checked here and
    what is missing. The exit code is 0 for the same and 1 for anything else.
    """
    import json

    from simulator.cli.folders import data_folder, programs_for
    from simulator.records.listing import find_record
    from simulator.records.reading import read_log
    from simulator.records.replay import CannotCheck, Same, replay_log

    path = find_record(data_folder(data), name)
    record = read_log(path)
    answer = replay_log(record, programs_for(path, data))
    fault = next((fault for fault in record.problems if fault.kind == "changed"), None)
    told: dict[str, object] = {"log": str(path), "acts": len(record.actions), "course": record.course}
    told["state"] = record.state
    if fault is not None:
        told |= {"answer": "differs", "line": fault.line, "why": fault.message}
    elif isinstance(answer, Same):
        told |= {"answer": "same"}
    elif isinstance(answer, CannotCheck):
        told |= {"answer": "cannot be checked here", "missing": list(answer.missing)}
    else:
        told |= {"answer": "differs", "line": answer.line, "why": answer.what}
    if as_json:
        click.echo(json.dumps(told, indent=2))
    else:
        _tell(told, over=record.over)
        for cut in (each for each in record.problems if each.kind == "truncated"):
            click.echo(f"Note: {cut}")
    return 0 if told["answer"] == "same" else 1


def _tell(told: dict[str, object], *, over: bool) -> None:
    if told["answer"] == "same":
        click.echo(f"Same: all {told['acts']} acts of {told['log']} lead to the events in it.")
        click.echo(f"Course hash: {told['course']}")
        if told["state"] == "open" and not over:
            click.echo("The session in it is not finished.")
    elif told["answer"] == "differs":
        click.echo(f"Differs at line {told['line']} of {told['log']}: {told['why']}.")
    else:
        missing = told["missing"]
        assert isinstance(missing, list)
        click.echo(f"{told['log']} cannot be checked here. Missing: {', '.join(missing)}.")
        click.echo("Copy the folder `texts` that stands beside `sessions` on the machine it was recorded on.")
