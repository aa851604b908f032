"""The parts that a scenario's moments are made of: texts, conditions, goals, changes, deeds, replies.

See `model.py` for units and for how these values come to be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from simulator.scenario.conditions.syntax import Expr

Landing = Literal["lands", "flat", "unheard", "hurts"]
Kind = Literal["reactive", "proactive", "mixed"]
Role = Literal["subject", "partner", "bystander"]
PromptKind = Literal["observation", "articulation"]
Mark = Literal["right", "part", "wrong"]
Help = Literal["medical", "clinical", "police", "interpreter", "family", "other"]

LANDINGS: tuple[Landing, ...] = ("lands", "flat", "unheard", "hurts")
NEEDS = ("fear", "injustice", "shame", "despair", "confusion", "gain")

FACTS: Mapping[str, tuple[str, ...] | None] = MappingProxyType(
    {
        "threat": ("none", "possible", "immediate"),
        "weapon": ("none", "near", "in_hand"),
        "intent_stated": None,
        "danger_signs": None,
        "detained": None,
        "authority": None,
        "behind": None,
    }
)
"""Scene facts and their values in order; None is a flag. The first value (or False) is the default."""

PLAIN_ACTS = ("wait", "hold", "back", "closer", "cover", "leave")
"""Standing acts with a fixed id; `partner:ID` and `call:ID` stand beside them."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A parsed, type-checked condition with the words it was written in."""

    source: str
    expr: Expr


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording: used when its condition holds; without one, drawn by the seed in proportion to `weight`."""

    words: str
    when: Condition | None = None
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """Words with a path id (`bottle.choose_where.say`) that names them in tests, findings and translations.

    The first variant whose condition holds is used; if none does, the seed draws among those without one.
    """

    id: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """Where something leads: nodes or outcomes, the seed drawing one by weight where there are several."""

    kind: Literal["node", "outcome"]
    choices: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A value set on a variable, a stressor or a scene fact; `add` adds to a bounded number instead."""

    target: Literal["variable", "stressor", "fact"]
    name: str
    value: bool | int | str
    add: bool = False


@dataclass(frozen=True, slots=True)
class AuthorEffects:
    """Explicit effects on the person addressed, in thousandths, added to what the techniques do."""

    tension: int = 0
    rapport: int = 0
    sensitisation: int = 0


@dataclass(frozen=True, slots=True)
class AuthorEvidence:
    """An author's own evidence item for a skill on a line: r 1-7 with a one-line reason."""

    skill: str
    r: int
    why: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What an utterance, act or event does, beside where it leads.

    `does` holds one to three technique ids, the main one first. `move` is millimetres, positive away.
    `cover` is None where it stays as it was. `lie_found` marks the moment a lie comes to light.
    """

    does: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    effects: AuthorEffects | None = None
    changes: tuple[Change, ...] = ()
    move: int = 0
    cover: bool | None = None
    calls: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    promise: str | None = None
    keeps: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    lie_found: bool = False
    critical: str | None = None
    evidence: tuple[AuthorEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Replies:
    """Words by how the act landed; a missing landing falls back to `any` (never for *hurts*), then to the
    catalogue's generic reaction."""

    by_landing: Mapping[Landing, Text] = field(default_factory=lambda: MappingProxyType({}))
    any: Text | None = None
