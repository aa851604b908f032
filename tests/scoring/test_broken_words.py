"""Which words of a call did not hold."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from simulator.authoring.catalogues import shipped_words
from simulator.scoring.broken_words import broken_words
from simulator.scoring.debrief import Debrief


def call(untrue: tuple[int, ...] = (), found: int = 0, broken: dict[int, int] | None = None) -> Debrief:
    """Six turns; what was untrue in them, when it was found out, and promises broken, by the turn they were made."""
    turns = [
        SimpleNamespace(turn=turn, said=f"Words {turn}.", spoken=True, lie_found=turn == found) for turn in range(1, 7)
    ]
    promises = [
        SimpleNamespace(made=made, words=f"Promise {made}.", status="broken", settled=settled)
        for made, settled in (broken or {}).items()
    ]
    promises.append(SimpleNamespace(made=6, words="Kept.", status="kept", settled=6))
    habits = [SimpleNamespace(habit="deception", turns=untrue), SimpleNamespace(habit="ordering", turns=(5,))]
    return cast(Debrief, SimpleNamespace(turns=turns, habits=habits, measures=SimpleNamespace(promises=promises)))


def test_a_call_whose_every_word_held_names_none() -> None:
    assert broken_words(call(), shipped_words()) == ()


def test_a_lie_names_its_turn_and_when_it_came_out() -> None:
    (row,) = broken_words(call(untrue=(2,), found=4), shipped_words())
    assert (row.turn, row.said) == (2, "Words 2.")
    assert "It came out in turn 4." in row.what


def test_a_lie_that_stood_is_named_too() -> None:
    (row,) = broken_words(call(untrue=(2,)), shipped_words())
    assert "had not come out" in row.what


def test_a_broken_promise_is_named_once_also_where_it_was_never_ones_to_give() -> None:
    first, second = broken_words(call(untrue=(3,), broken={1: 5, 3: 6}), shipped_words())
    assert (first.said, first.what) == ("Promise 1.", "A promise. It was broken in turn 5.")
    assert "not yours to give. It was broken in turn 6." in second.what
