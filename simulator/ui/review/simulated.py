"""A call among simulated trainees: worked out in the background, then told with a small picture of where it ended."""

from __future__ import annotations

from pathlib import Path

import pygame

from simulator.encounter.course import Start
from simulator.reports.charts.company import BIN, binned
from simulator.reports.page.company import company_lead, company_rows
from simulator.scenario.words import Words
from simulator.scoring.company import Company, Fared
from simulator.scoring.debrief import Debrief
from simulator.ui.review.working_out import WorkingOut
from simulator.ui.scenes.page import Column


class SimulatedPlays(WorkingOut):
    """The working out for one call as it was drawn. `found` is there once it is done."""

    def __init__(self, start: Start, own: Path, beside: Path) -> None:
        self._start = start
        self.found: tuple[Fared, ...] = ()
        """How each kind of simulated trainee fared; empty until it is known."""
        super().__init__(own, beside, "company")

    def progress(self, words: Words) -> str:
        """What is going on, or why there is nothing; "" once it is known."""
        return self.trouble(words) or ("" if self.found else words("company_waiting"))

    def _work_out(self) -> None:
        # Imported here: it takes longer than a frame.
        from simulator.authoring.simulation import CompanyCache, fared_meanwhile
        from simulator.records.texts import texts_behind

        cache = CompanyCache(self._own.cache)
        known = cache.find(self._start)
        if known is None:
            texts = texts_behind(self._start.digests, self._own.texts, self._beside.texts)
            if texts is None:
                self._no_texts = True
                return
            known = fared_meanwhile(texts, self._start, stop=self._stop.is_set)
            if known is not None:
                cache.keep(self._start, known)
        self.found = known or ()


def paint_company(column: Column, value: Debrief, waiting: str) -> None:
    """Where the call ended among simulated trainees, once it is known; until then `waiting`, which says how far that
    is; nothing where that is empty too."""
    company = value.company
    if company is None and not waiting:
        return
    words, colours = column.words, column.canvas.palette
    column.heading(words("company"))
    if company is None:
        column.text(waiting, "small", colour=colours.muted)
        return
    for told in company_lead(value, company, words):
        column.text(told)
        column.gap(0.5)
    column.text(words("chart_company_foot"), "small", colour=colours.muted)
    for place, (name, told) in enumerate(company_rows(company, words)):
        column.gap(0.75)
        column.text(name, weight="bold")
        _draw_plays(column, company, place)
        column.text(told)
    column.gap(1)
    column.text(words("company_norm"), "small", colour=colours.muted)


def _draw_plays(column: Column, company: Company, place: int) -> None:
    """How many plays of one kind ended at each five points, their middle half below, the call's own end across."""
    canvas, theme, colours = column.canvas, column.canvas.theme, column.canvas.palette
    fared, surface = company.fared[place], column.canvas.surface
    row = theme.row("small")
    edge = max(canvas.type.width(str(end), "small") for end in (0, 100)) + theme.space(1)
    bars = pygame.Rect(column.box.x + edge, column.y + theme.space(0.5), column.box.width - 2 * edge, theme.space(5))

    def x(points: float) -> int:
        return bars.x + round(bars.width * points / 100)

    counts = binned(fared)
    most = max(counts)
    for number, count in enumerate(counts):
        if count:
            tall = max(2, round(bars.height * count / most))
            left = x(number * BIN)
            pygame.draw.rect(surface, colours.edge, (left, bars.bottom - tall, x(number * BIN + BIN) - left - 1, tall))
    pygame.draw.line(surface, colours.hair, bars.bottomleft, bars.bottomright, 1)
    under = bars.bottom + theme.space(1)
    thick = max(3, theme.stroke * 3)
    pygame.draw.line(surface, colours.note, (x(fared.low), under), (x(fared.high), under), thick)
    pygame.draw.circle(surface, colours.text, (x(fared.middle), under), thick + 1)
    here = x(company.value)
    for y in range(bars.y - theme.space(0.5), under + theme.space(1), theme.space(1)):
        pygame.draw.line(surface, colours.accent, (here, y), (here, y + theme.space(0.5)), max(2, theme.stroke * 2))
    for end in (0, 100):
        wide = canvas.type.width(str(end), "small")
        left = bars.right + theme.space(0.5) if end else bars.x - theme.space(0.5) - wide
        canvas.text(str(end), pygame.Rect(left, bars.bottom - row, wide, row), "small", colour=colours.muted)
    column.y = under + theme.space(1.5)
