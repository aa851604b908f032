"""One turn of the debrief: what you did, how they answered, how it landed and why, what would have served better."""

from __future__ import annotations

from simulator.scoring.alternatives import Alternative
from simulator.scoring.debrief import Debrief, TurnStory
from simulator.scoring.otherwise import Otherwise
from simulator.ui.contact.telling import quoted
from simulator.ui.review.instructor_words import paint_remarks, remarked_turns
from simulator.ui.review.remarks import Remarks
from simulator.ui.review.weighing import Weighing
from simulator.ui.scenes.page import Column
from simulator.ui.text import speech_runs

LEAST_COST = 0.5
"""Points of outcome value: what cost less cost nothing that anybody could tell."""


def paint_start(column: Column, value: Debrief) -> None:
    """Turn 0: how things stood before the first act."""
    point = value.timeline[0]
    column.text("Before your first act", weight="bold", colour=column.canvas.palette.accent)
    column.gap(0.5)
    words = f"{value.person}: {point.band}, {point.distance:g} metres away. Go through the decisions with ← and →."
    column.text(column.canvas.names.words(words))


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
    colours = column.canvas.palette
    column.text(f"Turn {story.turn}, at {story.at}", weight="bold", colour=colours.accent)
    for point in value.turning_points:
        if point.turn == story.turn:
            column.text(point.why, "small", colour=colours.muted)
    for label in story.critical:
        column.gap(0.5)
        column.point(f"Critical error: {label}", colours.poor, sign="!")
    column.gap(0.75)
    if remarks is not None:
        remarks.paint(column, value, story.turn)
    elif story.turn in remarked_turns(value):
        column.text("From your instructor", "small", "bold", colours.accent)
        paint_remarks(column, value, story.turn)
        column.gap(0.75)
    if story.asked:
        column.text(story.asked, colour=colours.muted)
        column.text(f"Your answer: {story.said}")
    else:
        column.text("You", "small", "bold", colours.note)
        column.text(quoted(story.said, story.spoken))
    _paint_weighed(column, value, story, weighing)
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
            column.text("What you were weighing", "small", "bold", column.canvas.palette.note)
            column.text(reflection.words)


def _paint_felt(column: Column, story: TurnStory) -> None:
    """The person's inner view."""
    rows: list[str] = []
    if story.inner is not None:
        rows += [words for words in (story.inner.act_words, story.inner.time_words) if words]
        rows += [cause.words for cause in story.inner.causes]
    rows += story.changes
    if rows:
        column.heading("What moved them")
        for words in rows:
            column.point(words)


def _paint_else(column: Column, value: Debrief, story: TurnStory) -> None:
    """The better line, or where the author names none another that was open; at a decision that is talked through,
    what else was defensible, and when."""
    options = next((found.options for found in value.alternatives if found.turn == story.turn), ())
    other = _other(story, options)
    if not (story.alternative or options or other):
        return
    colours = column.canvas.palette
    column.heading("What else would have served")
    if story.alternative:
        column.text("This would have served better", "small", "bold", colours.good)
        column.text(quoted(story.alternative, story.alternative_spoken))
    if other is not None:
        label = "This would have done more at once" if other.more else "This was open too"
        column.text(label, "small", "bold", colours.good)
        column.text(quoted(other.said, other.spoken))
        if other.skill:
            column.text(f"It shows a skill called for here: {other.skill}.", "small", colour=colours.muted)
    for option in options:
        column.gap(0.75)
        column.text(quoted(option.said, option.spoken))
        column.text(f"{option.technique}: {option.when}", "small", colour=colours.muted)
        column.text(_would_have(option), "small", colour=colours.muted)


def _other(story: TurnStory, options: tuple[Alternative, ...]) -> Otherwise | None:
    """The other line that was open, unless it is told already: among the defensible ones, or as what was worked out
    to lead further."""
    other, led_to = story.otherwise, story.consequence
    further = led_to is not None and bool(led_to.better_said) and (led_to.cost or 0.0) >= LEAST_COST
    if other is None or further or other.line in {option.line for option in options}:
        return None
    return other


def _would_have(option: Alternative) -> str:
    """What another line would have done at once.

    >>> from simulator.scoring.alternatives import Alternative
    >>> _would_have(Alternative(line="a", said="A", spoken=True, landing="lands", tension=-4, rapport=2.5,
    ...     technique="T", when="W"))
    'It would have landed: tension 4 down, trust 3 up.'
    """
    how = {
        "lands": "It would have landed",
        "flat": "It would have moved little",
        "unheard": "It would not have been heard",
    }
    moved = [
        f"{name} {abs(points):.0f} {'up' if points > 0 else 'down'}"
        for name, points in (("tension", option.tension), ("trust", option.rapport))
        if abs(points) >= 0.5
    ]
    return how.get(option.landing, "At once") + (f": {', '.join(moved)}." if moved else ".")


def _paint_consequence(column: Column, story: TurnStory, progress: str) -> None:
    """What the decision led to, where a solver worked it out: apart from what it showed of skill."""
    led_to = story.consequence
    if led_to is None or led_to.expected is None:
        if progress:
            column.heading("What it led to")
            column.text(progress, "small", colour=column.canvas.palette.muted)
        return
    colours = column.canvas.palette
    column.heading("What it led to")
    span = f" ({led_to.low:.0f} to {led_to.high:.0f})" if led_to.low is not None and led_to.high is not None else ""
    column.text(f"A typical course from here comes to about {led_to.expected:.0f} of 100{span}.")
    cost = led_to.cost or 0.0
    if cost >= LEAST_COST:
        column.text(f"It cost about {cost:.0f} of 100 against the best act that was open.")
    else:
        column.text("It cost nothing against the best act that was open.")
    if cost >= LEAST_COST and led_to.better_said and led_to.better_expected is not None:
        column.gap(0.75)
        column.text("What would have led further", "small", "bold", colours.good)
        column.text(quoted(led_to.better_said, led_to.better_spoken))
        column.text(f"A typical course from there comes to about {led_to.better_expected:.0f} of 100.", "small")
    if led_to.loss:
        column.gap(0.75)
        column.text("After this the best ending was out of reach.", weight="bold")


def _paint_shown(column: Column, story: TurnStory) -> None:
    """The skills and habits it showed."""
    shown = [f"{item.skill_label}: {item.item.why}" for item in story.evidence if item.counted]
    if shown or story.techniques:
        column.heading("What it showed")
        if story.techniques:
            words = "Techniques: " + "; ".join(story.techniques)
            column.text(words, "small", colour=column.canvas.palette.muted)
        for words in shown:
            column.point(words)
    for label in story.habits:
        column.point(f"Habit: {label}", sign="→")


def _shade(column: Column, story: TurnStory) -> tuple[int, int, int]:
    colours = column.canvas.palette
    return {"lands": colours.good, "hurts": colours.poor}.get(story.landing or "", colours.text)
