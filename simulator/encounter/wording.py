"""Choosing words: the first variant whose condition holds, else one that the seed draws among the rest."""

from __future__ import annotations

from simulator.encounter.draws import draw, weighted
from simulator.encounter.plans import Wording
from simulator.encounter.reading import View


def choose(wording: Wording, view: View, visit: int, beat: int = 0) -> int:
    """The index of the variant used here and now.

    A text said again in the same visit is drawn again: the draw's purpose names the text and the beat.
    """
    if wording.plain:
        return 0
    free = []
    for index, test in enumerate(wording.tests):
        if test is None:
            free.append(index)
        elif test(view):
            return index
    if not free:
        return len(wording.words) - 1
    if len(free) == 1:
        return free[0]
    number = draw(view.seed, f"{wording.id}#{beat}", view.node, visit)
    return free[weighted([wording.weights[index] for index in free], number)]
