"""The reference of every key that a scenario can hold, as one page, made from the models and the catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from simulator.encounter.law import HOOK_ROOM, INFLUENCE_CLOSED
from simulator.encounter.standing import STANDING, VISIT_LIMITS
from simulator.scenario.authored.schema import json_schema
from simulator.scenario.authored.schema_words import ID_MESSAGE
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.conditions.vocabulary import Choice, Flag, Number, Type
from simulator.scenario.parts import LANDINGS
from simulator.scenario.vocabulary_of import Declared, vocabulary_of

Json = dict[str, Any]

NAMES: Mapping[str, str] = {
    "tension": "the person's tension",
    "rapport": "their trust in this officer",
    "sensitisation": "how easily they flare again",
    "acknowledged": "how far their grievance has been heard, 0 to 1",
    "band": "the band of their tension",
    "stair": "the stair of influence their trust has reached",
    "distance": "metres between officer and person",
    "cover": "whether the officer stands behind cover",
    "clock": "time since contact, as `3:20`",
    "visit": "how often the call has come to this node, this time included",
    "temperament": "who the person is today",
    "threat": "how near harm is",
    "weapon": "where a weapon is",
    "intent_stated": "they said that they mean harm",
    "danger_signs": "their body shows that an attack is near",
    "detained": "they are not free to go",
    "authority": "the law allows force for the purpose at hand",
    "behind": "the officer stands behind them",
    "outcome": "how it ended",
    "value": "what the end is worth, 0 to 100",
    "node": "the node the call is in",
    "landing": "how the last act landed",
    "minutes": "how long it took",
    "share_found": "the part of the findings that came to light",
}
"""What each name means that a condition can use in every scenario."""

QUESTIONS: Mapping[str, str] = {
    "visits": "how often the call has come to this node",
    "called": "this help was called",
    "arrived": "this help is here",
    "promised": "this was promised, whatever became of it",
    "kept": "this promise was kept",
    "broken": "this promise was broken",
    "found": "this fact came to light",
    "said": "this line was chosen, written `node.line`",
    "fired": "this event happened",
    "tension_of": "the tension of this person",
    "rapport_of": "the trust of this person",
}
"""What each question means."""

_HEAD = """\
# Every key of a scenario

