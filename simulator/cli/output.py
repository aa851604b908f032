"""A command's result: on the screen, or in a file that is there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click


def write_out(text: str, output: Path | None) -> None:
    """Print the text, or write it to `output` and say so. Raises RecordsProblem if the file cannot be written."""
    if output is None:
        click.echo(text)
        return
    write_bytes_out((text.rstrip("\n") + "\n").encode(), output)


def write_bytes_out(data: bytes, output: Path) -> None:
    """Write a file whole or not at all, and say so. Raises RecordsProblem if it cannot be written.

    A device or a pipe (`/dev/stdout`) is written into as it is, never replaced by a file.
    """
    from simulator.records.disk import replace_whole
    from simulator.records.problem import RecordsProblem, told

    if output.is_dir():
        raise RecordsProblem(f"{output} is a folder.", "Name a file in it.")
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(data)
        else:
            replace_whole(output, data, mode=0o666)
    except OSError as error:
        raise told(error, output) from None
    click.echo(f"Written: {output}", err=True)
