"""Small sentences of a report: quotes, turns, lists, clean of signs that no reader sees."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from simulator.reports.page.blocks import Line, Run
from simulator.reports.quotes import curved
from simulator.reports.words import Words
from simulator.scoring.debrief import Debrief
from simulator.scoring.runs import PooledRating

_ENDS = ".!?…”\"')"


def clean(words: str) -> str:
    """Words with curved quotes and without control or formatting signs, which could hide or turn round text."""
    seen = "".join(sign if unicodedata.category(sign) not in ("Cc", "Cf", "Cs") else " " for sign in words)
    return curved(seen)


def sentence(words: str) -> str:
    """Words with an end: a full stop where they have none."""
    words = clean(words).strip()
    return words if not words or words[-1] in _ENDS else f"{words}."


def quoted(said: str, spoken: bool) -> str:
    """Words in quotes; a deed as a sentence."""
    return clean(f"“{said}”") if spoken else sentence(said)


def whole(points: float) -> str:
    """Whole points; below zero with a minus, not a hyphen.

    >>> whole(12.4), whole(-39.6), whole(-0.2)
    ('12', '−40', '0')
    """
    told = f"{points:.0f}"
    return "0" if told == "-0" else told.replace("-", "−")


def listed(parts: Iterable[str], words: Words) -> str:
    """`a`, `a and b`, `a, b and c`."""
    told = list(parts)
    return told[0] if len(told) == 1 else words("and", some=", ".join(told[:-1]), last=told[-1]) if told else ""


def capital(told: Line) -> Line:
    """A line that begins with a capital letter."""
    first = told[0]
    return (replace(first, words=first.words[:1].upper() + first.words[1:]), *told[1:])


def turn_links(turns: Iterable[int], words: Words) -> Line:
    """`turn 3`, or `turns 3, 5 and 8`, or `turns 3 to 8 and 10`: each number that is named a link."""
    told = sorted(set(turns))
    if not told:
        return ()
    if len(told) == 1:
        return (Run(words("turn", number=told[0]), turn=told[0]),)
    stretches = list(_stretches(told))
    runs: list[Run] = [Run(words("turns_list"))]
    for place, (first, last) in enumerate(stretches):
        if place:
            runs.append(Run(words("and_last") if place == len(stretches) - 1 else ", "))
        runs.append(Run(str(first), turn=first))
        if last > first:
            runs += [Run(words("turns_to")), Run(str(last), turn=last)]
    return tuple(runs)


def pooled_words(rating: PooledRating, words: Words) -> str:
    """A rating over several runs with its band and what it rests on, or that there is too little for one."""
    resting = {"chances": words.count("chances", rating.chances), "runs": words.count("runs", rating.runs)}
    if rating.rating is None or rating.low is None or rating.high is None:
        return words("beside_unrated", **resting)
    shown = {"rating": rating.rating, "low": rating.low, "high": rating.high}
    return words("beside_rating", **{name: f"{mark:.1f}" for name, mark in shown.items()}, **resting)


def _stretches(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of every stretch of three or more that follow each other; the others one by one.

    >>> list(_stretches([1, 3, 4, 5, 8, 9]))
    [(1, 1), (3, 5), (8, 8), (9, 9)]
    """
    place = 0
    while place < len(numbers):
        end = place
        while end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        if end - place >= 2:
            yield numbers[place], numbers[end]
            place = end + 1
        else:
            yield numbers[place], numbers[place]
            place += 1


def no_change(debrief: Debrief, words: Words) -> str:
    """What stands where nothing is to be changed: nothing stood out; of a call that was not played to its end nothing
    is asked."""
    return words("take_no_change" if debrief.status == "ended" else "take_no_change_open")
