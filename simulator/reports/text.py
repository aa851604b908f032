"""A debrief as plain text: one page first, then the call turn by turn.

Eighty columns, no drawing and no columns of figures, one thing a line, so that a screen reader reads it in order
and a terminal of any size shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from simulator.reports.page.added import added_blocks
from simulator.reports.page.company import company_lead, company_rows
from simulator.reports.page.earlier import earlier_lead, earlier_rows, earlier_skills
from simulator.reports.page.how_hard import hard_lead, hard_rows
from simulator.reports.page.how_it_went import measure_lines
from simulator.reports.page.sentences import clean as clean_words
from simulator.reports.page.sentences import listed, no_change, quoted, sentence
from simulator.reports.page.turns import time_told
from simulator.reports.page.whole import who_and_when
from simulator.reports.plain import block_lines
from simulator.reports.text_turns import turn_lines
from simulator.reports.words import Words, shipped_words
from simulator.scoring.broken_words import broken_words
from simulator.scoring.debrief import Debrief
from simulator.scoring.ledgers import LedgerEntry, MissedChance, told_once
from simulator.scoring.measures import Measures
from simulator.scoring.ratings import FEWEST_CHANCES, Rating
from simulator.scoring.takeaways import Takeaway
from simulator.scoring.values import clock_words

COLUMNS = 80


def debrief_text(debrief: Debrief, words: Words | None = None, columns: int = COLUMNS, *, filed: bool = False) -> str:
    """The debrief in plain words, the shipped ones or those given, ending in a newline. No line is longer than
    `columns` unless one word is. `filed` is for a copy that leaves the call: it says whose it is and when it was."""
    words = words or shipped_words()
    parts = [
        _head(debrief, words, filed=filed),
        _critical(debrief, words),
        _broken(debrief, words),
        _takeaways(debrief, words),
        _turning_points(debrief, words),
        _ratings(debrief, words),
        _added(debrief, words),
        _habits(debrief, words),
        _opening(debrief, words),
        _ledger(words("served"), debrief.ledgers.good, words),
        _ledger(words("not_served"), debrief.ledgers.poor, words),
        _ledger(words("mistimed"), debrief.ledgers.mistimed, words),
        _missed(debrief, words),
        _anchors(debrief, words),
        _measures(debrief.measures, words),
        _earlier(debrief, words),
        _company(debrief, words),
        _difficulty(debrief, words),
        turn_lines(debrief, words),
        _foot(debrief, words),
    ]
    lines: list[str] = []
    for part in parts:
        section = list(part)
        if not section:
            continue
        if lines:
            lines.append("")
        for line in section:
            lines += _wrapped(line, columns)
    return "\n".join(lines) + "\n"


def _wrapped(line: str, columns: int) -> list[str]:
    clean = clean_words(line)
    indent = len(clean) - len(clean.lstrip(" "))
    hang = " " * (indent + 2) if clean.lstrip().startswith("- ") else " " * indent
    if not clean.strip():
        return [""]
    return wrap(
        clean.strip(),
        width=columns,
        initial_indent=" " * indent,
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _head(debrief: Debrief, words: Words, *, filed: bool) -> Iterator[str]:
    session = debrief.session
    yield words("text_title", title=debrief.origin.title)
    if filed:
        yield from (f"{name}: {value}" for name, value in who_and_when(session, words))
        if session.session:
            yield words("foot_session", session=session.session)
    if debrief.status == "stopped":
        yield words("text_stopped")
    elif debrief.status == "unfinished":
        yield words("status_unfinished")
    if session.untimed:
        yield words("text_untimed")
    elif session.timer_percent != 100:
        yield words("text_timers", percent=session.timer_percent)
    if session.branch_turn is not None:
        yield words("text_branch", turn=session.branch_turn)
    if session.hints:
        yield words("text_hints", hints=session.hints)
    ending = debrief.ending
    if ending is not None:
        yield words("text_ended", turn=ending.turn, title=sentence(ending.title), after=ending.after)
        yield words("text_lesson", lesson=ending.lesson)
        if ending.injected:
            yield words("text_ended_by_hand")


def _critical(debrief: Debrief, words: Words) -> Iterator[str]:
    if not debrief.critical:
        return
    yield words("critical").upper()
    for finding in debrief.critical:
        told = f"{sentence(finding.label)} {finding.why}"
        yield f"- {words('text_at', turn=finding.turn, at=finding.at, words=told)}"
        yield f"  {words('text_critical_done', said=sentence(finding.said))}"
        yield f"  {words('text_critical_better', instead=finding.instead)}"


def _broken(debrief: Debrief, words: Words) -> Iterator[str]:
    told = broken_words(debrief, words)
    if told:
        yield words("broken").upper()
    for row in told:
        yield f"- {words('turn_said', turn=row.turn, said=f'{quoted(row.said, row.spoken)} {row.what}')}"


def _takeaways(debrief: Debrief, words: Words) -> Iterator[str]:
    if debrief.keep is None and debrief.change is None:
        return
    yield words("takeaways").upper()
    if debrief.keep is not None:
        yield words("text_keep", words=debrief.keep.words)
    change = debrief.change
    if change is None:
        yield words("text_change", words=no_change(debrief, words))
        return
    if change.said or len(change.turns) > 1:
        yield words("text_change_turns", words=change.words, turns=_turn_list(change.turns, words))
    else:
        yield words("text_change", words=change.words)  # the example in it has named the turn
    if change.said and change.turns:
        yield f"  {words('text_change_said', turn=change.turns[0], said=_quoted_as_told(debrief, change))}"


def _quoted_as_told(debrief: Debrief, takeaway: Takeaway) -> str:
    """What was said or done there, in quotation marks where it was words."""
    spoken = next((turn.spoken for turn in debrief.turns if turn.turn == takeaway.turns[0]), True)
    return quoted(takeaway.said, spoken)


def _turn_list(turns: Sequence[int], words: Words) -> str:
    if len(turns) == 1:
        return words("turn", number=turns[0])
    return words("text_turns", turns=listed(map(str, turns), words))


def _ratings(debrief: Debrief, words: Words) -> Iterator[str]:
    yield words("text_ratings")
    overall = debrief.overall
    if overall.rating is not None:
        yield words("text_overall", rating=f"{overall.rating:.1f}", words=overall.words)
    else:
        yield overall.words
    rated = [rating for rating in debrief.ratings if rating.rating is not None]
    for rating in rated:
        yield f"- {_rating(rating, words)}"
    bare = [rating for rating in debrief.ratings if rating.rating is None]
    if bare and debrief.status != "stopped":
        yield words("text_unrated", needed=FEWEST_CHANCES)
    for rating in bare:
        if rating.chances:
            yield f"- {words('text_counts', skill=rating.label, counts=_counts(rating, words))}"
    if none := [rating.label for rating in bare if not rating.chances]:
        yield f"- {words('text_no_chance', skills=', '.join(none))}"
    if rated:
        yield words("text_one_call")
    if debrief.ending is not None:
        yield words("text_worth", value=f"{debrief.ending.value:g}")


def _rating(rating: Rating, words: Words) -> str:
    return words(
        "text_rating",
        skill=rating.label,
        rating=f"{rating.rating:.1f}",
        low=f"{rating.low:.1f}",
        high=f"{rating.high:.1f}",
        chances=rating.chances,
        counts=_counts(rating, words),
    )


def _added(debrief: Debrief, words: Words) -> Iterator[str]:
    told = [line for block in added_blocks(debrief, words) for line in block_lines(block)]
    if told:
        yield words("added").upper()
        yield from told


def _counts(rating: Rating, words: Words) -> str:
    counted = [
        ("text_count_shown", rating.shown),
        ("text_count_mistimed", rating.mistimed),
        ("text_count_missed", rating.missed),
        ("text_count_poor", rating.poor),
    ]
    return ", ".join(words(key, number=number) for key, number in counted if number)


def _anchors(debrief: Debrief, words: Words) -> Iterator[str]:
    rated = [rating for rating in debrief.ratings if rating.rating is not None]
    if not rated:
        return
    yield words("text_anchors")
    for rating in rated:
        yield f"- {rating.label}: {rating.anchor}"
    yield words("anchors_note")


def _turning_points(debrief: Debrief, words: Words) -> Iterator[str]:
    if not debrief.turning_points:
        return
    yield words("text_talk")
    stories = {turn.turn: turn for turn in debrief.turns}
    for point in debrief.turning_points:
        told = f"{quoted(point.said, point.spoken)} {point.effect} {point.why}"
        yield f"- {words('text_at', turn=point.turn, at=point.at, words=told)}"
        turn = stories.get(point.turn)
        if turn is None:
            continue
        # What an author says of a line is about the line; of a rise that came from elsewhere it says nothing.
        if point.kind == "turn":
            yield from (f"  {told}" for told in time_told(turn))
            continue
        if turn.comment:
            yield f"  {turn.comment}"
        if turn.alternative:
            yield f"  {words('better')}: {quoted(turn.alternative, turn.alternative_spoken)}"


def _habits(debrief: Debrief, words: Words) -> Iterator[str]:
    if not debrief.habits:
        return
    yield words("habits_page").upper()
    for habit in debrief.habits:
        key = {1: "text_habit_one", 2: "text_habit_two"}.get(habit.count, "text_habit")
        turns = _turn_list(habit.turns, words)
        yield f"- {words(key, habit=habit.label, number=habit.count, turns=turns, about=habit.about)}"


def _opening(debrief: Debrief, words: Words) -> Iterator[str]:
    yield words("text_first_words")
    for line in debrief.opening.summary:
        yield f"- {line}"


def _ledger(title: str, entries: tuple[LedgerEntry, ...], words: Words) -> Iterator[str]:
    if not entries:
        return
    yield title.upper()
    for again in told_once(entries):
        entry = again.entry
        skills = f" [{', '.join(entry.skills)}]" if entry.skills else ""
        said = f"{quoted(entry.said, entry.spoken)}{skills}"
        if len(again.turns) == 1:
            yield f"- {words('text_at', turn=again.turns[0], at=again.times[0], words=said)}"
        else:
            turns, times = listed(map(str, again.turns), words), listed(again.times, words)
            yield f"- {words('text_at_turns', turns=turns, at=times, words=said)}"
        for effect, there in again.effects:
            key = "text_effect_one" if len(there) == 1 else "text_effect"
            told = words(key, turns=listed(map(str, there), words), effect=effect)
            yield f"  {effect if len(again.effects) == 1 else told}"
        if entry.why:
            yield f"  {entry.why}"
        if entry.alternative:
            yield f"  {words('better')}: {quoted(entry.alternative, entry.alternative_spoken)}"


def _missed(debrief: Debrief, words: Words) -> Iterator[str]:
    if not debrief.ledgers.missed:
        return
    yield words("missed").upper()
    moments: dict[tuple[int, str], list[MissedChance]] = {}
    for missed in debrief.ledgers.missed:
        moments.setdefault((missed.turn, missed.moment), []).append(missed)
    for (turn, moment), chances in moments.items():
        yield f"- {words('text_missed', turn=turn, at=chances[0].at, moment=moment)}"
        for missed in chances:
            there = f" {words('missed_open')}: {quoted(missed.open[0], missed.spoken)}" if missed.open else ""
            yield f"  {sentence(missed.label)}{there}"


def _measures(measures: Measures, words: Words) -> Iterator[str]:
    yield words("measures").upper()
    for told in measure_lines(measures, words):
        yield f"- {told}"
    # A chart elsewhere; here in words.
    spent = [f"{band.label.lower()} {clock_words(band.seconds)}" for band in measures.bands if band.seconds >= 0.5]
    if spent:
        yield f"- {words('bands')}: {', '.join(spent)}."
    if measures.facts:
        yield f"- {words('found_of', found=measures.facts_found, all=len(measures.facts))}"
        for fact in measures.facts:
            yield f"  {words('found_yes' if fact.turn is not None else 'found_no')}: {fact.words}"


def _earlier(debrief: Debrief, words: Words) -> Iterator[str]:
    earlier = debrief.earlier
    if earlier is None:
        return
    yield words("earlier").upper()
    yield from earlier_lead(earlier, words)
    for told in (*earlier_rows(earlier, words), *earlier_skills(earlier, words)):
        yield f"- {told}"
    yield words("earlier_norm")


def _company(debrief: Debrief, words: Words) -> Iterator[str]:
    if debrief.company is None:
        return
    yield words("company").upper()
    yield from company_lead(debrief, debrief.company, words)
    for name, told in company_rows(debrief.company, words):
        yield f"- {name}: {told}"
    yield words("company_norm")


def _difficulty(debrief: Debrief, words: Words) -> Iterator[str]:
    yield words("difficulty").upper()
    yield f"- {hard_lead(debrief, words)}"
    yield from (f"  {row}." for row in hard_rows(debrief, words))


def _foot(debrief: Debrief, words: Words) -> Iterator[str]:
    origin = debrief.origin
    yield words(
        "text_foot_call",
        scenario=origin.scenario,
        version=origin.version,
        temperament=origin.temperament,
        seed=origin.seed,
    )
    yield words("text_foot_law", law=origin.law)
    yield words("text_foot_course", hash=origin.course_hash)
    yield words("foot_verdict")
