"""The lists of words that rules look for, which are data: `simulator/data/lint/words.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def _data() -> dict[str, Any]:
    text = files("simulator").joinpath("data", "lint", "words.yaml").read_bytes().decode("utf-8")
    data = yaml.safe_load(text)
    assert isinstance(data, dict)
    return data


def listed(name: str) -> tuple[str, ...]:
    """The words of a list, in its order; none where an academy's file has no such list."""
    return tuple(str(each) for each in _data().get(name, ()))


def table(name: str) -> dict[str, Any]:
    """A list whose words have something beside them; empty where an academy's file has no such list."""
    return dict(_data().get(name, {}))
