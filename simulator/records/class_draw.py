"""Where a call's seed and temperament come from: a class word, or chance.

An assessed call draws both from the class word and the scenario, so that everybody in a class meets the same
person on the same day, in the window and in a terminal alike.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from simulator.encounter.draws import draw_of_word


def class_draw(word: str, scenario_id: str, temperaments: Sequence[str]) -> tuple[int, str]:
    """The seed and temperament of a class word. Case, blanks around it and how letters are composed do not matter.

    >>> class_draw("Tuesday A", "bus", ("loud", "worn")) == class_draw(" tuesday a ", "bus", ("loud", "worn"))
    True
    """
    seed = draw_of_word(word, f"seed:{scenario_id}") >> 16
    return seed, temperaments[draw_of_word(word, f"temperament:{scenario_id}") % len(temperaments)]


def chance_draw(temperaments: Sequence[str], asked: str | None = None) -> tuple[int, str]:
    """A seed by chance, and the temperament asked for or one by chance."""
    return secrets.randbelow(2**48), asked or secrets.choice(list(temperaments))
