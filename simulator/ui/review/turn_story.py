"""One turn of the debrief: what you did, how they answered, how it landed and why, what would have served better."""

from __future__ import annotations

from simulator.scoring.debrief import Debrief, TurnStory
from simulator.ui.contact.telling import quoted
from simulator.ui.scenes.page import Column
from simulator.ui.text import speech_runs


def paint_start(column: Column, value: Debrief) -> None:
    """Turn 0: how things stood before the first act."""
    point = value.timeline[0]
    column.text("Before your first act", weight="bold", colour=column.canvas.palette.accent)
    column.gap(0.5)
    column.text(f"{value.person}: {point.band}, {point.distance:g} metres away. Go through the decisions with ← and →.")


def paint_turn(column: Column, value: Debrief, story: TurnStory) -> None:
    """A turn from beginning to end."""
    colours = column.canvas.palette
    column.text(f"Turn {story.turn}, at {story.at}", weight="bold", colour=colours.accent)
    for label in story.critical:
        column.gap(0.5)
        column.point(f"Critical error: {label}", colours.poor, sign="!")
    column.gap(0.75)
    if story.asked:
        column.text(story.asked, colour=colours.muted)
        column.text(f"Your answer: {story.said}")
    else:
        column.text("You", "small", "bold", colours.note)
        column.text(quoted(story.said, story.spoken))
    if story.reply:
        column.gap(0.75)
        column.text(story.person, "small", "bold", colours.accent)
        column.text(speech_runs(story.reply, colours.text, colours.muted))
    for words in story.events:
        column.text(speech_runs(words, colours.text, colours.muted))
    column.gap(1)
    if story.effect:
        column.text(story.effect, weight="bold", colour=_shade(column, story))
    if story.injected:
        column.text("An instructor made this happen. It does not count.", colour=colours.muted)
    if story.comment:
        column.text(story.comment)
    if story.alternative:
        column.gap(0.75)
        column.text("This would have served better", "small", "bold", colours.good)
        column.text(f"“{story.alternative}”")
    _paint_consequence(column, story)
    _paint_why(column, story)


def _paint_consequence(column: Column, story: TurnStory) -> None:
    """What the decision led to, where a solver worked it out: apart from what it showed of skill."""
    led_to = story.consequence
    if led_to is None or led_to.expected is None:
        return
    column.heading("What it led to")
    column.text(f"From here a typical trainee comes to about {led_to.expected:.0f} of 100.")
    if led_to.cost is not None and led_to.cost >= 1:
        column.text(f"The best act offered would have led to about {led_to.cost:.0f} more.")
    if led_to.loss:
        column.text("After this the best ending was out of reach.")


def _paint_why(column: Column, story: TurnStory) -> None:
    colours = column.canvas.palette
    rows: list[str] = []
    if story.inner is not None:
        rows += [words for words in (story.inner.act_words, story.inner.time_words) if words]
        rows += [cause.words for cause in story.inner.causes]
    rows += story.changes
    shown = [f"{item.skill_label}: {item.item.why}" for item in story.evidence if item.counted]
    if rows:
        column.heading("What moved them")
        for words in rows:
            column.point(words)
    if shown or story.techniques:
        column.heading("What it showed")
        if story.techniques:
            column.text("Techniques: " + "; ".join(story.techniques), "small", colour=colours.muted)
        for words in shown:
            column.point(words)
    for label in story.habits:
        column.point(f"Habit: {label}", sign="→")


def _shade(column: Column, story: TurnStory) -> tuple[int, int, int]:
    colours = column.canvas.palette
    return {"lands": colours.good, "hurts": colours.poor}.get(story.landing or "", colours.text)
