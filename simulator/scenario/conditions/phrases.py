"""Pieces of the messages about a condition: what a thing is, what is near to it, what there is."""

from collections.abc import Iterable
from difflib import get_close_matches

from simulator.scenario.conditions.tree import Expr, to_text
from simulator.scenario.conditions.vocabulary import Choice, Flag, Number, Type


def described(expr: Expr, kind: Type) -> str:
    """What `expr` is: "`tension` is a number"."""
    shown = f"`{to_text(expr)}`"
    match kind:
        case Flag():
            return f"{shown} is true or false"
        case Number():
            return f"{shown} is a number"
        case Choice(values, _):
            return f"{shown} is one of {few(values)}"


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The one of `known` that is spelled most like `text`, if any is near."""
    return next(iter(get_close_matches(text.lower(), sorted(known), 1, 0.6)), None)


def few(names: Iterable[str]) -> str:
    """The first six of `names`, with commas."""
    listed = list(names)
    return ", ".join(listed[:6]) + (", …" if len(listed) > 6 else "")


def listed(opening: str, names: Iterable[str]) -> str:
    """`opening` and a few of `names` as a sentence."""
    shown = few(names)
    return f"{opening}: {shown}." if shown else "There are none in this scenario."


def counted(number: int) -> str:
    """A number of ids in words."""
    return {0: "no id", 1: "one id"}.get(number, f"{number} ids")
