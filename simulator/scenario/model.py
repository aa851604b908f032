"""A scenario as the simulation reads it: frozen values, every id resolved, every number in fixed point.

Tension, rapport, sensitisation, needs, reactivity and loads are thousandths of a natural unit, distances
are millimetres, times are tenths of a second. `build.py` makes these values from an authored file; nothing
else does, so whoever holds a `Scenario` may trust every reference in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from simulator.scenario.parts import Change, Condition, Deed, Goal, Help, Kind, Mark, PromptKind, Replies, Role, Text


def _no_texts() -> Mapping[str, Text]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Route:
    """A named way out of a node: taken when its condition holds (always, without one)."""

    id: str
    when: Condition | None
    goal: Goal
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """An authored choice of words (`spoken`) or deed. `seconds` is tenths, None where the law computes it."""

    id: str
    node: str
    words: Text
    spoken: bool
    deed: Deed
    seconds: int | None = None
    only_if: Condition | None = None
    once: bool = False
    person: str | None = None
    replies: Replies = field(default_factory=Replies)
    leads: tuple[str, ...] = ()
    goal: Goal | None = None
    debrief: Text | None = None
    better: str | None = None
    paraphrases: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """`node.line`, the id that names this line across the scenario."""
        return f"{self.node}.{self.id}"


@dataclass(frozen=True, slots=True)
class ActRule:
    """What a node (or the scenario) adds to a standing act or to silence: words, routes, endings, effects.

    `techniques` replaces the act's own techniques where it is not None; `deed.does` is not used here.
    """

    id: str
    label: Text | None = None
    techniques: tuple[str, ...] | None = None
    deed: Deed = field(default_factory=Deed)
    replies: Replies = field(default_factory=Replies)
    leads: tuple[str, ...] = ()
    goal: Goal | None = None
    debrief: Text | None = None
    better: str | None = None
    only_if: Condition | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a prompt, with its mark and the reason for it."""

    id: str
    words: Text
    mark: Mark
    debrief: Text | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to the trainee at the first visit of a node; answering takes no time. `skill` is the
    competency it gives evidence for (assessment for an observation, proportionality for an articulation
    unless the author says otherwise)."""

    id: str
    node: str
    kind: PromptKind
    ask: Text
    answers: tuple[Answer, ...]
    skill: str


@dataclass(frozen=True, slots=True)
class Node:
    """One moment of the call. `timer` is tenths of a second, None for none; `goal` is where lines lead unless
    they say otherwise; `closed` are standing acts not offered here; `entry` is what coming here does to the scene."""

    id: str
    scene: Text
    cues: Mapping[str, Text] = field(default_factory=_no_texts)
    calls_for: tuple[str, ...] = ()
    timer: int | None = None
    silence: ActRule | None = None
    goal: Goal | None = None
    routes: Mapping[str, Route] = field(default_factory=lambda: MappingProxyType({}))
    acts: Mapping[str, ActRule] = field(default_factory=lambda: MappingProxyType({}))
    closed: tuple[str, ...] = ()
    lines: Mapping[str, Line] = field(default_factory=lambda: MappingProxyType({}))
    prompts: tuple[Prompt, ...] = ()
    entry: Deed = field(default_factory=Deed)


@dataclass(frozen=True, slots=True)
class EventRule:
    """Something that happens by itself: on a condition, on a resource's arrival, or at a time (tenths from the
    start). With a condition beside the arrival or time it happens then if the condition holds, else at the end of
    the first act after which it does. `by_hand` events have none of these: only an instructor's injection fires
    them. Once unless `again`, which only an event on a condition alone can use."""

    id: str
    when: Condition | None = None
    arrives: str | None = None
    at: int | None = None
    again: bool = False
    by_hand: bool = False
    say: Text | None = None
    person: str | None = None
    deed: Deed = field(default_factory=Deed)
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """How a person is moved. Thousandths, except half-lives (whole seconds) and comfort (mm, the calm value).

    `overhears` is the part of what is said to somebody else that moves this person too.
    """

    tension: int
    rapport: int
    baseline: int
    grievance: int
    reactivity: int
    kind: Kind
    needs: Mapping[str, int]
    comfort: int
    fall: int = 300
    rise: int = 30
    residue: int = 1500
    overhears: int = 0
    triggers: frozenset[str] = frozenset()
    hooks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the scene. A subject has a profile; a partner may have an act of their own. `known_as` is what
    they are called until `named_when` holds; "" where the name is known from the start."""

    id: str
    role: Role
    name: str
    look: Mapping[str, object]
    voice: Mapping[str, object]
    profile: Profile | None = None
    act: ActRule | None = None
    known_as: str = ""
    named_when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Temperament:
    """One way the main subject may be today: a whole profile and look, and start values that differ."""

    id: str
    label: str
    profile: Profile
    look: Mapping[str, object]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Stressor:
    """A load on everyone's equilibrium, by level (thousandths). A level of 0 is gone."""

    id: str
    label: str
    levels: Mapping[str, int]
    starts: str


