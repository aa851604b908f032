"""What served and what did not: the ledgers, each entry with the turn it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from simulator.reports.page.sentences import listed
from simulator.scenario.words import Words
from simulator.scoring.debrief import Debrief
from simulator.scoring.ledgers import Again, LedgerEntry, MissedChance, told_once
from simulator.ui.canvas import Canvas
from simulator.ui.contact.telling import quoted
from simulator.ui.review.chart import draw_landing
from simulator.ui.scenes.page import Column
from simulator.ui.theme import Colour
from simulator.ui.widgets.control import Control, Press


class EntryCard(Control):
    """A ledger entry: what was said and why it counted, once for all the turns in which it was done. Pressing it goes
    to the first of them."""

    def __init__(self, name: str, again: Again, on_press: Press, words: Words) -> None:
        super().__init__(name, on_press)
        self._again, self._entry, self._words = again, again.entry, words

    @property
    def _effect(self) -> str:
        effects = self._again.effects
        if len(effects) < 2:
            return effects[0][0] if effects else ""
        return " ".join(
            self._words("window_effect", turns=listed(map(str, turns), self._words), effect=effect)
            for effect, turns in effects
        )

    @property
    def _head(self) -> str:
        return self._words("window_at", turn=self._again.turns[0])

    def _parts(self, canvas: Canvas) -> list[tuple[str, Colour, bool]]:
        entry, colours = self._entry, canvas.palette
        parts = [(quoted(entry.said, entry.spoken), colours.text, False)]
        if len(self._again.turns) > 1:
            also = listed(map(str, self._again.turns[1:]), self._words)
            parts.append((self._words("window_again", turns=also), colours.muted, True))
        if self._effect:
            parts.append((f"{', '.join(entry.skills)}. {self._effect}".removeprefix(". "), colours.muted, True))
        elif entry.skills:
            parts.append((", ".join(entry.skills) + ".", colours.muted, True))
        if entry.why:
            parts.append((entry.why, colours.text, True))
        if entry.alternative:
            parts.append(
                (
                    self._words("window_better", said=quoted(entry.alternative, entry.alternative_spoken)),
                    colours.good,
                    True,
                )
            )
        return parts

    def _sides(self, canvas: Canvas) -> tuple[int, int]:
        return canvas.theme.space(1.25), canvas.theme.space(4.75) + canvas.type.width(
            self._words("window_at", turn="00"), "small", "bold"
        )

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
    ledgers, words = value.ledgers, column.words
    _part(column, words("served"), ledgers.good, "good", go_to)
    if not ledgers.good:
        column.text(words("window_none_served"))


def paint_not_served(column: Column, value: Debrief, go_to: Callable[[int], None]) -> None:
    """What did not serve, a good move at the wrong moment, and the chances nobody took."""
    ledgers, words = value.ledgers, column.words
    _part(column, words("not_served"), ledgers.poor, "poor", go_to)
    _part(column, words("mistimed"), ledgers.mistimed, "mistimed", go_to)
    if ledgers.missed:
        column.heading(words("missed"))
        for chance in ledgers.missed:
            column.point(_missed(chance, words), column.canvas.palette.text)
    if not (ledgers.mistimed or ledgers.poor or ledgers.missed):
        column.text(words("window_none_poor"))


def _missed(chance: MissedChance, words: Words) -> str:
    """A chance that nobody took, with at most two lines that would have."""
    lines = [quoted(line, chance.spoken) for line in chance.open[:2]]
    told = words("window_or", first=lines[0], second=lines[1]) if len(lines) == 2 else "".join(lines)
    key = "window_missed_open" if told else "window_missed"
    return words(key, turn=chance.turn, skill=chance.label, moment=chance.moment, lines=told)


def _part(column: Column, title: str, entries: Sequence[LedgerEntry], name: str, go_to: Callable[[int], None]) -> None:
    if not entries:
        return
    words = column.words
    column.heading(words("window_count", title=title, number=len(entries)))
    for place, again in enumerate(told_once(entries)):
        turn = again.turns[0]
        column.put(EntryCard(f"{name}{place}", again, lambda turn=turn: go_to(turn), words))  # type: ignore[misc]
        column.gap(0.75)
