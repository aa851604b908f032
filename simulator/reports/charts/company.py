"""A session's end among those of simulated trainees: a row of small bars for each kind, the session a line."""

from __future__ import annotations

from simulator.reports.charts.drawing import Drawing
from simulator.reports.words import Words
from simulator.scoring.company import Company, Fared

WIDTH = 680.0
BIN = 5
"""Points of outcome value that a bar stands for."""

LEFT, RIGHT, TOP, ROW, BARS, FOOT = 84.0, 16.0, 26.0, 62.0, 38.0, 36.0


def company_chart(company: Company, words: Words) -> Drawing:
    """Outcome values from 0 to 100: how many plays ended at each five points, the middle half of them as a bar with
    its middle as a dot, and a dashed line where the session ended."""
    floor = TOP + ROW * len(company.fared)
    drawing = Drawing(WIDTH, floor + FOOT, words("chart_company_title"), _described(company, words))

    def x(value: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * value / 100

    for mark in range(0, 101, 20):
        drawing.line(x(mark), TOP, x(mark), floor, "hair")
        drawing.text(x(mark), floor + 14, str(mark), "quiet", "middle")
    for place, fared in enumerate(company.fared):
        base = TOP + ROW * place + BARS + 8
        drawing.text(LEFT - 10, base - 12, words(f"simulated_{fared.trainee}"), "", "end")
        counts = binned(fared)
        most = max(counts)
        wide = x(BIN) - x(0)
        for number, count in enumerate(counts):
            if count:
                tall = max(BARS * count / most, 1.5)
                drawing.rect(x(number * BIN) + 0.5, base - tall, wide - 1, tall, "band4")
                drawing.rect(x(number * BIN) + 0.5, base - tall, wide - 1, tall, "edge")
        drawing.line(x(0), base, x(100), base, "hair")
        drawing.line(x(fared.low), base + 7, x(fared.high), base + 7, "spread")
        drawing.circle(x(fared.middle), base + 7, 4, "dot")
    drawing.line(x(company.value), TOP - 4, x(company.value), floor, "turning")
    near_edge = "start" if company.value < 15 else "end" if company.value > 85 else "middle"
    drawing.text(
        x(company.value), TOP - 9, words("chart_company_here", value=f"{company.value:.0f}"), "strong", near_edge
    )
    drawing.text(LEFT, floor + FOOT - 6, words("chart_company_foot"), "quiet")
    return drawing


def binned(fared: Fared) -> tuple[int, ...]:
    """How many plays ended in each five points of value; 100 counts into the last."""
    counts = [0] * (100 // BIN)
    for value in fared.values:
        counts[min(int(value // BIN), len(counts) - 1)] += 1
    return tuple(counts)


def _described(company: Company, words: Words) -> str:
    told = [
        words(
            "chart_company_row",
            trainee=words(f"simulated_{fared.trainee}"),
            least=f"{fared.values[0]:.0f}",
            low=f"{fared.low:.0f}",
            middle=f"{fared.middle:.0f}",
            high=f"{fared.high:.0f}",
            most=f"{fared.values[-1]:.0f}",
        )
        for fared in company.fared
    ]
    return " ".join([words("company_here", value=f"{company.value:.0f}", tension=f"{company.tension:.0f}"), *told])