@dataclass(frozen=True, slots=True)
class Resource:
    """Help that can be called; `eta` is tenths of a second from the call. `help` is the kind of help it brings,
    which the clauses of critical errors may name instead of its id. `under_way` is when it comes, in tenths from
    the start, where it was sent before the call began; None where it waits to be called."""

    id: str
    label: str
    eta: int
    only_if: Condition | None = None
    help: Help = "other"
    under_way: int | None = None


@dataclass(frozen=True, slots=True)
class Variable:
    """A declared flag (`values` None, `low` None), choice (`values`) or bounded whole number (`low`, `high`)."""

    id: str
    start: bool | int | str
    values: tuple[str, ...] | None = None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A way the call can end: kind, value (thousandths of 0-100 points), what happened next, the lesson."""

    id: str
    kind: str
    value: int
    title: Text
    after: Text
    lesson: Text


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the trainee is told before contact."""

    dispatch: Text
    known: tuple[Text, ...] = ()
    policy: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when: place id, time of day (HH:MM), weather, start distance (mm), start cover."""

    place: str
    time: str
    weather: str
    ambience: str
    distance: int
    cover: bool


@dataclass(frozen=True, slots=True)
class ScenarioTest:
    """A fixed line of actions and what must hold after it."""

    id: str
    temperament: str
    seed: int
    play: tuple[str, ...]
    expect: tuple[Condition, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class About:
    """Everything that describes a scenario and moves nothing in it."""

    title: str
    version: str
    summary: str
    status: Literal["draft", "published"] = "published"
    authors: tuple[str, ...] = ()
    reviewed_by: tuple[str, ...] = ()
    licence: str = ""
    language: str = "en"
    category: str = "routine"
    minutes: int = 8
    content_notes: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    hardships: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Scenario:
    """A whole call. Compared by identity; `digest` (sha256 of the file's text) tells two texts apart.

    `longest` is the id of the timed event that ends the call at the latest. Facts hold start values that differ
    from their defaults already merged in.
    """

    id: str
    digest: str
    about: About
    briefing: Briefing
    setting: Setting
    facts: Mapping[str, bool | str]
    stressors: Mapping[str, Stressor]
    resources: Mapping[str, Resource]
    variables: Mapping[str, Variable]
    findings: Mapping[str, Text]
    promises: Mapping[str, Text]
    cast: Mapping[str, Person]
    temperaments: Mapping[str, Temperament]
    start: str
    nodes: Mapping[str, Node]
    events: Mapping[str, EventRule]
    outcomes: Mapping[str, Outcome]
    acts: Mapping[str, ActRule]
    longest: str
    tests: tuple[ScenarioTest, ...] = ()

    @property
    def subject(self) -> Person:
        """The main subject: the first person in the cast with that role."""
        return next(person for person in self.cast.values() if person.role == "subject")
