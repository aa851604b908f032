"""The column beside the person in a preview: what is wrong with the last save, and the numbers when asked for."""

from __future__ import annotations

import pygame

from simulator.ui.call import Call
from simulator.ui.canvas import Canvas
from simulator.ui.contact.facts import FactsColumn, draw_knowledge
from simulator.ui.focus import FocusRing
from simulator.ui.preview.numbers import Part, fault_parts, number_parts, todo_parts
from simulator.ui.preview.preview import Preview
from simulator.ui.widgets.scroll import ScrollPane


def author_parts(preview: Preview, call: Call) -> list[Part]:
    """Everything an author is told beside the call itself."""
    spot = preview.beginning.spot if preview.beginning is not None else None
    marked: list[Part] = [("Put here by hand", [f"This began at {spot.node}, not at the start."])] if spot else []
    return [*fault_parts(preview.problems), *marked, *number_parts(call), *todo_parts(preview.problems)]


class PreviewColumn(FactsColumn):
    """What the trainee sees there; the numbers in its place; a fault of the file in the place of both."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self._numbers = ScrollPane("numbers")

    def draw(self, canvas: Canvas, ring: FocusRing, box: pygame.Rect, call: Call, signs: list[str]) -> bool:
        """Draw the column; True if what is noticed found or lost its room."""
        if not (self._preview.shows_numbers or self._preview.broken):
            return super().draw(canvas, ring, box, call, signs)
        had_room, self.shows_signs = self.shows_signs, False
        parts = author_parts(self._preview, call)

        def paint(area: pygame.Rect) -> int:
            return draw_knowledge(canvas, area, parts)

        self._numbers.show(canvas, ring, box, paint)
        return had_room
