"""What shows only beside the other calls of a library."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.case import Case
from simulator.authoring.lint.example_rows import decisions
from simulator.authoring.lint.guessing import guess_best
from simulator.authoring.lint.rule import Found, rule

MOST_GAIN = 0.27
"""How much of what chance leaves a guesser by wording may find: 45 of 100 where one line in four is the best."""

_LEAST_DECISIONS = 6
_DEVIATIONS = 2.0


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
