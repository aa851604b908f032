"""`schema`: the JSON Schema of scenario files, for editors; of what is written as JSON, for who reads it by program."""

from __future__ import annotations

import json
from pathlib import Path

import click

OF = ("scenario", "debrief", "progress", "compare")


@click.command("schema", epilog="\b\nExample:\n  uv run main.py schema --output scenarios/schema.json")
@click.argument("what", metavar="[OF]", type=click.Choice(OF), default="scenario")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead.")
@click.option("--markdown", is_flag=True, help="Print a page for people instead: every key of a scenario.")
def command(what: str, output: Path | None, markdown: bool) -> int:
    """Print the JSON Schema of scenario files; editors complete and explain keys by it.

    OF may be `debrief`, `progress` or `compare` as well: the schema of what `report`, `progress` and `compare` write
    with `--format json`.
    """
    from simulator.cli.output import write_out

    if what != "scenario":
        if markdown:
            raise click.UsageError(f"--markdown tells of scenario files alone; leave it out, or leave out “{what}”.")
        from simulator.reports.as_json import schema_of

        write_out(schema_of(what).rstrip("\n"), output)
        return 0
    from simulator.authoring.catalogues import shipped

    if markdown:
        from simulator.authoring.reference import field_reference

        write_out(field_reference(shipped()), output)
        return 0
    from simulator.scenario.authored.schema import json_schema

    write_out(json.dumps(json_schema(shipped()), indent=2, ensure_ascii=False), output)
    return 0
