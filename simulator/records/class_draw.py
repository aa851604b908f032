"""Where a call's seed and temperament come from: a class word, or chance.

An assessed call draws both from the class word and the scenario, so that everybody in a class meets the same
person on the same day, in the window and in a terminal alike.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from collections.abc import Sequence


def class_draw(word: str, scenario_id: str, temperaments: Sequence[str]) -> tuple[int, str]:
    """The seed and temperament of a class word. Case, blanks around it and how letters are composed do not matter.

    >>> class_draw("Tuesday A", "bus", ("loud", "worn")) == class_draw(" tuesday a ", "bus", ("loud", "worn"))
    True
    """
    plain = " ".join(unicodedata.normalize("NFKC", word).casefold().split())
    digest = hashlib.sha256(f"{plain}\n{scenario_id}".encode("utf-8", "surrogatepass")).digest()
    seed = int.from_bytes(digest[:6], "big")
    return seed, temperaments[int.from_bytes(digest[6:12], "big") % len(temperaments)]


def chance_draw(temperaments: Sequence[str], asked: str | None = None) -> tuple[int, str]:
    """A seed by chance, and the temperament asked for or one by chance."""
    return secrets.randbelow(2**48), asked or secrets.choice(list(temperaments))
