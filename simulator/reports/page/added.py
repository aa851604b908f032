"""What people added: the trainee's own marks and words, instructors' notes, flags, marks and overrides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.reports.page.blocks import Block, Line, Paragraph, Points, Run, Table, line, plain, quiet, strong
from simulator.reports.page.sentences import capital, clean, sentence, turn_links
from simulator.reports.words import Words
from simulator.scoring.annotations import Agreement
from simulator.scoring.debrief import Debrief


def added_blocks(debrief: Debrief, words: Words) -> Iterator[Block]:
    """Everything that was added, with who and when; nothing where there is nothing."""
    added = debrief.added
    sheets = [(added.self_rating.marks, words("own_marks"))] if added.self_rating is not None else []
    sheets += [(sheet.marks, clean(sheet.by)) for sheet in added.instructor_ratings]
    overrides = {override.skill: override for override in added.overrides}
    if sheets or overrides:
        yield _sheet(debrief, sheets, {skill: str(each.mark) for skill, each in overrides.items()}, words)
    if added.self_agreement is not None:
        yield plain(agreed_words(added.self_agreement, words("own_marks"), words))
    for agreement in added.instructor_agreements:
        yield plain(agreed_words(agreement, clean(agreement.by), words))
    labels = {rating.skill: rating.label for rating in debrief.ratings}
    if overrides:
        yield Points(
            tuple(
                line(
                    strong(words("override", skill=labels.get(each.skill, each.skill), mark=each.mark)),
                    " ",
                    sentence(each.reason),
                    quiet(f" ({who_words(each.by, each.at)})"),
                )
                for each in added.overrides
            )
        )
    yield from _trainees_words(debrief, words)
    if lines := [*_flags(debrief, words), *_notes(debrief, words)]:
        yield Points(tuple(lines))


def _sheet(
    debrief: Debrief, sheets: list[tuple[Mapping[str, int], str]], overrides: dict[str, str], words: Words
) -> Table:
    head = [words("skill"), words("computed"), *(name for _, name in sheets)]
    if overrides:
        head.append(words("overridden"))
    rows = []
    for rating in debrief.ratings:
        row = [rating.label, f"{rating.rating:.1f}" if rating.rating is not None else words("unrated")]
        row += [str(marks.get(rating.skill, words("unrated"))) for marks, _ in sheets]
        if overrides:
            row.append(overrides.get(rating.skill, words("unrated")))
        rows.append(tuple(row))
    return Table(words("sheet_caption"), tuple(head), tuple(rows), frozenset(range(1, len(head))))


def agreed_words(agreement: Agreement, who: str, words: Words) -> str:
    """How far the marks of somebody and the computed ratings agree, in two sentences."""
    lean = "agree_even" if abs(agreement.leaning) < 0.5 else "agree_higher" if agreement.leaning > 0 else "agree_lower"
    told = words(
        "agree",
        who=who,
        count=len(agreement.skills),
        within=agreement.within_one,
        gap=f"{agreement.mean_gap:.1f}",
    )
    return f"{told} {words(lean)}"


def _trainees_words(debrief: Debrief, words: Words) -> Iterator[Block]:
    added = debrief.added
    if added.self_rating is not None and added.self_rating.turning_point is not None:
        turn = added.self_rating.turning_point
        yield Paragraph(line(strong(f"{words('own_turning_point')}: "), Run(words("turn", number=turn), turn=turn)))
    for each in added.reflections:
        where = Run(words("turn", number=each.turn), turn=each.turn)
        yield Paragraph(line(strong(f"{words('own_weighing')}, "), where, ": ", sentence(each.words)))
    if added.plan is not None:
        yield Paragraph(line(strong(f"{words('own_plan')}: "), sentence(added.plan.words)))


def _flags(debrief: Debrief, words: Words) -> Iterator[Line]:
    for flag in debrief.added.flags:
        where = Run(words("turn", number=flag.turn), turn=flag.turn)
        yield line(strong(f"{words(f'flag_{flag.flag}')}: "), where, quiet(f" ({who_words(flag.by, flag.at)})"))


def _notes(debrief: Debrief, words: Words) -> Iterator[Line]:
    for note in debrief.added.notes:
        where = (*capital(turn_links([note.turn], words)), Run(": ")) if note.turn else ()
        yield line(*where, sentence(note.words), quiet(f" ({who_words(note.by, note.at)})"))


def who_words(by: str, at: str) -> str:
    """Who added something, and when (UTC, to the minute).

    >>> who_words("I-7", "2026-03-16T09:30:00Z")
    'I-7, 2026-03-16 09:30'
    """
    return f"{clean(by)}, {clean(at)[:16].replace('T', ' ')}"
