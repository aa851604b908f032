"""A vocabulary with one of everything, conditions drawn at random from it, and a slow second opinion."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import strategies as st

from simulator.scenario.conditions.tree import (
    And,
    Call,
    Comparator,
    Comparison,
    Expr,
    Id,
    Membership,
    Negative,
    Not,
    Numeral,
    Or,
    Quoted,
    Sum,
    Time,
    Truth,
    Word,
)
from simulator.scenario.conditions.vocabulary import Choice, Flag, Number, Signature, Vocabulary

BANDS = ("calm", "uneasy", "agitated", "volatile", "crisis")

VOCABULARY = Vocabulary(
    {
        "tension": Number(1000, 0, 100),
        "rapport": Number(1000, -40, 100),
        "clock": Number(10, 0),
        "distance": Number(2, 0, 20),
        "thirds": Number(3),
        "tries": Number(1, 0, 9),
        "knows_name": Flag(),
        "seated": Flag(),
        "speaker": Choice(("loud", "low", "silent")),
        "lamp": Choice(("loud", "low", "silent")),
        "band": Choice(BANDS, ordered=True),
    },
    {
        "visits": Signature((frozenset({"offer", "edge"}),), Number(1, 0), "a node"),
        "called": Signature((frozenset({"van"}),), Flag(), "a resource"),
        "level": Signature((frozenset({"radio"}),), Choice(("off", "on")), "a stressor"),
    },
)

ANY_SIGN: tuple[Comparator, ...] = ("==", "!=", "<", "<=", ">", ">=")
ALIKE: tuple[Comparator, ...] = ("==", "!=")

State = dict[object, int | bool]
"""Stored values: by name, or by (function, arguments)."""


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return VOCABULARY


def _all_things() -> dict[object, Flag | Number | Choice]:
    things: dict[object, Flag | Number | Choice] = {}
    things.update(VOCABULARY.names)
    for function, signature in VOCABULARY.functions.items():
        for each in signature.arguments[0]:
            things[function, (each,)] = signature.result
    return things


def _stored(kind: Flag | Number | Choice) -> st.SearchStrategy[int | bool]:
    match kind:
        case Flag():
            return st.booleans()
        case Choice(values, _):
            return st.integers(0, len(values) - 1)
        case Number(scale, low, high):
            return st.integers(int((-50 if low is None else low) * scale), int((200 if high is None else high) * scale))


def _states() -> st.SearchStrategy[State]:
    return st.fixed_dictionaries({thing: _stored(kind) for thing, kind in _all_things().items()})


def _numbers() -> st.SearchStrategy[Expr]:
    literals = st.one_of(
        st.integers(-110_000, 110_000).map(Numeral),
        st.integers(-60, 120).map(lambda n: Numeral(n * 1000)),
        st.integers(0, 200).map(Time),
    )
    names = st.sampled_from([n for n, t in VOCABULARY.names.items() if isinstance(t, Number)]).map(Word)
    calls = st.sampled_from(["offer", "edge"]).map(lambda i: Call("visits", (Id(i),)))
    plain = st.one_of(names, literals, calls)

    def larger(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
        terms = st.lists(st.tuples(inner, st.sampled_from([1, -1])), min_size=2, max_size=3)
        sums = terms.map(lambda pairs: Sum(tuple(t for t, _ in pairs), (1, *(sign for _, sign in pairs[1:]))))
        # A minus before a plain number is part of the number.
        return st.one_of(sums, inner.filter(lambda e: not isinstance(e, Numeral)).map(Negative))

    return st.recursive(plain, larger, max_leaves=4)


def _comparisons() -> st.SearchStrategy[Expr]:
    numbers = _numbers()
    signs = st.sampled_from(ANY_SIGN)

    def chain(drawn: tuple[list[Expr], list[Comparator]]) -> Expr:
        operands, between = drawn
        return Comparison(tuple(operands), tuple(between[: len(operands) - 1]))

    chains = st.tuples(st.lists(numbers, min_size=2, max_size=3), st.lists(signs, min_size=2, max_size=2))
    among = st.builds(Membership, numbers, st.lists(numbers, min_size=1, max_size=3).map(tuple), st.booleans())

    def of_choice(name: Expr, values: tuple[str, ...], signs: Sequence[Comparator]) -> st.SearchStrategy[Expr]:
        value = st.sampled_from(values).flatmap(lambda v: st.sampled_from([Word(v), Quoted(v)]))
        return st.one_of(
            st.builds(lambda v, s: Comparison((name, v), (s,)), value, st.sampled_from(signs)),
            st.builds(lambda v, s: Comparison((v, name), (s,)), value, st.sampled_from(signs)),
            st.builds(Membership, st.just(name), st.lists(value, min_size=1, max_size=3).map(tuple), st.booleans()),
        )

    return st.one_of(
        chains.map(chain),
        among,
        of_choice(Word("speaker"), ("loud", "low", "silent"), ALIKE),
        of_choice(Word("band"), BANDS, ANY_SIGN),
        of_choice(Call("level", (Id("radio"),)), ("off", "on"), ALIKE),
        st.sampled_from(ALIKE).map(lambda s: Comparison((Word("speaker"), Word("lamp")), (s,))),
    )


def _conditions() -> st.SearchStrategy[Expr]:
    plain = st.one_of(
        st.booleans().map(Truth),
        st.sampled_from(["knows_name", "seated"]).map(Word),
        st.just(Call("called", (Id("van"),))),
        _comparisons(),
        _comparisons(),
    )

    def larger(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
        parts = st.lists(inner, min_size=2, max_size=5).map(tuple)
        return st.one_of(
            parts.map(And),
            parts.map(Or),
            inner.map(Not),
            st.builds(lambda a, b, s: Comparison((a, b), (s,)), inner, inner, st.sampled_from(ALIKE)),
        )

    return st.recursive(plain, larger, max_leaves=8)


def _judge(expr: Expr, state: State) -> Any:
    """The value of a sound condition, worked out on natural values with fractions, a node at a time."""
    match expr:
        case Truth(value):
            return value
        case Numeral(thousandths):
            return Fraction(thousandths, 1000)
        case Time(seconds):
            return Fraction(seconds)
        case Quoted(text):
            return text
        case Word(text):
            return _natural(VOCABULARY.names[text], state[text]) if text in VOCABULARY.names else text
        case Call(function, arguments):
            stored = state[function, tuple(each.text for each in arguments)]
            return _natural(VOCABULARY.functions[function].result, stored)
        case Negative(operand):
            return -_judge(operand, state)
        case Sum(terms, signs):
            return sum((_judge(t, state) * s for t, s in zip(terms, signs, strict=True)), Fraction(0))
        case Not(operand):
            return not _judge(operand, state)
        case And(parts):
            return all(_judge(part, state) for part in parts)
        case Or(parts):
            return any(_judge(part, state) for part in parts)
        case Membership(subject, options, negated):
            return negated != any(_judge(subject, state) == _judge(option, state) for option in options)
        case Comparison(operands, signs):
            values = [_judge(each, state) for each in operands]
            return all(_compare(a, s, b) for a, s, b in zip(values, signs, values[1:], strict=False))


def _compare(a: Any, sign: str, b: Any) -> bool:
    if sign in ("==", "!="):
        result: bool = (a == b) == (sign == "==")
        return result
    if isinstance(a, str):
        a, b = BANDS.index(a), BANDS.index(b)
    return bool({"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[sign])


def _natural(kind: Flag | Number | Choice, stored: int | bool) -> bool | Fraction | str:
    match kind:
        case Flag():
            return bool(stored)
        case Number(scale, _, _):
            return Fraction(stored, scale)
        case Choice(values, _):
            return values[stored]


@dataclass(frozen=True)
class Bench:
    """What the property tests draw from and compare with."""

    conditions: st.SearchStrategy[Expr]
    states: st.SearchStrategy[State]
    judge: Callable[[Expr, State], Any]


_BENCH = Bench(_conditions(), _states(), _judge)


@pytest.fixture(scope="session")
def bench() -> Bench:
    return _BENCH
