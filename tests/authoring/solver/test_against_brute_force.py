"""The solver against brute force on small random calls, guards that break the order of the law among them."""

from __future__ import annotations

import json
import random

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.solver import Limit, Reach, options, solve
from simulator.authoring.solver.options import NONE, used_after
from simulator.encounter.course import play
from simulator.encounter.program import compile_program
from simulator.encounter.step import begin, step
from simulator.scenario.load import load_scenario

TECHNIQUES = ("open_question", "commands", "empathise", "validate", "introduce", "calm_down", "threat", "paraphrase")
GUARDS = (
    "tension < 50", "tension >= 60", "rapport >= 15", "rapport < 5", "flag", "not flag", "tension < 60 and rapport >= 12",
    "visits('b') >= 2", "said('a.x')", "clock >= 0:20", "count >= 2", "tension < 40 or flag", "found('fact')",
    "called('van')", "promised('stay')", "tension >= 50 and tension < 70", "arrived('van')", "arrived('medic')",
    "noise == off", "danger_signs", "weapon == near", "arrived('medic') and tension < 60", "mood == low or not danger_signs",
)  # fmt: skip
CHANGES: tuple[dict[str, object], ...] = (
    {"flag": True}, {"flag": False}, {"count": "+1"}, {"noise": "off"}, {"danger_signs": True}, {"weapon": "near"},
    {"mood": "low"},
)  # fmt: skip
EASY_GUARDS = (
    "tension < 50", "rapport >= 15", "flag", "not flag", "visits('b') >= 2", "said('a.x')", "count >= 2", "band <= uneasy",
    "tension < 40 or flag", "found('fact')", "not (tension >= 60)", "stair >= empathy", "rapport >= 10 or tension < 45",
)  # fmt: skip
"""Guards that nobody who is better off finds shut."""
PLAIN_GUARDS = ("flag", "not flag", "visits('b') >= 2", "said('a.x')", "count >= 2", "found('fact')", "noise == off")
CLOSED = ["hold", "back", "closer", "cover", "leave"]


def small_call(seed: int) -> str:
    """A call of two or three moments, as JSON, which is YAML. In one of three the order of the law holds throughout."""
    rng = random.Random(seed)
    ordered = seed % 3 == 2
    line_guards, route_guards = (EASY_GUARDS, PLAIN_GUARDS) if ordered else (GUARDS, GUARDS)
    known = [id_ for id_ in TECHNIQUES if id_ in shipped().techniques]
    names = ["a", "b", "c"][: rng.randint(2, 3)]

    def line(last: bool) -> dict[str, object]:
        made: dict[str, object] = {
            "say": "One two three four.", "does": rng.sample(known, rng.randint(1, 2)), "reply": "So.",
            "debrief": "It was said.",
        }  # fmt: skip
        if rng.random() < 0.4:
            made["once"] = True
        if rng.random() < 0.3:
            made["only_if"] = rng.choice(line_guards)
        if rng.random() < 0.3:
            made["set"] = rng.choice(CHANGES)
        for chance, key, value in ((0.15, "finds", ["fact"]), (0.15, "call", "van"), (0.15, "promise", "stay")):
            if rng.random() < chance:
                made[key] = value
        if rng.random() < 0.6:
            made["leads"] = rng.sample(["r1", "r2"], rng.randint(1, 2))
        where = rng.random()
        if last or where < 0.3:
            made["end"] = rng.choice(["good", "middling", "bad"])
        elif where < 0.6:
            made["next"] = rng.choice(names)
        return made

    def route() -> dict[str, object]:
        made: dict[str, object] = {"when": rng.choice(route_guards)}
        if rng.random() < 0.5:
            made["end"] = rng.choice(["good", "middling", "bad"])
        else:
            made["to"] = rng.choice(names)
        return made

    nodes = {}
    for name in names:
        closed = list(CLOSED) + (["wait"] if rng.random() < 0.5 else []) + ["call:van", "call:medic"]
        nodes[name] = {
            "scene": "Here.", "calls_for": ["respect"], "next": name, "closed": closed,
            "routes": {"r1": route(), "r2": route()},
            "lines": {id_: line(id_ == "z" and name == names[-1]) for id_ in ("x", "y", "z")[: rng.randint(2, 3)]},
        }  # fmt: skip
        if "x" not in nodes[name]["lines"]:
            nodes[name]["lines"]["x"] = line(False)
    events = {"too_long": {"at": rng.choice(["0:30", "0:40"]), "end": "late"}}
    if rng.random() < 0.5 and not ordered:
        events["snap"] = {"when": rng.choice(["tension >= 75", "rapport < -5"]), "end": "bad"}
    if rng.random() < 0.3:
        events["comes"] = {"arrives": "van", "to": rng.choice(names)}
    medic = rng.choice([{"eta": "0:20"}, {"under_way": "0:20"}, {"under_way": "0:10"}])
    outcome = {"title": "End", "after": "So.", "lesson": "So."}
    call = {
        "format": 1, "id": f"small_{seed}", "title": "Small", "version": "1.0.0", "summary": "Small.",
        "authors": ["A"], "licence": "CC-BY-4.0", "category": "routine", "minutes": 1,
        "briefing": {"dispatch": "Go.", "known": ["Nothing."], "policy": ["Time first."]},
        "setting": {"place": "street", "time": "22:00", "weather": "dry", "distance": 5, "cover": "open"},
        "stressors": {"noise": {"label": "Noise", "levels": {"loud": 10, "off": 0}, "starts": "loud"}},
        "resources": {"van": {"label": "Van", "eta": "0:15"}, "medic": {"label": "Medic", **medic}},
        "variables": {"mood": {"one_of": ["high", "low"]}, "flag": False, "count": {"from": 0, "to": 3, "start": 0}},
        "findings": {"fact": "A fact."}, "promises": {"stay": "I stay."},
        "cast": {"p": {"role": "subject", "profile": {
            "tension": rng.randint(35, 75), "rapport": rng.randint(0, 20), "baseline": 20, "grievance": 15,
            "reactivity": 1, "kind": rng.choice(["reactive", "proactive"]), "needs": {"fear": 0.6, "injustice": 0.4},
            "comfort": 2}}},
        "start": "a", "nodes": nodes, "events": events,
        "outcomes": {"good": {"kind": "voluntary", "value": 95, **outcome},
                     "middling": {"kind": "referral", "value": 60, **outcome},
                     "late": {"kind": "disengaged", "value": 40, **outcome},
                     "bad": {"kind": "force", "value": 5, **outcome}},
    }  # fmt: skip
    # A number with a sign is an addition, which JSON has no way to write.
    return json.dumps(call).replace('"+1"', "+1")


