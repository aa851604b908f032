"""Calls for tests of scoring: the tiny shipped-shape call, and a bench on which one rule at a time is laid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.authoring.catalogues import shipped
from simulator.encounter.course import Course, play
from simulator.encounter.plans import Program
from simulator.encounter.program import compile_program
from simulator.scenario.load import load_scenario

LAST_BUS = Path(__file__).parents[1] / "fixtures" / "last_bus.yaml"


def _program(text: str, name: str) -> Program:
    loaded = load_scenario(text, name, shipped())
    assert loaded.scenario is not None, loaded.problems
    return compile_program(loaded.scenario, shipped())


@pytest.fixture(scope="session")
def last_bus() -> Program:
    return _program(LAST_BUS.read_text(encoding="utf-8"), "last_bus.yaml")


def _bench(nodes: dict[str, Any], profile: dict[str, Any], rest: dict[str, Any]) -> dict[str, Any]:
    person = {
        "tension": 40, "rapport": 20, "baseline": 30, "grievance": 15, "reactivity": 1, "kind": "reactive",
        "needs": {"fear": 1.0}, "comfort": 2,
    }  # fmt: skip
    outcome = {"title": "Over", "after": "It was over.", "lesson": "None."}
    base = {
        "format": 1, "id": "bench", "title": "Bench", "version": "1.0.0", "summary": "A bench.",
        "authors": ["A. Writer"], "licence": "CC-BY-4.0", "category": "routine", "minutes": 5,
        "briefing": {"dispatch": "Go."},
        "setting": {"place": "street", "time": "12:00", "weather": "dry", "distance": 8, "cover": "open"},
        "cast": {"ada": {"role": "subject", "name": "Ada", "look": {"age": 40}, "profile": {**person, **profile}}},
        "temperaments": {"plain": {"label": "Plain"}},
        "start": "here",
        "nodes": nodes,
        "events": {"too_long": {"at": 3600, "end": "over"}},
        "outcomes": {
            "over": {"kind": "voluntary", "value": 80, **outcome},
            "left": {"kind": "disengaged", "value": 30, **outcome},
        },
    }  # fmt: skip
    for key, value in rest.items():
        base[key] = {**base[key], **value} if isinstance(base.get(key), dict) else value
    return base


Call = Callable[..., tuple[Program, Course]]


@pytest.fixture
def call() -> Call:
    """`call(lines, play=[…], calls_for=[…], profile={…}, node={…}, …)`: a one-node call, played.

    `lines` maps ids to the techniques they use, or to a whole line. Every line stays at the node; `done` leads to
    a second node, `there`, and `finish` ends the call from it.
    """

    def make(
        lines: dict[str, Any],
        *,
        play_: list[str],
        calls_for: tuple[str, ...] = (),
        profile: dict[str, Any] | None = None,
        node: dict[str, Any] | None = None,
        seed: int = 1,
        **rest: Any,
    ) -> tuple[Program, Course]:
        here = {id_: {"say": f"Words of {id_}.", **_line(line)} for id_, line in lines.items()}
        here["done"] = {"say": "Words of done.", "does": [], "next": "there"}
        for line in here.values():
            if "act" in line:
                del line["say"]
        nodes = {
            "here": {"scene": "Here.", "calls_for": list(calls_for), "next": "here", "lines": here, **(node or {})},
            "there": {
                "scene": "There.",
                "lines": {
                    "finish": {"say": "Words of finish.", "does": [], "end": "over"},
                    "again": {"say": "Words of again.", "does": [], "next": "here"},
                },
            },
        }
        file = _bench(nodes, profile or {}, rest)
        program = _program(yaml.safe_dump(file, sort_keys=False, allow_unicode=True), "bench.yaml")
        return program, play(program, seed, "plain", play_)

    return make


def _line(line: Any) -> dict[str, Any]:
    return line if isinstance(line, dict) else {"does": line}
