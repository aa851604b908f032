"""The cast and the temperaments of the subject, from authored to played."""

from __future__ import annotations

from typing import Any

from simulator.scenario.authored import scene as written
from simulator.scenario.building.findings import UNKNOWN
from simulator.scenario.building.parts import Parts, frozen, label_of, thousandths
from simulator.scenario.model import ActRule, Person, Profile, Temperament
from simulator.scenario.parts import NEEDS, Condition
from simulator.scenario.reading.places import Path

_STRANGER_RAPPORT = 10


def cast_of(parts: Parts) -> dict[str, Person]:
    """Everybody in the scene. There is at least one subject."""
    made: dict[str, Person] = {}
    for name, person in parts.authored.cast.items():
        path: Path = ("cast", name)
        profile = None
        if person.role == "subject":
            profile = _profile(parts, person.profile, None, (*path, "profile"), name)
        elif person.profile is not None:
            parts.findings.warn(
                "profile-unused",
                (*path, "profile"),
                f"only a subject has a profile; `{name}` is a {person.role}",
                "take the profile away, or write `role: subject`",
                key=True,
            )
        act: ActRule | None = None
        if person.act is not None:
            if person.role != "partner":
                parts.findings.warn(
                    "act-unused",
                    (*path, "act"),
                    f"only a partner has an act of their own; `{name}` is a {person.role}",
                    key=True,
                )
            act = parts.act_rule(person.act, f"partner:{name}", f"cast.{name}.act", (*path, "act"), {})
        shown = label_of(person.name, name)
        stranger, named = _until_named(parts, person, path)
        made[name] = Person(
            name, person.role, shown, frozen(person.look), frozen(person.voice), profile, act, stranger, named
        )
    return made


def _until_named(parts: Parts, person: written.Person, path: Path) -> tuple[str, Condition | None]:
    """What they are called until their name is known, and when it is. The one needs the other."""
    named = parts.condition(person.named_when, (*path, "named_when"))
    if (person.known_as is None) == (person.named_when is None):
        return label_of(person.known_as, "") if person.known_as is not None else "", named
    there, missing = ("known_as", "named_when") if person.named_when is None else ("named_when", "known_as")
    hint = "say when: `named_when: knows_name`" if missing == "named_when" else 'write `known_as: "The man"`'
    parts.findings.warn("name-half", (*path, there), f"`{there}` does nothing without `{missing}`", hint, key=True)
    return "", None


def subject_missing(parts: Parts) -> bool:
    """Whether nobody in the cast is a subject; that is noted."""
    if any(person.role == "subject" for person in parts.authored.cast.values()):
        return False
    parts.findings.add(
        "subject-missing", ("cast",), "nobody in the cast is the subject", "give one person `role: subject`", key=True
    )
    return True


def temperaments_of(parts: Parts, cast: dict[str, Person]) -> dict[str, Temperament]:
    """Ways the main subject may be today; the cast's own where the file names none."""
    subject = next(person for person in cast.values() if person.role == "subject")
    authored = parts.authored.cast[subject.id].profile
    made = {}
    for name, temperament in parts.authored.temperaments.items():
        path: Path = ("temperaments", name)
        profile = subject.profile
        if temperament.profile is not None:
            profile = _profile(parts, authored, temperament.profile, (*path, "profile"), name)
        if profile is None:
            continue
        made[name] = Temperament(
            name,
            label_of(temperament.label, name),
            profile,
            frozen({**subject.look, **temperament.look}),
            parts.changes(temperament.set, {}, path),
        )
    if not made and subject.profile is not None:
        made["usual"] = Temperament("usual", "As usual", subject.profile, subject.look)
    return made


def _profile(
    parts: Parts, base: written.Profile | None, changed: written.Profile | None, path: Path, name: str
) -> Profile:
    """A whole profile: what a temperament changes over what the cast says over what is usual."""
    findings = parts.findings

    def value(key: str, usual: Any) -> Any:
        for profile in (changed, base):
            if profile is not None and getattr(profile, key) is not None:
                return getattr(profile, key)
        return usual

    if changed is None:
        for key, example in (("tension", "`tension: 55`"), ("needs", "`needs: {fear: 0.6, injustice: 0.4}`")):
            if value(key, None) is None and not findings.told((*path, key)):
                findings.add(
                    "missing-key",
                    (*path, key),
                    f"the profile of `{name}` has no `{key}`",
                    f"add {example}",
                    key=True,
                )
    needs: dict[str, float] = value("needs", {"fear": 1.0})
    own = changed if changed is not None else base
    total = sum(thousandths(share) for share in needs.values())
    if own is not None and own.needs is not None and abs(total - 1000) > 1:
        findings.add(
            "needs-sum",
            (*path, "needs"),
            f"the needs add up to {total / 1000:g}, and must add up to 1",
            "they are shares: `{fear: 0.6, injustice: 0.4}`",
            key=True,
        )
    triggers, hooks = value("triggers", []), value("hooks", [])
    for topic in hooks:
        if topic in triggers and topic != UNKNOWN and own is not None and own.hooks is not None:
            findings.warn(
                "topic-both-ways", (*path, "hooks"), f"`{topic}` is a trigger and a hook at once", "keep one", key=True
            )
    return Profile(
        tension=thousandths(value("tension", 40)),
        rapport=thousandths(value("rapport", _STRANGER_RAPPORT)),
        baseline=thousandths(value("baseline", 20)),
        grievance=thousandths(value("grievance", 0)),
        reactivity=thousandths(value("reactivity", 1)),
        kind=value("kind", "reactive"),
        needs=frozen({need: thousandths(needs.get(need, 0)) for need in NEEDS}),
        comfort=thousandths(value("comfort", 2)),
        overhears=thousandths(value("overhears", 0)),
        fall=value("fall", 300),
        rise=value("rise", 30),
        residue=value("residue", 1500),
        triggers=frozenset(triggers),
        hooks=frozenset(hooks),
    )
