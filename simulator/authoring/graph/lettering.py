"""Words fitted into a drawing without asking a font: widths are estimated, and rather too wide than too narrow."""

from __future__ import annotations

from functools import cache

_NARROW = frozenset("iljtfrI.,:;'|!()[]{} -’‘“”\"`/\\")
_WIDE = frozenset("mwMW@%…—")


@cache
def width_of(words: str, size: float) -> float:
    """About how many pixels words take in letters of this size, in any common sans-serif."""
    ems = 0.0
    for letter in words:
        if letter in _NARROW:
            ems += 0.34
        elif letter in _WIDE:
            ems += 0.9
        elif letter.isupper() or ord(letter) > 0x2E80:
            ems += 0.7 if ord(letter) < 0x2E80 else 1.0
        else:
            ems += 0.56
    return ems * size


def fitted(words: str, size: float, room: float) -> str:
    """Words that fit the room, cut with an ellipsis where they must be."""
    if width_of(words, size) <= room:
        return words
    while words and width_of(words + "…", size) > room:
        words = words[:-1]
    return words.rstrip(" ,.;:") + "…"


def wrapped(words: str, size: float, room: float, most: int) -> list[str]:
    """Words in at most so many lines, the last one cut where there is more."""
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < most:
        if len(lines) == most - 1:
            lines.append(fitted(" ".join(rest), size, room))
            break
        line = rest.pop(0)
        while rest and width_of(f"{line} {rest[0]}", size) <= room:
            line += f" {rest.pop(0)}"
        lines.append(fitted(line, size, room))
    return lines
