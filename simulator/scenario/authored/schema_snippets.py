"""Bodies that an editor offers: a new line, route or node in an empty map, quotation marks where words belong."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

_LONGEST_WORDS = 4000
"""The length by which fields of words are told from ids and conditions."""

_REPLY = {"lands": '"$1"', "flat": '"$2"', "unheard": '"$3"', "hurts": '"$4"'}

_LINE = {
    "say": '"$2"',
    "does": ["$3"],
    "reply": {"lands": '"$4"', "flat": '"$5"', "hurts": '"$6"'},
    "debrief": '"$7"',
}


def add_snippets(schema: Json, definitions: Json) -> None:
    """Puts the bodies where they are offered."""
    node = definitions["Node"]["properties"]
    for part in (schema, *definitions.values()):
        for field in part.get("properties", {}).values():
            _quote(field)
    for name in ("Line", "Act", "Silence"):
        definitions[name]["properties"]["reply"]["defaultSnippets"] = [
            {"label": "replies", "description": "what the person answers, by how it landed", "body": _REPLY}
        ]
    node["lines"]["defaultSnippets"] = [
        {"label": "new line", "description": "words, technique, replies, debrief", "body": {"${1:line_id}": _LINE}}
    ]
    node["routes"]["defaultSnippets"] = [
        {
            "label": "new route",
            "description": "a condition and where it leads",
            "body": {"${1:route_id}": {"when": "${2:tension < 40}", "to": "$3"}},
        }
    ]
    body = {"scene": '"$2"', "calls_for": ["$3"], "next": "$4", "lines": {"${5:line_id}": {"say": '"$6"'}}}
    schema["properties"]["nodes"]["defaultSnippets"] = [
        {"label": "new node", "description": "a scene with its lines", "body": {"${1:node_id}": body}}
    ]


def _quote(field: Json) -> None:
    """Where words belong, quotation marks are offered."""
    within = field.get("allOf", [field])[0]
    if within.get("maxLength") == _LONGEST_WORDS:
        field["defaultSnippets"] = [{"label": '"…"', "description": "words in quotes", "body": '"$1"'}]
