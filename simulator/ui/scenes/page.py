"""A page: a heading, a body that scrolls when it must, and a row of buttons at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from simulator.scenario.words import Words
from simulator.ui.canvas import Canvas
from simulator.ui.desk import Desk
from simulator.ui.layout import inset, take_bottom, take_top, wrap_boxes
from simulator.ui.scene import Scene
from simulator.ui.text import Run
from simulator.ui.theme import Colour, Size, Weight
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.control import Control
from simulator.ui.widgets.scroll import ScrollPane


class Column:
    """Puts texts and controls one below the other in a box and keeps count of the height taken."""

    def __init__(self, scene: Scene, canvas: Canvas, box: pygame.Rect) -> None:
        self.scene, self.canvas, self.box = scene, canvas, box
        self.y = box.y

    @property
    def taken(self) -> int:
        """Pixels from the top so far."""
        return self.y - self.box.y

    @property
    def words(self) -> Words:
        """What debriefs are told in."""
        return self.scene.desk.words

    def indented(self, units: float) -> Column:
        """A column that goes on from here, further to the right."""
        by = self.canvas.theme.space(units)
        box = pygame.Rect(self.box.x + by, self.y, self.box.width - by, self.box.height)
        return Column(self.scene, self.canvas, box)

    def gap(self, units: float = 1) -> None:
        """Leave a gap."""
        self.y += self.canvas.theme.space(units)

    def text(
        self,
        words: str | tuple[Run, ...],
        size: Size = "body",
        weight: Weight = "regular",
        colour: Colour | None = None,
    ) -> None:
        """A paragraph."""
        block = self.canvas.block(words, self.box.width, size, weight, colour)
        box = pygame.Rect(self.box.x, self.y, self.box.width, block.height)
        self.canvas.text(words, box, size, weight, colour)
        self.y += block.height

    def heading(self, words: str) -> None:
        """A small heading with the air above it."""
        if self.y > self.box.y:
            self.gap(2)
        self.text(words, "small", "bold", self.canvas.palette.accent)
        self.gap(0.5)

    def point(self, words: str | tuple[Run, ...], colour: Colour | None = None, sign: str = "•") -> None:
        """A paragraph with a sign before it."""
        canvas = self.canvas
        indent = canvas.type.width("→ ", "body") + canvas.theme.space(0.5)
        width = self.box.width - indent
        block = canvas.block(words, width, colour=colour)
        mark = pygame.Rect(self.box.x, self.y, indent, block.row_height)
        canvas.text(sign, mark, colour=colour or canvas.palette.accent)
        canvas.text(words, pygame.Rect(self.box.x + indent, self.y, width, block.height), colour=colour)
        self.y += block.height
        self.gap(0.5)

    def put(self, control: Control, width: int | None = None) -> None:
        """A control as wide as the box, or as `width`."""
        wide = min(width or self.box.width, self.box.width)
        rect = pygame.Rect(self.box.x, self.y, wide, control.height(self.canvas, wide))
        self.scene.ring.put(self.canvas, control, rect)
        self.y += rect.height

    def row(self, buttons: Sequence[Button], gap: float = 1) -> None:
        """Buttons side by side, going on in further rows where they must."""
        theme = self.canvas.theme
        widths = [button.natural_width(self.canvas) for button in buttons]
        height = max(
            (b.height(self.canvas, min(w, self.box.width)) for b, w in zip(buttons, widths, strict=True)), default=0
        )
        area = pygame.Rect(self.box.x, self.y, self.box.width, 0)
        rects = wrap_boxes(area, widths, height, theme.space(gap))
        for button, rect in zip(buttons, rects, strict=True):
            self.scene.ring.put(self.canvas, button, rect)
        if rects:
            self.y = rects[-1].bottom


class Page(Scene):
    """A page of words and controls. Subclasses give `heading`, `body` and `buttons`."""

    heading = ""
    widest = 92
    """The width of the body, in letters: longer rows are hard to read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pane = ScrollPane("page")

    def enter(self) -> None:
        """The main button has the focus at first."""
        first = next(iter(self.buttons()), None)
        if first is not None:
            self.ring.focus(first.name)

    def handle(self, event: pygame.event.Event) -> bool:
        """Page keys scroll wherever the focus is."""
        used = super().handle(event)
        if not used and event.type == pygame.KEYDOWN and event.key in (pygame.K_PAGEDOWN, pygame.K_PAGEUP):
            return self.pane.key(event)
        return used

    def body(self, column: Column) -> None:
        """What stands under the heading."""

    def buttons(self) -> list[Button]:
        """The buttons at the bottom, the main one first."""
        return []

    def paint(self, canvas: Canvas) -> None:
        """Heading, body and buttons."""
        theme = canvas.theme
        if self.over_others:
            canvas.veil()
        page = inset(canvas.rect, theme.space(6), theme.space(4))
        wide = min(page.width, round(theme.letters("body") * 0.5 * self.widest))
        page = pygame.Rect(page.x + (page.width - wide) // 2, page.y, wide, page.height)
        if self.heading:
            height = canvas.block(self.heading, page.width, "title", "bold").height
            top, page = take_top(page, height, theme.space(2))
            canvas.text(self.heading, top, "title", "bold")
        buttons = self.buttons()
        below = self._button_box(canvas, page, buttons)
        foot, page = take_bottom(page, below.height, theme.space(2)) if buttons else (below, page)

        def paint_body(box: pygame.Rect) -> int:
            margin = theme.space(0.75)
            column = Column(
                self, canvas, pygame.Rect(box.x + margin, box.y + margin, box.width - 2 * margin, box.height)
            )
            self.body(column)
            return column.taken + 2 * margin

        self.pane.show(canvas, self.ring, page.inflate(2 * theme.space(0.75), 0), paint_body)
        if buttons:
            Column(self, canvas, foot).row(buttons)

    def _button_box(self, canvas: Canvas, page: pygame.Rect, buttons: Sequence[Button]) -> pygame.Rect:
        if not buttons:
            return pygame.Rect(page.x, page.bottom, page.width, 0)
        widths = [button.natural_width(canvas) for button in buttons]
        height = max(b.height(canvas, min(w, page.width)) for b, w in zip(buttons, widths, strict=True))
        rects = wrap_boxes(page, widths, height, canvas.theme.space(1))
        return pygame.Rect(page.x, 0, page.width, rects[-1].bottom - page.y)
