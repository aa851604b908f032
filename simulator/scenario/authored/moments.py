"""Nodes as an author writes them: lines, standing acts, silence, routes and prompts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from simulator.scenario.authored.parts import (
    DeedPart,
    Ident,
    Ids,
    Part,
    Prose,
    Reply,
    Scalar,
    Seconds,
    Skills,
    Target,
    Text,
)


class Route(Part):
    """A named way out of a node; lines name it in `leads`."""

    model_config = ConfigDict(title="a route")

    when: str | None = None
    """Taken when this holds, for example `tension < 35 and rapport >= 30`; always, without it."""
    to: Target | None = None
    """The node it leads to."""
    end: Target | None = None
    """The outcome it ends in."""
    set: dict[str, Scalar] = Field(default_factory=dict)
    """Variables, stressors and scene facts given a value on the way."""


class Led(DeedPart):
    """What lines, standing acts and silence share beyond the deed: answers, where it leads, feedback."""

    reply: Reply | None = None
    """What the person answers: one text for every landing but `hurts`, or by landing."""
    leads: Ids = Field(default_factory=list)
    """Names of this node's routes; the first that holds is taken. When none does: `end`, else `next`."""
    next: Target | None = None
    """The node this leads to when no route holds."""
    end: Target | None = None
    """The outcome this ends in when no route holds."""
    debrief: Text | None = None
    """What it did and why, said afterwards: behaviour, effect, reason. At most 60 words."""
    better: str | None = None
    """A line that would have served better: `line` in this node or `node.line`."""
    only_if: str | None = None
    """Offered only when this holds."""


class Line(Led):
    """One choice of words (`say`) or a deed (`act`)."""

    model_config = ConfigDict(
        title="a line",
        json_schema_extra={"dependencies": {"say": {"properties": {"act": False}}}},
    )

    say: Text | None = None
    """The officer's words, 25 or fewer."""
    act: Text | None = None
    """What the officer does, where it is not words."""
    secs: Seconds | None = None
    """How long it takes; without it the words are counted (a deed takes 5 seconds)."""
    once: bool = False
    """true where it can be chosen only once."""
    # The key an author writes is `for`, which is a word of Python's own.
    person: Annotated[str | None, Field(alias="for")] = None
    """The person addressed, by id; the subject, without it."""
    paraphrases: list[Prose] = Field(default_factory=list)
    """Other ways to say it, so that a typed answer finds this line."""


class Act(Led):
    """What a node or the scenario adds to a standing act."""

    model_config = ConfigDict(title="a standing act")

    label: Text | None = None
    """The words on the button, instead of the usual ones."""


class Silence(Led):
    """What happens when the timer of a node runs out."""

    model_config = ConfigDict(title="silence")


class Answer(Part):
    """One answer to a prompt."""

    model_config = ConfigDict(title="an answer")

    say: Text
    """The answer's words."""
    mark: Literal["right", "part", "wrong"]
    """How good it is: right, part or wrong."""
    debrief: Text | None = None
    """Why."""


class Prompt(Part):
    """A question to the trainee before the first act in a node; it takes no time."""

    model_config = ConfigDict(title="a prompt")

    kind: Literal["observation", "articulation"]
    """observation: what do you notice? articulation: why this, and under what authority?"""
    ask: Text
    """The question."""
    skill: str | None = None
    """The skill it gives evidence for: assessment for an observation, proportionality for an articulation."""
    answers: Annotated[dict[Ident, Answer], Field(min_length=1)]
    """The answers, by id."""


class Entry(DeedPart):
    """What happens by coming to a moment: things found, set, moved or called. It does nothing to the person."""

    model_config = ConfigDict(title="an entry")


class Node(Part):
    """One moment of the call."""

    model_config = ConfigDict(title="a node")

    scene: Text | None = None
    """What the officer sees on coming here."""
    entry: Entry | None = None
    """What happens each time the call comes here: `{finds: [photo], set: {door: open}}`."""
    cues: dict[Ident, Text] = Field(default_factory=dict)
    """Signs a good observer notices, by id: `{white_knuckles: "Her knuckles are white."}`."""
    calls_for: Skills = Field(default_factory=list)
    """The skills this moment asks for: the chances that are scored."""
    timer: Seconds | None = None
    """Seconds to decide; when it runs out, silence is the act."""
    silence: Silence | None = None
    """What silence does here; without it, a pause."""
    next: Target | None = None
    """Where every line leads unless it says otherwise."""
    end: Target | None = None
    """The outcome every line ends in unless it says otherwise."""
    routes: dict[Ident, Route] = Field(default_factory=dict)
    """Ways out with a condition, named once and used by any line here."""
    acts: dict[str, Act] = Field(default_factory=dict)
    """What is added to standing acts here: wait, hold, back, closer, cover, leave, `call:ID`, `partner:ID`."""
    closed: Ids = Field(default_factory=list)
    """Standing acts not offered here, beside those closed in the whole call."""
    prompts: dict[Ident, Prompt] = Field(default_factory=dict)
    """Questions to the trainee at the first visit."""
    lines: dict[Ident, Line] = Field(default_factory=dict)
    """The choices, by id; their order means nothing."""
