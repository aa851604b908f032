"""Two ratings of each skill, one below the other: told apart by a full and an open mark, never by a colour."""

from __future__ import annotations

from simulator.reports.charts.drawing import Drawing
from simulator.reports.words import Words
from simulator.scoring.runs import PooledRating
from simulator.scoring.two_trainees import TwoTrainees

WIDTH = 680.0
LEFT, RIGHT, TOP, ROW, APART = 190.0, 150.0, 44.0, 42.0, 15.0


def two_bands_chart(value: TwoTrainees, names: tuple[str, str], words: Words) -> Drawing:
    """Each competency from 1 to 7 for both, the band of uncertainty as a bar, the chances beside it. `names` are short
    enough to stand above it."""
    height = TOP + ROW * len(value.skills) + 4
    said = [
        _said(name, rating, words) for skill in value.skills for name, rating in zip(names, skill.ratings, strict=True)
    ]
    drawing = Drawing(WIDTH, height, words("chart_beside_title"), " ".join(said))

    def x(mark: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (mark - 1) / 6

    at = LEFT
    for place, name in enumerate(names):
        _mark(drawing, at, 10, place)
        drawing.text(at + 10, 14, name, "strong")
        at += (WIDTH - LEFT) / 2
    for mark in range(1, 8):
        drawing.line(x(mark), TOP, x(mark), height - 4, "hair")
        drawing.text(x(mark), TOP - 6, str(mark), "quiet", "middle")
    for number, skill in enumerate(value.skills):
        top = TOP + ROW * number
        drawing.line(0, top, WIDTH, top, "hair")
        drawing.text(LEFT - 14, top + ROW / 2 + 4, skill.label, "", "end")
        for place, rating in enumerate(skill.ratings):
            _draw(drawing, rating, top + ROW / 2 + APART * (place - 0.5), place, words)
    return drawing


def _draw(drawing: Drawing, rating: PooledRating, y: float, place: int, words: Words) -> None:
    def x(mark: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (mark - 1) / 6

    beside = words.count("chances", rating.chances)
    if rating.rating is None or rating.low is None or rating.high is None:
        drawing.text(WIDTH - RIGHT + 12, y + 4, "–", "strong")
        drawing.text(WIDTH - RIGHT + 40, y + 4, words("chart_too_few", chances=beside), "quiet")
        return
    drawing.line(x(rating.low), y, x(rating.high), y, "spread")
    _mark(drawing, x(rating.rating), y, place)
    drawing.text(WIDTH - RIGHT + 12, y + 4, f"{rating.rating:.1f}", "strong")
    drawing.text(WIDTH - RIGHT + 40, y + 4, beside, "quiet")


def _mark(drawing: Drawing, x: float, y: float, place: int) -> None:
    drawing.circle(x, y, 4.5, "mark" if place else "dot")


def _said(name: str, rating: PooledRating, words: Words) -> str:
    if rating.rating is None or rating.low is None or rating.high is None:
        chances = words.count("chances", rating.chances)
        return words("chart_beside_unrated", name=name, skill=rating.label, chances=chances)
    return words(
        "chart_beside_rated",
        name=name,
        skill=rating.label,
        rating=f"{rating.rating:.1f}",
        low=f"{rating.low:.1f}",
        high=f"{rating.high:.1f}",
    )
