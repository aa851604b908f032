"""The example call of the linter, and copies of it that differ in one thing: each rule's explanation and its tests."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from importlib.resources import files
from typing import Any

from simulator.authoring.lint.rule import Patch
from simulator.scenario.authored.validation import FILE_SHAPE
from simulator.scenario.reading.tree import build


@cache
def example_text() -> str:
    """The example call as it is written."""
    return files("simulator").joinpath("data", "lint", "example.yaml").read_bytes().decode("utf-8")


def patched(patch: Patch) -> str:
    """The example call with a patch applied, written as JSON, which is YAML too.

    A path through keys is joined by dots (`nodes.door.lines.hello.say`); a key of its own dots is not used.
    """
    value: Any = deepcopy(build(example_text(), "example.yaml", FILE_SHAPE).value)
    for path, new in patch.items():
        *way, last = path.split(".")
        here = value
        for part in way:
            here = here.setdefault(part, {})
        if new is None:
            here.pop(last, None)
        else:
            here[last] = deepcopy(new)
    return json.dumps(value, ensure_ascii=False, indent=1)


def shown(patch: Patch) -> list[str]:
    """A patch as lines for a reader: what stands where; a mapping as it would be written in the file."""
    if not patch:
        return ["the example call as it stands"]
    return [
        f"{path}: {_written(value)}" if value is not None else f"{path}: (not there)" for path, value in patch.items()
    ]


def _written(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_written(each) for each in value) + "]"
    if isinstance(value, str):
        plain = value.replace("_", "").isalnum() and value.lower() == value
        return value if plain else json.dumps(value, ensure_ascii=not value.isprintable())
    return json.dumps(value)
