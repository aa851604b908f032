"""The small pieces that scenario files are written with: ids, words, variants, times, goals, deeds.

The sentence under each field is what an editor shows when the pointer rests on the key, so it is written
for an author.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
)

from simulator.scenario.authored.shape import Words

ID_PATTERN = "^[a-z][a-z0-9_]*$"

Ident = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
"""A name other places refer to: small letters, digits and _."""

Prose = Annotated[str, Words(), Field(max_length=4000)]
"""Words for people, of one wording."""

Thousandths = Annotated[float, Field(allow_inf_nan=False)]
"""A number with at most three decimals."""

_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)\Z")


def seconds_of(value: object) -> object:
    """Seconds from a number or from minutes and seconds written `8:00`."""
    if isinstance(value, str):
        found = _CLOCK.match(value)
        if found is None:
            raise ValueError("write seconds (`25`) or minutes and seconds (`8:00`)")
        return float(int(found[1]) * 60 + int(found[2]))
    return value


Seconds = Annotated[
    float,
    BeforeValidator(seconds_of),
    Field(ge=0, le=86400, allow_inf_nan=False),
    WithJsonSchema(
        {
            "type": ["number", "string"],
            "pattern": r"^\d{1,3}:[0-5]\d$",
            "patternErrorMessage": "write seconds (25) or minutes and seconds (8:00)",
            "minimum": 0,
        }
    ),
]
"""A length of time: seconds, or minutes and seconds as `8:00`."""


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Ids = Annotated[
    list[str], BeforeValidator(_listed), WithJsonSchema({"type": ["string", "array"], "items": {"type": "string"}})
]
"""One id or a list of them."""

Techniques = Annotated[
    list[str],
    BeforeValidator(_listed),
    Field(max_length=3),
    WithJsonSchema({"type": "array", "items": {"type": "string"}, "maxItems": 3}),
]
"""One to three techniques, the main one first."""

Skills = Annotated[
    list[str],
    BeforeValidator(_listed),
    WithJsonSchema({"type": "array", "items": {"type": "string"}}),
]
"""Competencies, by id."""


class Part(BaseModel):
    """Base of everything authored: unknown keys are mistakes, and nothing is converted behind one's back."""

    model_config = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True)


class Variant(Part):
    """One wording among several."""

    model_config = ConfigDict(title="a wording")

    say: Prose
    """The words."""
    when: str | None = None
    """Used when this holds, for example `tension >= 60`. The first variant whose condition holds is taken."""
    weight: Annotated[int, Field(ge=1, le=1000)] = 1
    """How often it is drawn among the wordings without a condition."""


def _text_kind(value: object) -> str | None:
    if isinstance(value, str):
        return "<words>"
    return "<variants>" if isinstance(value, list) else None


Text = Annotated[
    Annotated[str, Words(), Field(max_length=4000), Tag("<words>")]
    | Annotated[list[Variant], Field(min_length=1), Tag("<variants>")],
    Discriminator(_text_kind, custom_error_type="words", custom_error_message="words in quotes belong here"),
]
"""Words in quotes, or a list of wordings `[{when: "tension >= 60", say: "…"}, {say: "…"}]`."""


def _goal_kind(value: object) -> str | None:
    if isinstance(value, str):
        return "<one>"
    return "<weighted>" if isinstance(value, dict) else None


Target = Annotated[
    Annotated[str, Tag("<one>")]
    | Annotated[dict[str, Annotated[int, Field(ge=1, le=1000)]], Field(min_length=1), Tag("<weighted>")],
    Discriminator(_goal_kind, custom_error_type="target", custom_error_message="an id belongs here"),
]
"""One id, or several with weights `{story: 2, edge: 1}` among which the seed draws."""


class Replies(Part):
    """What the person answers, by how the act landed."""

    model_config = ConfigDict(title="the replies")

    lands: Text | None = None
    """The answer when it reached the person."""
    flat: Text | None = None
    """The answer when it changed nothing."""
    unheard: Text | None = None
    """The answer when the person was too agitated to take it in."""
    hurts: Text | None = None
    """The answer when it made things worse."""
    any: Text | None = None
    """The answer for every landing not written here, but never for `hurts`."""


