"""Tabs: the pages of one thing in a row. Where letters are large they give up their keys and long names before they
take a second row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simulator.ui.canvas import Canvas
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.control import draw_lit, draw_pointed_at


@dataclass(frozen=True, slots=True)
class PageName:
    """A page: its id, what it is called, and what it is called where room is short."""

    id: str
    label: str
    short: str


class Tab(Button):
    """A tab in small letters, without a key. `shown` is what stands on it."""

    def __init__(self, name: str, label: str, shown: str, on_press: Callable[[], None], *, chosen: bool) -> None:
        super().__init__(name, label, on_press, chosen=chosen)
        self._shown = shown

    def natural_width(self, canvas: Canvas) -> int:
        """Its name and a little air; as wide when it is chosen as when it is not."""
        return canvas.type.width(self._shown, "small", "bold") + 2 * canvas.theme.space(1.25)

    def height(self, canvas: Canvas, width: int) -> int:
        """One small row and air."""
        return max(26, canvas.theme.row("small") + canvas.theme.space(1.25))

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`."""
        colours = canvas.palette
        draw_lit(canvas, self.rect, hovered=hovered or focused)
        if hovered:
            draw_pointed_at(canvas, self.rect)
        canvas.outline(self.rect, colours.accent if self.chosen else colours.edge)
        canvas.text(
            self._shown, self.rect, "small", "bold" if self.chosen else "regular",
            colours.accent if self.chosen else colours.text, "centre", middle=True,
        )  # fmt: skip


def tabs(
    canvas: Canvas, width: int, pages: Sequence[PageName], chosen: str, showing: Callable[[str], Callable[[], None]]
) -> Sequence[Button]:
    """A tab for each page, in the roomiest of four forms in which they stand in one row of this width: long or short
    names, with keys or small and without. `showing` gives what pressing the tab of a page does."""
    forms: list[Sequence[Button]] = []
    for keys, short in ((True, False), (True, True), (False, False), (False, True)):
        forms.append([_tab(page, place, chosen, showing, keys, short) for place, page in enumerate(pages, start=1)])
        if sum(tab.natural_width(canvas) for tab in forms[-1]) + (len(pages) - 1) * canvas.theme.space(1) <= width:
            break
    return forms[-1]


def _tab(
    page: PageName, place: int, chosen: str, showing: Callable[[str], Callable[[], None]], keys: bool, short: bool
) -> Button:
    name, shown, on_press = f"tab.{page.id}", page.short if short else page.label, showing(page.id)
    if keys:
        return Button(name, shown, on_press, keys=str(place), chosen=page.id == chosen)
    return Tab(name, page.label, shown, on_press, chosen=page.id == chosen)
