"""What served and what did not: the ledgers, each entry with the turn it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from simulator.scoring.debrief import Debrief
from simulator.scoring.ledgers import Again, LedgerEntry, told_once
from simulator.ui.canvas import Canvas
from simulator.ui.contact.telling import quoted
from simulator.ui.review.chart import draw_landing
from simulator.ui.scenes.page import Column
from simulator.ui.theme import Colour
from simulator.ui.widgets.control import Control, Press


class EntryCard(Control):
    """A ledger entry: what was said and why it counted, once for all the turns in which it was done. Pressing it goes
    to the first of them."""

    def __init__(self, name: str, again: Again, on_press: Press) -> None:
        super().__init__(name, on_press)
        self._again, self._entry = again, again.entry

    @property
    def _effect(self) -> str:
        effects = self._again.effects
        if len(effects) < 2:
            return effects[0][0] if effects else ""
        return " ".join(f"Turn {' and '.join(map(str, turns))}: {effect}" for effect, turns in effects)

    @property
    def _head(self) -> str:
        return f"Turn {self._again.turns[0]}"

    def _parts(self, canvas: Canvas) -> list[tuple[str, Colour, bool]]:
        entry, colours = self._entry, canvas.palette
        parts = [(quoted(entry.said, entry.spoken), colours.text, False)]
        if len(self._again.turns) > 1:
            also = " and ".join(str(turn) for turn in self._again.turns[1:])
            parts.append((f"Again in turn {also}.", colours.muted, True))
        if self._effect:
            parts.append((f"{', '.join(entry.skills)}. {self._effect}".removeprefix(". "), colours.muted, True))
        elif entry.skills:
            parts.append((", ".join(entry.skills) + ".", colours.muted, True))
        if entry.why:
            parts.append((entry.why, colours.text, True))
        if entry.alternative:
            parts.append((f"Better: “{entry.alternative}”", colours.good, True))
        return parts

    def _sides(self, canvas: Canvas) -> tuple[int, int]:
        return canvas.theme.space(1.25), canvas.theme.space(4.75) + canvas.type.width("Turn 00", "small", "bold")

    def height(self, canvas: Canvas, width: int) -> int:
        """Pixels it needs at a width."""
        pad, left = self._sides(canvas)
        room = width - pad - left
        whole = sum(
            canvas.block(words, room, "small" if small else "body").height for words, _, small in self._parts(canvas)
        )
        return max(canvas.theme.control(), whole + 2 * canvas.theme.space(0.75))

    def draw(self, canvas: Canvas, *, focused: bool, hovered: bool) -> None:
        """Draw it at `rect`."""
        theme, colours = canvas.theme, canvas.palette
        canvas.fill(self.rect, colours.raised if focused or hovered else colours.panel)
        pad, left = self._sides(canvas)
        row = theme.row()
        head = pygame.Rect(self.rect.x + pad, self.rect.y + theme.space(0.75), left - pad, row)
        canvas.text(self._head, head, "small", "bold", colours.accent, middle=True)
        if self._entry.landing:
            middle = (self.rect.x + left - theme.space(1.5), head.centery)
            draw_landing(canvas, middle, self._entry.landing, theme.space(0.625))
        y = self.rect.y + theme.space(0.75)
        room = self.rect.width - pad - left
        for words, shade, small in self._parts(canvas):
            block = canvas.block(words, room, "small" if small else "body")
            box = pygame.Rect(self.rect.x + left, y, room, block.height)
            canvas.text(words, box, "small" if small else "body", colour=shade)
            y += block.height


def paint_served(column: Column, value: Debrief, go_to: Callable[[int], None]) -> None:
    """What served."""
    ledgers = value.ledgers
    _part(column, "What served", ledgers.good, "good", go_to)
    if not ledgers.good:
        column.text("Nothing stands here. What would have served stands beside what did not, on the next page.")


def paint_not_served(column: Column, value: Debrief, go_to: Callable[[int], None]) -> None:
    """What did not serve, a good move at the wrong moment, and the chances nobody took."""
    ledgers, colours = value.ledgers, column.canvas.palette
    _part(column, "What did not serve", ledgers.poor, "poor", go_to)
    _part(column, "A good move at a moment that could not use it", ledgers.mistimed, "mistimed", go_to)
    if ledgers.missed:
        column.heading("Chances not taken")
        for chance in ledgers.missed:
            words = f"Turn {chance.turn}, {chance.label}: {chance.moment}"
            if chance.open:
                words += f" Open to you: {' or '.join(quoted(line, chance.spoken) for line in chance.open[:2])}"
            column.point(words, colours.text)
    if not (ledgers.mistimed or ledgers.poor or ledgers.missed):
        column.text("Nothing stands here: nothing you did worked against you, and no chance went by.")


def _part(column: Column, title: str, entries: Sequence[LedgerEntry], name: str, go_to: Callable[[int], None]) -> None:
    if not entries:
        return
    column.heading(f"{title} ({len(entries)})")
    for place, again in enumerate(told_once(entries)):
        turn = again.turns[0]
        column.put(EntryCard(f"{name}{place}", again, lambda turn=turn: go_to(turn)))  # type: ignore[misc]
        column.gap(0.75)
