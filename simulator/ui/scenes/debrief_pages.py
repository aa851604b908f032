"""The pages of a debrief: what the call came to, each decision on the course of tension and trust, the skills."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from simulator.encounter.course import Course
from simulator.encounter.plans import Program
from simulator.records.live import LiveSession
from simulator.records.problem import RecordsProblem
from simulator.scoring.debrief import Debrief as DebriefValue
from simulator.scoring.debrief import with_company, with_consequences
from simulator.scoring.earlier import with_earlier
from simulator.scoring.next_practice import NextPractice, next_practice
from simulator.ui.call import Call
from simulator.ui.canvas import Canvas
from simulator.ui.desk import Desk
from simulator.ui.layout import inset, take_bottom, take_top, wrap_boxes
from simulator.ui.review.costs import Costs
from simulator.ui.review.decisions import Decisions
from simulator.ui.review.earlier_runs import EarlierRuns, paint_earlier
from simulator.ui.review.ledgers import paint_not_served, paint_served
from simulator.ui.review.mark_row import MarkRow
from simulator.ui.review.remarks import Remarks
from simulator.ui.review.simulated import SimulatedPlays, paint_company
from simulator.ui.review.skills import paint_skills
from simulator.ui.review.summary import paint_summary
from simulator.ui.review.take_away import PlanField, paint_take_away
from simulator.ui.review.weighing import Weighing
from simulator.ui.scene import Scene
from simulator.ui.scenes.page import Column
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.scroll import ScrollPane
from simulator.ui.widgets.tabs import PageName, tabs
from simulator.ui.widgets.text_field import TextField

PAGES = ("summary", "decisions", "served", "not_served", "skills", "take_away")
"""The pages, in the order of their tabs."""


NEXT = "next_page"
"""The name of the button that goes on to the next page."""


class DebriefPages(Scene):
    """Its pages. Subclasses say what is to be said of the record, and give the buttons.

    `branch` begins a practice branch at a turn; `beside` is the data folder the session lies in; `weighing` and `plan`
    ask for the trainee's own words, where they can still be added; `remarks` takes an instructor's.
    """

    pages: tuple[str, ...] = PAGES

    def __init__(
        self,
        desk: Desk,
        value: DebriefValue,
        program: Program,
        course: Course,
        branch: Callable[[int], LiveSession],
        beside: Path,
        weighing: Weighing | None = None,
        plan: PlanField | None = None,
        remarks: Remarks | None = None,
    ) -> None:
        super().__init__(desk)
        self.value = value
        self.program = program
        self.course = course
        self._page = "summary"
        self._fault = ""
        self._panes = {page: ScrollPane(f"page.{page}") for page in self.pages if page != "decisions"}
        self._branch = branch
        self._beside = beside
        self.costs: Costs | None = None
        self._costs_taken = 0
        self.simulated: SimulatedPlays | None = None
        self.earlier: EarlierRuns | None = None
        self._plan = plan
        self._ahead: NextPractice | None = None
        self._decisions = Decisions(
            value, program, course, words=desk.words, try_again=self.try_again, weighing=weighing, remarks=remarks
        )

    def enter(self) -> None:
        """The way to the next page has the focus: who goes on with Enter sees them all. What decisions cost is worked
        out meanwhile, and earlier runs are read; before a class nobody is named, so there are none."""
        self.ring.focus(NEXT)
        if self.value.session.trainee:
            self.earlier = EarlierRuns(self.desk, self.value, self._beside)
        if self.desk.settings.work_out_costs and self.value.turns:
            self.costs = Costs(self.course, self.desk.data_folder, self._beside)

    def try_again(self, turn: int) -> None:
        """Play on from a turn in a practice branch; where that cannot be, say why."""
        from simulator.ui.scenes.branch import BranchEncounter

        try:
            session = self._branch(turn)
        except RecordsProblem as problem:
            self._fault = str(problem)
            return
        self.stack.push(BranchEncounter(self.desk, Call(session), self, turn))

    def update(self, seconds: float) -> None:
        """Time passes in the scene as it was; what was worked out meanwhile is taken in."""
        if self.earlier is not None and self.earlier.found is not None:
            self.value = with_earlier(self.value, self.earlier.found)
            self.earlier = None
        if self.costs is not None:
            self._decisions.progress = self.costs.progress(self.desk.words)
            found = self.costs.found
            if len(found) != self._costs_taken:
                self._costs_taken = len(found)
                self.value = with_consequences(self.value, found)
            self._among_simulated(self.costs)
        if self._page == "decisions":
            self._decisions.update(seconds)

    def _among_simulated(self, costs: Costs) -> None:
        """Where the call ended among simulated trainees: worked out after the costs, so that one core stays free."""
        if self.value.ending is None or self.value.company is not None:
            return
        if self.simulated is None:
            if costs.over:
                self.simulated = SimulatedPlays(self.course.start, self.desk.data_folder, self._beside)
        elif self.simulated.found:
            self.value = with_company(self.value, self.simulated.found)

    def _waiting_for_company(self) -> str:
        if self.costs is None or self.value.ending is None:
            return ""
        words = self.desk.words
        return self.simulated.progress(words) if self.simulated is not None else words("company_after_costs")

    def exit(self) -> None:
        """Let the pictures go."""
        self.commit()
        for work in (self.costs, self.simulated, self.earlier):
            if work is not None:
                work.cancel()
        self._decisions.close()

    def commit(self) -> None:
        """What was written and not told yet is told."""
        self._decisions.leave()
        if self._plan is not None:
            self._plan.commit()

    def _look_ahead(self) -> None:
        """What to practise next, among the calls of the library, as soon as they are read."""
        shelf = self.desk.shelf.shelf
        if self._ahead is None and shelf is not None:
            library = [card.scenario for card in shelf.cards]
            self._ahead = next_practice(self.value, self.program.catalogues, library, self.desk.words)

    def go_ahead(self) -> None:
        """To the call proposed next."""
        from simulator.ui.scenes.choose import Choose

        if self._ahead is not None:
            self.stack.home()
            self.stack.push(Choose(self.desk, self._ahead.scenario))

    def record_words(self) -> str:
        """What becomes of the record, or where it is."""
        return ""

    def seal_words(self) -> str:
        """What proves the record later, for who asks; "" where there is no seal."""
        return ""

    def fault_words(self) -> str:
        """What could not be done, and what to do about it; "" for nothing."""
        return self._fault

    def paint_own(self, column: Column) -> None:
        """A page that a subclass adds to the usual ones."""

    def _paint_seal(self, column: Column) -> None:
        if words := self.seal_words():
            column.heading(column.words("record_seal"))
            column.text(words, "small", colour=column.canvas.palette.muted)

    def ways_out(self) -> list[Button]:
        """The buttons at the bottom, beside the one that goes on to the next page; the way out is called `done`."""
        return []

    def buttons(self) -> list[Button]:
        """On to the next page, as long as there is one; the ways out."""
        ways = self.ways_out()
        if (page := self._after()) is None:
            ways[0].look = "main"
            return ways
        name = self.desk.words("page_next", page=self.desk.words(f"tab_{page}"))
        return [Button(NEXT, name, self._go_on, look="main"), *ways]

    def _after(self) -> str | None:
        """The page after this one."""
        place = self.pages.index(self._page) + 1
        return self.pages[place] if place < len(self.pages) else None

    def _go_on(self) -> None:
        if (page := self._after()) is not None:
            self.show(page)
            self.ring.focus(NEXT if self._after() is not None else "done")

    def handle(self, event: pygame.event.Event) -> bool:
        """Number keys change the page; on the decisions, arrows walk from turn to turn wherever the focus is. While
        somebody writes, keys are letters; where they mark a skill, numbers are marks."""
        takes_keys = isinstance(self.ring.focused, (TextField, MarkRow))
        if event.type == pygame.KEYDOWN and not takes_keys and self._key(event):
            return True
        return super().handle(event) or (event.type == pygame.KEYDOWN and self._page_key(event))

    def _key(self, event: pygame.event.Event) -> bool:
        place = event.key - pygame.K_1
        if 0 <= place < len(self.pages):
            self.show(self.pages[place])
            return True
        if self._page == "decisions":
            walks = event.key in (pygame.K_LEFT, pygame.K_RIGHT)
            focused = self.ring.focused
            if walks and (focused is None or focused.name == NEXT or focused.name.startswith("page.")):
                return self._decisions.chart.key(event)
            if self._decisions.key(event):
                self.ring.focus("chart")
                return True
        return self._page_key(event)

    def _page_key(self, event: pygame.event.Event) -> bool:
        return event.key in (pygame.K_PAGEDOWN, pygame.K_PAGEUP) and self._pane.key(event)

    @property
    def _pane(self) -> ScrollPane:
        """The pane of the page that is shown."""
        return self._decisions.pane if self._page == "decisions" else self._panes[self._page]

    def show(self, page: str) -> None:
        """Go to a page."""
        self.commit()
        if page == "take_away":
            self._look_ahead()
        self._fault = ""
        self._page = page
        self.ring.focus("chart" if page == "decisions" else f"tab.{page}")

    def _go_to(self, turn: int) -> None:
        self.show("decisions")
        self._decisions.go_to(turn)

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
        if fault := self.fault_words():
            said, page = take_top(page, canvas.block(fault, page.width).height, theme.space(1))
            canvas.text(fault, said, colour=canvas.palette.poor)
        if self._page == "decisions":
            self._decisions.paint(self, canvas, page, self.value)
        else:
            self._draw_page(canvas, page)
        Column(self, canvas, foot).row(buttons)

    def _draw_tabs(self, canvas: Canvas, page: pygame.Rect) -> pygame.Rect:
        column = Column(self, canvas, page)
        names = [PageName(page, column.words(f"tab_{page}"), column.words(f"tab_{page}_short")) for page in self.pages]
        column.row(tabs(canvas, page.width, names, self._page, self._showing))
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
            elif self._page == "served":
                paint_served(column, self.value, self._go_to)
            elif self._page == "not_served":
                paint_not_served(column, self.value, self._go_to)
            elif self._page == "take_away":
                paint_take_away(column, self.value, self._plan, self._ahead, self.go_ahead)
            elif self._page == "skills":
                paint_skills(column, self.value)
                paint_earlier(column, self.value)
                paint_company(column, self.value, self._waiting_for_company())
                self._paint_seal(column)
            else:
                self.paint_own(column)
            return column.taken + 2 * margin

        self._panes[self._page].show(canvas, self.ring, box.inflate(2 * margin, 0), paint)
