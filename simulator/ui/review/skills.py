"""Skills, habits, first words and process measures. A rating has its number of chances beside it, or is not given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pygame

from simulator.reports.page.how_hard import hard_lead, hard_rows
from simulator.reports.page.how_it_went import measure_lines
from simulator.reports.page.sentences import turn_links
from simulator.scenario.words import Words
from simulator.scoring.debrief import Debrief
from simulator.scoring.first_words import FIRST_WORDS
from simulator.scoring.ratings import Rating
from simulator.ui.review.instructor_words import agreement_words, paint_beside_rating
from simulator.ui.scenes.page import Column
from simulator.ui.words import clock_words

_LOW, _HIGH = 1.0, 7.0


def paint_skills(column: Column, value: Debrief) -> None:
    """Ratings by domain; habits; the opening; measures."""
    colours, words = column.canvas.palette, column.words
    column.text(words("skills_how"), "small", colour=colours.muted)
    for agreed in value.added.instructor_agreements:
        column.gap(1)
        column.text(agreement_words(column, agreed), colour=colours.note)
    own = value.added.self_rating.marks if value.added.self_rating is not None else {}
    _paint_agreement(column, value)
    marked = bool(own or value.added.instructor_ratings or value.added.overrides)
    if marked or (value.status != "stopped" and any(rating.chances for rating in value.ratings)):
        _paint_ratings(column, value, own)
    elif value.status != "stopped":  # then the overall says that nothing is rated, and why
        column.gap(1)
        column.text(words("unrated_all"))
    _paint_overall(column, value)
    column.heading(words("skills_habits"))
    if not value.habits:
        column.text(words("skills_no_habits"))
    for habit in value.habits:
        times = words.count("times", habit.count)
        told = words("skills_habit", habit=habit.label, times=times, turns=turns_words(habit.turns, words))
        column.text(told, weight="bold")
        column.text(habit.about, "small", colour=colours.muted)
        column.text(habit.instead, "small", colour=colours.good)
        column.gap(0.75)
    column.heading(words("skills_first_words", number=FIRST_WORDS))
    for told in value.opening.summary:
        column.point(told)
    _paint_measures(column, value)


def _paint_ratings(column: Column, value: Debrief, own: Mapping[str, int]) -> None:
    """Every skill by its domain, with what it was marked by people."""
    words = column.words
    figures = [rating_words(rating, words) for rating in value.ratings if rating.rating is not None]
    widest = max((column.canvas.type.width(figure, "body") for figure in figures), default=0)
    for domain, label in dict.fromkeys((rating.domain, rating.domain_label) for rating in value.ratings):
        column.heading(label)
        for rating in value.ratings:
            if rating.domain == domain:
                _paint_rating(column, value, rating, own.get(rating.skill), widest)


def _paint_overall(column: Column, value: Debrief) -> None:
    """The overall rating, or why there is none; beside it, and not in it, how hard the call was and how it ended."""
    overall, words = value.overall, column.words
    shown = f"{overall.rating:.1f}. " if overall.rating is not None else ""
    column.heading(words("overall"))
    column.text(f"{shown}{overall.words}")
    if value.ending is not None:
        column.text(words("text_worth", value=f"{value.ending.value:g}"))
    column.heading(words("difficulty"))
    column.text(hard_lead(value, words))
    column.text("; ".join(hard_rows(value, words)), "small", colour=column.canvas.palette.muted)


def turns_words(turns: Iterable[int], words: Words) -> str:
    """Turns as one cites them: `turn 3`, `turns 2 and 5`."""
    return "".join(run.words for run in turn_links(turns, words))


def _paint_agreement(column: Column, value: Debrief) -> None:
    """How the trainee's own marks and the evidence agree, in a sentence."""
    compared, words = value.added.self_agreement, column.words
    if compared is None:
        return
    column.gap(1)
    told = words("skills_own", within=compared.within_one, count=len(compared.skills))
    apart = max(compared.skills, key=lambda row: abs(row.gap))
    if abs(apart.gap) > 1:
        key = "skills_apart_higher" if apart.gap > 0 else "skills_apart_lower"
        told += f" {words(key, skill=apart.label.lower(), gap=f'{abs(apart.gap):.0f}')}"
    column.text(told, colour=column.canvas.palette.note)


