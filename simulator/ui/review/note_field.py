"""A field for an instructor's note. A note that is kept stands for good; what is being written waits here."""

from __future__ import annotations

from collections.abc import Callable

from simulator.scoring.annotations import LONGEST
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.text_area import TextArea
from simulator.ui.widgets.text_field import TextField


class NoteField:
    """The field and its button. `on_keep` is told when a note is done: by Enter, by the button, or as its place is
    left."""

    def __init__(
        self, name: str, placeholder: str, on_keep: Callable[[str], None], on_letters: Callable[[TextField], None]
    ) -> None:
        self.name = name
        self._on_keep = on_keep
        self._area = TextArea(
            name,
            "",
            lambda _: None,
            self.commit,
            longest=LONGEST,
            placeholder=placeholder,
            label=placeholder,
            on_letters=on_letters,
        )

    @property
    def words(self) -> str:
        """What is written and not kept yet."""
        return self._area.value.strip()

    def commit(self) -> None:
        """Keep what is written; nothing where there is nothing."""
        if words := self.words:
            self._area.replace("")
            self._on_keep(words)

    def paint(self, column: Column) -> None:
        """The field, and the button below it."""
        column.put(self._area)
        column.gap(0.75)
        button = Button(f"keep_{self.name}", column.words("remark_keep"), self.commit, enabled=bool(self.words))
        column.row([button])
