"""A scenario as the step runs it: every id an index, every condition bound, every fallback already chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.encounter.reading import Places, Test
from simulator.encounter.techniques import CompiledProfile, CompiledTechnique
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.model import Prompt, Scenario
from simulator.scenario.parts import AuthorEffects, Mark
from simulator.scenario.words import Words


@dataclass(frozen=True, slots=True)
class Wording:
    """A text's variants: the condition and weight of each, and the tenths of a second it takes to say."""

    id: str
    words: tuple[str, ...]
    tests: tuple[Test | None, ...]
    weights: tuple[int, ...]
    plain: bool
    """Whether there is one variant, without a condition: nothing to choose."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A node or outcome, or several by weight."""

    is_end: bool
    ids: tuple[str, ...]
    weights: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """One change: which tuple, where in it, the stored value; `low` and `high` bound an addition."""

    target: str
    name: str
    place: int
    value: int
    add: bool
    low: int
    high: int
    values: tuple[str, ...] | None
    """Names of a choice's values, to say the change in the author's words; None for flags and numbers."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What an act or event does beside its words, as indexes and bits."""

    techniques: tuple[int, ...]
    topics: frozenset[str]
    author: AuthorEffects | None
    sets: tuple[Set, ...]
    move: int
    cover: bool | None
    calls: tuple[int, ...]
    finds: tuple[str, ...]
    promise: int
    keeps: tuple[int, ...]
    breaks: tuple[int, ...]
    lie_found: bool
    scene: bool
    """Whether anything beside the person can change: without it and without a lie that comes to light a step skips
    the whole second stage."""


@dataclass(frozen=True, slots=True)
class RoutePlan:
    """A way out of a node."""

    id: str
    test: Test | None
    to: Destination
    sets: tuple[Set, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A line, a standing act or a silence at one node.

    `seconds` is tenths for each wording; -1 is *until the next arrival or timed event* (`hold`). In `leads`
    None stands for `next`. `replies` is one wording a landing, None for the catalogue's generic reaction.
    """

    action: str
    kind: str
    words: Wording | None
    doing: Doing
    seconds: tuple[int, ...]
    person: int
    replies: tuple[Wording | None, ...]
    leads: tuple[RoutePlan | None, ...]
    goal: Destination | None
    only_if: Test | None
    label: Wording | None = None
    bit: int = 0
    once: bool = False
    resource: int = -1
    partner: int = 0
    crowds: tuple[int, ...] = ()
    """Techniques that count only if the act ends inside the comfort distance (`closer`)."""


@dataclass(frozen=True, slots=True)
class PromptPlan:
    """A prompt, the bit that marks it answered, and each answer's mark."""

    prompt: Prompt
    bit: int
    marks: Mapping[str, Mark]


@dataclass(frozen=True, slots=True)
class NodePlan:
    """A node."""

    id: str
    index: int
    lines: Mapping[str, Plan]
    acts: Mapping[str, Plan]
    silence: Plan
    timer: int
    prompts: tuple[PromptPlan, ...]
    closed: frozenset[str]
    entry: Doing


@dataclass(frozen=True, slots=True)
class EventPlan:
    """An event; `arrives` is a resource's index or -1, `at` tenths or -1. One with either and a `test` happens then
    if it holds, else among the conditional ones as soon as it does."""

    id: str
    bit: int
    test: Test | None
    arrives: int
    at: int
    again: bool
    by_hand: bool
    say: Wording | None
    person: int
    doing: Doing
    goal: Destination | None


@dataclass(frozen=True, slots=True)
class Cast:
    """The people who can be moved under one temperament, in the order of the state's subjects."""

    profiles: tuple[CompiledProfile, ...]


@dataclass(frozen=True, eq=False)
class Program:
    """All that `step` needs of a scenario and its catalogues. Compared by identity."""

    scenario: Scenario
    catalogues: Catalogues
    places: Places
    techniques: tuple[CompiledTechnique, ...]
    families: tuple[int, ...]
    technique_index: Mapping[str, int]
    subjects: tuple[str, ...]
    temperaments: tuple[str, ...]
    casts: tuple[Cast, ...]
    openings: tuple[Doing, ...]
    """What each temperament changes in the scene before the first act."""
    loads: tuple[tuple[int, ...], ...]
    level_names: tuple[tuple[str, ...], ...]
    resources: tuple[str, ...]
    etas: tuple[int, ...]
    resource_tests: tuple[Test | None, ...]
    promises: tuple[str, ...]
    named: Mapping[str, Test]
    """When the name of a person of the cast is known; who is not in it is known from the start."""
    nodes: Mapping[str, NodePlan]
    conditional: tuple[EventPlan, ...]
    timed: tuple[EventPlan, ...]
    arriving: Mapping[int, tuple[EventPlan, ...]]
    events: Mapping[str, EventPlan]
    reactions: Mapping[tuple[str, str], tuple[Wording, ...]]
    """Generic reactions by kind of person and landing, one wording a band."""
    texts: Mapping[str, Wording] = field(default_factory=dict)
    """Every text of scenario and reactions by its path id."""

    @property
    def digests(self) -> Mapping[str, str]:
        """What a log's header names: the scenario's digest and each catalogue's."""
        return {"scenario": self.scenario.digest, **self.catalogues.digests}

    def told_in(self, words: Words | None) -> Program:
        """The same program whose debriefs are told in these words; None leaves those it has."""
        return self if words is None else replace(self, catalogues=replace(self.catalogues, words=words))

    def words(self, text: str, variant: int = 0) -> str:
        """The words that a happening names by text id and variant; "" for no text."""
        return self.texts[text].words[variant] if text else ""
