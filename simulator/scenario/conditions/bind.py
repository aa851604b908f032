"""Conditions made to run: small closures, one call each, on stored whole numbers only.

A condition is bound once and asked millions of times by the solver and the simulated trainees. So words are
looked up, literals scaled and tests of one name merged while binding; what is left when it is asked is
reading and comparing. Nothing is evaluated as program text."""

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

from simulator.scenario.conditions.check import understand
from simulator.scenario.conditions.meaning import (
    Alike,
    Atom,
    Every,
    Fixed,
    Linear,
    Meaning,
    Measured,
    Opposite,
    Reading,
    Relation,
    Some,
    atoms_of,
    holds,
    solution,
)
from simulator.scenario.conditions.spans import Spans, all_of, any_of
from simulator.scenario.conditions.tree import Expr
from simulator.scenario.conditions.vocabulary import Vocabulary

S = TypeVar("S")
Read: TypeAlias = Callable[[S], int | bool]
Ask: TypeAlias = Callable[[S], bool]

# Above this many values, a test by runs is taken instead of a set of them.
_MOST_LISTED = 256


def bind(
    expr: Expr,
    vocabulary: Vocabulary,
    getter: Callable[[str], Read[S]],
    function: Callable[[str, tuple[str, ...]], Read[S]],
) -> Ask[S]:
    """The condition as a question to a state. Raises the first ConditionError that `check` finds, if any.

    `getter(name)` and `function(name, arguments)` are each asked once for a thing and give what reads its
    stored value from a state: a bool for a flag, the scaled whole number for a number, the position for a
    choice.
    Reading must have no effects: what does not decide the answer is not read."""
    found = understand(expr, vocabulary)
    if found.meaning is None:
        raise found.errors[0]
    readers: dict[Atom, Read[S]] = {}
    for atom in atoms_of(found.meaning):
        if atom not in readers:
            named = atom.arguments is None
            readers[atom] = getter(atom.name) if named else function(atom.name, atom.arguments or ())
    return _compiled(found.meaning, readers)


def _compiled(meaning: Meaning, readers: Mapping[Atom, Read[S]]) -> Ask[S]:
    if isinstance(meaning, Reading):
        return readers[meaning.atom]  # type: ignore[return-value]  # a flag's reader gives a bool
    alone = solution(meaning)
    if alone is not None:
        quick = _test_of_one(readers[alone[0]], alone[1])
        if quick is not None:
            return quick
    match meaning:
        case Fixed(value, _):
            return _always(value)
        case Measured(linear, relation, _):
            return _test_of_several(linear, relation, readers)
        case Opposite(operand, _):
            return _opposite(_compiled(operand, readers))
        case Alike(left, right, _):
            return _alike(_compiled(left, readers), _compiled(right, readers))
        case Every():
            return _every(_merged(meaning, readers))
        case Some():
            return _some(_merged(meaning, readers))


def _merged(meaning: Every | Some, readers: Mapping[Atom, Read[S]]) -> list[Ask[S]]:
    """The parts as questions, in order; those about the same thing become one, where the first stands."""
    groups: dict[object, list[Meaning]] = {}
    for part in meaning.parts:
        found = solution(part)
        groups.setdefault(id(part) if found is None else found[0], []).append(part)
    questions: list[Ask[S]] = []
    for parts in groups.values():
        sets = [found[1] for part in parts if (found := solution(part))]
        if len(sets) > 1:
            atom = next(atoms_of(parts[0]))
            quick = _test_of_one(readers[atom], all_of(sets) if isinstance(meaning, Every) else any_of(sets))
            if quick is not None:
                questions.append(quick)
                continue
        questions.extend(_compiled(part, readers) for part in parts)
    return questions


