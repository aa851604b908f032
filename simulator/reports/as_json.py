"""Debriefs and runs as JSON text, and the schemas of it: the same value gives the same bytes, keys in the order in
which it declares them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from simulator.scoring.debrief import Debrief
from simulator.scoring.progress import Progress
from simulator.scoring.two_trainees import TwoTrainees
from simulator.scoring.values import Value

WRITTEN: Mapping[str, type[Value]] = MappingProxyType(
    {"debrief": Debrief, "progress": Progress, "compare": TwoTrainees}
)
"""What is written as JSON, by what its schema is asked for: the command that writes it, and `debrief` for `report`."""


def debrief_json(debrief: Debrief) -> str:
    """The whole debrief, indented by two, with a newline at its end. `Debrief.model_validate_json` reads it back."""
    return json.dumps(debrief.model_dump(mode="json"), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def schema_of(what: str) -> str:
    """The JSON Schema of one of `WRITTEN`, for whoever reads it by program."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= WRITTEN[what].model_json_schema(mode="serialization")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
