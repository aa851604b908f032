"""Conditions made to run agree with a slow reading of their tree, and read no more than they need."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.conditions import (
    ConditionError,
    Vocabulary,
    bind,
    check,
    parse,
    to_text,
    warnings,
)

State = dict[Any, int | bool]


def by_name(name: str) -> Callable[[State], int | bool]:
    return lambda state: state[name]


def by_call(function: str, arguments: tuple[str, ...]) -> Callable[[State], int | bool]:
    return lambda state: state[function, arguments]


@pytest.fixture
def holds(vocabulary: Vocabulary) -> Callable[..., bool]:
    def ask(text: str, calls: State | None = None, **stored: int | bool) -> bool:
        return bind(parse(text), vocabulary, by_name, by_call)({**stored, **(calls or {})})

    return ask


@settings(max_examples=200)
@given(data=st.data())
def test_a_bound_condition_agrees_with_a_slow_reading_of_its_tree(
    data: st.DataObject, bench: Any, vocabulary: Vocabulary
) -> None:
    expr = data.draw(bench.conditions)
    assert check(expr, vocabulary)[1] == (), to_text(expr)
    ask = bind(expr, vocabulary, by_name, by_call)
    for state in data.draw(st.lists(bench.states, min_size=3, max_size=6)):
        assert ask(state) is bench.judge(expr, state), to_text(expr)


@settings(max_examples=150)
@given(data=st.data())
def test_a_whole_condition_called_constant_never_changes(
    data: st.DataObject, bench: Any, vocabulary: Vocabulary
) -> None:
    expr = data.draw(bench.conditions)
    said = {str(w).partition(" true.")[0] for w in warnings(expr, vocabulary)}
    for state in data.draw(st.lists(bench.states, min_size=3, max_size=6)):
        if f"`{to_text(expr)}` is always" in said:
            assert bench.judge(expr, state) is True
        if f"`{to_text(expr)}` is never" in said:
            assert bench.judge(expr, state) is False


def test_literals_finer_than_the_scale_compare_exactly(holds: Callable[..., bool]) -> None:
    assert holds("distance > 2.499", distance=5)
    assert not holds("distance > 2.5", distance=5)
    assert not holds("distance == 2.499", distance=5)
    assert holds("distance != 2.499", distance=5)
    assert holds("thirds < 0.334", thirds=1)
    assert not holds("thirds <= 0.333", thirds=1)


def test_names_of_different_scales_compare_exactly(holds: Callable[..., bool]) -> None:
    assert holds("distance == thirds", distance=2, thirds=3)
    assert not holds("distance == thirds + 0.001", distance=2, thirds=3)
    assert holds("clock - distance >= 7:59", clock=4800, distance=2)


def test_choices_compare_by_their_place(holds: Callable[..., bool]) -> None:
    assert holds("band < agitated", band=1)
    assert not holds("band < agitated", band=2)
    assert holds("calm < band <= 'volatile'", band=3)
    assert holds("speaker in (loud, silent)", speaker=2)
    assert holds("speaker not in (loud, silent)", speaker=1)
    assert holds("speaker == lamp", speaker=1, lamp=1)
    assert holds("level('radio') == on", {("level", ("radio",)): 1})


def test_stored_values_outside_the_declared_range_still_compare_rightly(holds: Callable[..., bool]) -> None:
    assert not holds("tension < 101", tension=102_000)
    assert holds("tries < 0", tries=-1)


def test_or_of_many_values_is_still_an_or(holds: Callable[..., bool]) -> None:
    scattered = " or ".join(f"tries == {n}" for n in range(0, 40, 3))
    assert holds(scattered, tries=39)
    assert not holds(scattered, tries=38)
    assert not holds(f"not ({scattered})", tries=39)
    beyond = f"{scattered} or tries > 100 or tries < -100"
    assert holds(beyond, tries=101)
    assert not holds(beyond, tries=100)


@pytest.mark.parametrize("count", [2, 3, 4, 5, 7])
def test_and_stops_at_the_first_that_fails_and_or_at_the_first_that_holds(vocabulary: Vocabulary, count: int) -> None:
    names = ["tension", "rapport", "clock", "distance", "thirds", "tries", "knows_name"][:count]
    tests = [name if name == "knows_name" else f"{name} > 1" for name in names]
    for link, stops_at in (("and", False), ("or", True)):
        for stop in range(count):
            read: list[str] = []

            def getter(
                name: str, stop: int = stop, read: list[str] = read, stops_at: bool = stops_at
            ) -> Callable[[State], int | bool]:
                def look(state: State) -> int | bool:
                    read.append(name)
                    truth = stops_at if name == names[stop] else not stops_at
                    return truth if name == "knows_name" else 9_000 * truth

                return look

            ask = bind(parse(f" {link} ".join(tests)), vocabulary, getter, by_call)
            assert ask({}) is stops_at
            assert read == names[: stop + 1]


def test_each_thing_is_looked_up_once_while_binding(vocabulary: Vocabulary) -> None:
    asked: list[object] = []

    def getter(name: str) -> Callable[[State], int | bool]:
        asked.append(name)
        return lambda state: 0

    def function(name: str, arguments: tuple[str, ...]) -> Callable[[State], int | bool]:
        asked.append((name, arguments))
        return lambda state: 0

    text = "tension > 3 and tension < rapport and visits('edge') > visits(offer) and visits('edge') < 9"
    bind(parse(text), vocabulary, getter, function)
    assert asked == ["tension", "rapport", ("visits", ("edge",)), ("visits", ("offer",))]


def test_one_name_tested_twice_is_read_once(vocabulary: Vocabulary) -> None:
    reads: list[str] = []

    def getter(name: str) -> Callable[[State], int | bool]:
        def look(state: State) -> int:
            reads.append(name)
            return 30_000

        return look

    assert bind(parse("20 <= tension < 40 and tension > 25"), vocabulary, getter, by_call)({})
    assert reads == ["tension"]


def test_a_condition_with_a_fault_is_not_bound(vocabulary: Vocabulary) -> None:
    with pytest.raises(ConditionError, match="tenshun"):
        bind(parse("tenshun < 40"), vocabulary, by_name, by_call)
