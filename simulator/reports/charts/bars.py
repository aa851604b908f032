"""Skills against the anchors, time in each band, costs of decisions: charts of bars and dots."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.reports.charts.drawing import Drawing
from simulator.reports.words import Words
from simulator.scoring.measures import BandTime
from simulator.scoring.ratings import Rating
from simulator.scoring.values import clock_words

WIDTH = 680.0


def skills_chart(ratings: Sequence[Rating], words: Words) -> Drawing:
    """Each competency from 1 to 7: the rating as a dot, its uncertainty as a bar, the number of chances beside it."""
    row, left, right, top = 22.0, 210.0, 150.0, 20.0
    height = top + row * len(ratings) + 6
    said = [
        words("chart_skill_rated", skill=r.label, rating=f"{r.rating:.1f}", low=f"{r.low:.1f}", high=f"{r.high:.1f}")
        if r.rating is not None
        else words("chart_skill_unrated", skill=r.label, chances=words.count("chances", r.chances))
        for r in ratings
    ]
    drawing = Drawing(WIDTH, height, words("chart_skills_title"), " ".join(said))

    def x(mark: float) -> float:
        return left + (WIDTH - left - right) * (mark - 1) / 6

    for mark in range(1, 8):
        drawing.line(x(mark), top, x(mark), height - 6, "hair")
        drawing.text(x(mark), top - 6, str(mark), "quiet", "middle")
    for place, rating in enumerate(ratings):
        y = top + row * (place + 0.5)
        drawing.text(left - 12, y + 4, rating.label, "", "end")
        beside = words.count("chances", rating.chances)
        if rating.rating is not None and rating.low is not None and rating.high is not None:
            drawing.line(x(rating.low), y, x(rating.high), y, "spread")
            drawing.circle(x(rating.rating), y, 5, "dot")
            drawing.text(WIDTH - right + 14, y + 4, f"{rating.rating:.1f}", "strong")
            drawing.text(WIDTH - right + 42, y + 4, beside, "quiet")
        else:
            drawing.text(WIDTH - right + 14, y + 4, "–", "strong")
            drawing.text(WIDTH - right + 42, y + 4, words("chart_too_few", chances=beside), "quiet")
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
    most = max(10.0, *(cost for _, cost in costs)) if costs else 10.0
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
