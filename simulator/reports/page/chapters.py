"""The detail of a report, chapter by chapter: skills, ledgers, first words, habits, findings, difficulty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.reports.charts.bars import bands_chart, costs_chart
from simulator.reports.page.added import added_blocks
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
from simulator.reports.page.company import company_blocks
from simulator.reports.page.earlier import earlier_blocks
from simulator.reports.page.how_hard import hard_lead, hard_rows
from simulator.reports.page.how_it_went import measure_lines
from simulator.reports.page.sentences import capital, clean, quoted, sentence, turn_links
from simulator.reports.page.skills import skills_against_anchors
from simulator.reports.page.turns import turn_cards
from simulator.reports.words import Words
from simulator.scoring.debrief import Debrief
from simulator.scoring.effects import would_have
from simulator.scoring.ledgers import LedgerEntry, told_once


def detail(debrief: Debrief, words: Words) -> Iterator[Section]:
    """Every chapter that has something in it."""
    chapters = [
        ("added", added_blocks(debrief, words)),
        ("skills_detail", skills_against_anchors(debrief, words)),
        ("served", _ledger(debrief.ledgers.good, words, "good")),
        ("mistimed", _ledger(debrief.ledgers.mistimed, words, "note")),
        ("not_served", _ledger(debrief.ledgers.poor, words, "poor")),
        ("missed", _missed(debrief, words)),
        ("alternatives", _alternatives(debrief, words)),
        ("first_words", _points(debrief.opening.summary)),
        ("habits", _habits(debrief, words)),
        ("found", _found(debrief, words)),
        ("measures", _measures(debrief, words)),
        ("costs", _costs(debrief, words)),
        ("earlier", earlier_blocks(debrief, words)),
        ("company", company_blocks(debrief, words)),
        ("difficulty", _difficulty(debrief, words)),
        ("turn_by_turn", turn_cards(debrief, words)),
    ]
    for name, blocks in chapters:
        if told := tuple(blocks):
            yield Section(f"chapter-{name.replace('_', '-')}", words(name), told)


def _points(told: Sequence[str]) -> Iterator[Block]:
    if told:
        yield Points(tuple(line(sentence(words)) for words in told))


def _ledger(entries: Sequence[LedgerEntry], words: Words, tone: Tone) -> Iterator[Block]:
    for again in told_once(entries):
        entry = again.entry
        title = line(*capital(turn_links(again.turns, words)), ". ", quoted(entry.said, entry.spoken))
        blocks: list[Block] = []
        for effect, at in again.effects:
            where: Line = (*capital(turn_links(at, words)), Run(". ")) if len(again.effects) > 1 else ()
            blocks.append(Paragraph((*where, strong(clean(effect)))))
        if entry.why:
            blocks.append(plain(clean(entry.why)))
        if entry.alternative:
            blocks.append(
                Paragraph(line(strong(f"{words('better')}: "), quoted(entry.alternative, entry.alternative_spoken)))
            )
        if entry.skills:
            blocks.append(plain(", ".join(entry.skills), "quiet"))
        yield Card(title, tuple(blocks), tone)


def _missed(debrief: Debrief, words: Words) -> Iterator[Block]:
    """Every moment once, with the skills that it called for and that were not shown, by the line that was open for
    them."""
    moments: dict[tuple[int, str], dict[str, list[str]]] = {}
    begun: dict[tuple[int, str], Line] = {}
    for missed in debrief.ledgers.missed:
        moment = (missed.turn, missed.moment)
        by = Run(words("missed_by", turn=words("turn", number=missed.turn), at=missed.at), turn=missed.turn)
        begun.setdefault(moment, line(by, ": ", clean(missed.moment)))
        there = f" {words('missed_open')}: {quoted(missed.open[0], missed.spoken)}" if missed.open else ""
        moments.setdefault(moment, {}).setdefault(there, []).append(sentence(missed.label))
    if moments:
        lines = []
        for moment, skills in moments.items():
            rest: list[Run] = []
            for there, labels in skills.items():
                rest += [strong(f" {' '.join(labels)}"), quiet(there)]
            lines.append((*begun[moment], *rest))
        yield Points(tuple(lines))


def _alternatives(debrief: Debrief, words: Words) -> Iterator[Block]:
    for each in debrief.alternatives:
        where = words("turn", number=each.turn)
        yield plain(words("alternative_lead_one" if len(each.options) == 1 else "alternative_lead", turn=where))
        cards = []
        for option in each.options:
            moved = would_have(words, option.landing, option.tension, option.rapport)
            told = (
                plain(words("alternative_when", when=clean(option.when))),
                plain(moved),
                plain(option.technique, "quiet"),
            )
            cards.append(Card(line(quoted(option.said, option.spoken)), told))
        yield Pair(tuple(cards))


def _habits(debrief: Debrief, words: Words) -> Iterator[Block]:
    for habit in debrief.habits:
        title = line(
            words("habit_seen", label=habit.label, times=words.count("times", habit.count)),
            ", ",
            *turn_links(habit.turns, words),
        )
        blocks = (
            plain(clean(habit.about)),
            Paragraph(line(strong(f"{words('habit_plan')}: "), clean(habit.instead))),
        )
        yield Card(title, blocks, "note")


def _found(debrief: Debrief, words: Words) -> Iterator[Block]:
    measures = debrief.measures
    if not measures.facts:
        return
    yield plain(words("found_of", found=measures.facts_found, all=len(measures.facts)))
    lines = []
    for fact in measures.facts:
        there = fact.turn is not None
        sign = strong(f"{words('found_yes' if there else 'found_no')}: ")
        where = (quiet(" ("), *turn_links([fact.turn], words), quiet(")")) if fact.turn else ()
        lines.append(line(sign, sentence(fact.words), *where))
    yield Points(tuple(lines))


def _measures(debrief: Debrief, words: Words) -> Iterator[Block]:
    if debrief.ending is not None:
        yield plain(words("ended_value", value=f"{debrief.ending.value:.0f}"))
    yield Points(tuple(line(told) for told in measure_lines(debrief.measures, words)))
    if any(band.seconds >= 0.5 for band in debrief.measures.bands):
        yield Paragraph(line(strong(f"{words('bands')}:")))
        yield Picture("bands", bands_chart(debrief.measures.bands, words))


def _costs(debrief: Debrief, words: Words) -> Iterator[Block]:
    costs = [
        (turn.turn, turn.consequence.cost)
        for turn in debrief.turns
        if turn.consequence is not None and turn.consequence.cost is not None
    ]
    if costs:
        yield plain(words("costs_words"))
        yield Picture("costs", costs_chart(costs, words))


def _difficulty(debrief: Debrief, words: Words) -> Iterator[Block]:
    yield plain(hard_lead(debrief, words))
    if rows := [line(row) for row in hard_rows(debrief, words)]:
        yield Points(tuple(rows))
