"""Checking files again whenever they are saved, for somebody who writes or for the editor they write in."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.authoring.library import Entry

POLL = 0.3
"""Seconds between two looks at the files. Asking the file system works on every system and on every kind of disk."""

PATIENCE = 6
"""Looks for which a file that was there may be missing: editors that save by renaming take it away for a moment."""

BEGINS, ENDS = "Checking", "Checked"
"""How the first and the last line of a round begin; an editor takes what stands between for all there is to say."""

Stamp = tuple[int, int] | None
Stamps = dict[Path, Stamp]


def watch(
    paths: Callable[[], Iterable[Path]],
    read: Callable[[Path], Entry],
    look_again: Callable[[float], object] = time.sleep,
) -> None:
    """Checks the files at once and after each change, until it is interrupted.

    A change is taken up when two looks in a row find the same, so that nobody is told about a half-written file.
    Only files that changed are read again.
    """
    kept: dict[Path, tuple[Stamp, Entry]] = {}
    told: Stamps | None = None
    before: Stamps | None = None
    missed = 0
    while True:
        now = {path: _stamp(path) for path in paths()}
        away = told is not None and any(now.get(path) is None for path, stamp in told.items() if stamp is not None)
        missed = missed + 1 if away else 0
        settled = now == before or told is None
        if settled and now != told and (not away or missed > PATIENCE):
            kept = {path: _again(kept.get(path), path, stamp, read) for path, stamp in now.items()}
            _tell([entry for _, entry in kept.values()])
            told = now
        before = now
        look_again(POLL)


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _again(
    known: tuple[Stamp, Entry] | None, path: Path, stamp: Stamp, read: Callable[[Path], Entry]
) -> tuple[Stamp, Entry]:
    return known if known is not None and known[0] == stamp is not None else (stamp, read(path))


def _tell(entries: list[Entry]) -> None:
    """One line a finding: `file:line:column: severity: message [code]`, and a line before and after them all."""
    files = f"{len(entries)} file" + ("" if len(entries) == 1 else "s")
    click.echo(f"{BEGINS} {files}.")
    problems = [problem for entry in entries for problem in entry.problems]
    for problem in problems:
        click.echo(str(problem))
    count = f"{len(problems)} finding" + ("" if len(problems) == 1 else "s")
    click.echo(f"{ENDS} {files}: {count if problems else 'nothing to mend'}. Waiting for the next save; Ctrl-C ends.")
