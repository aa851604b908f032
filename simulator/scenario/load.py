"""Reads a scenario file: from its bytes to a scenario, and everything that is wrong with it, in one pass."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from simulator.scenario.authored.file import FORMAT
from simulator.scenario.authored.migration import FormatRefusedError, migrate
from simulator.scenario.authored.validation import FILE_SHAPE, validate
from simulator.scenario.building.findings import GAPS, Findings
from simulator.scenario.building.whole import build
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.model import Scenario
from simulator.scenario.problem import MAX_PROBLEMS, Problem, in_file_order
from simulator.scenario.reading.decode import decode, digest_of, normalised, too_big
from simulator.scenario.reading.places import Tree
from simulator.scenario.reading.repair import read
from simulator.scenario.reading.tree import MAX_BYTES

_LARGE = 200_000
"""Characters from which a file counts as large."""


@dataclass(frozen=True, eq=False)
class Loaded:
    """What reading a file gave: the scenario, if nothing stands against playing it, and all findings.

    `tree` holds the file's values and places by path, for whoever looks on (lint, graph, editors); it is
    None where the file could not be read at all.
    """

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    tree: Tree | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The findings that stand against playing it."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def todos(self) -> tuple[Problem, ...]:
        """What a draft still lacks."""
        return tuple(problem for problem in self.problems if problem.severity == "todo")


def load_scenario(source: str | bytes, file_name: str, catalogues: Catalogues, *, limit: int = MAX_BYTES) -> Loaded:
    """Reads a scenario from the text or the bytes of its file. Never raises for anything in the file.

    `file_name` is how findings name it. `limit` is the most bytes that are read. A draft (`status: draft`)
    is given stand-ins for what it lacks, so that it can be played and drawn; its gaps are todos.
    """
    text = _text(source, file_name, limit)
    if isinstance(text, Problem):
        return Loaded(None, (text,))
    with _collector_paused(len(text) >= _LARGE):
        return _read(text, file_name, catalogues)


def _read(text: str, file_name: str, catalogues: Catalogues) -> Loaded:
    tree = read(text, file_name, FILE_SHAPE)
    written_in = tree.value.get("format", FORMAT) if isinstance(tree.value, dict) else FORMAT
    notes: list[Problem] = []
    if isinstance(written_in, int) and not isinstance(written_in, bool) and written_in != FORMAT:
        place = tree.place(("format",))
        try:
            text = migrate(text, written_in)
        except FormatRefusedError as refused:
            problem = Problem("error", "format-unknown", place, str(refused), refused.hint)
            return Loaded(None, in_file_order([*tree.problems, problem]), tree)
        notes.append(
            Problem(
                "note",
                "format-old",
                place,
                f"this file is written in format {written_in}; the present one is {FORMAT}",
                "run `migrate` on it to bring it up to date",
            )
        )
        tree = read(text, file_name, FILE_SHAPE)
    return _load(tree, text, catalogues, notes)


@contextmanager
def _collector_paused(pause: bool) -> Iterator[None]:
    """Keeps the garbage collector from walking the growing tree over and over: a third of a large file's time.

    Reading makes no reference cycles worth collecting.
    """
    if not (pause and gc.isenabled()):
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _text(source: str | bytes, file_name: str, limit: int) -> str | Problem:
    if isinstance(source, bytes):
        return decode(source, file_name, limit)
    if len(source) > limit:
        return too_big(file_name, len(source), limit)
    return normalised(source)


def _load(tree: Tree, text: str, catalogues: Catalogues, notes: list[Problem]) -> Loaded:
    findings = Findings(tree)
    scenario = None
    draft = isinstance(tree.value, dict) and tree.value.get("status") == "draft"
    if tree.value is None and tree.complete and not tree.problems:
        findings.add("file-empty", (), "the file is empty", "begin with `format: 1`, or make one with `new`")
    elif tree.complete and tree.value is not None:
        authored = validate(findings)
        if authored is not None:
            scenario = build(authored, catalogues, findings, digest_of(text))
    problems = [*notes, *tree.problems, *findings.problems]
    if draft:
        problems = [each.with_severity("todo") if each.code in GAPS else each for each in problems]
    if any(problem.severity == "error" for problem in problems):
        scenario = None
    kept = in_file_order(problems)
    if len(kept) > MAX_PROBLEMS:
        rest = len(kept) - MAX_PROBLEMS
        more = Problem("note", "too-many", kept[MAX_PROBLEMS].place, f"{rest} or more further findings are not listed")
        kept = (*kept[:MAX_PROBLEMS], more)
    return Loaded(scenario, kept, tree)
