"""Draws: every chance is a hash of (seed, purpose, place, visit), never a running stream.

So an added wording moves no other draw, and every Python on every machine draws alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def draw(seed: int, purpose: str, node: str = "", visit: int = 0) -> int:
    """A whole number in 0 … 2^64 - 1 that depends on its arguments alone."""
    key = f"{seed}\x1f{purpose}\x1f{node}\x1f{visit}".encode()
    return int.from_bytes(blake2b(key, digest_size=8).digest(), "big")


def weighted(weights: Sequence[int], number: int) -> int:
    """The index that `number` (a draw) picks in proportion to the weights, which are positive."""
    at = number % sum(weights)
    for index, weight in enumerate(weights):
        at -= weight
        if at < 0:
            return index
    return len(weights) - 1


def shuffled(items: Sequence[T], seed: int, purpose: str, node: str, visit: int) -> list[T]:
    """The items in the seed's order for this place and visit: sorted by one draw for each position's item."""
    keyed = [(draw(seed, f"{purpose}:{index}", node, visit), index) for index in range(len(items))]
    return [items[index] for _, index in sorted(keyed)]


def seed_of_word(word: str) -> int:
    """The seed that a class word stands for: the same word gives everyone the same draw.

    Case and surrounding or repeated spaces do not matter. 0 … 2^53 - 1, so that any JSON reader keeps it whole.
    """
    plain = " ".join(word.casefold().split())
    return int.from_bytes(blake2b(plain.encode(), digest_size=8).digest(), "big") >> 11
