"""Page one: what a busy reader needs to know to talk with the trainee, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from simulator.reports.charts.course import course_chart
from simulator.reports.page.blocks import (
    Block,
    Card,
    Line,
    Pair,
    Paragraph,
    Picture,
    Points,
    Run,
    Section,
    Tone,
    line,
    plain,
    quiet,
    strong,
)
from simulator.reports.page.how_it_went import force_words
from simulator.reports.page.sentences import clean, no_change, quoted, sentence, turn_links
from simulator.reports.page.skills import skills_at_a_glance
from simulator.reports.page.turns import time_told
from simulator.reports.words import Words
from simulator.scoring.alternatives import Alternative
from simulator.scoring.broken_words import BrokenWord, broken_words
from simulator.scoring.debrief import Debrief, TurnStory
from simulator.scoring.takeaways import Takeaway
from simulator.scoring.turning_points import TurningPoint

CHART_HEIGHT, LOWER_CHART = 175.0, 150.0
"""The lower one where page one holds much, so that letters need not shrink for it."""
MUCH = 3
"""Moments to talk through, and chapters that most calls have not, from which on page one holds much."""


def first_page(debrief: Debrief, words: Words) -> Iterator[Section]:
    """The sections of page one, in the order in which they are read."""
    yield Section("ended", words("ended"), tuple(_ended(debrief, words)))
    if debrief.critical:
        yield Section("critical", words("critical"), tuple(_critical(debrief, words)))
    if told := broken_words(debrief, words):
        yield Section("broken", words("broken"), (Points(tuple(_broken(row, words) for row in told)),))
    yield Section(
        "takeaways",
        words("takeaways"),
        (Pair((_take(debrief, debrief.keep, words, "keep"), _take(debrief, debrief.change, words, "change"))),),
    )
    much = len(debrief.turning_points) + bool(debrief.critical) + bool(told) >= MUCH
    height = LOWER_CHART if much else CHART_HEIGHT
    yield Section(
        "course", words("course"), (Picture("course", course_chart(debrief, words, _bands(debrief), height)),)
    )
    if debrief.turning_points:
        yield Section("talk", words("talk"), tuple(_talk(debrief, words, each=1 if much else 2)))
    yield Section("skills", words("skills"), tuple(skills_at_a_glance(debrief, words)))


def _bands(debrief: Debrief) -> list[str]:
    return [band.label for band in debrief.measures.bands]


def _ended(debrief: Debrief, words: Words) -> Iterator[Block]:
    if debrief.status != "ended":
        yield plain(words(f"status_{debrief.status}"), "note")
    ending = debrief.ending
    if ending is None:
        return
    where = words("turn", number=ending.turn)
    yield Paragraph(
        line(
            strong(sentence(ending.title)),
            " ",
            clean(ending.after),
            " (",
            Run(words("ended_turn", turn=where), turn=ending.turn),
            ")",
        )
    )
    yield Paragraph(line(strong(f"{words('lesson')}: "), clean(ending.lesson)))
    measures = debrief.measures
    if not measures.talk.words_said:
        yield Paragraph(line(strong(words("m_talk_none"))))
    for use in measures.force:
        yield Paragraph(line(strong(force_words(use, words))))


def _critical(debrief: Debrief, words: Words) -> Iterator[Block]:
    for finding in debrief.critical:
        yield Card(
            title=line(
                Run(words("at_turn", turn=finding.turn, at=finding.at), turn=finding.turn),
                ". ",
                sentence(finding.label),
            ),
            blocks=(
                Paragraph(line(quoted(finding.said, False), " ", clean(finding.why))),
                Paragraph(line(strong(f"{words('critical_better')}: "), clean(finding.instead))),
            ),
            tone="poor",
        )


def _broken(row: BrokenWord, words: Words) -> Line:
    where = words("turn", number=row.turn)
    return line(
        Run(where[:1].upper() + where[1:], turn=row.turn), ": ", quoted(row.said, row.spoken), f" {clean(row.what)}"
    )


def _take(debrief: Debrief, take: Takeaway | None, words: Words, which: str) -> Card:
    tone: Tone = "good" if which == "keep" else "note"
    title = line(words(which))
    if take is None:
        told = words("take_no_keep") if which == "keep" else no_change(debrief, words)
        return Card(title, (plain(told, "quiet"),), tone)
    turns: Line = turn_links(take.turns, words)
    said = line(*_linked(clean(take.words), take.turns, words))
    if turns and len(said) == 1:  # the words name no turn, or there are several
        said = (*said, quiet(" ("), *turns, quiet(")"))
    return Card(title, (Paragraph(said),), tone)


def _linked(told: str, turns: Sequence[int], words: Words) -> Line:
    """Words with a link where they name the one turn they rest on."""
    name = words("turn", number=turns[0]) if len(turns) == 1 else ""
    parts = re.split(rf"{re.escape(name)}(?!\d)", told) if name else []
    if len(parts) != 2:
        return (Run(told),)
    return (Run(parts[0]), Run(name, turn=turns[0]), Run(parts[1]))


def _talk(debrief: Debrief, words: Words, each: int) -> Iterator[Block]:
    """The moments, with so many other defensible acts at `each`; a chapter of its own tells them all."""
    told = {turn.turn: turn for turn in debrief.turns}
    others = {moment.turn: moment.options[:each] for moment in debrief.alternatives}
    yield plain(words("talk_ask"), "quiet")
    for point in debrief.turning_points:
        yield _point(point, told.get(point.turn), others.get(point.turn, ()), words)


def _point(point: TurningPoint, turn: TurnStory | None, others: tuple[Alternative, ...], words: Words) -> Card:
    title = line(
        Run(words("at_turn", turn=point.turn, at=point.at), turn=point.turn), ". ", quoted(point.said, point.spoken)
    )
    told = [clean(point.effect), clean(point.why)]
    blocks: list[Block] = []
    # What an author says of a line is about the line; of a rise that came from elsewhere it says nothing.
    own = turn is not None and point.kind != "turn"
    if own and turn is not None and turn.comment:
        told.append(clean(turn.comment))
    if turn is not None and point.kind == "turn":
        told += map(clean, time_told(turn))
    blocks.append(plain(" ".join(part for part in told if part)))
    if own and turn is not None and turn.alternative:
        blocks.append(
            Paragraph(line(strong(f"{words('better')}: "), quoted(turn.alternative, turn.alternative_spoken)))
        )
    if others:
        said = [quoted(other.said, other.spoken) for other in others]
        blocks.append(Paragraph(line(strong(f"{words('also_open')}: "), " · ".join(said))))
    return Card(
        title,
        tuple(blocks),
        "poor" if point.kind in ("critical", "cost") else "good" if point.kind == "gain" else "note",
    )
