"""How hard a call proves to be, from what simulated trainees make of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from simulator.authoring.simulation.summary import Summary
from simulator.encounter.course import open_course
from simulator.encounter.plans import Program
from simulator.scoring.difficulty import difficulty_of

Word = Literal["easy", "moderate", "hard", "very hard"]

_WORDS: tuple[tuple[float, Word], ...] = ((60.0, "easy"), (45.0, "moderate"), (32.0, "hard"))
"""The least mean of novice and typical trainees for each word (judgement)."""


@dataclass(frozen=True, slots=True)
class Hardness:
    """How hard a temperament proves: `mean` is midway between what novices and typical trainees reach, 0-100;
    `room` what an expert reaches beyond a typical trainee, None where no expert played."""

    temperament: str
    word: Word
    mean: float
    room: float | None


def hardness_of(summaries: Iterable[Summary]) -> tuple[Hardness, ...]:
    """How hard each temperament proves, where both novices and typical trainees played it."""
    means: dict[str, dict[str, float]] = {}
    for summary in summaries:
        means.setdefault(summary.temperament, {})[summary.policy] = summary.mean
    found = []
    for temperament, by_policy in means.items():
        if "novice" not in by_policy or "typical" not in by_policy:
            continue
        mean = (by_policy["novice"] + by_policy["typical"]) / 2
        room = by_policy["expert"] - by_policy["typical"] if "expert" in by_policy else None
        found.append(Hardness(temperament, hardness_word(mean), mean, room))
    return tuple(found)


def hardness_word(mean: float) -> Word:
    """The word for a mean value that novices and typical trainees reach."""
    return next((word for least, word in _WORDS if mean >= least), "very hard")


def hardship_count(program: Program) -> int:
    """How hard a call should be by what its author says of it: the weights of its hardships, added up."""
    return difficulty_of(program, open_course(program, 0, program.temperaments[0])).count