def rating_words(rating: Rating, words: Words) -> str:
    """A rating with its likely range and what it rests on; why there is none where there is none."""
    if rating.rating is None or rating.low is None or rating.high is None:
        return rating.why_unrated
    return words(
        "skills_rated",
        rating=f"{rating.rating:.1f}",
        low=f"{rating.low:.1f}",
        high=f"{rating.high:.1f}",
        chances=words.count("chances", rating.chances),
    )


def _paint_rating(column: Column, value: Debrief, rating: Rating, own: int | None, widest: int) -> None:
    """One skill; its track leaves `widest` pixels for figures, so that all tracks have one scale."""
    canvas, theme, colours = column.canvas, column.canvas.theme, column.canvas.palette
    row = theme.row()
    label_wide = round(column.box.width * 0.3)
    label = canvas.block(rating.label, label_wide - theme.space(1), weight="bold")
    canvas.text(
        rating.label, pygame.Rect(column.box.x, column.y, label_wide - theme.space(1), label.height), weight="bold"
    )
    right = pygame.Rect(column.box.x + label_wide, column.y, column.box.width - label_wide, row)
    if rating.rating is None or rating.low is None or rating.high is None:
        block = canvas.block(rating.why_unrated, right.width)
        right.height = block.height
        canvas.text(rating.why_unrated, right, colour=colours.muted)
        column.y += max(label.height, block.height)
    else:
        figure = rating_words(rating, column.words)
        wide = canvas.type.width(figure, "body")
        track_wide = right.width - widest - theme.space(2)
        if track_wide > theme.space(10):
            track = pygame.Rect(right.x, 0, track_wide, theme.space(1))
            track.centery = right.centery
            _draw_range(column, track, rating.low, rating.rating, rating.high)
            canvas.text(figure, pygame.Rect(right.right - wide, right.y, wide, row))
            column.y += max(label.height, row)
        else:
            block = canvas.block(figure, right.width)
            canvas.text(figure, pygame.Rect(right.x, right.y, right.width, block.height))
            column.y += max(label.height, block.height)
    if own is not None:
        column.text(column.words("skills_own_mark", mark=own), "small", colour=colours.note)
    paint_beside_rating(column, value, rating.skill)
    if rating.anchor:
        column.text(rating.anchor, "small", colour=colours.muted)
    column.gap(1)


def _draw_range(column: Column, track: pygame.Rect, low: float, middle: float, high: float) -> None:
    surface, colours = column.canvas.surface, column.canvas.palette

    def x(value: float) -> int:
        return track.x + round(track.width * (value - _LOW) / (_HIGH - _LOW))

    pygame.draw.rect(surface, colours.hair, track, border_radius=track.height // 2)
    span = pygame.Rect(x(low), track.y, max(2, x(high) - x(low)), track.height)
    pygame.draw.rect(surface, colours.note, span, border_radius=track.height // 2)
    stroke = max(3, column.canvas.theme.stroke * 2)
    pygame.draw.line(
        surface,
        colours.text,
        (x(middle), track.y - track.height // 2),
        (x(middle), track.bottom + track.height // 2),
        stroke,
    )


def _paint_measures(column: Column, value: Debrief) -> None:
    """How it went, as reports tell it; the time in each band; what was found, what was eased."""
    measures, words = value.measures, column.words
    column.heading(words("skills_numbers"))
    for told in measure_lines(measures, words):
        column.point(told)
    times = [
        words("skills_band", state=band.label, clock=clock_words(band.seconds))
        for band in measures.bands
        if band.seconds >= 0.5
    ]
    if times:
        column.point(words("skills_bands", times=", ".join(times)))
    if measures.facts:
        column.heading(words("skills_found", found=measures.facts_found, all=len(measures.facts)))
        for fact in measures.facts:
            if fact.turn is None:
                column.point(words("skills_fact_not", words=fact.words), sign="–")
            else:
                where = words("turn", number=fact.turn)
                column.point(words("skills_fact", words=fact.words, turn=where), sign="✓")
    if measures.stressors:
        column.heading(words("skills_pressed", eased=measures.stressors_eased, all=len(measures.stressors)))
    for row in measures.stressors:
        before, after = (level.replace("_", " ") for level in (row.began, row.ended))
        if before == after:
            column.point(words("skills_stressor", thing=row.label, level=before))
        else:
            column.point(words("skills_stressor_changed", thing=row.label, before=before, after=after))