def _reply_kind(value: object) -> str | None:
    if isinstance(value, str):
        return "<words>"
    if isinstance(value, list):
        return "<variants>"
    return "<replies>" if isinstance(value, dict) else None


Reply = Annotated[
    Annotated[str, Words(), Field(max_length=4000), Tag("<words>")]
    | Annotated[list[Variant], Field(min_length=1), Tag("<variants>")]
    | Annotated[Replies, Tag("<replies>")],
    Discriminator(
        _reply_kind, custom_error_type="reply", custom_error_message="words or replies by landing belong here"
    ),
]
"""One answer in quotes for every landing but `hurts`, or answers by landing `{lands: "…", hurts: "…"}`."""


class Effects(Part):
    """Changes the author adds to what the techniques do."""

    model_config = ConfigDict(title="effects")

    tension: Annotated[Thousandths, Field(ge=-100, le=100)] = 0
    """Points of tension added (-3 calms)."""
    rapport: Annotated[Thousandths, Field(ge=-100, le=100)] = 0
    """Points of trust added."""
    sensitisation: Annotated[Thousandths, Field(ge=-50, le=50)] = 0
    """Points of how easily the person flares again."""


class Evidence(Part):
    """A rating the author gives for a skill, where the techniques do not say it all."""

    model_config = ConfigDict(title="evidence")

    r: Annotated[int, Field(ge=1, le=7)]
    """1 (harmful) to 7 (exemplary)."""
    why: Prose
    """The reason, in one sentence about behaviour."""


def _scalar_kind(value: object) -> str | None:
    return f"<{type(value).__name__}>" if isinstance(value, bool | int | str) else None


Scalar = Annotated[
    Annotated[bool, Tag("<bool>")] | Annotated[int, Tag("<int>")] | Annotated[str, Tag("<str>")],
    Discriminator(
        _scalar_kind,
        custom_error_type="scalar",
        custom_error_message="true, false, a whole number or one word belongs here",
    ),
]
"""The value of a variable, a stressor or a scene fact."""


class DeedPart(Part):
    """The keys that lines, standing acts, silence and events share: what is done, and what it changes."""

    does: Techniques = Field(default_factory=list)
    """One to three techniques, the main one first: `[offer_choices, give_space]`."""
    topics: Ids = Field(default_factory=list)
    """Topics the words touch; they meet the person's triggers and hooks."""
    effects: Effects | None = None
    """Changes added to what the techniques do: `{tension: -3, rapport: +2}`. Seldom needed."""
    set: dict[str, Scalar] = Field(default_factory=dict)
    """Variables, stressors and scene facts given a value: `{speaker: low}`."""
    add: dict[str, int] = Field(default_factory=dict)
    """Number variables raised or lowered: `{offers: 1}`."""
    move: Annotated[Thousandths, Field(ge=-100, le=100)] = 0
    """Metres the distance changes by; + is away from the person."""
    cover: bool | None = None
    """true when the officer is behind cover from now on, false when no longer."""
    call: Ids = Field(default_factory=list)
    """Resources called, by id."""
    finds: Ids = Field(default_factory=list)
    """Hidden facts that come to light, by id."""
    promise: str | None = None
    """The promise this makes, by id."""
    keeps: Ids = Field(default_factory=list)
    """Promises this keeps."""
    breaks: Ids = Field(default_factory=list)
    """Promises this breaks, if they were made."""
    lie_found: bool = False
    """true where a lie comes to light now."""
    critical: str | None = None
    """A row of the critical errors that this commits, by id."""
    evidence: dict[str, Evidence] = Field(default_factory=dict)
    """The author's own ratings by skill: `{safety: {r: 2, why: "…"}}`."""


def is_id(word: Any) -> bool:
    """Whether a word has the shape of an id."""
    return isinstance(word, str) and re.match(r"[a-z][a-z0-9_]*\Z", word) is not None


OutcomeKind = Literal["voluntary", "referral", "medical", "disengaged", "arrest", "force", "injury", "death", "fled"]
"""How a call can end, whatever its words."""
