"""Skills, habits, first words and process measures. A rating has its number of chances beside it, or is not given."""

from __future__ import annotations

import pygame

from simulator.scoring.debrief import Debrief
from simulator.scoring.ratings import Rating
from simulator.ui.review.instructor_words import agreement_words, paint_beside_rating
from simulator.ui.scenes.page import Column
from simulator.ui.words import clock_words

_LOW, _HIGH = 1.0, 7.0


def paint_skills(column: Column, value: Debrief) -> None:
    """Ratings by domain; habits; the opening; measures."""
    colours = column.canvas.palette
    column.text(
        "One call describes; only many calls measure. The bar is the likely range, the line its middle, from 1 to 7.",
        "small",
        colour=colours.muted,
    )
    for agreed in value.added.instructor_agreements:
        column.gap(1)
        column.text(agreement_words(column, agreed), colour=colours.note)
    own = value.added.self_rating.marks if value.added.self_rating is not None else {}
    _paint_agreement(column, value)
    figures = [rating_words(rating) for rating in value.ratings if rating.rating is not None]
    widest = max((column.canvas.type.width(words, "body") for words in figures), default=0)
    domains = {"interpersonal": "Interpersonal", "crisis_intervention": "Crisis intervention"}
    for domain in dict.fromkeys(rating.domain for rating in value.ratings):
        column.heading(domains.get(domain, domain.replace("_", " ").capitalize()))
        for rating in value.ratings:
            if rating.domain == domain:
                _paint_rating(column, value, rating, own.get(rating.skill), widest)
    column.heading("Habits to watch")
    if not value.habits:
        column.text("None of the named habits was seen.")
    for habit in value.habits:
        times = "once" if habit.count == 1 else f"{habit.count} times"
        column.text(f"{habit.label}: {times}, {turns_words(habit.turns)}", weight="bold")
        column.text(habit.about, "small", colour=colours.muted)
        column.text(habit.instead, "small", colour=colours.good)
        column.gap(0.75)
    column.heading("Your first 45 words")
    for words in value.opening.summary:
        column.point(words)
    _paint_measures(column, value)


def turns_words(turns: tuple[int, ...]) -> str:
    """Turns as one cites them.

    >>> turns_words((3,)), turns_words((2, 5))
    ('turn 3', 'turns 2, 5')
    """
    return f"turn {turns[0]}" if len(turns) == 1 else f"turns {', '.join(str(turn) for turn in turns)}"


def _paint_agreement(column: Column, value: Debrief) -> None:
    """How the trainee's own marks and the evidence agree, in a sentence."""
    compared = value.added.self_agreement
    if compared is None:
        return
    column.gap(1)
    many = len(compared.skills)
    words = f"Your own marks: {compared.within_one} of {many} within one point of what was shown."
    apart = max(compared.skills, key=lambda row: abs(row.gap))
    if abs(apart.gap) > 1:
        side = "higher" if apart.gap > 0 else "lower"
        words += f" Furthest apart: {apart.label.lower()}, where you marked {abs(apart.gap):.0f} {side}."
    column.text(words, colour=column.canvas.palette.note)


def rating_words(rating: Rating) -> str:
    """A rating with its likely range and what it rests on; why there is none where there is none."""
    if rating.rating is None or rating.low is None or rating.high is None:
        return rating.why_unrated
    return f"{rating.rating:.1f}  ({rating.low:.1f} to {rating.high:.1f}), {rating.chances} chances"


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
        words = rating_words(rating)
        wide = canvas.type.width(words, "body")
        track_wide = right.width - widest - theme.space(2)
        if track_wide > theme.space(10):
            track = pygame.Rect(right.x, 0, track_wide, theme.space(1))
            track.centery = right.centery
            _draw_range(column, track, rating.low, rating.rating, rating.high)
            canvas.text(words, pygame.Rect(right.right - wide, right.y, wide, row))
            column.y += max(label.height, row)
        else:
            block = canvas.block(words, right.width)
            canvas.text(words, pygame.Rect(right.x, right.y, right.width, block.height))
            column.y += max(label.height, block.height)
    if own is not None:
        column.text(f"Your own mark: {own}", "small", colour=colours.note)
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
    measures = value.measures
    column.heading("How it went, in numbers")
    rows = [
        f"Length {clock_words(measures.seconds)} of simulated time, {measures.decisions} decisions.",
        f"Tension {measures.tension_start:.0f} at the start, {measures.tension_end:.0f} at the end, "
        f"highest {measures.tension_peak:.0f} in turn {measures.peak_turn}.",
        f"Trust {measures.rapport_start:.0f} at the start, {measures.rapport_end:.0f} at the end.",
        "Time by band: "
        + ", ".join(f"{band.label} {clock_words(band.seconds)}" for band in measures.bands if band.seconds)
        + ".",
    ]
    if measures.talk.share_listened is not None:
        rows.append(f"You left them {measures.talk.share_listened * 100:.0f} % of the talking time.")
    if measures.latency is not None:
        rows.append(f"You thought {measures.latency.middle:.0f} seconds over a typical decision.")
    distance = measures.distance
    rows.append(
        f"Distance {distance.began:g} metres at the start, {distance.ended:g} at the end, nearest {distance.nearest:g}."
    )
    rows.append(f"Time bought by waiting, room and cover: {clock_words(measures.seconds_bought)}.")
    for help_ in measures.help:
        came = f", came at {clock_words(help_.arrived)}" if help_.arrived is not None else ", had not come by the end"
        rows.append(f"{help_.label}: called at {clock_words(help_.called)}{came}.")
    for words in rows:
        column.point(words)
    if measures.facts:
        column.heading(f"What there was to find out: {measures.facts_found} of {len(measures.facts)} found")
        for fact in measures.facts:
            found = f"turn {fact.turn}" if fact.turn is not None else "not found"
            column.point(f"{fact.words} ({found})", sign="✓" if fact.turn is not None else "–")
    eased = [row for row in measures.stressors if row.eased]
    if measures.stressors:
        column.heading(f"What pressed on them: {len(eased)} of {len(measures.stressors)} eased")
        for row in measures.stressors:
            change = f"{row.began} → {row.ended}" if row.began != row.ended else row.began
            column.point(f"{row.label}: {change.replace('_', ' ')}")
    for force in measures.force:
        column.point(f"Force in turn {force.turn}: {force.label}; threat then: {force.threat}.", sign="!")