def brute_force(program, state, used, known, budget) -> int:
    """The best value by trying everything, under the solver's own rule of standing acts."""
    if state.over:
        return state.value
    key = (state._replace(turn=0), used)
    if key in known:
        return known[key]
    budget[0] -= 1
    if budget[0] < 0:
        raise TimeoutError
    best = 0
    for action in options(program, state, used):
        after, _ = step(program, state, action)
        best = max(best, brute_force(program, after, used_after(state, after, action, used), known, budget))
    known[key] = best
    return best


def program_of(seed: int):
    loaded = load_scenario(small_call(seed), f"small_{seed}.yaml", shipped())
    if loaded.scenario is None:
        # A moment without a way out is refused, as it should be.
        assert {problem.code for problem in loaded.problems if problem.severity == "error"} == {"no-way-out"}
        return None
    return compile_program(loaded.scenario, shipped())


def compare(seed: int) -> str:
    """Check one random call; says whether the solver proved its answer, "" where brute force gave up."""
    program = program_of(seed)
    if program is None:
        return ""
    state, _ = begin(program, seed, program.temperaments[0])
    try:
        true = brute_force(program, state, NONE, {}, [2_000])
    except TimeoutError:
        return ""
    best = solve(program, state, Limit(steps=20_000))
    assert best.low <= true <= best.high, (seed, best.low, true, best.high)
    if best.line:
        assert play(program, seed, program.temperaments[0], best.line).last.value == best.low
    if best.exact:
        assert best.low == true, (seed, best.low, true)
    return "exact" if best.exact else "gap"


@pytest.mark.parametrize("group", range(4))
def test_the_answer_is_that_of_brute_force(group: int) -> None:
    verdicts = [compare(seed) for seed in range(group * 30, group * 30 + 30)]
    told = [verdict for verdict in verdicts if verdict]
    assert len(told) >= 18
    assert told.count("exact") >= 0.9 * len(told)


HELP_UNDER_WAY = (84, 134, 202, 1023)
"""Calls in which help is on its way that nobody has to call, and an ending waits for it."""


@pytest.mark.parametrize("seed", HELP_UNDER_WAY)
def test_help_under_way_counts_as_help_that_may_come(seed: int) -> None:
    assert compare(seed)


@pytest.mark.parametrize("seed", [*range(40), *HELP_UNDER_WAY])
def test_what_is_called_out_of_reach_is_never_reached(seed: int) -> None:
    program = program_of(seed)
    if program is None:
        pytest.skip("this call is refused")
    reach, rng = Reach(program), random.Random(seed)
    state, _ = begin(program, seed, program.temperaments[0])
    passed = [state]
    while not state.over and len(passed) < 60:
        tried = options(program, state, NONE)
        if not tried:
            return
        state, _ = step(program, state, rng.choice(tried))
        passed.append(state)
    if state.outcome:
        for before in passed:
            assert state.outcome in reach.outcomes(before)
            assert state.value <= reach.high(before)
