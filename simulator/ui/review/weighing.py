"""*What were you weighing?* A few words of the trainee's own about a decision, or one of three beginnings."""

from __future__ import annotations

from collections.abc import Callable

from simulator.scenario.words import Words
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.text_area import TextArea
from simulator.ui.widgets.text_field import TextField

LONGEST = 400
"""Letters of a reflection: a few sentences."""

BEGINNINGS = ("safety", "trust", "time")
"""What can be begun from: what officers weigh most."""


class Weighing:
    """The field for each turn that is talked through. `kept` gives what was written about a turn already, `on_words`
    is told when a turn is left and its words have changed."""

    def __init__(
        self,
        words: Words,
        kept: Callable[[int], str],
        on_words: Callable[[int, str], None],
        on_letters: Callable[[TextField], None],
    ) -> None:
        self._words, self._kept, self._on_words, self._on_letters = words, kept, on_words, on_letters
        self._fields: dict[int, TextArea] = {}

    def paint(self, column: Column, turn: int) -> None:
        """The question, the field, the beginnings."""
        field = self._fields.get(turn) or self._make(turn)
        column.heading(column.words("weigh_ask"))
        column.put(field)
        column.gap(1)
        begun = {id_: column.words(f"weigh_{id_}") for id_ in BEGINNINGS}
        column.row(
            [Button(f"chip:{id_}", words, self._beginning(field, words), look="quiet") for id_, words in begun.items()]
        )

    def commit(self) -> None:
        """Tell what was written and not told yet."""
        for turn, field in self._fields.items():
            words = field.value.strip()
            if words and words != self._kept(turn):
                self._on_words(turn, words)

    def _make(self, turn: int) -> TextArea:
        self._fields[turn] = TextArea(
            "weighing",
            self._kept(turn),
            lambda _: None,
            self.commit,
            longest=LONGEST,
            placeholder=self._words("weigh_field"),
            label=self._words("decision_weighed"),
            on_letters=self._on_letters,
        )
        return self._fields[turn]

    @staticmethod
    def _beginning(field: TextArea, words: str) -> Callable[[], None]:
        def begin() -> None:
            if words not in field.value:
                field.write(f" {words}." if field.value else f"{words}.")

        return begin
