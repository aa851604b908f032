"""The id by which an academy knows a trainee or an instructor: short, printable, harmless in any file or table."""

from __future__ import annotations

import unicodedata

from simulator.records.problem import RecordsProblem

LONGEST = 64
"""The most characters an id has."""

_MARKS = "-_.@"


def trainee_id(written: str, a: str = "a trainee") -> str:
    """The id as records keep it (composed characters, no spaces around it); "" stays "": nobody named.

    `a` says whose id it is to be. Raises RecordsProblem, in plain words, for anything but letters, digits, `- _ . @`.

    >>> trainee_id(" 2024-117 ")
    '2024-117'
    """
    id_ = unicodedata.normalize("NFC", written.strip())
    if len(id_) > LONGEST:
        raise RecordsProblem(
            f"{a.capitalize()} id has at most {LONGEST} characters; this one has {len(id_)}.",
            "Use the short id your academy gave.",
        )
    for sign in id_:
        if not (sign.isalnum() or sign in _MARKS or unicodedata.category(sign) in ("Mn", "Mc")):
            shown = "a space" if sign == " " else f"“{sign}”" if sign.isprintable() else "a sign that cannot be seen"
            raise RecordsProblem(
                f"{a.capitalize()} id cannot hold {shown}.", "Use letters, digits, and - _ . @ only, as in 2024-117."
            )
    if id_ and not any(sign.isalnum() for sign in id_):
        raise RecordsProblem(f"{a.capitalize()} id needs a letter or a digit.", "Use the short id your academy gave.")
    return id_
