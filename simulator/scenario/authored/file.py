"""A scenario file exactly as authored: what every key means, and what may stand there.

`load.py` reads a file into these models, `build.py` makes the values the simulation plays.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from simulator.scenario.authored.moments import Act, Node
from simulator.scenario.authored.parts import Ident, Ids, Part, Prose, Text
from simulator.scenario.authored.scene import (
    Briefing,
    Declared,
    Event,
    Facts,
    Outcome,
    Person,
    Resource,
    Setting,
    Stressor,
    Temperament,
    Test,
)

FORMAT = 1
"""The version of the file format that this program writes and plays."""


class ScenarioFile(Part):
    """A whole call."""

    model_config = ConfigDict(title="a scenario")

    format: int
    """The version of the file format: 1."""
    id: Ident
    """The scenario's name in lists and records: small letters, digits, _. It never changes."""
    title: Prose
    """What the trainee reads in the library."""
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")] = "0.1.0"
    """The version of this scenario: 1.0.0; raise it when you change what happens."""
    status: Literal["draft", "published"] = "published"
    """draft: gaps are todos, not errors. published: nothing may be missing."""
    summary: Prose = ""
    """One sentence for the library."""
    authors: list[Prose] = Field(default_factory=list)
    """Who wrote it."""
    reviewed_by: list[Prose] = Field(default_factory=list)
    """Who read it critically: a trainer, a clinician, somebody who has been there."""
    licence: str = ""
    """For example CC-BY-4.0."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    """The language of the words: en, cs, es …"""
    category: Literal["routine", "crisis", "conflict", "community", "colleague"] = "routine"
    """What sort of call it is."""
    minutes: Annotated[int, Field(ge=1, le=180)] = 8
    """About how long it takes, shown on the card."""
    content_notes: list[Prose] = Field(default_factory=list)
    """What a trainee may want to know beforehand: themes, help lines."""
    objectives: list[Prose] = Field(default_factory=list)
    """What it teaches."""
    frameworks: list[Prose] = Field(default_factory=list)
    """Frameworks it practises: ICAT, CIT …"""
    sources: list[Prose] = Field(default_factory=list)
    """What the writing rests on."""
    hardships: Ids = Field(default_factory=list)
    """Facts that make the call harder, by id; difficulty is counted from them."""
    briefing: Briefing
    """What the trainee is told before contact."""
    setting: Setting
    """Where and when."""
    facts: Facts = Field(default_factory=Facts)
    """What a judgement of force needs, as it stands at the start."""
    stressors: dict[Ident, Stressor] = Field(default_factory=dict)
    """Things that wear on everyone, by id."""
    resources: dict[Ident, Resource] = Field(default_factory=dict)
    """Help that can be called, by id."""
    variables: dict[Ident, Declared] = Field(default_factory=dict)
    """What to remember: `knows_name: false`, `offers: {from: 0, to: 5}`, `mood: {one_of: [sad, angry]}`."""
    findings: dict[Ident, Text] = Field(default_factory=dict)
    """Hidden facts an officer can find out, by id."""
    promises: dict[Ident, Text] = Field(default_factory=dict)
    """Promises a line can make, by id."""
    cast: Annotated[dict[Ident, Person], Field(min_length=1)]
    """The people, by id; the first subject is the main one."""
    temperaments: dict[Ident, Temperament] = Field(default_factory=dict)
    """Ways the subject may be today, by id; three or more make a call worth playing again."""
    start: str
    """The node the call begins in."""
    acts: dict[str, Act] = Field(default_factory=dict)
    """What standing acts do in every node that does not say otherwise."""
    closed: Ids = Field(default_factory=list)
    """Standing acts not offered anywhere in this call: `[cover]`."""
    nodes: Annotated[dict[Ident, Node], Field(min_length=1)]
    """The moments of the call, by id."""
    events: dict[Ident, Event] = Field(default_factory=dict)
    """Things that happen by themselves, by id. One has `at` and `end`: the longest the call can last."""
    outcomes: dict[Ident, Outcome] = Field(default_factory=dict)
    """The ways the call can end, by id."""
    tests: dict[Ident, Test] = Field(default_factory=dict)
    """Lines of play and what must hold after them, by id."""
