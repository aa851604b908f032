"""Choosing a call: the library on the left; on the right what it is about, and how it is to be played."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.records.class_draw import chance_draw, class_draw
from simulator.scenario.model import Scenario
from simulator.ui.canvas import Canvas
from simulator.ui.desk import Desk
from simulator.ui.layout import columns, inset, take_bottom, take_top
from simulator.ui.scene import Scene
from simulator.ui.scenes.page import Column
from simulator.ui.shelf import CallCard, Shelf
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.option import Option
from simulator.ui.widgets.scroll import ScrollPane
from simulator.ui.widgets.text_field import TextField

CATEGORIES = {
    "routine": "Routine",
    "crisis": "Person in crisis",
    "conflict": "Conflict",
    "community": "Community",
    "colleague": "With a colleague",
}


class Choose(Scene):
    """Two columns: calls, and the chosen one."""

    def __init__(self, desk: Desk, scenario_id: str | None = None) -> None:
        super().__init__(desk)
        self._wanted = scenario_id
        self._card: CallCard | None = None
        self._assessed = False
        self._temperament: str | None = None
        self._fault = ""
        self._word = TextField(
            "word", "", self._typed, self._go, longest=40, placeholder="the word your instructor gave"
        )
        self._calls = ScrollPane("calls")
        self._about = ScrollPane("about")

    def enter(self) -> None:
        """Make sure that the calls are being read."""
        self.desk.shelf.start()
        self.ring.focus("go")

    def update(self, seconds: float) -> None:
        """Take up the calls as soon as they are there."""
        shelf = self.desk.shelf.shelf
        if shelf is not None and self._card is None and shelf.cards:
            self._choose(shelf.card(self._wanted or "") or shelf.cards[0])

    def _choose(self, card: CallCard) -> None:
        if card is not self._card:
            self._card, self._temperament = card, None

    def _typed(self, _: str) -> None:
        self._fault = ""

    def paint(self, canvas: Canvas) -> None:
        """Heading, both columns, buttons."""
        theme = canvas.theme
        page = inset(canvas.rect, theme.space(6), theme.space(4))
        heading = "Choose a call"
        top, page = take_top(page, canvas.block(heading, page.width, "title", "bold").height, theme.space(2))
        canvas.text(heading, top, "title", "bold")
        buttons = self._buttons()
        width = page.width
        height = max(b.height(canvas, min(width, b.natural_width(canvas))) for b in buttons)
        stacked = sum(b.natural_width(canvas) for b in buttons) + theme.space(1) > width
        foot, page = take_bottom(
            page, height * (2 if stacked else 1) + (theme.space(1) if stacked else 0), theme.space(2)
        )
        shelf = self.desk.shelf.shelf
        if shelf is None:
            canvas.text("Reading the calls …", page, colour=canvas.palette.muted)
        elif theme.cramped:
            self._pane(canvas, self._about, page, lambda column: self._both(column, shelf))
        else:
            left, right = columns(page, (0.40, 0.60), theme.space(4))
            self._pane(canvas, self._calls, left, lambda column: self._list(column, shelf))
            if self._card is not None:
                self._pane(canvas, self._about, right, self._call)
        Column(self, canvas, foot).row(buttons)

    def _pane(self, canvas: Canvas, pane: ScrollPane, box: pygame.Rect, fill: Callable[[Column], None]) -> None:
        margin = canvas.theme.space(0.75)

        def paint(area: pygame.Rect) -> int:
            column = Column(self, canvas, inset(area, margin))
            fill(column)
            return column.taken + 2 * margin

        pane.show(canvas, self.ring, box, paint)

    def _both(self, column: Column, shelf: Shelf) -> None:
        self._list(column, shelf)
        column.gap(3)
        self._call(column)

    def _list(self, column: Column, shelf: Shelf) -> None:
        for card in shelf.cards:
            about = card.scenario.about
            detail = (
                f"{CATEGORIES.get(about.category, about.category)} · about {about.minutes} minutes\n{about.summary}"
            )
            option = Option(
                f"call:{card.scenario.id}",
                about.title,
                lambda card=card: self._choose(card),  # type: ignore[misc]
                chosen=card is self._card,
                detail=detail,
                mark="none",
                bold=True,
            )
            column.put(option)
            column.gap(1)
        if not shelf.cards:
            column.text(
                "There is no call to play. Put a scenario file into the folder scenarios, or install the program again."
            )
        for note in shelf.notes:
            column.gap(1)
            column.text(note, "small", colour=column.canvas.palette.note)

    def _call(self, column: Column) -> None:
        card = self._card
        if card is None:
            return
        scenario, colours = card.scenario, column.canvas.palette
        column.heading("What you may meet in it")
        for note in scenario.about.content_notes or ("Nothing beyond everyday police work.",):
            column.text(note, colour=colours.text)
        column.heading("How do you want to play it?")
        column.put(
            Option("practice", "Practice", lambda: self._set_mode(False), chosen=not self._assessed,
                   detail="A gauge helps you. No record stays, unless you keep it.")
        )  # fmt: skip
        column.put(
            Option("assessed", "Assessed", lambda: self._set_mode(True), chosen=self._assessed,
                   detail="No gauge. A sealed record, and the same person for your whole class.")
        )  # fmt: skip
        if self._assessed:
            self._class_word(column)
        else:
            self._temperaments(column, scenario)
        if self._fault:
            column.gap(1)
            column.text(self._fault, colour=colours.poor)

    def _set_mode(self, assessed: bool) -> None:
        self._assessed, self._fault = assessed, ""

    def _class_word(self, column: Column) -> None:
        column.heading("Class word")
        column.put(self._word, column.canvas.theme.letters("body") * 20)
        who = self.desk.settings.academy_id
        column.gap(1)
        column.text(
            f"The record will carry the academy id {who}." if who
            else "An assessed call needs your academy id: go back one step and type it.",
            "small", colour=column.canvas.palette.muted,
        )  # fmt: skip

    def _temperaments(self, column: Column, scenario: Scenario) -> None:
        column.heading("Who is it today?")
        chosen = self._temperament
        column.put(Option("surprise", "Surprise me", lambda: self._set_temperament(None), chosen=chosen is None))
        for id_, temperament in scenario.temperaments.items():
            column.put(
                Option(f"temperament:{id_}", temperament.label, lambda id_=id_: self._set_temperament(id_),  # type: ignore[misc]
                       chosen=chosen == id_)
            )  # fmt: skip

    def _set_temperament(self, id_: str | None) -> None:
        self._temperament = id_

    def _buttons(self) -> list[Button]:
        return [
            Button("go", "To the briefing", self._go, look="main", enabled=self._card is not None),
            Button("back", "Back", self.leave, keys="Esc"),
        ]

    def leave(self) -> None:
        """Back to the title."""
        self.stack.home()

    def _go(self) -> None:
        from simulator.ui.call import CallPlan
        from simulator.ui.scenes.briefing import Briefing
        from simulator.ui.scenes.how_it_works import HowItWorks

        card = self._card
        if card is None:
            return
        scenario = card.scenario
        temperaments = tuple(scenario.temperaments)
        if self._assessed:
            word = self._word.value.strip()
            if not self.desk.settings.academy_id:
                self._fault = "An assessed call needs your academy id: go back one step and type it."
                return
            if not word:
                self._fault = "Type the class word that your instructor gave you."
                self.ring.focus("word")
                return
            seed, temperament = class_draw(word, scenario.id, temperaments)
        else:
            seed, temperament = chance_draw(temperaments, self._temperament)
        plan = CallPlan(card, seed, temperament, "assessed" if self._assessed else "practice")
        self.stack.push(Briefing(self.desk, plan))
        if not self.desk.settings.how_seen:
            self.stack.push(HowItWorks(self.desk, on_read=lambda: None))
