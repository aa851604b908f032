"""The calls to choose from: read in the background while the title stands on screen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Reading the rules of play takes longer than opening the window: that waits until the title stands.
    from simulator.encounter.plans import Program
    from simulator.records.resume import Unfinished
    from simulator.scenario.catalogue import Catalogues
    from simulator.scenario.model import Scenario


class CallCard:
    """A call as it is chosen: the scenario, the texts a record keeps, and the program, compiled when it is needed."""

    def __init__(
        self, scenario: Scenario, text: str, catalogues: Catalogues, catalogue_texts: Mapping[str, str]
    ) -> None:
        self.scenario = scenario
        self.text = text
        self.catalogues = catalogues
        self.catalogue_texts = catalogue_texts
        self._program: Program | None = None

    @property
    def program(self) -> Program:
        """The compiled call."""
        if self._program is None:
            from simulator.encounter.program import compile_program

            self._program = compile_program(self.scenario, self.catalogues)
        return self._program


@dataclass(frozen=True, eq=False)
class Shelf:
    """Every call that can be played, those begun and not ended, and a sentence for each that cannot be played."""

    cards: tuple[CallCard, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()
    notes: tuple[str, ...] = ()

    def card(self, scenario_id: str) -> CallCard | None:
        """The call of an id."""
        return next((card for card in self.cards if card.scenario.id == scenario_id), None)


class ShelfReader:
    """Reads the library in a thread. `shelf` is None until that is done."""

    def __init__(self, read: Callable[[], Shelf]) -> None:
        self._read = read
        self.shelf: Shelf | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin, unless it has begun."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="library", daemon=True)
            self._thread.start()

    def wait(self) -> Shelf:
        """The shelf, waited for."""
        self.start()
        assert self._thread is not None
        self._thread.join()
        return self.shelf or Shelf()

    def _run(self) -> None:
        try:
            self.shelf = self._read()
        except OSError as error:
            self.shelf = Shelf(notes=(f"The calls cannot be read: {error.strerror or error}.",))


def read_shelf(data_folder: Path, folders: Iterable[Path] | None = None) -> Shelf:
    """The shipped calls and those in the user's own folder (or in `folders`), and what was left unfinished.

    Logs of practice that nobody can go on with are tidied away first.
    """
    from simulator.authoring.catalogues import shipped, shipped_texts
    from simulator.authoring.library import SHIPPED, find_library, own_folder
    from simulator.records.resume import find_unfinished, tidy
    from simulator.scenario.catalogue import CatalogueError

    tidy(data_folder)
    try:
        catalogues, texts = shipped(), shipped_texts()
    except CatalogueError as error:
        return Shelf(notes=(str(error),))
    library = find_library(folders or (SHIPPED, own_folder(data_folder)), catalogues)
    cards = tuple(
        CallCard(entry.scenario, entry.text, catalogues, texts)
        for entry in library.playable().values()
        if entry.scenario is not None
    )
    notes = []
    for entry in library.entries:
        errors = sum(problem.severity == "error" for problem in entry.problems)
        if entry.scenario is None:
            what = "1 thing" if errors == 1 else f"{errors} things"
            notes.append(f"{entry.path.name} cannot be played: `validate` shows {what} to mend.")
    return Shelf(cards, tuple(find_unfinished(data_folder)), tuple(notes))
