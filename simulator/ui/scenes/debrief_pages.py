"""The pages of a debrief: what the call came to, each decision on the course of tension and trust, the skills."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from simulator.encounter.plans import Program
from simulator.scoring.debrief import Debrief as DebriefValue
from simulator.ui.canvas import Canvas
from simulator.ui.desk import Desk
from simulator.ui.layout import inset, take_bottom, take_top, wrap_boxes
from simulator.ui.review.chart import Chart
from simulator.ui.review.ledgers import paint_not_served, paint_served
from simulator.ui.review.skills import paint_skills
from simulator.ui.review.summary import paint_summary
from simulator.ui.review.turn_story import paint_start, paint_turn
from simulator.ui.scene import Scene
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.scroll import ScrollPane

PAGES = (
    ("summary", "How it ended"),
    ("decisions", "Decisions"),
    ("served", "What served"),
    ("not_served", "What did not"),
    ("skills", "Skills"),
)


class DebriefPages(Scene):
    """Five pages. Subclasses say what is to be said of the record, and give the buttons."""

    def __init__(self, desk: Desk, value: DebriefValue, program: Program) -> None:
        super().__init__(desk)
        self.value = value
        self._page = "summary"
        self._panes = {id_: ScrollPane(f"page.{id_}") for id_, _ in PAGES}
        labels = [band.label for band in program.catalogues.bands.values()]
        self._chart = Chart(value.timeline, labels, self._turned)

    def enter(self) -> None:
        """The way out has the focus at first."""
        self.ring.focus("done")

    def record_words(self) -> str:
        """What becomes of the record, or where it is."""
        return ""

    def seal_words(self) -> str:
        """What proves the record later, for who asks; "" where there is no seal."""
        return ""

    def _paint_seal(self, column: Column) -> None:
        if words := self.seal_words():
            column.heading("The seal of the record")
            column.text(words, "small", colour=column.canvas.palette.muted)

    def buttons(self) -> list[Button]:
        """The buttons at the bottom, the main one first."""
        return []

    def handle(self, event: pygame.event.Event) -> bool:
        """Number keys change the page; on the decisions, arrows walk from turn to turn wherever the focus is."""
        if event.type == pygame.KEYDOWN:
            place = event.key - pygame.K_1
            if 0 <= place < len(PAGES):
                self.show(PAGES[place][0])
                return True
            walks = event.key in (pygame.K_LEFT, pygame.K_RIGHT)
            focused = self.ring.focused
            if self._page == "decisions" and walks and (focused is None or focused.name.startswith("page.")):
                return self._chart.key(event)
            if event.key in (pygame.K_PAGEDOWN, pygame.K_PAGEUP) and self._panes[self._page].key(event):
                return True
        return super().handle(event)

    def show(self, page: str) -> None:
        """Go to a page."""
        self._page = page
        self.ring.focus("chart" if page == "decisions" else f"tab.{page}")

    def _turned(self, _: int) -> None:
        self._panes["decisions"].offset = 0

    def _go_to(self, turn: int) -> None:
        self._chart.move(turn)
        self.show("decisions")

    def paint(self, canvas: Canvas) -> None:
        """Tabs, the page, buttons."""
        theme = canvas.theme
        page = inset(canvas.rect, theme.space(6), theme.space(2.5))
        wide = min(page.width, round(theme.letters("body") * 58))
        page = pygame.Rect(page.x + (page.width - wide) // 2, page.y, wide, page.height)
        page = self._draw_tabs(canvas, page)
        buttons = self.buttons()
        widths = [button.natural_width(canvas) for button in buttons]
        height = max(b.height(canvas, min(w, page.width)) for b, w in zip(buttons, widths, strict=True))
        rects = wrap_boxes(page, widths, height, theme.space(1))
        foot, page = take_bottom(page, rects[-1].bottom - page.y, theme.space(1.5))
        if self._page == "decisions":
            chart, page = take_top(page, self._chart.height(canvas, page.width), theme.space(1.5))
            self.ring.put(canvas, self._chart, chart)
        self._draw_page(canvas, page)
        Column(self, canvas, foot).row(buttons)

    def _draw_tabs(self, canvas: Canvas, page: pygame.Rect) -> pygame.Rect:
        tabs = [
            Button(f"tab.{id_}", label, self._showing(id_), keys=str(place), chosen=id_ == self._page)
            for place, (id_, label) in enumerate(PAGES, start=1)
        ]
        column = Column(self, canvas, page)
        column.row(tabs)
        column.gap(2)
        return pygame.Rect(page.x, column.y, page.width, page.bottom - column.y)

    def _showing(self, page: str) -> Callable[[], None]:
        return lambda: self.show(page)

    def _draw_page(self, canvas: Canvas, box: pygame.Rect) -> None:
        margin = canvas.theme.space(0.75)

        def paint(area: pygame.Rect) -> int:
            column = Column(self, canvas, inset(area, margin))
            if self._page == "summary":
                paint_summary(column, self.value, self.record_words(), self._go_to)
            elif self._page == "decisions":
                self._paint_decision(column)
            elif self._page == "served":
                paint_served(column, self.value, self._go_to)
            elif self._page == "not_served":
                paint_not_served(column, self.value, self._go_to)
            else:
                paint_skills(column, self.value)
                self._paint_seal(column)
            return column.taken + 2 * margin

        self._panes[self._page].show(canvas, self.ring, box.inflate(2 * margin, 0), paint)

    def _paint_decision(self, column: Column) -> None:
        turn = self._chart.turn
        story = next((story for story in self.value.turns if story.turn == turn), None)
        if story is None:
            paint_start(column, self.value)
        else:
            paint_turn(column, self.value, story)
