"""A pane whose content is higher than itself."""

from __future__ import annotations

import pygame
import pytest

from simulator.ui.canvas import Canvas
from simulator.ui.focus import FocusRing
from simulator.ui.fonts import PLAIN
from simulator.ui.text import Typesetter
from simulator.ui.theme import Theme
from simulator.ui.widgets.control import Control
from simulator.ui.widgets.scroll import ScrollPane


class Shown:
    """A pane 100 pixels high with rows of 40 pixels, a control each."""

    def __init__(self, rows: int, *, follow: bool = False) -> None:
        pygame.font.init()
        self.canvas = Canvas(pygame.Surface((300, 300)), Typesetter(Theme(), PLAIN))
        self.ring, self.pane = FocusRing(), ScrollPane("pane", follow=follow)
        self.rows = [Control(f"row{number}") for number in range(rows)]
        self.draw()
        self.draw()

    def draw(self) -> None:
        def paint(box: pygame.Rect) -> int:
            for number, row in enumerate(self.rows):
                self.ring.put(self.canvas, row, pygame.Rect(box.x, box.y + 40 * number, box.width, 40))
            return 40 * len(self.rows)

        self.ring.begin()
        self.pane.show(self.canvas, self.ring, pygame.Rect(0, 0, 200, 100), paint)
        self.ring.end(self.canvas)


def test_a_pane_is_reached_only_when_there_is_more_to_see() -> None:
    assert "pane" not in [one.name for one in Shown(2).ring.controls]
    assert "pane" in [one.name for one in Shown(5).ring.controls]


@pytest.mark.parametrize("row", [0, 3, 9])
def test_what_gets_the_focus_comes_into_sight(row: int) -> None:
    shown = Shown(10)
    shown.ring.focus(f"row{row}")
    shown.draw()
    shown.draw()
    assert shown.rows[row].seen.height == 40


def test_arrows_go_to_what_a_pane_shows_and_scroll_on_to_words_beyond_it() -> None:
    shown = Shown(1)
    below, beside = Control("below"), Control("beside")

    def key(code: int) -> str:
        shown.ring.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=""))
        for _ in range(2):
            draw()
        assert shown.ring.focused is not None
        return shown.ring.focused.name

    def draw() -> None:
        def paint(box: pygame.Rect) -> int:
            shown.ring.put(shown.canvas, shown.rows[0], pygame.Rect(box.x, box.y + 40, box.width, 40))
            return 400

        shown.ring.begin()
        shown.pane.show(shown.canvas, shown.ring, pygame.Rect(0, 0, 200, 100), paint)
        shown.ring.put(shown.canvas, below, pygame.Rect(0, 120, 30, 30))
        shown.ring.put(shown.canvas, beside, pygame.Rect(60, 120, 140, 30))
        shown.ring.end(shown.canvas)

    shown.ring.focus("below")
    draw()
    draw()
    assert key(pygame.K_UP) == "row0"
    assert key(pygame.K_DOWN) == "row0"
    assert shown.pane.offset > 0
    assert [key(pygame.K_DOWN) for _ in range(20)][-1] == "below"


def test_it_never_scrolls_past_its_ends() -> None:
    shown = Shown(10)
    for key, top in ((pygame.K_END, 400 - 100), (pygame.K_HOME, 0)):
        shown.pane.key(pygame.event.Event(pygame.KEYDOWN, key=key))
        shown.draw()
        assert shown.pane.offset == top


def test_a_transcript_stays_at_its_end_as_it_grows() -> None:
    shown = Shown(4, follow=True)
    shown.rows += [Control("new")]
    shown.draw()
    shown.draw()
    assert shown.rows[-1].seen.height == 40


@pytest.mark.parametrize("offset", [0, 7, 13])
def test_a_row_that_an_edge_cuts_through_fades_out_and_whole_rows_stay_as_they_are(offset: int) -> None:
    pygame.font.init()
    canvas = Canvas(pygame.Surface((300, 300)), Typesetter(Theme(), PLAIN))
    pane, ring, box = ScrollPane("pane"), FocusRing(), pygame.Rect(0, 0, 200, 100)
    row = canvas.theme.row()
    cut = 100 - row // 2 - offset

    def paint(inner: pygame.Rect) -> int:
        for y in (cut - row, cut):
            canvas.text("mmmmmm", pygame.Rect(inner.x, inner.y + y, inner.width, row))
        return 300

    def brightest(rows: range) -> int:
        return max(sum(canvas.surface.get_at((x, y))[:3]) for x in range(60) for y in rows)

    for _ in range(2):
        canvas.begin()
        ring.begin()
        pane.show(canvas, ring, box, paint)
    assert brightest(range(cut - row, cut)) == sum(canvas.palette.text[:3])
    assert brightest(range(98, 100)) < sum(canvas.palette.text[:3]) // 3
