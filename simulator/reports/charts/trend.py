"""A rate over runs: one bar a run."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.reports.charts.drawing import Drawing
from simulator.reports.words import Words

WIDTH, HEIGHT = 680.0, 150.0


def trend_chart(rates: Sequence[float], words: Words) -> Drawing:
    """Poor habits in ten decisions, run by run, the oldest at the left."""
    left, top, floor = 36.0, 16.0, HEIGHT - 34
    told = " ".join(
        words("chart_trend_run", run=place, rate=f"{rate:.1f}") for place, rate in enumerate(rates, start=1)
    )
    drawing = Drawing(WIDTH, HEIGHT, words("chart_trend_title"), told)
    most = max(2.0, *rates)
    step = (WIDTH - left - 10) / max(6, len(rates))
    for part in (0.0, 0.5, 1.0):
        y = floor - (floor - top) * part
        drawing.line(left, y, WIDTH - 10, y, "hair")
        drawing.text(left - 6, y + 4, f"{most * part:.1f}", "quiet", "end")
    every = 1 + (len(rates) - 1) // 30
    for place, rate in enumerate(rates):
        x, tall = left + step * place, (floor - top) * rate / most
        drawing.rect(x + step * 0.2, floor - tall, step * 0.6, max(tall, 0.5), "bad")
        if place % every == 0:
            drawing.text(x + step / 2, floor + 14, str(place + 1), "quiet", "middle")
            drawing.text(x + step / 2, floor - tall - 4, f"{rate:.1f}", "strong", "middle")
    drawing.text(left, HEIGHT - 4, words("chart_trend_foot"), "quiet")
    return drawing
