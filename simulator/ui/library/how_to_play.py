"""How a call is to be played: what to expect of it, practice or assessed, who the person is today."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from simulator.records.class_draw import chance_draw, class_draw
from simulator.ui.call import CallPlan
from simulator.ui.library.card_words import hardness
from simulator.ui.scenes.page import Column
from simulator.ui.shelf import CallCard
from simulator.ui.widgets.option import Option, toggle
from simulator.ui.widgets.text_field import TextField
from simulator.ui.words import GIVE_ID

NEEDS_ID = f"An assessed call needs your academy id: choose “{GIVE_ID}” below and type it."

_MODES: tuple[tuple[Literal["practice", "assessed", "class"], str, str], ...] = (
    ("practice", "Practice", "A gauge helps you. No record stays, unless you keep it."),
    ("assessed", "Assessed", "No gauge. A sealed record, and the same person for your whole class."),
    ("class", "Class", "On a projector: large letters, hands counted for each line. No record stays, nobody is named."),
)


class HowToPlay:
    """What was chosen for the call that is chosen. `on_ready` is called when Enter ends the class word,
    `on_letters` when it is to be written without a keyboard."""

    def __init__(self, on_ready: Callable[[], None], on_letters: Callable[[TextField], None]) -> None:
        self._mode_chosen: Literal["practice", "assessed", "class"] = "practice"
        self._gauge = False
        self._temperament: str | None = None
        self._fault = ""
        self._card: CallCard | None = None
        self._word = TextField(
            "word",
            "",
            self._typed,
            on_ready,
            longest=40,
            placeholder="the word your instructor gave",
            label="Class word",
            on_letters=on_letters,
        )

    def take(self, card: CallCard) -> None:
        """Another call is chosen; how it is played stays as it was."""
        if card is not self._card:
            self._card, self._temperament, self._fault = card, None, ""

    def _typed(self, _: str) -> None:
        self._fault = ""

    def paint(self, column: Column, academy_id: str) -> None:
        """What to expect, and the ways to play."""
        card = self._card
        if card is None:
            return
        colours, about = column.canvas.palette, card.scenario.about
        column.text(about.title, "lead", "bold")
        if about.objectives:
            column.heading("What it trains")
            for objective in about.objectives:
                column.point(objective)
        column.heading("What you may meet in it")
        for note in about.content_notes or ("Nothing beyond everyday police work.",):
            column.text(note)
        word, reasons = hardness(card.scenario, card.catalogues)
        if reasons:
            column.gap(0.5)
            column.text(f"{word}: {'; '.join(reason[0].lower() + reason[1:] for reason in reasons)}.",
                        colour=colours.muted)  # fmt: skip
        column.heading("How do you want to play it?")
        for name, label, detail in _MODES:
            self._mode(column, name, label, detail)
        if self.assessed:
            self._class_word(column, academy_id)
        else:
            if self.classroom:
                column.put(toggle("gauge", "Show the gauge to the class", self._gauge, self._set_gauge))
            self._temperaments(column, card)
        if self._fault:
            column.gap(1)
            column.text(self._fault, colour=colours.poor)

    @property
    def assessed(self) -> bool:
        """Whether a sealed record is wanted."""
        return self._mode_chosen == "assessed"

    @property
    def classroom(self) -> bool:
        """Whether a class looks on."""
        return self._mode_chosen == "class"

    def _mode(self, column: Column, name: Literal["practice", "assessed", "class"], label: str, detail: str) -> None:
        def choose() -> None:
            self._mode_chosen, self._fault = name, ""

        column.put(Option(name, label, choose, chosen=self._mode_chosen == name, detail=detail))

    def _set_gauge(self, on: bool) -> None:
        self._gauge = on

    def _class_word(self, column: Column, academy_id: str) -> None:
        column.heading("Class word")
        column.put(self._word, column.canvas.theme.letters("body") * 20)
        column.gap(1)
        words = f"The record will carry the academy id {academy_id}." if academy_id else NEEDS_ID
        column.text(words, "small", colour=column.canvas.palette.muted)

    def _temperaments(self, column: Column, card: CallCard) -> None:
        column.heading("Who is it today?")
        column.put(Option("surprise", "Surprise me", self._being(None), chosen=self._temperament is None))
        for id_, temperament in card.scenario.temperaments.items():
            column.put(
                Option(f"temperament:{id_}", temperament.label, self._being(id_), chosen=self._temperament == id_)
            )

    def _being(self, id_: str | None) -> Callable[[], None]:
        def choose() -> None:
            self._temperament = id_

        return choose

    def plan(self, academy_id: str) -> CallPlan | None:
        """The plan as chosen; None, with a sentence on screen, where something is missing."""
        card = self._card
        if card is None:
            return None
        temperaments = tuple(card.scenario.temperaments)
        if not self.assessed:
            seed, temperament = chance_draw(temperaments, self._temperament)
            gauge = self._gauge or not self.classroom
            return CallPlan(card, seed, temperament, "practice", self.classroom, gauge)
        word = self._word.value.strip()
        if not academy_id:
            self._fault = NEEDS_ID
        elif not word:
            self._fault = "Type the class word that your instructor gave you."
        else:
            seed, temperament = class_draw(word, card.scenario.id, temperaments)
            return CallPlan(card, seed, temperament, "assessed")
        return None

    def example(self) -> CallPlan | None:
        """A practice plan for watching, with the temperament as chosen; None before a call is."""
        if self._card is None:
            return None
        seed, temperament = chance_draw(tuple(self._card.scenario.temperaments), self._temperament)
        return CallPlan(self._card, seed, temperament, "practice")

    def fault(self, words: str) -> None:
        """Say why it cannot begin."""
        self._fault = words

    @property
    def lacks_word(self) -> bool:
        """Whether only the class word is missing."""
        return self.assessed and not self._word.value.strip()
