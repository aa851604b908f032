"""Which signs a font file has letters for, read from its own table of them."""

from __future__ import annotations

import struct

_WHOLE, _SHORT = 12, 4
"""Formats of the table: groups of any signs, and segments of those below U+10000."""


def signs_of(font: bytes) -> frozenset[str]:
    """Every sign that a TrueType or OpenType font has; none where the file holds no table that is understood."""
    (tables,) = struct.unpack_from(">H", font, 4)
    found: set[int] = set()
    for place in range(tables):
        tag, _, start, _ = struct.unpack_from(">4sIII", font, 12 + 16 * place)
        if tag != b"cmap":
            continue
        (count,) = struct.unpack_from(">H", font, start + 2)
        for each in range(count):
            (offset,) = struct.unpack_from(">I", font, start + 4 + 8 * each + 4)
            (kind,) = struct.unpack_from(">H", font, start + offset)
            if kind == _WHOLE:
                found |= _groups(font, start + offset)
            elif kind == _SHORT:
                found |= _segments(font, start + offset)
    return frozenset(chr(code) for code in found)


def _groups(font: bytes, at: int) -> set[int]:
    (count,) = struct.unpack_from(">I", font, at + 12)
    rows = (struct.unpack_from(">III", font, at + 16 + 12 * row) for row in range(count))
    return {code for first, last, _ in rows for code in range(first, last + 1)}


def _segments(font: bytes, at: int) -> set[int]:
    (twice,) = struct.unpack_from(">H", font, at + 6)
    count = twice // 2
    lasts = struct.unpack_from(f">{count}H", font, at + 14)
    firsts = struct.unpack_from(f">{count}H", font, at + 16 + twice)
    # The last segment, U+FFFF alone, closes the table and stands for no letter.
    pairs = zip(firsts, lasts, strict=True)
    return {code for first, last in pairs for code in range(first, last + 1) if last != 0xFFFF}
