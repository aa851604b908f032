"""What is open now, and why something is not, in words for the trainee."""

from __future__ import annotations

from typing import Literal

from simulator.encounter.actions import Action
from simulator.encounter.plans import NodePlan, Plan, Program
from simulator.encounter.standing import ACTS_IN_ALL, VISIT_LIMITS
from simulator.encounter.state import EncounterState

_USED = {kind: place for place, kind in enumerate(VISIT_LIMITS)}


def why_closed(program: Program, state: EncounterState, plan: Plan | None, action: Action) -> str:
    """Why a line or standing act cannot be chosen now; "" if it can."""
    node = program.nodes[state.node]
    if plan is None:
        return _unknown(program, state, node, action)
    if plan.kind == "line":
        if line_is_open(state, plan):
            return ""
        if plan.once and state.said & plan.bit:
            return "You have said that already."
    else:
        closed = _act_closed(program, state, node, plan)
        if closed:
            return closed
    if plan.only_if is not None and not plan.only_if(state):
        return "Not possible as things are now."
    return ""


def line_is_open(state: EncounterState, plan: Plan) -> bool:
    """Whether a line of the present node can be said now: its guard holds, and it is not one said once already."""
    return not (plan.once and state.said & plan.bit) and (plan.only_if is None or plan.only_if(state))


def _unknown(program: Program, state: EncounterState, node: NodePlan, action: Action) -> str:
    """What there is instead: only what is open now, for what is not is not to be known yet."""
    plans = node.lines if action.kind == "line" else node.acts
    kind: Literal["line", "act"] = "line" if action.kind == "line" else "act"
    there = [id_ for id_, plan in plans.items() if not why_closed(program, state, plan, Action(kind, id_))]
    instead = f"there are: {', '.join(there)}" if there else "there is none open now"
    return f"There is no {kind} “{action.id}” at “{node.id}”; {instead}."


def _act_closed(program: Program, state: EncounterState, node: NodePlan, plan: Plan) -> str:
    """The limits of the standing acts."""
    if plan.action in node.closed:
        return "Not here."
    if state.acts_used >= ACTS_IN_ALL:
        return f"You have used all {ACTS_IN_ALL} acts of this call; what is left is words."
    kind = plan.kind
    if kind in _USED and state.used[_USED[kind]] >= VISIT_LIMITS[kind]:
        return "You have done that as often as it helps at this moment."
    if kind == "hold" and not _under_way(state):
        return "Nobody is on the way to wait for."
    if kind == "cover" and state.cover:
        return "You are behind cover already."
    if kind == "closer" and state.distance <= 0:
        return "You cannot get closer."
    if kind == "partner" and state.partners & plan.partner:
        return "Your partner has had their turn."
    if kind == "call":
        resource = program.scenario.resources[program.resources[plan.resource]]
        if state.due[plan.resource] >= 0:
            return "Already called." if resource.under_way is None else "Sent before you came."
        test = program.resource_tests[plan.resource]
        if test is not None and not test(state):
            return f"“{resource.label}” cannot be called now."
    if kind == "leave" and (plan.goal is None or not plan.goal.is_end) and not plan.leads:
        return "Leaving is not open here."
    return ""


def _under_way(state: EncounterState) -> bool:
    return any(due >= 0 and not state.arrived >> place & 1 for place, due in enumerate(state.due))
