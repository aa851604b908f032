"""One turn of the debrief: what you did, how they answered, how it landed and why, what would have served better."""

from __future__ import annotations

from simulator.reports.consequence_words import LEAST_COST, consequence_lines
from simulator.reports.page.turns import time_told
from simulator.scoring.alternatives import Alternative
from simulator.scoring.debrief import Debrief, TurnStory
from simulator.scoring.effects import would_have
from simulator.scoring.otherwise import Otherwise
from simulator.ui.contact.telling import quoted
from simulator.ui.review.instructor_words import paint_remarks, remarked_turns
from simulator.ui.review.remarks import Remarks
from simulator.ui.review.weighing import Weighing
from simulator.ui.scenes.page import Column
from simulator.ui.text import speech_runs


def paint_start(column: Column, value: Debrief) -> None:
    """Turn 0: how things stood before the first act."""
    point = value.timeline[0]
    column.text(column.words("decision_start"), weight="bold", colour=column.canvas.palette.accent)
    column.gap(0.5)
    key = "decision_start_how_pad" if column.canvas.names.pad else "decision_start_how"
    column.text(column.words(key, person=value.person, band=point.band, distance=f"{point.distance:g}"))


def paint_turn(
    column: Column,
    value: Debrief,
    story: TurnStory,
    *,
    weighing: Weighing | None = None,
    remarks: Remarks | None = None,
    progress: str = "",
) -> None:
    """A turn from beginning to end: what you did, what you were weighing, what they felt, what else would have served.

    `weighing` asks for the trainee's thoughts, at a turn that is talked through; `remarks` takes an instructor's;
    `progress` says how far the working out of costs has come.
    """
    colours, words = column.canvas.palette, column.words
    column.text(words("decision_at", turn=story.turn, at=story.at), weight="bold", colour=colours.accent)
    for point in value.turning_points:
        if point.turn == story.turn:
            column.text(point.why, "small", colour=colours.muted)
    for label in story.critical:
        column.gap(0.5)
        column.point(words("decision_critical", error=label), colours.poor, sign="!")
    column.gap(0.75)
    if remarks is not None:
        remarks.paint(column, value, story.turn)
    elif story.turn in remarked_turns(value):
        column.text(words("remark_title"), "small", "bold", colours.accent)
        paint_remarks(column, value, story.turn)
        column.gap(0.75)
    if story.asked:
        column.text(story.asked, colour=colours.muted)
        column.text(words("decision_answer", words=story.said))
    else:
        column.text(words("decision_you"), "small", "bold", colours.note)
        column.text(quoted(story.said, story.spoken))
    _paint_weighed(column, value, story, weighing)
    if story.reply:
        column.gap(0.75)
        column.text(story.person, "small", "bold", colours.accent)
        column.text(speech_runs(story.reply, colours.text, colours.muted))
    for told in story.events:
        column.text(speech_runs(told, colours.text, colours.muted))
    column.gap(1)
    if story.effect:
        column.text(story.effect, weight="bold", colour=_shade(column, story))
    if story.injected:
        column.text(words("injected_note"), colour=colours.muted)
    if story.comment:
        column.text(story.comment)
    _paint_felt(column, story)
    _paint_else(column, value, story)
    _paint_consequence(column, story, progress)
    _paint_shown(column, story)


def _paint_weighed(column: Column, value: Debrief, story: TurnStory, weighing: Weighing | None) -> None:
    """The question, or what was answered to it."""
    if weighing is not None:
        weighing.paint(column, story.turn)
        column.gap(1)
        return
    for reflection in value.added.reflections:
        if reflection.turn == story.turn:
            column.gap(0.75)
            column.text(column.words("decision_weighed"), "small", "bold", column.canvas.palette.note)
            column.text(reflection.words)


def _paint_felt(column: Column, story: TurnStory) -> None:
    """The person's inner view."""
    rows = [story.inner.act_words] if story.inner is not None and story.inner.act_words else []
    rows += [*time_told(story), *story.changes]
    if rows:
        column.heading(column.words("decision_moved"))
        for told in rows:
            column.point(told)


def _paint_else(column: Column, value: Debrief, story: TurnStory) -> None:
    """The better line, or where the author names none another that was open; at a decision that is talked through,
    what else was defensible, and when."""
    options = next((found.options for found in value.alternatives if found.turn == story.turn), ())
    other = _other(story, options)
    if not (story.alternative or options or other):
        return
    colours, words = column.canvas.palette, column.words
    column.heading(words("decision_else"))
    if story.alternative:
        column.text(words("decision_better"), "small", "bold", colours.good)
        column.text(quoted(story.alternative, story.alternative_spoken))
    if other is not None:
        column.text(words("decision_more" if other.more else "decision_open"), "small", "bold", colours.good)
        column.text(quoted(other.said, other.spoken))
        if other.skill:
            column.text(words("decision_shows", skill=other.skill), "small", colour=colours.muted)
    for option in options:
        column.gap(0.75)
        column.text(quoted(option.said, option.spoken))
        column.text(words("decision_when", technique=option.technique, when=option.when), "small", colour=colours.muted)
        column.text(would_have(words, option.landing, option.tension, option.rapport), "small", colour=colours.muted)


def _other(story: TurnStory, options: tuple[Alternative, ...]) -> Otherwise | None:
    """The other line that was open, unless it is told already: among the defensible ones, or as what was worked out
    to lead further."""
    other, led_to = story.otherwise, story.consequence
    further = led_to is not None and bool(led_to.better_said) and (led_to.cost or 0.0) >= LEAST_COST
    if other is None or further or other.line in {option.line for option in options}:
        return None
    return other


def _paint_consequence(column: Column, story: TurnStory, progress: str) -> None:
    """What the decision led to, where a solver worked it out: apart from what it showed of skill."""
    led_to = tuple(consequence_lines(story.consequence, column.words)) if story.consequence is not None else ()
    if not (led_to or progress):
        return
    column.heading(column.words("decision_led"))
    if not led_to:
        column.text(progress, "small", colour=column.canvas.palette.muted)
    for told in led_to:
        column.text(told)


def _paint_shown(column: Column, story: TurnStory) -> None:
    """The skills and habits it showed."""
    words = column.words
    shown = [
        # What an answer was worth stands below it already: the author's comment on it.
        item.skill_label
        if item.item.why == story.comment
        else words("decision_evidence", skill=item.skill_label, why=item.item.why)
        for item in story.evidence
        if item.counted
    ]
    if shown or story.techniques:
        column.heading(words("decision_showed"))
        if story.techniques:
            told = words("decision_techniques", techniques="; ".join(story.techniques))
            column.text(told, "small", colour=column.canvas.palette.muted)
        for told in shown:
            column.point(told)
    for label in story.habits:
        column.point(words("decision_habit", habit=label), sign="→")


def _shade(column: Column, story: TurnStory) -> tuple[int, int, int]:
    colours = column.canvas.palette
    return {"lands": colours.good, "hurts": colours.poor}.get(story.landing or "", colours.text)
