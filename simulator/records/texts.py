"""Scenario and catalogue texts, kept once a digest beside the records, so that replay outlives upgrades."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from simulator.authoring.catalogues import shipped_words
from simulator.authoring.program_texts import ProgramTexts
from simulator.encounter.plans import Program
from simulator.encounter.program import compile_program
from simulator.records.disk import read_whole, replace_whole
from simulator.records.problem import told
from simulator.scenario.catalogue import CatalogueError, build_catalogues
from simulator.scenario.load import load_scenario
from simulator.scenario.reading.tree import MAX_BYTES

SCENARIO = "scenario"
"""The name under which digests hold the scenario's; the others are catalogue files."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a program cannot be had here: the names of the texts that are missing or are not what they were."""

    what: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(self.what)


FindProgram: TypeAlias = Callable[[Mapping[str, str]], Program | Missing]
"""From the digests in a log's header to the program they name."""


def keep_texts(texts: Path, digests: Mapping[str, str], scenario_text: str, catalogue_texts: Mapping[str, str]) -> None:
    """Keep the texts behind these digests, each once. Raises RecordsProblem where the disk does not take them."""
    for name, digest in digests.items():
        text = scenario_text if name == SCENARIO else catalogue_texts[name]
        data = text.encode("utf-8", "surrogatepass")
        path = texts / f"{digest}.yaml"
        try:
            if path.is_file() and path.read_bytes() == data:
                continue
            replace_whole(path, data)
        except OSError as error:
            raise told(error, path, "Nothing was begun yet.") from None


def kept_programs(texts: Path) -> FindProgram:
    """Finds programs among the kept texts. Each text must still give the digest it is named by."""
    return remembered(lambda digests: _compile(texts, digests))


def remembered(finder: FindProgram) -> FindProgram:
    """Asks once for each program, however many records were played in it."""
    made: dict[tuple[tuple[str, str], ...], Program | Missing] = {}

    def find(digests: Mapping[str, str]) -> Program | Missing:
        key = tuple(sorted(digests.items()))
        if key not in made:
            made[key] = finder(digests)
        return made[key]

    return find


def _compile(texts: Path, digests: Mapping[str, str]) -> Program | Missing:
    return _made_of({name: _read(texts, digest) for name, digest in digests.items()}, digests)


def _made_of(found: Mapping[str, str | None], digests: Mapping[str, str]) -> Program | Missing:
    missing = tuple(name for name, text in found.items() if text is None)
    if missing or SCENARIO not in found:
        return Missing(missing or (SCENARIO,))
    kept = {name: text for name, text in found.items() if text is not None}
    scenario_text, words = kept.pop(SCENARIO), shipped_words()
    try:
        catalogues = build_catalogues(kept, words)
    except CatalogueError as error:
        return Missing(tuple(dict.fromkeys(problem.place.file for problem in error.problems)))
    scenario = load_scenario(scenario_text, "kept scenario", catalogues).scenario
    if scenario is None:
        return Missing((SCENARIO,))
    given = {SCENARIO: scenario.digest, **catalogues.digests}
    changed = tuple(name for name, digest in digests.items() if given.get(name) != digest)
    return Missing(changed) if changed else compile_program(scenario, catalogues)


def _read(texts: Path, digest: str) -> str | None:
    if len(digest) != 64 or not all(sign in "0123456789abcdef" for sign in digest):
        return None
    path = texts / f"{digest}.yaml"
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        return read_whole(path).decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError):
        return None


def texts_behind(digests: Mapping[str, str], *folders: Path) -> ProgramTexts | None:
    """The kept texts that these digests name, from the first folder that has each; None where one is in none, or is
    not what it was. They are for work in other processes, which cannot tell what is wrong with them."""
    found: dict[str, str] = {}
    for name, digest in digests.items():
        text = next((text for folder in folders if (text := _read(folder, digest)) is not None), None)
        if text is None:
            return None
        found[name] = text
    if isinstance(_made_of(found, digests), Missing):
        return None
    return ProgramTexts(found.pop(SCENARIO), found)


def first_of(*finders: FindProgram) -> FindProgram:
    """Asks one after the other; what the last one misses is what is missing."""

    def find(digests: Mapping[str, str]) -> Program | Missing:
        answer: Program | Missing = Missing(tuple(digests))
        for finder in finders:
            answer = finder(digests)
            if isinstance(answer, Program):
                break
        return answer

    return find


def only(program: Program) -> FindProgram:
    """Knows one program: the one that is loaded already."""

    def find(digests: Mapping[str, str]) -> Program | Missing:
        own = program.digests
        changed = tuple(name for name in own if digests.get(name) != own[name])
        return Missing(changed) if changed or len(digests) != len(own) else program

    return find
