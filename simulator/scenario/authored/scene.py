"""People, place and the course of things as an author writes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Discriminator, Field, StringConstraints, Tag

from simulator.scenario.authored.moments import Act
from simulator.scenario.authored.parts import (
    DeedPart,
    Ident,
    Ids,
    OutcomeKind,
    Part,
    Scalar,
    Seconds,
    Target,
    Text,
    Thousandths,
)
from simulator.scenario.parts import Help

Level = Annotated[Thousandths, Field(ge=0, le=100)]
Looks = dict[str, bool | int | float | str]
"""Words and numbers a picture or a voice is made from."""


class Briefing(Part):
    """What the trainee is told before contact."""

    model_config = ConfigDict(title="the briefing")

    dispatch: Text
    """The call as it came over the radio."""
    known: list[Text] = Field(default_factory=list)
    """What is known."""
    policy: list[Text] = Field(default_factory=list)
    """Rules and resources that bear on this call."""


class Setting(Part):
    """Where and when."""

    model_config = ConfigDict(title="the setting")

    place: str
    """The place, by the id of its picture: `corner_shop`."""
    time: Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "12:00"
    """Time of day, two digits each: `06:10`, `22:50`."""
    weather: str = ""
    """rain, snow, heat … or nothing."""
    ambience: str = ""
    """The sound of the place, by id."""
    distance: Annotated[Thousandths, Field(gt=0, le=100)] = 4
    """Metres between the officer and the person at the start."""
    cover: Literal["open", "cover"] = "open"
    """Whether the officer stands in the open or behind cover."""


class Facts(Part):
    """What a judgement of force needs, as it stands at the start."""

    model_config = ConfigDict(title="scene facts")

    threat: Literal["none", "possible", "immediate"] = "none"
    """How near harm is."""
    weapon: Literal["none", "near", "in_hand"] = "none"
    """Where a weapon is."""
    intent_stated: bool = False
    """true when the person has said they mean harm."""
    danger_signs: bool = False
    """true when the body shows that an attack is near."""
    detained: bool = False
    """true when the person is not free to go."""
    authority: bool = False
    """true when the law allows the officer to use force for the purpose at hand."""
    behind: bool = False
    """true when the officer stands behind the person."""


class Stressor(Part):
    """Something that wears on everyone: noise, light, an audience."""

    model_config = ConfigDict(title="a stressor")

    label: Text
    """What it is called on screen."""
    levels: Annotated[dict[Ident, Level], Field(min_length=1)]
    """Its levels and their load: `{loud: 12, low: 5, silent: 0}`; at 0 it is gone."""
    starts: str
    """The level at the start."""


class Resource(Part):
    """Help that can be called."""

    model_config = ConfigDict(title="a resource")

    label: Text
    """What it is called on screen."""
    eta: Seconds | None = None
    """How long it takes to come from the call: `3:00`."""
    under_way: Seconds | None = None
    """On its way before the call begins: here at this time from the start, `25:00`. It is not called again."""
    only_if: str | None = None
    """Can be called only when this holds."""
    help: Help = "other"
    """Which help it brings: medical can treat, clinical is a crisis team or a counsellor."""


class Variable(Part):
    """A bounded number, or one of a few words."""

    model_config = ConfigDict(
        title="a variable",
        json_schema_extra={"dependencies": {"one_of": {"properties": {"from": False, "to": False}}}},
    )

    low: Annotated[int | None, Field(alias="from", ge=-100000, le=100000)] = None
    """The least value."""
    high: Annotated[int | None, Field(alias="to", ge=-100000, le=100000)] = None
    """The greatest value."""
    one_of: list[Ident] | None = None
    """The words it can be."""
    start: Annotated[int | str | None, Field()] = None
    """The value at the start; the least or first, without it."""


def _variable_kind(value: object) -> str | None:
    if isinstance(value, dict):
        return "<variable>"
    return f"<{type(value).__name__}>" if isinstance(value, bool | int | str) else None


Declared = Annotated[
    Annotated[bool, Tag("<bool>")]
    | Annotated[int, Tag("<int>")]
    | Annotated[str, Tag("<str>")]
    | Annotated[Variable, Tag("<variable>")],
    Discriminator(
        _variable_kind,
        custom_error_type="variable",
        custom_error_message="`false`, `{from: 0, to: 5}` or `{one_of: [a, b]}` belongs here",
    ),
]
"""A flag by its start value, or a bounded number or choice."""


class Profile(Part):
    """How a person is moved. In a temperament: only what differs."""

    model_config = ConfigDict(title="a profile")

    tension: Level | None = None
    """Tension at the start, 0 to 100: uneasy from 20, agitated from 40, volatile from 60, crisis from 80."""
    rapport: Annotated[Thousandths | None, Field(ge=-40, le=100)] = None
    """Trust in this officer at the start, -40 to 100; 10 for a stranger."""
    baseline: Level | None = None
    """The tension this person comes to rest at."""
    grievance: Level | None = None
    """How much an unheard grievance holds the tension up."""
    reactivity: Annotated[Thousandths | None, Field(gt=0, le=5)] = None
    """How strongly bad moments count; 1 is usual."""
    kind: Literal["reactive", "proactive", "mixed"] | None = None
    """reactive: overwhelmed; proactive: uses pressure to get something; mixed."""
    needs: (
        dict[
            Literal["fear", "injustice", "shame", "despair", "confusion", "gain"],
            Annotated[Thousandths, Field(ge=0, le=1)],
        ]
        | None
    ) = None
    """What the person needs met, in shares that add up to 1: `{fear: 0.6, confusion: 0.4}`."""
    comfort: Annotated[Thousandths | None, Field(gt=0, le=20)] = None
    """Metres of distance the person is comfortable with when calm."""
    fall: Annotated[int | None, Field(ge=10, le=7200)] = None
    """Seconds in which half of the tension above rest drains away; 300 is usual."""
    rise: Annotated[int | None, Field(ge=5, le=3600)] = None
    """Seconds in which tension comes half-way up to a load; 30 is usual."""
    overhears: Annotated[Thousandths | None, Field(ge=0, le=1)] = None
    """How much of what is said to somebody else reaches this person, 0 to 1; 0 unless said."""
    residue: Annotated[int | None, Field(ge=60, le=14400)] = None
    """Seconds in which half of the soreness fades; 1500 is usual."""
    triggers: Ids | None = None
    """Topics that hurt."""
    hooks: Ids | None = None
    """Topics that matter to them and help."""


class Person(Part):
    """Somebody in the scene."""

    model_config = ConfigDict(title="a person")

    role: Literal["subject", "partner", "bystander"]
    """subject: the person the call is about; partner: a colleague; bystander."""
    name: Text | None = None
    """The name as it stands beside their words; made from the id, without it."""
    known_as: Text | None = None
    """What stands there while the officer does not know the name: "The man on the rail"."""
    named_when: str | None = None
    """From when on the name is known: `knows_name`. Goes with `known_as`; known from the start, without it."""
    look: Looks = Field(default_factory=dict)
    """How they look: `{age: 34, build: slight, hair: short, clothes: raincoat}`."""
    voice: Looks = Field(default_factory=dict)
    """How they sound."""
    profile: Profile | None = None
    """How they are moved; every subject has one."""
    act: Act | None = None
    """A partner's own act: what the button says and what it does."""


