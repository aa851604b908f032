"""A rule of the linter: what it finds, why that matters, how to mend it, and two examples that are its tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from simulator.scenario.problem import Severity
from simulator.scenario.reading.places import Path

if TYPE_CHECKING:
    from simulator.authoring.lint.case import Case

Level = Literal["error", "wrong", "smell", "todo", "info"]
"""`error` cannot be played, or teaches the wrong thing; `wrong` should not be published; `smell` is most likely
not meant; `todo` is a gap in a draft; `info` is worth knowing and asks for nothing."""

LEVELS: tuple[Level, ...] = ("error", "wrong", "smell", "todo", "info")
"""The levels, the gravest first."""

Needs = Literal["text", "graph", "simulation", "values", "library"]
"""What a rule looks at: the words, the ways between moments, simulated calls, what lines are worth in them, or
the other calls of the library."""

QUICK: frozenset[Needs] = frozenset({"text", "graph"})
"""What is looked at in a quick run: what takes milliseconds."""

SEVERITIES: Mapping[Level, Severity] = {
    "error": "error",
    "wrong": "warning",
    "smell": "note",
    "todo": "todo",
    "info": "note",
}
"""How a finding of each level is told to whoever knows only problems."""

Patch = Mapping[str, object]
"""Changes to the example call: values by path through its keys; None takes a key away."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing a rule found: the path of what it is about, and what is wrong with it, in plain words.

    `hint` replaces the rule's general mend where the place allows a better one; `key` points at the key of the
    entry (otherwise at its value), `offset` at a letter within its words.
    """

    path: Path
    message: str
    hint: str = ""
    key: bool = True
    offset: int | None = None


Check = Callable[["Case"], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `level` is how grave its findings are; `least` the mildest they may be made: what must stay an error
    cannot be excused by a comment. `bad` and `good` are changes to the example call in which it finds something and
    finds nothing; `beside` are the other calls of the library in which it is so, as changes to the example call."""

    id: str
    subject: str
    finds: str
    why: str
    mend: str
    level: Level
    least: Level
    needs: Needs
    bad: Patch
    good: Patch
    beside: tuple[Patch, ...]
    check: Check = field(repr=False)


RULES: dict[str, Rule] = {}
"""Every rule by id. Filled by the modules of `rules`, which `rules/__init__.py` imports."""


def rule(
    id_: str,
    *,
    finds: str,
    why: str,
    mend: str,
    level: Level,
    bad: Patch,
    good: Patch | None = None,
    least: Level = "info",
    needs: Needs = "text",
    beside: tuple[Patch, ...] | None = None,
) -> Callable[[Check], Check]:
    """Registers the function below it as a rule; without `good` the example call itself is the good one, and without
    `beside` a call like the bad one stands in its library."""

    def register(check: Check) -> Check:
        if id_ in RULES:
            raise ValueError(f"two rules are called {id_}")
        subject = check.__module__.rpartition(".")[2]
        RULES[id_] = Rule(id_, subject, finds, why, mend, level, least, needs, bad, good or {}, beside or (bad,), check)
        return check

    return register
