"""What the words of a condition mean: the names there are, their types, and the questions to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false; stored as a bool."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, stored as the whole number *natural value × scale* (tension 54.321 with scale 1000 is 54321).

    `low` and `high` are natural values, both possible; None is no limit. They are what warnings go by: a
    stored value outside them still compares rightly."""

    scale: int = 1
    low: int | Fraction | None = None
    high: int | Fraction | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of `values`, stored as the position in them. An `ordered` one (the bands: calm, uneasy …) also
    compares with `<`, from the first value up."""

    values: tuple[str, ...]
    ordered: bool = False


Type: TypeAlias = Flag | Number | Choice


@dataclass(frozen=True, slots=True)
class Signature:
    """A question to the encounter. `arguments` holds, for each argument, the ids that may stand there; `what`
    names them in messages with their article: "a node"."""

    arguments: tuple[frozenset[str], ...]
    result: Type
    what: str = "an id"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All the names and functions that one condition may use."""

    names: Mapping[str, Type] = field(default_factory=dict)
    functions: Mapping[str, Signature] = field(default_factory=dict)
