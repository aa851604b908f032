"""A debrief as plain text: one page first, then the call turn by turn.

Eighty columns, no drawing and no columns of figures, one thing a line, so that a screen reader reads it in order
and a terminal of any size shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from simulator.reports.consequence_words import consequence_lines
from simulator.reports.page.company import company_lead, company_rows
from simulator.reports.page.how_it_went import measure_lines
from simulator.reports.page.sentences import clean as clean_words
from simulator.reports.page.sentences import quoted, sentence
from simulator.reports.words import shipped_words
from simulator.scoring.debrief import Debrief, TurnStory
from simulator.scoring.ledgers import LedgerEntry, told_once
from simulator.scoring.measures import Measures
from simulator.scoring.ratings import FEWEST_CHANCES, Rating
from simulator.scoring.takeaways import Takeaway
from simulator.scoring.values import clock_words

COLUMNS = 80

LEAST_TOLD = 0.5
"""Points of tension that time has to move before a turn tells of it."""

STATUS_WORDS = {
    "stopped": "You stopped this session. Nothing is held against you for that.",
    "unfinished": "This call was not played to its end. What follows is as far as it went.",
}


def debrief_text(debrief: Debrief, columns: int = COLUMNS) -> str:
    """The debrief in plain words, ending in a newline. No line is longer than `columns` unless one word is."""
    parts = [
        _head(debrief),
        _critical(debrief),
        _takeaways(debrief),
        _turning_points(debrief),
        _ratings(debrief),
        _habits(debrief),
        _opening(debrief),
        _ledger("What served", debrief.ledgers.good),
        _ledger("What did not serve", debrief.ledgers.poor),
        _ledger("A good move at a moment that could not use it", debrief.ledgers.mistimed),
        _missed(debrief),
        _anchors(debrief),
        _measures(debrief.measures),
        _company(debrief),
        _difficulty(debrief),
        _turns(debrief),
        _foot(debrief),
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


def _head(debrief: Debrief) -> Iterator[str]:
    yield f"DEBRIEF: {debrief.origin.title}"
    if debrief.status in STATUS_WORDS:
        yield STATUS_WORDS[debrief.status]
    if debrief.session.untimed:
        yield "Played without timers."
    elif debrief.session.timer_percent != 100:
        yield f"Timers ran for {debrief.session.timer_percent} % of their time, for large letters."
    if debrief.session.branch_turn is not None:
        yield f"A practice branch: from turn {debrief.session.branch_turn} on, another way was tried."
    if debrief.session.hints:
        yield f"Hints asked for: {debrief.session.hints}."
    ending = debrief.ending
    if ending is not None:
        yield f"How it ended, in turn {ending.turn}: {sentence(ending.title)} {ending.after}"
        yield f"Lesson: {ending.lesson}"
        if ending.injected:
            yield "An instructor ended the call by hand."


def _critical(debrief: Debrief) -> Iterator[str]:
    if not debrief.critical:
        return
    yield "CRITICAL ERRORS"
    for finding in debrief.critical:
        yield f"- Turn {finding.turn}, at {finding.at}: {sentence(finding.label)} {finding.why}"
        yield f"  What was done: {sentence(finding.said)}"
        yield f"  What serves better: {finding.instead}"


def _takeaways(debrief: Debrief) -> Iterator[str]:
    if debrief.keep is None and debrief.change is None:
        return
    yield "TO TAKE AWAY"
    if debrief.keep is not None:
        yield f"Keep: {debrief.keep.words}"
    if debrief.change is not None:
        turns = _turn_list(debrief.change.turns)
        if f"By {turns} " in debrief.change.words:
            turns = ""  # the words have named it
        yield f"Change: {debrief.change.words}" + (f" ({turns})" if turns else "")
        if debrief.change.said and debrief.change.turns:
            yield f"  In turn {debrief.change.turns[0]}: {_quoted_as_told(debrief, debrief.change)}"
    else:
        yield "Change: nothing stood out. Try the same skills with somebody different."


def _quoted_as_told(debrief: Debrief, takeaway: Takeaway) -> str:
    """What was said or done there, in quotation marks where it was words."""
    spoken = next((turn.spoken for turn in debrief.turns if turn.turn == takeaway.turns[0]), True)
    return quoted(takeaway.said, spoken)


def _turn_list(turns: Iterable[int]) -> str:
    numbers = [str(turn) for turn in turns]
    if not numbers:
        return ""
    return f"{'turn' if len(numbers) == 1 else 'turns'} {_listed(numbers)}"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _ratings(debrief: Debrief) -> Iterator[str]:
    yield "RATINGS, from 1 to 7"
    overall = debrief.overall
    yield f"Overall: {overall.rating:.1f}. {overall.words}" if overall.rating is not None else f"{overall.words}"
    rated = [rating for rating in debrief.ratings if rating.rating is not None]
    for rating in rated:
        yield f"- {_rating(rating)}"
    bare = [rating for rating in debrief.ratings if rating.rating is None]
    if bare and debrief.status != "stopped":
        yield f"Not rated, for fewer than {FEWEST_CHANCES} chances:"
    for rating in bare:
        if rating.chances:
            yield f"- {rating.label}: {_counts(rating)}"
    if none := [rating.label for rating in bare if not rating.chances]:
        yield f"- No chance at all: {', '.join(none)}."
    if rated:
        yield "One call describes; only many calls measure."
    if debrief.ending is not None:
        yield f"The ending, beside the ratings and not in them: {debrief.ending.value:g} of 100."


def _rating(rating: Rating) -> str:
    return (
        f"{rating.label}: {rating.rating:.1f}, likely between {rating.low:.1f} and {rating.high:.1f}, "
        f"from {rating.chances} chances: {_counts(rating)}"
    )


def _counts(rating: Rating) -> str:
    counted = [
        (rating.shown, "shown"),
        (rating.mistimed, "in part, or at a moment that could not use it"),
        (rating.missed, "not taken"),
        (rating.poor, "poor"),
    ]
    return f"{', '.join(f'{number} {what}' for number, what in counted if number)}."


def _anchors(debrief: Debrief) -> Iterator[str]:
    rated = [rating for rating in debrief.ratings if rating.rating is not None]
    if not rated:
        return
    yield "THE DESCRIPTIONS NEAREST TO THE RATINGS"
    for rating in rated:
        yield f"- {rating.label}: {rating.anchor}"


def _turning_points(debrief: Debrief) -> Iterator[str]:
    if not debrief.turning_points:
        return
    yield "WORTH TALKING THROUGH: what did you see there, and what were you weighing?"
    told = {turn.turn: turn for turn in debrief.turns}
    for point in debrief.turning_points:
        yield f"- Turn {point.turn}, at {point.at}: {quoted(point.said, point.spoken)} {point.effect} {point.why}"
        turn = told.get(point.turn)
        # What an author says of a line is about the line; of a rise that came from elsewhere it says nothing.
        if turn is None or point.kind == "turn":
            continue
        if turn.comment:
            yield f"  {turn.comment}"
        if turn.alternative:
            yield f"  What might serve better: {sentence(turn.alternative)}"


def _habits(debrief: Debrief) -> Iterator[str]:
    if not debrief.habits:
        return
    yield "HABITS SEEN"
    for habit in debrief.habits:
        times = {1: "once", 2: "twice"}.get(habit.count, f"{habit.count} times")
        yield f"- {habit.label}: {times}, {_turn_list(habit.turns)}. {habit.about}"


def _opening(debrief: Debrief) -> Iterator[str]:
    yield "YOUR FIRST WORDS"
    for line in debrief.opening.summary:
        yield f"- {line}"


def _ledger(title: str, entries: tuple[LedgerEntry, ...]) -> Iterator[str]:
    if not entries:
        return
    yield title.upper()
    for again in told_once(entries):
        entry = again.entry
        skills = f" [{', '.join(entry.skills)}]" if entry.skills else ""
        when = f"{_turn_list(again.turns).capitalize()}, at {_listed(again.times)}"
        yield f"- {when}: {quoted(entry.said, entry.spoken)}{skills}"
        for effect, turns in again.effects:
            yield f"  {effect}" if len(again.effects) == 1 else f"  {_turn_list(turns).capitalize()}: {effect}"
        if entry.why:
            yield f"  {entry.why}"
        if entry.alternative:
            yield f"  What might serve better: {sentence(entry.alternative)}"


def _missed(debrief: Debrief) -> Iterator[str]:
    if not debrief.ledgers.missed:
        return
    yield "CHANCES NOT TAKEN"
    for missed in debrief.ledgers.missed:
        yield f"- By turn {missed.turn}, at {missed.at}: {missed.label}. {missed.moment}"
        if missed.open:
            yield f"  Open then: {quoted(missed.open[0], missed.spoken)}"


def _measures(measures: Measures) -> Iterator[str]:
    words = shipped_words()
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


def _company(debrief: Debrief) -> Iterator[str]:
    if debrief.company is None:
        return
    words = shipped_words()
    yield words("company").upper()
    yield from company_lead(debrief, debrief.company, words)
    for name, told in company_rows(debrief.company, words):
        yield f"- {name}: {told}"
    yield words("company_norm")


def _difficulty(debrief: Debrief) -> Iterator[str]:
    difficulty = debrief.difficulty
    yield "HOW HARD IT WAS"
    yield f"- Difficulty count: {difficulty.count}."
    for hardship in difficulty.hardships:
        yield f"  {hardship.label}: {hardship.weight}."
    yield (
        f"- As drawn: {debrief.person}, {difficulty.temperament_label.lower()}, tension {difficulty.tension:.0f}, "
        f"trust {difficulty.rapport:.0f}."
    )


def _turns(debrief: Debrief) -> Iterator[str]:
    if not debrief.turns:
        return
    yield "TURN BY TURN"
    for turn in debrief.turns:
        yield ""
        yield from _turn(turn)


def _turn(turn: TurnStory) -> Iterator[str]:
    where = f"Turn {turn.turn}, at {turn.at}."
    match turn.kind:
        case "inject":
            yield f"{where} By an instructor's hand: {sentence(turn.said) or 'something changed.'}"
        case "stop":
            yield f"{where} You stopped the session."
        case "answer":
            yield f"{where} Asked: {turn.asked}"
            yield f"  You answered: {sentence(turn.said)}"
        case _:
            yield f"{where} {'You said: ' if turn.spoken else 'You did: '}{quoted(turn.said, turn.spoken)}"
    for label in turn.critical:
        yield f"  Critical error: {sentence(label)}"
    if turn.reply:
        yield f"  {turn.person}: {turn.reply}"
    if turn.effect:
        yield f"  {turn.effect}"
    inner = turn.inner
    if inner is not None and abs(inner.by_time) >= LEAST_TOLD:
        pulls = [cause for cause in inner.causes if (cause.points > 0) is (inner.by_time > 0)]
        yield f"  {inner.time_words}{f' {pulls[0].words}' if pulls else ''}"
    for words in (*turn.events, *turn.changes):
        yield f"  {sentence(words)}"
    for shown in turn.evidence:
        settled = "" if shown.counted else " (Another act settled this chance.)"
        yield f"  {shown.skill_label}, {shown.item.r} of 7: {shown.item.why}{settled}"
    if turn.comment and turn.kind != "answer":
        yield f"  {turn.comment}"
    if turn.alternative:
        yield f"  What might serve better: {sentence(turn.alternative)}"
    elif turn.otherwise is not None:
        label = "Would have done more at once" if turn.otherwise.more else "Also open here"
        yield f"  {label}: {quoted(turn.otherwise.said, turn.otherwise.spoken)}"
    if turn.consequence is not None:
        yield from (f"  {words}" for words in consequence_lines(turn.consequence))


def _foot(debrief: Debrief) -> Iterator[str]:
    origin = debrief.origin
    yield f"Call {origin.scenario} {origin.version}, temperament {origin.temperament}, seed {origin.seed}."
    yield f"Law {origin.law}."
    yield f"Course {origin.course_hash}."
    yield "Words here are about decisions in one exercise. They are no verdict on a person."
