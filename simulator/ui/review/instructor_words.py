"""What instructors added, as every debrief in the window shows it: at its turn, beside its rating, and in one list.

Whoever added it and when stand with it, in the same words as in a report.
"""

from __future__ import annotations

from collections.abc import Callable

from simulator.reports.page.added import agreed_words, who_words
from simulator.scenario.words import Words
from simulator.scoring.annotations import Agreement, Flag, FlagKind, Note
from simulator.scoring.debrief import Debrief
from simulator.ui.contact.telling import quoted
from simulator.ui.scenes.page import Column
from simulator.ui.text import Run
from simulator.ui.theme import Weight
from simulator.ui.widgets.button import Button


def flag_words(kind: FlagKind, words: Words) -> str:
    """What a flag is called: `To talk about`."""
    return words(f"flag_{kind}")


def agreement_words(column: Column, agreement: Agreement, who: str = "") -> str:
    """How far an instructor (`who`, else their id) and the computed ratings agree."""
    return agreed_words(agreement, who or agreement.by, column.words)


def paint_remarks(column: Column, value: Debrief, turn: int | None) -> None:
    """The flags and notes of a turn (None: of the whole call), each with who and when."""
    for flag in value.added.flags:
        if flag.turn == turn:
            _paint_remark(column, flag_words(flag.flag, column.words), "bold", flag)
    for note in value.added.notes:
        if note.turn == turn:
            _paint_remark(column, note.words, "regular", note)


def _paint_remark(column: Column, words: str, weight: Weight, one: Flag | Note) -> None:
    colours = column.canvas.palette
    who = Run(f"  ({who_words(one.by, one.at)})", "regular", colours.muted)
    column.point((Run(words, weight, colours.text), who))


def remarked_turns(value: Debrief) -> frozenset[int]:
    """The turns that an instructor flagged or wrote about."""
    noted = {note.turn for note in value.added.notes if note.turn is not None}
    return frozenset(noted | {flag.turn for flag in value.added.flags})


def paint_beside_rating(column: Column, value: Debrief, skill: str, *, but: str = "") -> None:
    """What instructors marked a skill with (leaving out `but`'s own marks), and a rating set in place of the computed
    one, with its reason."""
    colours, words = column.canvas.palette, column.words
    for sheet in value.added.instructor_ratings:
        if skill in sheet.marks and sheet.by != but:
            told = words("remark_mark", mark=sheet.marks[skill], who=who_words(sheet.by, sheet.at))
            column.text(told, "small", colour=colours.note)
    for each in value.added.overrides:
        if each.skill == skill:
            told = words("remark_set", mark=each.mark, who=who_words(each.by, each.at), reason=each.reason)
            column.text(told, "small", colour=colours.accent)


def paint_from_instructors(column: Column, value: Debrief, go_to: Callable[[int], None]) -> None:
    """Notes on the whole call, and a way to each turn that was flagged or written about; nothing where there is
    nothing."""
    if not (value.added.flags or value.added.notes):
        return
    column.heading(column.words("remark_title"))
    paint_remarks(column, value, None)
    said = {story.turn: quoted(story.said, story.spoken) for story in value.turns}
    for turn in sorted(remarked_turns(value)):
        column.gap(1)
        column.put(
            Button(
                f"remark{turn}",
                column.words("turn_said", turn=turn, said=said.get(turn, "")),
                lambda turn=turn: go_to(turn),  # type: ignore[misc]
                note=_in_short(value, turn, column.words),
            )
        )


def _in_short(value: Debrief, turn: int, words: Words) -> str:
    """The flags of a turn, and that there are notes on it."""
    kinds = dict.fromkeys(flag_words(flag.flag, words) for flag in value.added.flags if flag.turn == turn)
    written = sum(note.turn == turn for note in value.added.notes)
    told = [*kinds, *([words.count("remark_notes", written)] if written else [])]
    return " · ".join(told)
