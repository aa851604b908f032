"""Skills against the anchors, time in each band, costs of decisions: charts of bars and dots."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from simulator.reports.charts.drawing import Drawing
from simulator.reports.words import Words
from simulator.scoring.measures import BandTime
from simulator.scoring.ratings import Rating
from simulator.scoring.values import clock_words

WIDTH = 680.0


def skills_chart(ratings: Sequence[Rating], words: Words) -> Drawing:
    """Each rated skill from 1 to 7: the rating as a dot, its uncertainty as a bar, the number of chances beside it."""
    row, left, right, top = 22.0, 210.0, 150.0, 20.0
    shown = [
        (rating, rating.rating, rating.low, rating.high)
        for rating in ratings
        if rating.rating is not None and rating.low is not None and rating.high is not None
    ]
    height = top + row * len(shown) + 6
    said = [
        words("chart_skill_rated", skill=rating.label, rating=f"{mark:.1f}", low=f"{low:.1f}", high=f"{high:.1f}")
        for rating, mark, low, high in shown
    ]
    drawing = Drawing(WIDTH, height, words("chart_skills_title"), " ".join(said))

    def x(mark: float) -> float:
        return left + (WIDTH - left - right) * (mark - 1) / 6

    for step in range(1, 8):
        drawing.line(x(step), top, x(step), height - 6, "hair")
        drawing.text(x(step), top - 6, str(step), "quiet", "middle")
    for place, (rating, mark, low, high) in enumerate(shown):
        y = top + row * (place + 0.5)
        drawing.text(left - 12, y + 4, rating.label, "", "end")
        drawing.line(x(low), y, x(high), y, "spread")
        drawing.circle(x(mark), y, 5, "dot")
        drawing.text(WIDTH - right + 14, y + 4, f"{mark:.1f}", "strong")
        drawing.text(WIDTH - right + 42, y + 4, words.count("chances", rating.chances), "quiet")
    return drawing


def bands_chart(bands: Sequence[BandTime], words: Words) -> Drawing:
    """Seconds in each band of tension, a bar for each."""
    row, left, right = 20.0, 100.0, 60.0
    drawing = Drawing(
        WIDTH,
        row * len(bands) + 8,
        words("chart_bands_title"),
        ", ".join(f"{band.label}: {clock_words(band.seconds)}" for band in bands) + ".",
    )
    most = max((band.seconds for band in bands), default=0) or 1
    for place, band in enumerate(bands):
        y = row * place + 4
        drawing.text(left - 10, y + 13, band.label, "", "end")
        wide = (WIDTH - left - right) * band.seconds / most
        drawing.rect(left, y + 3, max(wide, 1), row - 7, f"band{place}", 2)
        drawing.rect(left, y + 3, max(wide, 1), row - 7, "edge", 2)
        drawing.text(left + wide + 8, y + 13, clock_words(band.seconds), "quiet")
    return drawing


def costs_chart(costs: Sequence[tuple[int, float]], words: Words) -> Drawing:
    """What each decision cost of the outcome value of a typical course: (turn, points), a bar for each turn."""
    left, top, floor = 36.0, 14.0, 120.0
    drawing = Drawing(
        WIDTH,
        150,
        words("chart_costs_title"),
        " ".join(words("chart_cost_of", turn=turn, cost=f"{cost:.0f}") for turn, cost in costs if cost >= 0.5)
        or words("chart_costs_none"),
    )
    # The highest bar leaves room for its figure under the line above it.
    most = max(10.0, 2 * ceil(1.15 * max((cost for _, cost in costs), default=0.0) / 2))
    step = (WIDTH - left - 10) / max(1, len(costs))
    every = 1 + (len(costs) - 1) // 30
    for part in (0.0, 0.5, 1.0):
        y = floor - (floor - top) * part
        drawing.line(left, y, WIDTH - 10, y, "hair")
        drawing.text(left - 6, y + 4, f"{most * part:.0f}", "quiet", "end")
    for place, (turn, cost) in enumerate(costs):
        x, tall = left + step * place, (floor - top) * max(cost, 0) / most
        drawing.rect(x + step * 0.15, floor - tall, step * 0.7, max(tall, 0.5), "bad")
        if place % every == 0:
            drawing.text(x + step / 2, floor + 14, str(turn), "quiet", "middle")
        if cost >= 0.5 and len(costs) <= 40:
            drawing.text(x + step / 2, floor - tall - 3, f"{cost:.0f}", "strong", "middle")
    drawing.text(left, 146, words("chart_costs_foot"), "quiet")
    return drawing
