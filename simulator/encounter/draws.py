"""Draws: every chance is a hash of (seed, purpose, place, visit), never a running stream.

So an added wording moves no other draw, and every Python on every machine draws alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar
from unicodedata import normalize

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


def draw_of_word(word: str, purpose: str) -> int:
    """The number in 0 … 2^64 - 1 that a word stands for: the same word gives everyone the same draw.

    Case, blanks around and between its parts and how its letters are composed do not matter.
    """
    plain = " ".join(normalize("NFKC", word).casefold().split())
    key = f"{plain}\x1f{purpose}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(key, digest_size=8).digest(), "big")
