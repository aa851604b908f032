"""A debrief as JSON text: the same debrief gives the same bytes, keys in the order in which the value declares
them."""

from __future__ import annotations

import json

from simulator.scoring.debrief import Debrief


def debrief_json(debrief: Debrief) -> str:
    """The whole debrief, indented by two, with a newline at its end. `Debrief.model_validate_json` reads it back."""
    return json.dumps(debrief.model_dump(mode="json"), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def debrief_schema() -> str:
    """The JSON Schema of a debrief, for whoever reads it by program."""
    return json.dumps(Debrief.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
