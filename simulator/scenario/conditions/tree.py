"""A condition taken apart: the tree, how it is written back, and what it mentions.

Trees are values: equal when they say the same, wherever it stood in the text (columns do not count).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Comparator = Literal["==", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Truth:
    """`true` or `false`."""

    value: bool
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, kept exactly: in thousandths."""

    thousandths: int
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Time:
    """Minutes and seconds as written (`8:00`), in seconds."""

    seconds: int
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Word:
    """A bare word: a name, or a value of the name it is compared with."""

    text: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A word in quotes: always an id or a value, never a name."""

    text: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Id:
    """An argument of a function, quoted or bare."""

    text: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A question to the history: `visits('offer')`."""

    function: str
    arguments: tuple[Id, ...]
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus something other than a plain number (`-5` is a Numeral)."""

    operand: "Expr"
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sum:
    """Two or more terms; `signs` holds +1 or -1 for each, the first always +1."""

    terms: "tuple[Expr, ...]"
    signs: tuple[int, ...]
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Operands with a sign between each two: `20 <= tension < 40` holds when each pair of neighbours does."""

    operands: "tuple[Expr, ...]"
    signs: tuple[Comparator, ...]
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Membership:
    """`subject in (a, b)`, or `not in`."""

    subject: "Expr"
    options: "tuple[Expr, ...]"
    negated: bool = False
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """`not` something."""

    operand: "Expr"
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """Two or more parts, all of which must hold; read from the left, stopping at the first that does not."""

    parts: "tuple[Expr, ...]"
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """Two or more parts, one of which must hold; read from the left, stopping at the first that does."""

    parts: "tuple[Expr, ...]"
    column: int = field(default=0, compare=False)


Expr: TypeAlias = (
    Truth | Numeral | Time | Word | Quoted | Call | Negative | Sum | Comparison | Membership | Not | And | Or
)

# How tightly each kind holds together; what stands inside a tighter one needs parentheses.
_OR, _AND, _NOT, _COMPARE, _SUM, _TERM = range(6)


def to_text(expr: Expr) -> str:
    """`expr` as an author would write it; `parse` reads it back to an equal tree.

    >>> to_text(Comparison((Word("tension"), Numeral(40_500)), ("<",)))
    'tension < 40.5'
    """
    return _written(expr)[0]


def _inside(expr: Expr, tightness: int) -> str:
    text, own = _written(expr)
    return text if own >= tightness else f"({text})"


def _written(expr: Expr) -> tuple[str, int]:
    match expr:
        case Truth(value):
            return ("true" if value else "false"), _TERM
        case Numeral(thousandths):
            return decimal(thousandths), _TERM
        case Time(seconds):
            return f"{seconds // 60}:{seconds % 60:02}", _TERM
        case Word(text):
            return text, _TERM
        case Quoted(text):
            return _in_quotes(text), _TERM
        case Call(function, arguments):
            return f"{function}({', '.join(_in_quotes(each.text) for each in arguments)})", _TERM
        case Negative(operand):
            return f"-{_inside(operand, _TERM)}", _TERM
        case Sum(terms, signs):
            pieces = [_inside(terms[0], _TERM)]
            for term, sign in zip(terms[1:], signs[1:], strict=True):
                pieces.append(f"{'+' if sign > 0 else '-'} {_inside(term, _TERM)}")
            return " ".join(pieces), _SUM
        case Comparison(operands, comparators):
            pieces = [_inside(operands[0], _SUM)]
            for operand, comparator in zip(operands[1:], comparators, strict=True):
                pieces.append(f"{comparator} {_inside(operand, _SUM)}")
            return " ".join(pieces), _COMPARE
        case Membership(subject, options, negated):
            listed = ", ".join(_inside(option, _SUM) for option in options)
            return f"{_inside(subject, _SUM)} {'not in' if negated else 'in'} ({listed})", _COMPARE
        case Not(operand):
            return f"not {_inside(operand, _NOT)}", _NOT
        case And(parts):
            return " and ".join(_inside(part, _NOT) for part in parts), _AND
        case Or(parts):
            return " or ".join(_inside(part, _AND) for part in parts), _OR


def decimal(thousandths: int) -> str:
    """A number of thousandths as an author writes it: 40500 is `40.5`."""
    whole, rest = divmod(abs(thousandths), 1000)
    text = f"{whole}.{rest:03}".rstrip("0").rstrip(".") if rest else str(whole)
    return f"-{text}" if thousandths < 0 else text


def _in_quotes(text: str) -> str:
    return f'"{text}"' if "'" in text else f"'{text}'"


def children(expr: Expr) -> tuple[Expr, ...]:
    """The trees directly inside `expr`, in the order written."""
    match expr:
        case Negative(operand) | Not(operand):
            return (operand,)
        case Sum(terms, _):
            return terms
        case Comparison(operands, _):
            return operands
        case Membership(subject, options, _):
            return (subject, *options)
        case And(parts) | Or(parts):
            return parts
        case _:
            return ()


def walk(expr: Expr) -> Iterator[Expr]:
    """`expr` and everything inside it, in the order written."""
    yield expr
    for child in children(expr):
        yield from walk(child)


def names_used(expr: Expr) -> frozenset[str]:
    """Every bare word: the names read, and the values written without quotes. `names_read` of the package
    tells them apart, for which it needs a vocabulary."""
    return frozenset(node.text for node in walk(expr) if isinstance(node, Word))


def calls_used(expr: Expr) -> frozenset[tuple[str, tuple[str, ...]]]:
    """Every function called, with its arguments: `('visits', ('offer',))`."""
    return frozenset(
        (node.function, tuple(each.text for each in node.arguments)) for node in walk(expr) if isinstance(node, Call)
    )
