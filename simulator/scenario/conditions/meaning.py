"""What a checked condition says once its words are told apart: tests on stored whole numbers, joined.

`check` makes these from a tree; `bind` makes them run and `constant` looks for those that never change."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import gcd
from typing import Literal, TypeAlias

from simulator.scenario.conditions.spans import EVERYTHING, NOTHING, Spans, all_of, any_of, run
from simulator.scenario.conditions.tree import Expr
from simulator.scenario.conditions.vocabulary import Choice, Flag, Number, Type

Relation: TypeAlias = Literal["==", "!=", "<", "<=", ">", ">="]
_TURNED: dict[Relation, Relation] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True, slots=True)
class Atom:
    """A thing read from the encounter: a name (`arguments` is None) or a function with its arguments."""

    name: str
    arguments: tuple[str, ...] | None
    type: Type

    def range(self) -> Spans:
        """The stored values its type allows; a flag is 0 or 1."""
        match self.type:
            case Flag():
                return run(0, 1)
            case Choice(values, _):
                return run(0, len(values) - 1)
            case Number(scale, low, high):
                # -(-x // 1) rounds up: a limit between two stored values is met by the value inside it.
                least = None if low is None else int(-(-low * scale // 1))
                most = None if high is None else int(high * scale // 1)
                return run(least, most)


@dataclass(frozen=True, slots=True)
class Linear:
    """A number: (sum of coefficient × stored value, plus `constant`) ÷ `scale`. Coefficients are never 0."""

    terms: tuple[tuple[Atom, int], ...] = ()
    constant: int = 0
    scale: int = 1

    def plus(self, other: "Linear", sign: int = 1) -> "Linear":
        """`self` + `other`, or minus with `sign` -1; exact."""
        common = self.scale * other.scale // gcd(self.scale, other.scale)
        mine, theirs = common // self.scale, common // other.scale * sign
        coefficients: dict[Atom, int] = {atom: c * mine for atom, c in self.terms}
        for atom, c in other.terms:
            coefficients[atom] = coefficients.get(atom, 0) + c * theirs
        terms = tuple((atom, c) for atom, c in coefficients.items() if c)
        return Linear(terms, self.constant * mine + other.constant * theirs, common)

    def bounds(self) -> tuple[int | None, int | None]:
        """Least and greatest value before the division by `scale`; None where there is no limit."""
        least: int | None = self.constant
        most: int | None = self.constant
        for atom, c in self.terms:
            runs = atom.range().runs
            low, high = (runs[0][0], runs[-1][1]) if runs else (None, None)
            if c < 0:
                low, high = high, low
            least = None if least is None or low is None else least + c * low
            most = None if most is None or high is None else most + c * high
        return least, most


@dataclass(frozen=True, slots=True)
class Fixed:
    """Always so."""

    value: bool
    source: Expr = field(compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A flag, read."""

    atom: Atom
    source: Expr = field(compare=False)


@dataclass(frozen=True, slots=True)
class Measured:
    """A number (or the position of a choice, less that of a value) against 0."""

    linear: Linear
    relation: Relation
    source: Expr = field(compare=False)


@dataclass(frozen=True, slots=True)
class Alike:
    """Two flags that are both true or both false."""

    left: "Meaning"
    right: "Meaning"
    source: Expr = field(compare=False)


@dataclass(frozen=True, slots=True)
class Opposite:
    """Not so."""

    operand: "Meaning"
    source: Expr = field(compare=False)


@dataclass(frozen=True, slots=True)
class Every:
    """All of the parts."""

    parts: "tuple[Meaning, ...]"
    source: Expr = field(compare=False)


@dataclass(frozen=True, slots=True)
class Some:
    """One of the parts or more."""

    parts: "tuple[Meaning, ...]"
    source: Expr = field(compare=False)


Meaning: TypeAlias = Fixed | Reading | Measured | Alike | Opposite | Every | Some


def parts_of(meaning: Meaning) -> "tuple[Meaning, ...]":
    """What stands directly inside."""
    match meaning:
        case Every(parts, _) | Some(parts, _):
            return parts
        case Opposite(operand, _):
            return (operand,)
        case Alike(left, right, _):
            return (left, right)
        case _:
            return ()


def atoms_of(meaning: Meaning) -> Iterator[Atom]:
    """Everything read from the encounter, in the order written, repeats included."""
    match meaning:
        case Reading(atom, _):
            yield atom
        case Measured(linear, _, _):
            yield from (atom for atom, _ in linear.terms)
        case _:
            for part in parts_of(meaning):
                yield from atoms_of(part)


def solution(meaning: Meaning) -> tuple[Atom, Spans] | None:
    """If all depends on one atom: that atom and the stored values with which the condition holds, whatever
    range is declared. None if it reads several things, or none."""
    match meaning:
        case Reading(atom, _):
            # A stored flag is a bool, which is 0 or 1; anything from 1 up counts as true.
            return atom, run(1, None)
        case Measured(Linear(((atom, coefficient),), constant, _), relation, _):
            return atom, _solve(coefficient, constant, relation)
        case Opposite(operand, _):
            inner = solution(operand)
            return inner and (inner[0], inner[1].complement())
        case Every(parts, _):
            return _joined(parts, all_together=True)
        case Some(parts, _):
            return _joined(parts, all_together=False)
        case _:
            return None


def _joined(parts: tuple[Meaning, ...], *, all_together: bool) -> tuple[Atom, Spans] | None:
    solutions: list[tuple[Atom, Spans]] = []
    for part in parts:
        found = solution(part)
        if found is None or (solutions and solutions[0][0] != found[0]):
            return None
        solutions.append(found)
    sets = [spans for _, spans in solutions]
    return solutions[0][0], all_of(sets) if all_together else any_of(sets)


def _solve(coefficient: int, constant: int, relation: Relation) -> Spans:
    """The whole numbers x with coefficient·x + constant `relation` 0."""
    if coefficient < 0:
        relation = _TURNED[relation]
    above, below = (-constant, coefficient) if coefficient > 0 else (constant, -coefficient)
    floor, left_over = divmod(above, below)
    ceiling = floor + (left_over > 0)
    match relation:
        case "<":
            return run(None, ceiling - 1)
        case "<=":
            return run(None, floor)
        case ">":
            return run(floor + 1, None)
        case ">=":
            return run(ceiling, None)
        case "==":
            return NOTHING if left_over else run(floor, floor)
        case "!=":
            return EVERYTHING if left_over else run(floor, floor).complement()


def holds(value: int, relation: Relation) -> bool:
    """`value` `relation` 0."""
    match relation:
        case "<":
            return value < 0
        case "<=":
            return value <= 0
        case ">":
            return value > 0
        case ">=":
            return value >= 0
        case "==":
            return value == 0
        case "!=":
            return value != 0
