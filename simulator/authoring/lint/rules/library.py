"""What shows only beside the other calls of a library."""

from __future__ import annotations

from collections.abc import Iterator
from math import comb

from simulator.authoring.lint.case import Case, found
from simulator.authoring.lint.example_rows import decisions
from simulator.authoring.lint.guessing import guess_best
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.lint.wording import words_of
from simulator.scenario.model import Scenario
from simulator.scenario.parts import Change

MOST_GAIN = 0.27
"""How much of what chance leaves a guesser by wording may find: 45 of 100 where one line in four is the best."""

_LEAST_DECISIONS = 6
_DEVIATIONS = 2.0

MOST_BY_CHANCE = 0.02
"""A tie between danger and a look counts where chance would make one as strong in fewer libraries than this."""

_OLD, _YOUNG = 60, 30
_LOOKS = ("figure", "skin", "hair", "clothes", "chin")

_ARMED = {"facts": {"threat": "possible", "weapon": "in_hand"}}
_PALE, _BROWN = {"cast.ned.look": {"age": 44, "skin": "fair"}}, {"cast.ned.look": {"age": 44, "skin": "brown"}}


@rule(
    "best-by-wording",
    finds="The best line can be picked by its words alone, by somebody who has seen the other calls.",
    why="Then trainees learn how good lines are phrased in this library, and not what a person needs. Counted: how "
    "often a guess by word habits finds the line that `better` names most, against chance.",
    mend="let poor lines use the phrases of good ones, and good ones be plain now and then",
    level="smell",
    needs="library",
    bad=decisions("Tell me more about it, {word}.", "You stop all of that, {word}.", "Be quiet and obey now, {word}."),
)
def best_by_wording(case: Case) -> Iterator[Found]:
    guesses = guess_best(case, case.neighbours)
    if not case.neighbours or guesses.decisions < _LEAST_DECISIONS or guesses.deviations < _DEVIATIONS:
        return
    if guesses.gain > MOST_GAIN:
        told = ", ".join(f"“{word}”" for word in guesses.telling)
        yield Found(
            ("nodes",),
            f"guessed by the words of other calls, the best line is found in {guesses.hits} of {guesses.decisions} "
            f"decisions; chance would give {guesses.by_chance:.1f}; {told} tell most",
        )


@rule(
    "prejudice-pair",
    finds="In the calls of this library, people of one look or name are armed or an immediate threat, and others are "
    "not, more often than chance would have it.",
    why="Nothing in the simulation reads a look, so nobody has to be dangerous for it. Played one after another, such "
    "calls teach whom to fear.",
    mend="give the dangerous person of one call another look, and write a calm call about somebody of this one",
    level="smell",
    needs="library",
    bad={**_ARMED, **_BROWN},
    good={**_ARMED, **_PALE},
    beside=({**_ARMED, **_BROWN},) * 3 + (_PALE,) * 5,
)
def prejudice_pair(case: Case) -> Iterator[Found]:
    if not _dangerous(case.scenario):
        return
    calls = (case.scenario, *(each.scenario for each in case.neighbours))
    armed = [_dangerous(call) for call in calls]
    for sign in sorted(_signs(case.scenario)):
        has = [sign in _signs(call) for call in calls]
        both = sum(one and other for one, other in zip(armed, has, strict=True))
        if _by_chance(len(calls), sum(armed), sum(has), both) < MOST_BY_CHANCE:
            yield Found(
                ("cast", case.scenario.subject.id),
                f"{both} of {sum(has)} calls with “{sign}” have somebody dangerous in them, and {sum(armed) - both} of "
                f"{len(calls) - sum(has)} without",
            )


def _dangerous(scenario: Scenario) -> bool:
    """Whether somebody is armed in this call, or an immediate threat: from the start or by what happens."""
    facts: set[tuple[str, object]] = set(scenario.facts.items())
    facts |= {(each.name, each.value) for each in found(scenario, Change) if each.target == "fact"}
    return bool(facts & {("weapon", "in_hand"), ("threat", "immediate")})


def _signs(scenario: Scenario) -> frozenset[str]:
    """What the main subject looks like and is called, in every temperament: `skin brown`, `aged 60 or more`."""
    person = scenario.subject
    signs = {f"name {person.name}"} if person.name else set()
    looks = [person.look, *(each.look for each in scenario.temperaments.values())]
    for look in looks:
        signs |= {f"{key} {word}" for key in _LOOKS for word in words_of(str(look.get(key, "")).replace("_", " "))}
        age = look.get("age")
        if isinstance(age, int | float):
            signs.add("aged 60 or more" if age >= _OLD else "younger than 30" if age < _YOUNG else "aged 30 to 59")
    return frozenset(signs)


def _by_chance(calls: int, armed: int, marked: int, both: int) -> float:
    """How likely at least `both` of the armed calls have the mark, were it dealt out by chance (hypergeometric)."""
    ways = (comb(marked, n) * comb(calls - marked, armed - n) for n in range(both, min(armed, marked) + 1))
    return sum(ways) / comb(calls, armed)
