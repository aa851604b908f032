"""`preview`: a scenario file in the window while it is being written."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("preview", epilog="\b\nExample:\n  uv run main.py preview scenarios/corner_shop/corner_shop.yaml")
@click.argument("name", metavar="FILE|ID")
@click.option("--seed", type=click.IntRange(0, 2**63), default=1, show_default=True, help="The seed of every draw.")
@click.option("--timed", is_flag=True, help="Let timers run; without it nothing hurries you.")
@click.pass_obj
def command(data: Path | None, name: str, seed: int, timed: bool) -> int:
    """Open the window on a scenario file. Each save is read at once, and played forward to the same spot.

    F2 shows the numbers and what the last act did to them, F3 goes to any moment, F5 begins again. Nothing of it is
    recorded.
    """
    from simulator.cli.folders import find_entry
    from simulator.cli.window import open_preview

    path = find_entry(name, data).path
    if not path.is_file():
        raise click.ClickException(f"{path}: there is no such file. Begin one with `new`, or check the name.")
    return open_preview(data, path, seed, timed)