Made from the program itself: `uv run main.py schema --markdown --output scenarios/FIELDS.md` renews it, and a test
keeps it true. [README.md](README.md) shows how to write a call; this page is for looking things up.
**Bold** keys must be there; all others may be left out.
"""


def field_reference(catalogues: Catalogues) -> str:
    """The whole page, as Markdown."""
    schema = json_schema(catalogues)
    definitions: Json = schema["$defs"]
    parts = [_HEAD]
    parts += _section("A scenario", "The file as a whole.", schema, definitions)
    for part in _in_reading_order(schema, definitions):
        if "properties" in part:
            parts += _section(_heading(part["title"]), part.get("markdownDescription", ""), part, definitions)
    parts += _conditions()
    parts += _acts()
    parts += _catalogue_tables(catalogues)
    return "\n".join(parts).rstrip("\n") + "\n"


def _heading(title: str) -> str:
    return title[0].upper() + title[1:]


def _link(title: str) -> str:
    return f"[{title}](#{title.lower().replace(' ', '-')})"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [head, tuple("---" for _ in head), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines]


def _section(heading: str, about: str, part: Json, definitions: Json) -> list[str]:
    rows = list(_rows(part, definitions, ""))
    return [f"## {heading}", about, "", *_table(("key", "what stands there", "meaning"), rows), ""]


def _rows(part: Json, definitions: Json, prefix: str) -> Iterator[tuple[str, str, str]]:
    """A row for each key; the keys of a thing that has no section of its own follow it, as `reply.lands`."""
    required = part.get("required", ())
    for name, given in part["properties"].items():
        rule = _flat(given)
        shown = f"`{prefix}{name}`"
        key = f"**{shown}**" if name in required else shown
        stands = "[a condition](#conditions)" if name in _CONDITIONS else _stands(rule, definitions)
        # A key that says the same as the thing itself has its words only there.
        thing = definitions.get(rule.get("$ref", "").rsplit("/", 1)[-1], {})
        yield key, stands, rule.get("markdownDescription") or thing.get("markdownDescription", "")
        inner = rule if "properties" in rule else _flat(rule.get("additionalProperties", {}))
        if "properties" in inner:
            between = "" if "properties" in rule else "ID."
            yield from _rows(inner, definitions, f"{prefix}{name}.{between}")


def _flat(rule: Any) -> Json:
    """A rule with what stands beside its type written into it."""
    if not isinstance(rule, dict):
        return {}
    made = {key: value for key, value in rule.items() if key != "allOf"}
    for other in rule.get("allOf", ()):
        made |= other
    return made


def _stands(given: Json, definitions: Json) -> str:
    """What can be written at a place, in words."""
    rule = _flat(given)
    if "$ref" in rule:
        name = rule["$ref"].rsplit("/", 1)[1]
        return _link(definitions[name].get("title") or _CATALOGUES[name])
    if "const" in rule:
        return f"`{rule['const']}`"
    if "enum" in rule:
        return ", ".join(f"`{value}`" for value in rule["enum"])
    told, belongs, _ = str(rule.get("errorMessage", "")).partition(" belong")
    if belongs:
        # Where one of several shapes can stand, the message for any other names them.
        return f"[{told}](#a-wording)" if "items" in rule else told
    if rule.get("pattern", "").startswith(r"^\d{1,3}:"):
        return "seconds, or minutes and seconds as `8:00`"
    default = f"; `{rule['default']}` without it" if rule.get("default") else ""
    kinds = rule.get("type", "string")
    if kinds == ["string", "array"]:
        return f"{_stands(rule['items'], definitions)} or a list of them"
    return (
        " or ".join(_kind(kind, rule, definitions) for kind in ([kinds] if isinstance(kinds, str) else kinds)) + default
    )


def _kind(kind: str, rule: Json, definitions: Json) -> str:
    if kind == "array":
        most = f" (at most {rule['maxItems']})" if "maxItems" in rule else ""
        return f"a list: {_stands(rule['items'], definitions)}{most}"
    if kind == "object" and "propertyNames" in rule and "enum" in rule["propertyNames"]:
        ids = ", ".join(f"`{each}`" for each in rule["propertyNames"]["enum"])
        return f"{_stands(rule['additionalProperties'], definitions)} by one of {ids}"
    if kind == "object":
        values = rule.get("additionalProperties")
        return f"by id: {_stands(values, definitions)}" if isinstance(values, dict) else "by id"
    if kind in ("integer", "number"):
        low, high = rule.get("minimum", rule.get("exclusiveMinimum")), rule.get("maximum", _HUGE)
        limits = f" from {low:g} to {high:g}" if low is not None and high < _HUGE else ""
        return ("a whole number" if kind == "integer" else "a number") + limits
    if kind == "boolean":
        return "`true` or `false`"
    if rule.get("maxLength") == _LONGEST_WORDS:
        return "words in quotes"
    message = str(rule.get("patternErrorMessage", "a word"))
    return "an id" if message == ID_MESSAGE else message.removeprefix("write ")


_HUGE = 10**9
_LONGEST_WORDS = 4000
_CONDITIONS = frozenset({"when", "only_if", "named_when"})
_CATALOGUES = {
    "TechniqueId": "a technique",
    "SkillId": "a skill",
    "CriticalErrorId": "a critical error",
    "HardshipId": "a hardship",
}


def _in_reading_order(schema: Json, definitions: Json) -> Iterator[Json]:
    """The things a file is made of, each where it is first met."""
    seen: set[str] = set()
    waiting: list[Any] = [schema["properties"]]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            name = str(part.get("$ref", "")).rsplit("/", 1)[-1]
            if name in definitions and name not in seen:
                seen.add(name)
                yield definitions[name]
                waiting.append(definitions[name].get("properties", {}))
            waiting += [value for key, value in part.items() if key != "$ref"]


def _conditions() -> list[str]:
    everywhere = vocabulary_of(Declared())
    in_tests = vocabulary_of(Declared(), for_tests=True)
    rows = [(f"`{name}`", NAMES[name], _values(kind)) for name, kind in everywhere.names.items()]
    later = [
        (f"`{name}`", NAMES[name], _values(kind))
        for name, kind in in_tests.names.items()
        if name not in everywhere.names
    ]
    asked = [(f"`{name}('…')`", QUESTIONS[name], signature.what) for name, signature in everywhere.functions.items()]
    return [
        "## Conditions",
        "They read as sentences: `tension < 45 and rapport >= 30 and not called('team')`. Join them with `and`, `or`,",
        "`not`; compare with `== != < <= > >=` or `x in (a, b)`. Beside the names below they may use your variables",
        "and stressors: `light == off`, `knows_name`, `offers < 3`.",
        "",
        *_table(("name", "meaning", "values"), rows),
        "",
        *_table(("question", "meaning", "asks for"), asked),
        "",
        "Only in `expect` of a test:",
        "",
        *_table(("name", "meaning", "values"), later),
        "",
    ]


def _values(kind: Type) -> str:
    match kind:
        case Flag():
            return "true or false"
        case Choice(values, _):
            return ", ".join(f"`{value}`" for value in values) or "one of the ids"
        case Number(_, low, high):
            return f"{low} to {high}" if high is not None else f"{low} or more"


def _acts() -> list[str]:
    ids = {"partner": "partner:ID", "call": "call:ID"}
    rows = []
    for name, act in STANDING.items():
        what = ", ".join(f"`{each}`" for each in act.techniques) or "nothing by itself"
        limit = f"{VISIT_LIMITS[name]} times a visit" if name in VISIT_LIMITS else "at any time"
        rows.append((f"`{ids.get(name, name)}`", act.label, what, limit))
    return [
        "## Standing acts",
        "There at every decision; `acts` of a node or of the scenario adds to them, `closed` takes them away. `leave`",
        "is offered where its ending is named. `hold` lasts until help arrives or a timed event comes, for three",
        "minutes at most, and is offered while help is on its way; `hold, hold` waits longer.",
        "",
        *_table(("act", "its words", "technique", "how often"), rows),
        "",
    ]


def _catalogue_tables(catalogues: Catalogues) -> list[str]:
    landings = ", ".join(f"*{landing}*" for landing in LANDINGS)
    techniques = [
        (f"`{id_}`", row.label, row.cue, f"“{row.example}”", f"`{row.skill}`", f"`{row.stair}`" if row.stair else "any")
        for id_, row in catalogues.techniques.items()
    ]
    influence = ", ".join(f"`{id_}`" for id_, row in catalogues.techniques.items() if row.family == "influence")
    needs = [(f"`{id_}`", row.says, row.shows, row.asks_for) for id_, row in catalogues.needs.items()]
    stairs = [(f"`{id_}`", f"{row.rapport:g}", row.about) for id_, row in catalogues.stairs.items()]
    return [
        "## A technique",
        f"For `does`: one to three, the main one first. How it lands ({landings}) is worked out from the person.",
        "*skill* is the skill that it shows, well or badly: what a node `calls_for`, a line of it must show.",
        "*from* is the [stair of trust](#a-stair-of-trust) from which it works in full. Before that it does half, but",
        f"{influence} hurt, and so they do at a tension of {INFLUENCE_CLOSED // 1000} and more. A topic among the",
        f"person's `hooks` opens these {HOOK_ROOM // 1000} points of trust earlier.",
        "",
        *_table(("id", "what it is", "when", "example", "skill", "from"), techniques),
        "",
        "## A need",
        "For `needs` of a profile: what the person is missing, and what meets it.",
        "",
        *_table(("id", "in their words", "how it shows", "what it asks for"), needs),
        "",
        "## A stair of trust",
        "What `stair` in a condition can be, beside `distrust` below 0.",
        "",
        *_table(("id", "from a trust of", "what it is like"), stairs),
        "",
        "## A skill",
        "For `calls_for`, `evidence` and `skill`.",
        "",
        *_table(("id", "what it is"), [(f"`{id_}`", row.label) for id_, row in catalogues.skills.items()]),
        "",
        "## A critical error",
        "For `critical`.",
        "",
        *_table(("id", "what it is"), [(f"`{id_}`", row.label) for id_, row in catalogues.critical_errors.items()]),
        "",
        "## A hardship",
        "For `hardships`: what makes the call harder.",
        "",
        *_table(("id", "what it is"), [(f"`{id_}`", row.label) for id_, row in catalogues.hardships.items()]),
        "",
    ]
