"""Choosing a call: the library as cards on the left; on the right how the chosen one is to be played.

Where letters are large the two follow one another: first the cards, then the chosen one.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.ui.canvas import Canvas
from simulator.ui.desk import Desk
from simulator.ui.layout import columns, inset, take_bottom, take_top, wrap_boxes
from simulator.ui.library.card import BrokenCard, LibraryCard
from simulator.ui.library.card_words import category_words, done_words, kind_words
from simulator.ui.library.how_to_play import HowToPlay
from simulator.ui.library.sifting import categories, sifted
from simulator.ui.scene import Scene
from simulator.ui.scenes.letters import Letters
from simulator.ui.scenes.page import Column
from simulator.ui.shelf import CallCard, Shelf
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.scroll import ScrollPane
from simulator.ui.widgets.text_field import TextField
from simulator.ui.words import change_words, sessions_words


class Choose(Scene):
    """The library and the chosen call."""

    def __init__(self, desk: Desk, scenario_id: str | None = None) -> None:
        super().__init__(desk)
        self._wanted = scenario_id
        self._card: CallCard | None = None
        self._category = ""
        self._one_column = False
        self._at_call = scenario_id is not None
        self._how = HowToPlay(self._go, self._letters)
        self._search = TextField(
            "search",
            "",
            self._searched,
            self._to_cards,
            placeholder="search: a word of the call",
            label="Search for a call",
            longest=60,
            on_letters=self._letters,
        )
        self._calls = ScrollPane("calls")
        self._about = ScrollPane("about")

    def enter(self) -> None:
        """Make sure that the calls, and this trainee's records, are being read."""
        self.desk.shelf.start()
        self.desk.own_records.refresh()
        self.ring.focus("go")

    def resume(self) -> None:
        """A session may have been kept meanwhile; no class looks on any more."""
        self.desk.projecting = False
        self.desk.own_records.refresh()

    def update(self, seconds: float) -> None:
        """Take up the calls as soon as they are there, and again when they were read anew."""
        shelf = self.desk.shelf.shelf
        if shelf is None or not shelf.cards or self._card in shelf.cards:
            return
        before = self._card.scenario.id if self._card is not None else self._wanted or ""
        self._choose(shelf.card(before) or shelf.cards[0])

    def _choose(self, card: CallCard) -> None:
        self._card = card
        self._how.take(card)
        self._about.offset = 0

    def _open(self, card: CallCard) -> None:
        """A card was pressed: it is the chosen one; where there is one column, go on to it."""
        self._choose(card)
        if self._one_column:
            self._at_call = True
            self.ring.focus("go")

    def _letters(self, field: TextField) -> None:
        self.stack.push(Letters(self.desk, field))

    def _searched(self, _: str) -> None:
        self._calls.offset = 0

    def _to_cards(self) -> None:
        shelf = self.desk.shelf.shelf
        found = sifted(shelf.cards, self._search.value, self._category) if shelf is not None else []
        if found:
            self.ring.focus(f"call:{found[0].scenario.id}")

    # --- picture --------------------------------------------------------------------------------------------

    def paint(self, canvas: Canvas) -> None:
        """Heading, both columns, buttons."""
        theme = canvas.theme
        self._one_column = theme.cramped
        page = inset(canvas.rect, theme.space(6), theme.space(3))
        heading = "Choose a call"
        top, page = take_top(page, canvas.block(heading, page.width, "title", "bold").height, theme.space(1.5))
        canvas.text(heading, top, "title", "bold")
        buttons = self._buttons()
        widths = [button.natural_width(canvas) for button in buttons]
        height = max(b.height(canvas, min(w, page.width)) for b, w in zip(buttons, widths, strict=True))
        rects = wrap_boxes(page, widths, height, theme.space(1))
        foot, page = take_bottom(page, rects[-1].bottom - page.y, theme.space(1.5))
        shelf = self.desk.shelf.shelf
        if shelf is None:
            canvas.text("Reading the calls …", page, colour=canvas.palette.muted)
        elif self._one_column and self._at_call:
            self._pane(canvas, self._about, page, self._paint_call)
        elif self._one_column:
            self._pane(canvas, self._calls, page, lambda column: self._paint_library(column, shelf))
        else:
            left, right = columns(page, (0.46, 0.54), theme.space(4))
            self._pane(canvas, self._calls, left, lambda column: self._paint_library(column, shelf))
            self._pane(canvas, self._about, right, self._paint_call)
        Column(self, canvas, foot).row(buttons)

    def _pane(self, canvas: Canvas, pane: ScrollPane, box: pygame.Rect, fill: Callable[[Column], None]) -> None:
        margin = canvas.theme.space(0.75)

        def paint(area: pygame.Rect) -> int:
            column = Column(self, canvas, inset(area, margin))
            fill(column)
            return column.taken + 2 * margin

        pane.show(canvas, self.ring, box, paint)

    def _paint_library(self, column: Column, shelf: Shelf) -> None:
        found = sifted(shelf.cards, self._search.value, self._category)
        if shelf.cards:
            self._paint_sieve(column, shelf)
        who = self.desk.settings.academy_id
        records = self.desk.own_records.of(who) if who else ()
        for card in found:
            column.put(
                LibraryCard(
                    f"call:{card.scenario.id}",
                    self._opening(card),
                    title=card.scenario.about.title,
                    kind=kind_words(card.scenario, card.catalogues),
                    summary=card.scenario.about.summary,
                    done=done_words(card.scenario, records),
                    own=card.own,
                    chosen=card is self._card,
                )
            )
            column.gap(1)
        if shelf.cards and not found:
            column.text("No call holds these words. Delete some letters, or choose All.")
            column.gap(1)
        elif not shelf.cards:
            column.text("There is no call to play. Put a scenario file into your own folder, named below.")
            column.gap(1)
        for place, broken in enumerate(shelf.broken):
            column.put(BrokenCard(f"broken:{place}", self.desk.shelf.again, broken))
            column.gap(1)
        for note in shelf.notes:
            column.text(note, "small", colour=column.canvas.palette.note)
            column.gap(1)
        if shelf.own_folder is not None:
            column.text(f"Calls of your own: put their files into {shelf.own_folder}.", "small",
                        colour=column.canvas.palette.muted)  # fmt: skip

    def _paint_sieve(self, column: Column, shelf: Shelf) -> None:
        column.put(self._search)
        column.gap(1)
        there = categories(shelf.cards)
        if len(there) > 1:
            column.row(
                [self._category_button("", "All"), *(self._category_button(c, category_words(c)) for c in there)]
            )
            column.gap(1)

    def _category_button(self, category: str, label: str) -> Button:
        def choose() -> None:
            self._category = category
            self._calls.offset = 0

        now = self._category == category
        return Button(f"category:{category}", label, choose, chosen=now, keys="✓" if now else "")

    def _opening(self, card: CallCard) -> Callable[[], None]:
        return lambda: self._open(card)

    def _paint_call(self, column: Column) -> None:
        self._how.paint(column, self.desk.settings.academy_id)

    # --- ways on --------------------------------------------------------------------------------------------

    def _buttons(self) -> list[Button]:
        who = self.desk.settings.academy_id
        if self._one_column and not self._at_call:
            ahead = Button("go", "How to play it", self._to_call, look="main", enabled=self._card is not None)
        else:
            ahead = Button("go", "To the briefing", self._go, look="main", enabled=self._card is not None)
        buttons = [ahead, Button("back", "Back", self.leave, keys="Esc")]
        if self._at_call or not self._one_column:
            watch = Button("watch", "Watch how it can go", self._watch, enabled=self._card is not None)
            buttons.append(watch)
        beside_cards = not (self._one_column and self._at_call)
        if beside_cards and (who or self.desk.own_records.of("")):
            buttons.append(Button("sessions", sessions_words(who), self._sessions))
        if beside_cards or not who:
            buttons.append(Button("change", change_words(who), self._change, look="quiet"))
        return buttons

    def _watch(self) -> None:
        """A worked example: a practice session that nobody plays and nobody keeps."""
        from simulator.records.problem import RecordsProblem
        from simulator.ui.call import Call
        from simulator.ui.scenes.watching import Watching

        plan = self._how.example()
        if plan is None:
            return
        try:
            session = plan.start(self.desk.data_folder, "", untimed=True)
        except RecordsProblem as problem:
            self._how.fault(str(problem))
            return
        self.stack.push(Watching(self.desk, Call(session)))

    def _to_call(self) -> None:
        self._at_call = True

    def leave(self) -> None:
        """Back to the cards, then to the title."""
        if self._one_column and self._at_call:
            self._at_call = False
            if self._card is not None:
                self.ring.focus(f"call:{self._card.scenario.id}")
            return
        self.stack.home()

    def _sessions(self) -> None:
        from simulator.ui.scenes.my_sessions import MySessions

        self.stack.push(MySessions(self.desk))

    def _change(self) -> None:
        from simulator.ui.scenes.identity import Identity

        self.desk.change_trainee("")
        self.stack.home()
        self.stack.push(Identity(self.desk))

    def _go(self) -> None:
        from simulator.ui.scenes.briefing import Briefing
        from simulator.ui.scenes.how_it_works import HowItWorks

        plan = self._how.plan(self.desk.settings.academy_id)
        if plan is None:
            if self._how.lacks_word and self.desk.settings.academy_id:
                self.ring.focus("word")
            return
        self.desk.projecting = plan.classroom
        self.stack.push(Briefing(self.desk, plan))
        if not self.desk.settings.how_seen:
            self.stack.push(HowItWorks(self.desk, on_read=lambda: None))
