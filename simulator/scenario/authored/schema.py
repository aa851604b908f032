"""The JSON Schema of a scenario file, made for editors: completion, hover, and short messages at the right word.

What plain schemas do badly in an editor is mended here: a key that may be left out offers no `null`, a place
for words or keys is one type with properties rather than alternatives, ids are checked by `propertyNames`,
and long lists of ids say what to press instead of listing themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from simulator.scenario.authored.file import FORMAT, ScenarioFile
from simulator.scenario.authored.schema_snippets import add_snippets
from simulator.scenario.authored.schema_words import ID_MESSAGE, say_in_words
from simulator.scenario.catalogue import Catalogues

SCHEMA_DIALECT = "http://json-schema.org/draft-07/schema#"

Json = dict[str, Any]


class _EditorSchema(GenerateJsonSchema):
    """Pydantic's schema, without what makes editors complete and explain badly."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Json:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Json:
        made = super().default_schema(schema)
        # What is left out means nothing or no; as a default it would be written out by every completion.
        if not made.get("default", 1) or isinstance(made.get("default"), dict):
            made.pop("default", None)
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> Json:
        made = super().dict_schema(schema)
        patterns = made.pop("patternProperties", None)
        if patterns:
            ((pattern, value),) = patterns.items()
            made["propertyNames"] = {"pattern": pattern, "patternErrorMessage": ID_MESSAGE}
            made["additionalProperties"] = value
        return made

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> Json:
        made = super().tagged_union_schema(schema)
        told = {"errorMessage": schema["custom_error_message"]} if "custom_error_message" in schema else {}
        return {"anyOf": made["oneOf"], **told} if "oneOf" in made else made

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def json_schema(catalogues: Catalogues | None = None) -> Json:
    """The schema of a scenario file; with catalogues, technique and skill ids are completed and explained."""
    schema = ScenarioFile.model_json_schema(schema_generator=_EditorSchema, by_alias=True)
    definitions: Json = schema.get("$defs", {})
    _walk(schema, lambda part: _merge_alternatives(part, definitions))
    _walk(schema, say_in_words)
    properties: Json = schema["properties"]
    properties["format"] |= {"const": FORMAT, "default": FORMAT, "errorMessage": f"this program writes format {FORMAT}"}
    if catalogues is not None:
        _name_catalogue_rows(schema, definitions, catalogues)
    add_snippets(schema, definitions)
    used = _reached(schema, definitions)
    schema["$defs"] = {name: part for name, part in definitions.items() if name in used}
    return {"$schema": SCHEMA_DIALECT, "title": "A de-escalation scenario", **_without(schema, "title")}


def _without(part: Json, key: str) -> Json:
    return {name: value for name, value in part.items() if name != key}


def _walk(part: Any, change: Callable[[Json], None]) -> None:
    """Applies `change` to every schema in `part`, innermost first."""
    if isinstance(part, dict):
        for value in list(part.values()):
            _walk(value, change)
        change(part)
    elif isinstance(part, list):
        for value in part:
            _walk(value, change)


def _merge_alternatives(part: Json, definitions: Json) -> None:
    """`anyOf` of words, lists and keys becomes one type with the properties of all: one clear message."""
    options = part.get("anyOf")
    if not isinstance(options, list):
        return
    merged: Json = {}
    types: list[str] = []
    for option in options:
        each = option
        if "$ref" in option:
            each = definitions[option["$ref"].rsplit("/", 1)[1]]
        kind = each.get("type")
        for name in kind if isinstance(kind, list) else [kind]:
            if isinstance(name, str) and name not in types:
                types.append(name)
        for key, value in each.items():
            if key not in ("type", "title", "description", "markdownDescription"):
                merged.setdefault(key, value)
    del part["anyOf"]
    if "properties" in merged:
        # What a mapping of weights allows would open the closed set of keys.
        merged["additionalProperties"] = False
    if "items" in merged:
        # Beside `type`, they would make every completion begin a list where mostly words stand.
        merged = {"allOf": [merged]}
    part |= {"type": types if len(types) > 1 else types[0], **merged}


def _name_catalogue_rows(schema: Json, definitions: Json, catalogues: Catalogues) -> None:
    definitions["TechniqueId"] = _choices(
        "a technique",
        ((id_, f"**{row.label}**: {row.cue}\n\n*“{row.example}”*") for id_, row in catalogues.techniques.items()),
    )
    for name, what, rows in (
        ("SkillId", "a skill", catalogues.skills),
        ("CriticalErrorId", "a critical error", catalogues.critical_errors),
        ("HardshipId", "a hardship", catalogues.hardships),
    ):
        definitions[name] = _choices(what, ((id_, f"**{row.label}**") for id_, row in rows.items()))
    technique, skill, error, hardship = (
        {"$ref": f"#/$defs/{name}"} for name in ("TechniqueId", "SkillId", "CriticalErrorId", "HardshipId")
    )
    for part in definitions.values():
        properties = part.get("properties", {})
        if "does" in properties:
            properties["does"]["items"] = technique
        if "calls_for" in properties:
            properties["calls_for"]["items"] = skill
        if "critical" in properties:
            properties["critical"] = {**_without(properties["critical"], "type"), **error}
        if "evidence" in properties:
            properties["evidence"]["propertyNames"] = skill
    schema["properties"]["hardships"]["items"] = hardship
    prompt: Json = definitions["Prompt"]["properties"]
    prompt["skill"] = {**_without(prompt["skill"], "type"), **skill}


def _choices(what: str, rows: Iterable[tuple[str, str]]) -> Json:
    ids = dict(rows)
    return {
        "type": "string",
        "enum": list(ids),
        "markdownEnumDescriptions": list(ids.values()),
        "errorMessage": f"not {what}: Ctrl+Space lists them",
    }


def _reached(schema: Json, definitions: Json) -> set[str]:
    """Definitions that something still points to."""
    reached: set[str] = set()
    waiting: list[Any] = [_without(schema, "$defs")]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            name = str(part.get("$ref", "")).rsplit("/", 1)[-1]
            if name in definitions and name not in reached:
                reached.add(name)
                waiting.append(definitions[name])
            waiting += part.values()
    return reached
