"""Quotation marks of one kind: authors type straight ones, the program's own words have curved ones."""

from __future__ import annotations

_BEFORE = " \t\n([{—–“‘/"
_AFTER = " \t\n)]}.,;:!?”’"
"""What stands before an opening mark, and after a closing one."""


def curved(words: str) -> str:
    """The words with curved quotation marks for straight ones, single within double. Apostrophes stay as they are.

    >>> curved('(He nods.) "Start wherever you want."')
    '(He nods.) “Start wherever you want.”'
    >>> curved('You said: “After "but" she heard a ruling.”')
    'You said: “After ‘but’ she heard a ruling.”'
    """
    if '"' not in words:
        return words
    made: list[str] = []
    open_: list[str] = []
    for place, sign in enumerate(words):
        if sign in "“”":
            if sign == "“":
                open_.append("”")
            elif "”" in open_:
                del open_[open_.index("”") :]
        elif sign == '"':
            begins = place == 0 or made[-1] in _BEFORE
            ends = words[place + 1 : place + 2] in _AFTER  # true of the last sign too
            sign = _mark(open_, begins and not ends)
        made.append(sign)
    return "".join(made)


def _mark(open_: list[str], may_open: bool) -> str:
    """The mark for a straight one, with what is open by now brought up to date."""
    if open_ and not may_open:
        return open_.pop()
    closing = "’" if "”" in open_ else "”"
    if may_open:
        open_.append(closing)
        return "‘" if closing == "’" else "“"
    return closing
