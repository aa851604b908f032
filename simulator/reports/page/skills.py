"""The skills of a call: the ratings on page one, and each against its anchors; what is not rated is told in a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.reports.charts.bars import skills_chart
from simulator.reports.page.added import who_words
from simulator.reports.page.blocks import Block, Paragraph, Picture, Run, Table, line, plain, quiet, strong
from simulator.reports.page.sentences import clean, sentence, turn_links
from simulator.reports.words import Words
from simulator.scoring.debrief import Debrief
from simulator.scoring.ratings import FEWEST_CHANCES, Rating


def skills_at_a_glance(debrief: Debrief, words: Words) -> Iterator[Block]:
    """Page one: every rating with its band, what an instructor set in its place, habits, the overall."""
    rated = _rated(debrief.ratings)
    if rated:
        rows = [(rating.label, *_rating(rating), str(rating.chances)) for rating in rated]
        head = (words("skill"), words("rating"), words("band"), words("chances_head"))
        yield Table(words("skills_caption"), head, tuple(rows), frozenset({1, 2, 3}))
    yield from _unrated(debrief, words)
    if debrief.added.overrides:
        labels = {rating.skill: rating.label for rating in debrief.ratings}
        others = "; ".join(
            f"{labels.get(each.skill, each.skill)}, {each.mark} ({who_words(each.by, each.at)})"
            for each in debrief.added.overrides
        )
        yield Paragraph(line(strong(f"{words('overridden')}: "), sentence(others)))
    if debrief.habits:
        seen: list[Run] = [strong(f"{words('habits_page')}: ")]
        for place, habit in enumerate(debrief.habits):
            seen.append(Run(("; " if place else "") + f"{habit.label}, {words.count('times', habit.count)} ("))
            seen += turn_links(habit.turns, words)
            seen.append(Run(")"))
        yield Paragraph((*seen, Run(".")))
    overall = debrief.overall
    told = line(clean(overall.words), " ", quiet(words("one_run")))
    if overall.rating is not None:
        told = (strong(f"{words('overall')}: {overall.rating:.1f}. "), *told)
    yield Paragraph(told)


def skills_against_anchors(debrief: Debrief, words: Words) -> Iterator[Block]:
    """The chapter: a chart, and each rating with the description nearest to it. Page one has told what is not rated."""
    rated = _rated(debrief.ratings)
    if not rated:
        return
    yield Picture("skills", skills_chart(rated, words))
    rows = [(rating.label, *_rating(rating), str(rating.chances), clean(rating.anchor)) for rating in rated]
    head = (words("skill"), words("rating"), words("band"), words("chances_head"), words("anchor_head"))
    yield Table(words("skills_detail_caption"), head, tuple(rows), frozenset({1, 2, 3}))
    yield plain(words("anchors_note"), "quiet")


def _rated(ratings: Sequence[Rating]) -> list[Rating]:
    return [rating for rating in ratings if rating.rating is not None]


def _rating(rating: Rating) -> tuple[str, str]:
    return f"{rating.rating:.1f}", f"{rating.low:.1f}–{rating.high:.1f}"


def _unrated(debrief: Debrief, words: Words) -> Iterator[Block]:
    """The skills without a rating in one line, with the chances they had."""
    bare = [rating for rating in debrief.ratings if rating.rating is None]
    if not bare or debrief.status == "stopped":  # then the overall says that nothing is rated, and why
        return
    if not any(rating.chances for rating in debrief.ratings):
        yield plain(words("unrated_all"))
        return
    each = ", ".join(f"{clean(rating.label)} ({rating.chances})" for rating in bare)
    yield Paragraph(
        line(strong(f"{words('unrated_head')}: "), words("unrated_list", skills=each, needed=FEWEST_CHANCES))
    )