def _test_of_one(read: Read[S], spans: Spans) -> Ask[S] | None:
    """Is the one stored value in `spans`? None if there is no quick way to ask."""
    match spans.runs:
        case ():
            return _always(False)
        case ((None, None),):
            return _always(True)
        case ((None, int(high)),):
            return lambda state: read(state) <= high
        case ((int(low), None),):
            return lambda state: read(state) >= low
        case ((int(low), int(high)),):
            if low == high:
                return lambda state: read(state) == low
            return lambda state: low <= read(state) <= high
        case ((None, int(below)), (int(above), None)) if above - below == 2:
            other = below + 1
            return lambda state: read(state) != other
    listed = spans.members(_MOST_LISTED)
    if listed is not None:
        return lambda state: read(state) in listed
    missing = spans.complement().members(_MOST_LISTED)
    if missing is not None:
        return lambda state: read(state) not in missing
    return None


def _always(value: bool) -> Ask[S]:
    return lambda state: value


def _opposite(ask: Ask[S]) -> Ask[S]:
    return lambda state: not ask(state)


def _alike(left: Ask[S], right: Ask[S]) -> Ask[S]:
    return lambda state: left(state) == right(state)


def _test_of_several(linear: Linear, relation: Relation, readers: Mapping[Atom, Read[S]]) -> Ask[S]:
    """A number made of two or more things read, or of none, against 0."""
    terms, constant = linear.terms, linear.constant
    if not terms:
        return _always(holds(constant, relation))
    if relation in ("<", ">"):  # whole numbers: below 0 is at most -1
        relation, constant = ("<=", constant + 1) if relation == "<" else (">=", constant - 1)
    if relation == ">=":
        relation, constant, terms = "<=", -constant, tuple((atom, -c) for atom, c in terms)
    if len(terms) == 2:
        (first, a), (second, b) = terms
        return _test_of_two(readers[first], a, readers[second], b, relation, constant)
    pairs = tuple((readers[atom], c) for atom, c in terms)

    def total(state: S) -> int:
        value = constant
        for read, c in pairs:
            value += c * read(state)
        return value

    if relation == "<=":
        return lambda state: total(state) <= 0
    if relation == "==":
        return lambda state: total(state) == 0
    return lambda state: total(state) != 0


def _test_of_two(first: Read[S], a: int, second: Read[S], b: int, relation: Relation, constant: int) -> Ask[S]:
    """a · first + b · second + constant against 0, the relation being ==, != or <=."""
    if constant == 0 and a == -b:
        if relation == "==":
            return lambda state: first(state) == second(state)
        if relation == "!=":
            return lambda state: first(state) != second(state)
        if a > 0:
            return lambda state: first(state) <= second(state)
        return lambda state: second(state) <= first(state)
    limit = -constant
    if relation == "<=":
        return lambda state: a * first(state) + b * second(state) <= limit
    if relation == "==":
        return lambda state: a * first(state) + b * second(state) == limit
    return lambda state: a * first(state) + b * second(state) != limit


def _every(asks: list[Ask[S]]) -> Ask[S]:
    match asks:
        case [a]:
            return a
        case [a, b]:
            return lambda state: a(state) and b(state)
        case [a, b, c]:
            return lambda state: a(state) and b(state) and c(state)
        case [a, b, c, d]:
            return lambda state: a(state) and b(state) and c(state) and d(state)
    parts = tuple(asks)

    def every(state: S) -> bool:
        for ask in parts:  # noqa: SIM110 - a generator costs several times this loop
            if not ask(state):
                return False
        return True

    return every


def _some(asks: list[Ask[S]]) -> Ask[S]:
    match asks:
        case [a]:
            return a
        case [a, b]:
            return lambda state: a(state) or b(state)
        case [a, b, c]:
            return lambda state: a(state) or b(state) or c(state)
        case [a, b, c, d]:
            return lambda state: a(state) or b(state) or c(state) or d(state)
    parts = tuple(asks)

    def some(state: S) -> bool:
        for ask in parts:  # noqa: SIM110 - as above
            if ask(state):
                return True
        return False

    return some
