"""Exact arithmetic for the law: whole numbers, halves rounded away from zero, powers of one half by table.

Every Python and every processor gives the same answers, which is what lets a record be recomputed.
"""

from __future__ import annotations

from math import isqrt

TABLE_STEPS = 1024
"""The decay table divides one half-life into so many steps."""

TABLE_BITS = 62
"""Fraction bits of a table entry."""


def round_div(numerator: int, denominator: int) -> int:
    """The whole number nearest to a quotient, halves away from zero. The denominator is positive."""
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((-2 * numerator + denominator) // (2 * denominator))


def _halving_table() -> tuple[int, ...]:
    """2^(-i/1024) for i in 0..1023, in 2^-62, from integer square roots alone."""
    bits = 160
    root = 1 << (bits - 1)
    for _ in range(TABLE_STEPS.bit_length() - 1):
        root = isqrt(root << bits)
    table, value = [], 1 << bits
    for _ in range(TABLE_STEPS):
        table.append((value + (1 << (bits - TABLE_BITS - 1))) >> (bits - TABLE_BITS))
        value = (value * root) >> bits
    return tuple(table)


HALVINGS = _halving_table()


def decay(tenths: int, half_life: int) -> tuple[int, int]:
    """2^(-t/h) as (numerator, shift): the factor is numerator / 2^shift.

    `tenths` is a time in tenths of a second, `half_life` is in thousandths of a second and positive.
    """
    halves, step = divmod(TABLE_STEPS * 100 * tenths // half_life, TABLE_STEPS)
    return HALVINGS[step], TABLE_BITS + halves
