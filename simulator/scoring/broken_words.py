"""Words of the call that did not hold: promises broken, and things said that were not so."""

from __future__ import annotations

from simulator.scenario.words import Words
from simulator.scoring.debrief import Debrief
from simulator.scoring.takeaways import DECEPTION
from simulator.scoring.values import Value


class BrokenWord(Value):
    """Something said that did not hold: the turn, the words, whether they were spoken, and what came of it."""

    turn: int
    said: str
    spoken: bool
    what: str


def broken_words(value: Debrief, words: Words) -> tuple[BrokenWord, ...]:
    """All of them, by turn."""
    stories = {story.turn: story for story in value.turns}
    untrue = {turn for habit in value.habits if habit.habit == DECEPTION for turn in habit.turns}
    came_out = sorted(story.turn for story in value.turns if story.lie_found)
    broken = {row.made: row for row in value.measures.promises if row.status == "broken"}
    told: list[BrokenWord] = []
    for turn in sorted(untrue | set(broken)):
        story, promise = stories.get(turn), broken.get(turn)
        if story is None:
            continue
        if promise is not None:
            what = words("broken_not_yours" if turn in untrue else "broken_promise", turn=promise.settled)
            told.append(BrokenWord(turn=turn, said=promise.words, spoken=True, what=what))
            continue
        found = next((later for later in came_out if later > turn), None)
        what = words("untrue_found", turn=found) if found else words("untrue_stood")
        told.append(BrokenWord(turn=turn, said=story.said, spoken=story.spoken, what=what))
    return tuple(told)