class Temperament(Part):
    """One way the subject may be today: what differs from the cast's profile and look."""

    model_config = ConfigDict(title="a temperament")

    label: Text
    """A few words for an instructor: "Frightened"."""
    profile: Profile | None = None
    """Numbers that differ."""
    look: Looks = Field(default_factory=dict)
    """Looks that differ."""
    set: dict[str, Scalar] = Field(default_factory=dict)
    """Start values that differ."""


class Event(DeedPart):
    """Something that happens by itself: `when` a condition holds, when a resource `arrives`, or `at` a time.

    With `when` beside `arrives` or `at` it happens then if the condition holds, else once it does.
    """

    model_config = ConfigDict(title="an event")

    when: str | None = None
    """Happens when this holds; beside `arrives` or `at`, not before that and not before this holds."""
    arrives: str | None = None
    """Happens when this resource arrives, by id."""
    at: Seconds | None = None
    """Happens at this time from the start: `8:00`."""
    again: bool = False
    """true where it can happen more than once."""
    by_hand: bool = False
    """true where only an instructor makes it happen."""
    say: Text | None = None
    """What is said or seen."""
    person: Annotated[str | None, Field(alias="for")] = None
    """The person who speaks or is meant, by id."""
    to: Target | None = None
    """The node it leads to."""
    end: Target | None = None
    """The outcome it ends in."""


class Outcome(Part):
    """A way the call can end."""

    model_config = ConfigDict(title="an outcome")

    kind: OutcomeKind
    """What sort of ending it is."""
    value: Annotated[Thousandths, Field(ge=0, le=100)]
    """How good it is, 0 to 100, before tension and missing trust take their part."""
    title: Text
    """A few words."""
    after: Text | None = None
    """What happened next."""
    lesson: Text | None = None
    """What this ending teaches, about behaviour."""


class Test(Part):
    """A fixed line of play and what must hold after it."""

    model_config = ConfigDict(title="a test")

    temperament: str
    """The temperament it is played with."""
    seed: Annotated[int, Field(ge=0, le=2**53)] = 1
    """The seed of the draws."""
    play: list[str]
    """The choices in order: line ids, `wait`, `hold`, `call:van`, `answer:prompt.answer` …"""
    expect: list[str]
    """Conditions that must hold afterwards: `outcome == 'seat_in_van'`, `value >= 80`."""
