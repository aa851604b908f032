"""The course of tension and trust as a chart, a mark for each decision, a cursor to walk through it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from simulator.encounter.bands import BAND_LINES
from simulator.scenario.parts import LANDINGS
from simulator.scenario.words import Words
from simulator.scoring.timeline import Point
from simulator.ui.canvas import Canvas
from simulator.ui.layout import wrap_boxes
from simulator.ui.theme import Colour, mixed
from simulator.ui.widgets.control import Control

_REMARK = "remark"


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a line or a mark means: words in the colour `shade` of a line, or behind a mark."""

    words: str
    mark: str = ""
    shade: str = ""


class Chart(Control):
    """The chart. `turn` is where the cursor stands; arrows, Home and End and the mouse move it.

    The legend says so where it `walks`. It has room for `turns`, the points' own unless another course is to stand
    beside it; `share` is how much of the window's height it takes.
    """

    def __init__(
        self,
        points: Sequence[Point],
        labels: Sequence[str],
        words: Words,
        on_turn: Callable[[int], None],
        *,
        name: str = "chart",
        turns: int = 0,
        share: float = 0.28,
        walks: bool = False,
    ) -> None:
        super().__init__(name)
        self._walks = walks
        self._points, self._labels, self._words, self._on_turn = points, labels, words, on_turn
        self._turns, self._share = max(1, turns, len(points) - 1), share
        self.turn = 0
        self.remarked: frozenset[int] = frozenset()
        """Turns that an instructor flagged or wrote about."""
        self._plot = pygame.Rect(0, 0, 1, 1)

    def height(self, canvas: Canvas, width: int) -> int:
        """Its share of the window, and the legend."""
        inner = width - 2 * canvas.theme.space(1.5) - self._labels_width(canvas)
        return round(canvas.rect.height * self._share) + self._legend_height(canvas, inner)

    def _labels_width(self, canvas: Canvas) -> int:
        """The room of the bands' names at the left."""
        return max(canvas.type.width(label, "small") for label in self._labels) + canvas.theme.space(1)

    def key(self, event: pygame.event.Event) -> bool:
        """Arrows walk from turn to turn."""
        if event.type != pygame.KEYDOWN:
            return False
        moves = {pygame.K_LEFT: self.turn - 1, pygame.K_RIGHT: self.turn + 1, pygame.K_HOME: 0}
        moves[pygame.K_END] = len(self._points) - 1
        if event.key not in moves:
            return False
        self.move(moves[event.key])
        return True

    def move(self, turn: int) -> None:
        """Put the cursor on a turn."""
        self.turn = max(0, min(len(self._points) - 1, turn))
        self._on_turn(self.turn)

    def click(self, place: tuple[int, int], *, focused: bool) -> None:
        """A click goes to the nearest decision."""
        self.drag(place)

    def drag(self, place: tuple[int, int]) -> None:
        """Dragging scrubs."""
        nearest = min(range(len(self._points)), key=lambda turn: abs(self._x(turn) - place[0]))
        self.move(nearest)

    def _x(self, turn: int) -> int:
        """Turns stand evenly: a decision is what one looks for, not a second."""
        return self._plot.x + round(self._plot.width * turn / self._turns)

    def _y(self, value: float) -> int:
        return self._plot.bottom - round(self._plot.height * max(0.0, min(100.0, value)) / 100)

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`."""
        theme, colours = canvas.theme, canvas.palette
        canvas.fill(self.rect, colours.panel)
        wide, pad = self._labels_width(canvas), theme.space(1.5)
        legend = self._legend_height(canvas, self.rect.width - 2 * pad - wide)
        self._plot = pygame.Rect(
            self.rect.x + pad + wide,
            self.rect.y + pad,
            self.rect.width - 2 * pad - wide,
            self.rect.height - 2 * pad - legend - theme.space(0.5),
        )
        self._draw_bands(canvas, wide)
        shade = mixed(colours.panel, colours.accent, 0.25)
        x = self._x(self.turn)
        pygame.draw.rect(canvas.surface, shade, (x - theme.space(0.5), self._plot.y, theme.space(1), self._plot.height))
        self._draw_course(canvas, [point.rapport for point in self._points], colours.good, dashed=True)
        self._draw_course(canvas, [point.tension for point in self._points], colours.poor, dashed=False)
        for turn, point in enumerate(self._points):
            if point.landing is not None:
                draw_landing(canvas, (self._x(turn), self._y(point.tension)), point.landing, theme.space(0.75))
        for turn in self.remarked:
            _draw_pennant(canvas, (self._x(turn), self._plot.y))
        self._draw_legend(canvas, (self._plot.x, self._plot.bottom + theme.space(0.75)), self._plot.width)

    def _draw_bands(self, canvas: Canvas, wide: int) -> None:
        lines = [0.0, *(line / 1000 for line in BAND_LINES), 100.0]
        row = canvas.theme.row("small")
        tight = self._plot.height / len(self._labels) < row
        for place, (label, (low, high)) in enumerate(zip(self._labels, pairwise(lines), strict=True)):
            y = self._y(low)
            pygame.draw.line(canvas.surface, canvas.palette.hair, (self._plot.x, y), (self._plot.right, y), 1)
            middle = (self._y(low) + self._y(high)) // 2
            if not tight or place in (0, len(self._labels) - 1):
                box = pygame.Rect(self._plot.x - wide, middle - row // 2, wide, row)
                canvas.text(label, box, "small", colour=canvas.palette.muted)

    def _draw_course(self, canvas: Canvas, values: Sequence[float], shade: Colour, *, dashed: bool) -> None:
        places = [(self._x(turn), self._y(value)) for turn, value in enumerate(values)]
        width = max(2, round(2 * canvas.theme.scale))
        if len(places) < 2:
            return
        if not dashed:
            pygame.draw.lines(canvas.surface, shade, False, places, width)
            return
        for (x0, y0), (x1, y1) in pairwise(places):
            steps = max(1, round(abs(x1 - x0) / canvas.theme.space(0.75)))
            for step in range(0, steps, 2):
                a, b = step / steps, min(1.0, (step + 1) / steps)
                start = (x0 + (x1 - x0) * a, y0 + (y1 - y0) * a)
                pygame.draw.line(canvas.surface, shade, start, (x0 + (x1 - x0) * b, y0 + (y1 - y0) * b), width)

    def _legend(self, canvas: Canvas, width: int) -> list[tuple[_Entry, pygame.Rect]]:
        """What lines and marks mean, each with its place in a box of this width: one row, or more where it is
        narrow."""
        theme, words = canvas.theme, self._words
        entries = [
            _Entry(words("legend_tension", tension=words("chart_tension")), shade="poor"),
            _Entry(words("legend_trust", trust=words("chart_trust")), shade="good"),
            *(_Entry(words(f"landing_{landing}"), landing) for landing in LANDINGS),
            *([_Entry(words("legend_remark"), _REMARK)] if self.remarked else []),
            *([_Entry(words("legend_walk_pad" if canvas.names.pad else "legend_walk"))] if self._walks else []),
        ]
        widths = [
            canvas.type.width(entry.words, "small", "bold" if entry.shade else "regular")
            + (self._mark_width(canvas) if entry.mark else 0)
            for entry in entries
        ]
        boxes = wrap_boxes(pygame.Rect(0, 0, width, 0), widths, theme.row("small"), theme.space(2.5))
        # Rows stand close: the gap between entries is for the row's length alone.
        row, gap = theme.row("small"), theme.space(2.5)
        return [
            (entry, pygame.Rect(box.x, box.y // (row + gap) * row, box.width, row))
            for entry, box in zip(entries, boxes, strict=True)
        ]

    @staticmethod
    def _mark_width(canvas: Canvas) -> int:
        """The room of a mark before its words."""
        return canvas.theme.space(1.5) + canvas.theme.letters("small") // 4

    def _legend_height(self, canvas: Canvas, width: int) -> int:
        return max(box.bottom for _, box in self._legend(canvas, width))

    def _draw_legend(self, canvas: Canvas, place: tuple[int, int], width: int) -> None:
        theme, colours = canvas.theme, canvas.palette
        for entry, at in self._legend(canvas, width):
            box = at.move(place)
            if entry.shade:
                canvas.text(entry.words, box, "small", "bold", colours.colours()[entry.shade])
                continue
            if not entry.mark:
                canvas.text(entry.words, box, "small", colour=colours.muted)
                continue
            left = (box.x + theme.space(0.75), box.centery)
            if entry.mark == _REMARK:
                _draw_pennant(canvas, (left[0], left[1] - theme.space(0.5)))
            else:
                draw_landing(canvas, left, entry.mark, theme.space(0.75))
            by = self._mark_width(canvas)
            words = pygame.Rect(box.x + by, box.y, box.width - by, box.height)
            canvas.text(entry.words, words, "small", colour=colours.muted)


def _draw_pennant(canvas: Canvas, top: tuple[int, int]) -> None:
    """The mark of an instructor's remark: a small triangle that points down at its turn."""
    (x, y), side = top, canvas.theme.space(0.75)
    pygame.draw.polygon(canvas.surface, canvas.palette.accent, [(x - side, y), (x + side, y), (x, y + 1.5 * side)])


def draw_landing(canvas: Canvas, place: tuple[int, int], landing: str, size: int) -> None:
    """The mark of a landing: full circle, ring, struck ring, cross: colour is not needed."""
    colours, surface = canvas.palette, canvas.surface
    stroke = max(2, round(2 * canvas.theme.scale))
    x, y = place
    if landing == "lands":
        pygame.draw.circle(surface, colours.good, place, size)
    elif landing == "hurts":
        pygame.draw.circle(surface, colours.panel, place, size)
        for dy in (size, -size):
            pygame.draw.line(surface, colours.poor, (x - size, y - dy), (x + size, y + dy), stroke + 1)
    else:
        pygame.draw.circle(surface, colours.panel, place, size)
        pygame.draw.circle(surface, colours.text, place, size, stroke)
        if landing == "unheard":
            pygame.draw.line(surface, colours.text, (x - size, y + size), (x + size, y - size), stroke)
