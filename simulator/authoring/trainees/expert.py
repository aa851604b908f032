"""The expert: looks one act ahead through `step` itself and judges what it would see."""

from __future__ import annotations

from simulator.authoring.trainees.choosing import fallback, is_poor
from simulator.encounter.actions import Action
from simulator.encounter.offer import open_actions
from simulator.encounter.passing import load
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.encounter.step import step


def expert(program: Program, state: EncounterState) -> Action:
    """One act ahead: what would leave the person calmer, more trusting, better known and safer, soonest.

    Hand-written: it knows the trade's priorities, not the scenario. It never uses force that nothing calls for and
    says a poor line only if nothing else is open.
    """
    best, best_worth = None, float("-inf")
    for action in open_actions(program, state):
        if action.kind == "silence":
            continue
        after, _ = step(program, state, action)
        worth = prospect(program, state, after)
        if action.kind == "act" and after.due == state.due and after.node == state.node and action.id != "hold":
            worth -= 3  # moving about for its own sake
        plan = program.nodes[state.node].lines.get(action.id) if action.kind == "line" else None
        if plan is not None and is_poor(program, plan):
            worth -= 60
        if worth > best_worth:
            best, best_worth = action, worth
    return best if best is not None else fallback(program, state)


def prospect(program: Program, before: EncounterState, after: EncounterState) -> float:
    """How promising a state looks to an experienced officer, in points of value."""
    if after.outcome:
        return after.value / 1000
    subject = after.subjects[0]
    worth = 50 + 0.45 * (subject.rapport - subject.tension) / 1000 + 8 * subject.acknowledged / 1000
    worth -= 0.25 * load(program, after) / 1000 + 0.15 * subject.sensitisation / 1000
    worth += 3 * after.found.bit_count()
    worth += 4 * sum(due >= 0 for due in after.due)
    worth += sum({0: 0, 1: 2, 2: 5, 3: -15}[status] for status in after.promises)
    worth -= 0.6 * (after.clock - before.clock) / 600
    worth -= 1.5 * (after.beat if after.node == before.node else 0)
    # A call that goes on is worth less than the best end it may come to, however well it goes.
    worth = max(worth, 0)
    return 90 * worth / (worth + 20)
