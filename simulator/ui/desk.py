"""The desk: what all scenes share. Settings, the calls to choose from, where records go, and the stack of scenes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.ui.key_map import KeyMap
from simulator.ui.own_records import OwnRecords
from simulator.ui.scene import SceneStack
from simulator.ui.settings import Settings, load_settings, save_settings
from simulator.ui.shelf import Shelf, ShelfReader
from simulator.ui.theme import HIGH_CONTRAST, LAMPLIGHT, Theme

if TYPE_CHECKING:
    from simulator.scenario.words import Words

PROJECTED = 150
"""The least text size before a class, per cent."""


class Desk:
    """One person at one workstation.

    `data_folder` is where sessions are kept. `notes` are sentences to be shown once on the title.
    """

    def __init__(self, data_folder: Path, settings_path: Path, read_shelf: Callable[[], Shelf]) -> None:
        self.data_folder = data_folder
        self.settings_path = settings_path
        self.settings, note = load_settings(settings_path)
        self.notes: list[str] = [note] if note else []
        self.stack = SceneStack()
        self.shelf = ShelfReader(read_shelf)
        self.own_records = OwnRecords(data_folder)
        self.projecting = False
        """Whether a class looks on: letters are large then, whatever the reader's text size."""
        self.wants_fullscreen = self.settings.fullscreen

    @property
    def words(self) -> Words:
        """The words that debriefs and hints are told in: the academy's once the calls are read, else the program's."""
        shelf = self.shelf.shelf
        if shelf is not None and shelf.words is not None:
            return shelf.words
        from simulator.authoring.catalogues import shipped_words

        return shipped_words()

    def change(self, **changes: object) -> None:
        """Change settings and keep them."""
        changed: Settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        if changed == self.settings:
            return
        self.settings = changed
        note = save_settings(self.settings_path, changed)
        if note and note not in self.notes:
            self.notes.append(note)

    def change_trainee(self, academy_id: str) -> None:
        """Somebody sits down: the id is theirs, and who takes another's place has not read how this works yet."""
        former = self.settings.academy_id
        if academy_id != former:
            self.change(academy_id=academy_id, how_seen=self.settings.how_seen and not former)

    @property
    def keys(self) -> KeyMap:
        """The keys of a call, as this reader has them."""
        return KeyMap(self.settings.keys)

    def theme(self, window: tuple[int, int]) -> Theme:
        """The theme of a window under the settings."""
        settings = self.settings
        return Theme(
            HIGH_CONTRAST if settings.high_contrast else LAMPLIGHT,
            window,
            max(settings.text_size, PROJECTED) if self.projecting else settings.text_size,
            settings.reduced_motion,
        )
