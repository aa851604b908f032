"""Trainees who mix good and poor: the random one, and novice and typical as the field's studies describe them.

Their chances are a judgement.
"""

from __future__ import annotations

from simulator.authoring.trainees.choosing import Policy, chance, drawn, fallback, is_poor, pick
from simulator.encounter.actions import Action
from simulator.encounter.offer import lines_to_choose, open_acts
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState

_HELPFUL = frozenset({"call", "partner", "wait", "back", "cover", "hold"})
"""Standing acts that a trainee thinks of: not stepping closer, not leaving."""


def random(program: Program, state: EncounterState) -> Action:
    """Any line, now and then any standing act but leaving."""
    lines = lines_to_choose(program, state)
    if not lines or chance(state, "random-act") < 0.15:
        acts = [action for action in open_acts(program, state) if action.kind == "act" and action.id != "leave"]
        if acts:
            return acts[drawn(state, "random") % len(acts)]
    return pick(lines, state, "random-line") if lines else fallback(program, state)


def _mixed(name: str, poor_chance: float, act_chance: float) -> Policy:
    """A trainee who picks a poor line with this chance, a standing act now and then, else any other line."""

    def policy(program: Program, state: EncounterState) -> Action:
        lines = lines_to_choose(program, state)
        if not lines or chance(state, f"{name}-act") < act_chance:
            acts = [act for act in open_acts(program, state) if act.id.partition(":")[0] in _HELPFUL]
            if acts:
                return acts[drawn(state, f"{name}-which") % len(acts)]
        if not lines:
            return fallback(program, state)
        poor = [plan for plan in lines if is_poor(program, plan)]
        rest = [plan for plan in lines if not is_poor(program, plan)]
        wanted = poor if chance(state, f"{name}-poor") < poor_chance else rest
        return pick(wanted or lines, state, name)

    return policy


novice: Policy = _mixed("novice", 0.50, 0.05)
"""Recruits before training: half of what is said is a poor habit (judgement)."""

typical: Policy = _mixed("typical", 0.20, 0.15)
"""A decent officer on a working day: mostly fitting, every fifth line a habit (judgement)."""
