"""The calls to choose from: read in the background while the title stands on screen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Reading the rules of play takes longer than opening the window: that waits until the title stands.
    from simulator.authoring.library import Entry
    from simulator.encounter.plans import Program
    from simulator.records.resume import Unfinished
    from simulator.scenario.catalogue import Catalogues
    from simulator.scenario.model import Scenario
    from simulator.scenario.words import Words


class CallCard:
    """A call as it is chosen: the scenario, the texts a record keeps, and the program, compiled when it is needed."""

    def __init__(
        self,
        scenario: Scenario,
        text: str,
        catalogues: Catalogues,
        catalogue_texts: Mapping[str, str],
        *,
        own: bool = False,
    ) -> None:
        self.scenario = scenario
        self.own = own
        """Whether it lies in the user's own folder."""
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


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """A scenario file that cannot be played: its first fault, where, how to mend it, how many `more` there are."""

    name: str
    where: str
    message: str
    hint: str = ""
    more: int = 0


@dataclass(frozen=True, eq=False)
class Shelf:
    """Every call that can be played, the files that cannot, the calls begun and not ended, the user's own folder,
    sentences about what is wrong with all of it, and the words of debriefs: None for the program's own."""

    cards: tuple[CallCard, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()
    notes: tuple[str, ...] = ()
    broken: tuple[BrokenFile, ...] = ()
    own_folder: Path | None = None
    words: Words | None = None

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

    def again(self) -> None:
        """Read anew, unless it is being read; the old shelf stays until that is done."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = None
            self.start()

    def wait(self) -> Shelf:
        """The shelf, waited for."""
        self.start()
        assert self._thread is not None
        self._thread.join()
        return self.shelf or Shelf()

    def _run(self) -> None:
        shelf = Shelf(notes=("The calls could not be read. Start the program again from a terminal to see why.",))
        try:
            shelf = self._read()
        except OSError as error:
            shelf = Shelf(notes=(f"The calls cannot be read: {error.strerror or error}.",))
        finally:
            # Whatever went wrong, nobody waits for ever.
            self.shelf = shelf


def read_shelf(data_folder: Path, folders: Iterable[Path] | None = None) -> Shelf:
    """The shipped calls and those in the user's own folder (or in `folders`), and what was left unfinished.

    Logs of practice that nobody can go on with are tidied away first.
    """
    from simulator.authoring.catalogues import shipped, shipped_texts
    from simulator.authoring.library import SHIPPED, find_library, own_folder
    from simulator.records.resume import find_unfinished, tidy
    from simulator.scenario.catalogue import CatalogueError
    from simulator.ui.library.sifting import in_order

    tidy(data_folder)
    try:
        catalogues, texts = shipped(), shipped_texts()
    except CatalogueError as error:
        return Shelf(notes=(str(error),))
    own = own_folder(data_folder)
    library = find_library(folders or (SHIPPED, own), catalogues)
    cards = tuple(
        CallCard(entry.scenario, entry.text, catalogues, texts, own=entry.path.is_relative_to(own))
        for entry in library.playable().values()
        if entry.scenario is not None
    )
    broken = tuple(_broken(entry) for entry in library.entries if entry.scenario is None)
    words, notes = _words(data_folder)
    unfinished = tuple(find_unfinished(data_folder))
    return Shelf(tuple(in_order(cards)), unfinished, notes, broken, own, words)


def _words(data_folder: Path) -> tuple[Words | None, tuple[str, ...]]:
    """The academy's words, or what is wrong with them: then debriefs are told in the program's own."""
    from simulator.records.academy import read_words
    from simulator.records.problem import RecordsProblem

    try:
        return read_words(data_folder), ()
    except RecordsProblem as problem:
        return None, (f"{problem} Until it is mended, the program’s own words are used.",)


def _broken(entry: Entry) -> BrokenFile:
    """What is wrong with a file, its first fault first."""
    errors = [problem for problem in entry.problems if problem.severity == "error"]
    if not errors:
        return BrokenFile(entry.path.name, "The file", "it holds no call", "see `validate` on the command line")
    first = errors[0]
    where = f"Line {first.place.line}" if first.place.line else "The file"
    return BrokenFile(entry.path.name, where, first.message.rstrip("."), first.hint.rstrip("."), len(errors) - 1)
