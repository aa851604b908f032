"""The texts a program is made of: what another process gets in place of the program, which does not travel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.authoring.catalogues import shipped_words
from simulator.encounter.plans import Program
from simulator.encounter.program import compile_program
from simulator.scenario.catalogue import build_catalogues
from simulator.scenario.load import load_scenario


@dataclass(frozen=True, slots=True)
class ProgramTexts:
    """The text of a scenario that loads, and of every catalogue by file name."""

    scenario: str = field(repr=False)
    catalogues: Mapping[str, str] = field(repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "catalogues", dict(self.catalogues))

    def compile(self) -> Program:
        """The program. The texts were loaded before: where they load no longer, that is a fault of the caller."""
        catalogues = build_catalogues(self.catalogues, shipped_words())
        loaded = load_scenario(self.scenario, "scenario", catalogues)
        if loaded.scenario is None:
            raise ValueError("these texts hold no scenario that can be played")
        return compile_program(loaded.scenario, catalogues)
