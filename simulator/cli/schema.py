"""`schema`: the JSON Schema of scenario files, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("schema", epilog="\b\nExample:\n  uv run main.py schema --output scenarios/schema.json")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead.")
@click.option("--markdown", is_flag=True, help="Print a page for people instead: every key with its meaning.")
def command(output: Path | None, markdown: bool) -> int:
    """Print the JSON Schema of scenario files; editors complete and explain keys by it."""
    from simulator.authoring.catalogues import shipped
    from simulator.cli.output import write_out

    if markdown:
        from simulator.authoring.reference import field_reference

        write_out(field_reference(shipped()), output)
        return 0
    from simulator.scenario.authored.schema import json_schema

    write_out(json.dumps(json_schema(shipped()), indent=2, ensure_ascii=False), output)
    return 0
