"""Scenarios for every test: the conformance file, and small ones made of parts."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

if sys.dont_write_bytecode:
    # Tests start the program again and again. A Python that keeps no compiled modules (containers often tell it so)
    # would compile every module each time: they are kept for this run, in a folder that goes with it.
    sys.pycache_prefix = tempfile.mkdtemp(prefix="compiled-for-tests-")
    sys.dont_write_bytecode = False
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    atexit.register(shutil.rmtree, sys.pycache_prefix, ignore_errors=True)

from simulator.authoring.catalogues import shipped
from simulator.encounter.plans import Program
from simulator.encounter.program import compile_program
from simulator.scenario.load import load_scenario

# A machine under load makes no test fail.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keeps the garbage collector from walking all modules and tests over and over: they stay to the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


SMALL = """\
format: 1
id: small
title: "Small"
version: 1.0.0
summary: "A call made for a test."
authors: ["A. Writer"]
licence: CC-BY-4.0
category: routine
minutes: 8
briefing: {{dispatch: "Somebody is upset.", known: ["They are alone."]}}
setting: {{place: shop, time: 22:50, weather: clear, distance: {distance}, cover: open}}
{top}
cast:
  ira:
    role: subject
    name: "Ira"
    look: {{age: 40}}
    profile: {{tension: {tension}, rapport: {rapport}, baseline: 30, grievance: 20, reactivity: 1, kind: reactive,
      needs: {{fear: 0.7, confusion: 0.3}}, comfort: 2, triggers: [fine], hooks: [daughter]}}
  max: {{role: partner, name: "Max"}}
temperaments:
  plain: {{label: "Plain"}}
  worn: {{label: "Worn out", profile: {{tension: 40}}}}
start: here
nodes:
  here:
    scene: "They look at you."
    calls_for: [listening]
    next: here
    {node}
    lines:
      ask: {{say: "What happened here tonight?", does: [open_question], leads: [{leads}], reply: "(They answer.)", debrief: "You asked."}}
      order: {{say: "Stop. Sit down now.", does: [commands], leads: [{leads}], reply: {{hurts: "(They flinch.)"}}, better: ask, debrief: "An order came first."}}
      go_on: {{act: "Point to the door.", next: there, reply: "(They go.)", debrief: "You moved on."}}
      {lines}
  there:
    scene: "By the door."
    next: here
    lines:
      back_in: {{act: "Go back in.", next: here, reply: "(They follow.)", debrief: "Back."}}
      done: {{act: "Open the door.", end: out, reply: "(They leave.)", debrief: "Out."}}
  {nodes}
events:
  too_long: {{at: 20:00, end: late}}
  {events}
outcomes:
  out: {{kind: voluntary, value: 90, title: "Out", after: "They went home.", lesson: "Time helped."}}
  late: {{kind: disengaged, value: 40, title: "Late", after: "It took too long.", lesson: "Call help sooner."}}
  {outcomes}
"""


@pytest.fixture(scope="session")
def small() -> Callable[..., Program]:
    """Makes a program from the small scenario with parts put in: top, node, lines, leads, nodes, events, outcomes
    (each one YAML line or more, already indented), tension, rapport, distance."""

    def make(**parts: object) -> Program:
        words = {"tension": 50, "rapport": 10, "distance": 6, "leads": "next"}
        words |= dict.fromkeys(("top", "node", "lines", "nodes", "events", "outcomes"), "")
        text = SMALL.format(**(words | parts))
        loaded = load_scenario(text, "small.yaml", shipped())
        assert loaded.scenario is not None, [str(problem) for problem in loaded.problems]
        return compile_program(loaded.scenario, shipped())

    return make


@pytest.fixture(scope="session")
def small_with_cast(small: Callable[..., Program]) -> Callable[[str], Program]:
    """The small scenario with somebody more in its cast."""

    def make(people: str) -> Program:
        text = SMALL.format(
            **({"tension": 50, "rapport": 10, "distance": 6, "leads": "next"}
               | dict.fromkeys(("top", "node", "lines", "nodes", "events", "outcomes"), ""))
        )  # fmt: skip
        loaded = load_scenario(text.replace("temperaments:\n", people + "temperaments:\n"), "small.yaml", shipped())
        assert loaded.scenario is not None, [str(problem) for problem in loaded.problems]
        return compile_program(loaded.scenario, shipped())

    return make


@pytest.fixture(scope="session")
def last_bus_text() -> str:
    """The text of the conformance scenario."""
    return (FIXTURES / "last_bus.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def last_bus(last_bus_text: str) -> Program:
    """The conformance scenario, ready to play."""
    loaded = load_scenario(last_bus_text, "last_bus.yaml", shipped())
    assert loaded.scenario is not None, [str(problem) for problem in loaded.problems]
    return compile_program(loaded.scenario, shipped())
