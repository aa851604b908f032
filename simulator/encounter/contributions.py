"""What each part of an act had in how it moved the person: the law's sums, told apart for whoever writes a call."""

from __future__ import annotations

from typing import NamedTuple

from simulator.encounter.actions import Action
from simulator.encounter.drift import comfort_distance
from simulator.encounter.law import Act, apply
from simulator.encounter.moment import Moment
from simulator.encounter.plans import Plan, Program
from simulator.encounter.reading import FACT_PLACES
from simulator.encounter.scene import lies_found
from simulator.encounter.state import EncounterState


class Contribution(NamedTuple):
    """One part of an act: a technique by its id, or "" for all that is not a technique (topics, the line's own
    effects, a lie that comes to light); what it adds to tension and rapport, in thousandths, before clamping."""

    technique: str
    tension: int
    rapport: int


def contributions(program: Program, state: EncounterState, action: Action) -> tuple[Contribution, ...]:
    """The parts of a line, standing act or silence, as it meets the person addressed in this state; none for others.

    The law adds up what techniques do, so each one's share is what it adds to those before it.
    """
    plan = _plan(program, state, action)
    if plan is None:
        return ()
    doing, person = plan.doing, plan.person
    profile = program.casts[state.temperament].profiles[person]
    subject = state.subjects[person]
    lie_found = lies_found(Moment(state), doing, subject)
    triggers = len(doing.topics & profile.source.triggers) if doing.topics else 0
    hook = bool(doing.topics & profile.source.hooks) if doing.topics else False
    techniques = _techniques(program, state, plan)
    parts: list[Contribution] = []
    before = (0, 0)
    for count in range(len(techniques) + 1):
        act = Act(techniques[:count], triggers, hook, doing.author, lie_found, state.spaced)
        result = apply(program.techniques, program.families, profile, subject, state.history, act)
        now = (result.tension, result.rapport)
        name = program.techniques[techniques[count - 1]].id if count else ""
        if count or now != before:
            parts.append(Contribution(name, now[0] - before[0], now[1] - before[1]))
        before = now
    return tuple(parts)


def _plan(program: Program, state: EncounterState, action: Action) -> Plan | None:
    node = program.nodes[state.node]
    if action.kind == "line":
        return node.lines.get(action.id)
    if action.kind == "act":
        return node.acts.get(action.id)
    return node.silence if action.kind == "silence" else None


def _techniques(program: Program, state: EncounterState, plan: Plan) -> tuple[int, ...]:
    """As `step` has it: an act that ends inside the comfort distance crowds."""
    if not plan.crowds:
        return plan.doing.techniques
    profile = program.casts[state.temperament].profiles[plan.person].source
    near = max(0, state.distance + plan.doing.move)
    behind = bool(state.facts[FACT_PLACES["behind"]])
    inside = near < comfort_distance(profile, state.subjects[plan.person].tension, behind)
    return plan.crowds if inside else plan.doing.techniques
