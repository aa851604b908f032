"""Tension and trust over a call, a mark for each decision by how it landed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from simulator.encounter.bands import BAND_LINES
from simulator.reports.charts.drawing import Drawing, draw_landing
from simulator.reports.page.sentences import whole
from simulator.reports.words import Words
from simulator.scenario.parts import LANDINGS
from simulator.scoring.debrief import Debrief
from simulator.scoring.timeline import Point

WIDTH, HEIGHT = 680.0, 230.0
LEFT, RIGHT, TOP, BOTTOM, LEGEND_ROW = 66.0, 14.0, 10.0, 44.0, 16.0
SIGN_WIDTH = 5.6
"""How wide a sign of the legend is at most, on average."""


def course_chart(debrief: Debrief, words: Words, bands: Sequence[str], height: float = HEIGHT) -> Drawing:
    """The chart; `bands` are the labels of the bands from low to high. Turns stand evenly: one looks for a decision."""
    points = debrief.timeline
    drawing = Drawing(WIDTH, height, words("chart_course_title"), _described(debrief, words))
    legend = _legend_rows(debrief, words)
    floor = height - BOTTOM - LEGEND_ROW * (len(legend) - 1)

    def x(turn: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * turn / max(1, len(points) - 1)

    def y(value: float) -> float:
        return floor - (floor - TOP) * max(0.0, min(100.0, value)) / 100

    lines = [0.0, *(line / 1000 for line in BAND_LINES), 100.0]
    for place, (label, (low, high)) in enumerate(zip(bands, pairwise(lines), strict=True)):
        drawing.rect(LEFT, y(high), WIDTH - LEFT - RIGHT, y(low) - y(high), f"band{place}")
        drawing.text(LEFT - 6, (y(low) + y(high)) / 2 + 4, label, "quiet", "end")
    for turn in {point.turn for point in debrief.turning_points}:
        drawing.line(x(turn), TOP, x(turn), floor, "turning")
    for place in range(len(points[0].others)):
        drawing.path([(x(turn), y(point.others[place].tension)) for turn, point in enumerate(points)], "other")
    drawing.path([(x(turn), y(point.rapport)) for turn, point in enumerate(points)], "trust")
    drawing.path([(x(turn), y(point.tension)) for turn, point in enumerate(points)], "tension")
    _marks(drawing, points, x, y, floor)
    _legend(drawing, legend, height)
    return drawing


def _marks(
    drawing: Drawing,
    points: Sequence[Point],
    x: Callable[[int], float],
    y: Callable[[float], float],
    floor: float,
) -> None:
    every = 1 + (len(points) - 1) // 30
    for turn, point in enumerate(points):
        if point.landing is not None:
            draw_landing(drawing, x(turn), y(point.tension), point.landing)
        if turn and turn % every == 0:
            drawing.text(x(turn), floor + 14, str(turn), "quiet", "middle")


def _legend_rows(debrief: Debrief, words: Words) -> list[list[tuple[str, str]]]:
    """What the signs mean, as rows of a sign and its label; as many to a row as there is room for."""
    signs = [("tension", words("chart_tension")), ("trust", words("chart_trust"))]
    signs += [("other", words("chart_other", name=other.name)) for other in debrief.timeline[0].others]
    signs += [(landing, words(f"landing_{landing}")) for landing in LANDINGS]
    if debrief.turning_points:
        signs.append(("turning", words("chart_turning")))
    rows: list[list[tuple[str, str]]] = [[]]
    x = LEFT
    for sign, label in signs:
        takes = _sign_takes(sign) + SIGN_WIDTH * len(label)
        if rows[-1] and x + takes > WIDTH - RIGHT:
            rows.append([])
            x = LEFT
        rows[-1].append((sign, label))
        x += takes + 12
    return rows


def _sign_takes(sign: str) -> float:
    return 13.0 if sign in LANDINGS or sign == "turning" else 27.0


def _legend(drawing: Drawing, rows: Sequence[Sequence[tuple[str, str]]], height: float) -> None:
    for place, row in enumerate(rows):
        x, y = LEFT, height - 8 - LEGEND_ROW * (len(rows) - 1 - place)
        for sign, label in row:
            if sign in LANDINGS:
                draw_landing(drawing, x + 5, y - 4, sign, 4)
            elif sign == "turning":
                drawing.line(x + 5, y - 10, x + 5, y + 2, sign)
            else:
                drawing.line(x, y - 4, x + 22, y - 4, sign)
            drawing.text(x + _sign_takes(sign), y, label)
            x += _sign_takes(sign) + SIGN_WIDTH * len(label) + 12


def _described(debrief: Debrief, words: Words) -> str:
    measures = debrief.measures
    told = words(
        "chart_course_words",
        turns=words.count("turns", measures.decisions),
        start=f"{measures.tension_start:.0f}",
        peak=f"{measures.tension_peak:.0f}",
        turn=str(measures.peak_turn),
        end=f"{measures.tension_end:.0f}",
        trust_start=whole(measures.rapport_start),
        trust_end=whole(measures.rapport_end),
    )
    others = [
        words(
            "chart_other_words",
            name=first.name,
            start=f"{first.tension:.0f}",
            end=f"{last.tension:.0f}",
        )
        for first, last in zip(debrief.timeline[0].others, debrief.timeline[-1].others, strict=True)
    ]
    return " ".join([told, *others])
