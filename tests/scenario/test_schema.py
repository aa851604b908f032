"""The schema an editor reads: it accepts the conformance file and refuses at the right word."""

from __future__ import annotations

import re
from typing import Any

import pytest

from simulator.scenario.authored.schema import json_schema
from simulator.scenario.authored.validation import FILE_SHAPE
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.reading.repair import read

TYPES = {"string": str, "object": dict, "array": list, "boolean": bool, "integer": int, "number": (int, float)}

Json = dict[str, Any]


@pytest.fixture(scope="module")
def schema(catalogues: Catalogues) -> Json:
    return json_schema(catalogues)


def faults(value: Any, part: Any, root: Json, path: str = "") -> list[str]:
    """What a validator would say, for the few keywords that the schema uses."""
    if part is False:
        return [f"{path} is not allowed"]
    if "$ref" in part:
        part = {**root["$defs"][part["$ref"].rsplit("/", 1)[1]], **{k: v for k, v in part.items() if k != "$ref"}}
    if "allOf" in part:
        alone = {key: rule for key, rule in part.items() if key != "allOf"}
        return [fault for each in (alone, *part["allOf"]) for fault in faults(value, each, root, path)]
    kinds = part.get("type", [])
    kinds = kinds if isinstance(kinds, list) else [kinds]
    fits = [k for k in kinds if isinstance(value, TYPES[k]) and (k == "boolean" or not isinstance(value, bool))]
    if kinds and not fits:
        return [f"{path} is not {kinds}"]
    found = []
    if "enum" in part and value not in part["enum"]:
        found.append(f"{path}: {value!r} is not one of the values")
    if isinstance(value, str) and "pattern" in part and not re.search(part["pattern"], value):
        found.append(f"{path}: {value!r} has the wrong shape")
    if isinstance(value, int | float) and not isinstance(value, bool):
        found += [f"{path} is too small"] if value < part.get("minimum", value) else []
        found += [f"{path} is too large"] if value > part.get("maximum", value) else []
    if isinstance(value, list):
        for number, entry in enumerate(value):
            found += faults(entry, part.get("items", {}), root, f"{path}[{number}]")
    if isinstance(value, dict):
        for name in part.get("required", []):
            found += [] if name in value else [f"{path}.{name} is missing"]
        for name, dependent in part.get("dependencies", {}).items():
            if name in value:
                for other, rule in dependent["properties"].items():
                    found += faults(value[other], rule, root, f"{path}.{other}") if other in value else []
        for name, entry in value.items():
            found += faults(name, part.get("propertyNames", {}), root, f"{path}.{name}")
            rule = part.get("properties", {}).get(name, part.get("additionalProperties", {}))
            found += faults(entry, rule, root, f"{path}.{name}")
    return found


def test_the_conformance_file_fits(schema: Json, last_bus_text: str) -> None:
    assert faults(read(last_bus_text, "last_bus.yaml", FILE_SHAPE).value, schema, schema) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("reply: {hurts:", "reply: {hurtz:", ".nodes.window.lines.move_on.reply.hurtz is not allowed"),
        ("minutes: 8", "minutes: eight", ".minutes is not ['integer']"),
        ("[commands, threat]", "[commands, thret]", ".nodes.window.lines.move_on.does[1]: 'thret' is not one"),
        ("  story:", "  Story-2:", ".nodes.Story-2: 'Story-2' has the wrong shape"),
        ('{act: "Go for', '{say: "No.", act: "Go for', ".nodes.edge.lines.take_it.act is not allowed"),
        ("start: window\n", "", ".start is missing"),
        ("eta: 3:00", "eta: 3 minutes", ".resources.van.eta: '3 minutes' has the wrong shape"),
    ],
)
def test_a_slip_is_refused_at_its_word(schema: Json, last_bus_text: str, old: str, new: str, fault: str) -> None:
    value = read(last_bus_text.replace(old, new, 1), "last_bus.yaml", FILE_SHAPE).value
    found = faults(value, schema, schema)
    assert len(found) == 1
    assert found[0].startswith(fault)


def parts(part: Any) -> list[Json]:
    found = [part] if isinstance(part, dict) else []
    for value in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        found += parts(value)
    return found


def test_nothing_stands_in_it_that_editors_explain_badly(schema: Json) -> None:
    for part in parts(schema):
        assert not {"anyOf", "oneOf", "not", "patternProperties", "discriminator"} & part.keys()
        assert part.get("type") != "null"


def test_every_key_of_a_line_is_explained(schema: Json) -> None:
    for name, rule in schema["$defs"]["Line"]["properties"].items():
        assert rule["markdownDescription"], name


def test_technique_ids_are_completed_and_explained(schema: Json, catalogues: Catalogues) -> None:
    technique = schema["$defs"]["TechniqueId"]
    assert technique["enum"] == list(catalogues.techniques)
    assert len(technique["markdownEnumDescriptions"]) == len(technique["enum"])
    assert len(technique["errorMessage"]) < 60
