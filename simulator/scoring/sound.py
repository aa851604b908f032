"""Which other lines were sound at a decision, judged one act ahead through `step`."""

from __future__ import annotations

from simulator.encounter.actions import Action
from simulator.encounter.happenings import Landed
from simulator.encounter.plans import Plan, Program
from simulator.encounter.step import step
from simulator.scoring.acts import TakenAct, fact
from simulator.scoring.quality import quality


def sound_landing(program: Program, act: TakenAct, plan: Plan) -> Landed | None:
    """How an open line would have landed at this decision; None for the line that was chosen, for one without or with
    a poor technique, for one that its author calls critical or names a better one for, and for one that would have
    hurt or moved nobody."""
    before = act.turn.before
    action = Action("line", plan.action)
    line = program.scenario.nodes[act.node].lines[plan.action]
    if act.turn.action == action or line.better or line.deed.critical or not plan.doing.techniques:
        return None
    threat = fact(before, "threat")
    rows = (program.catalogues.techniques[program.techniques[index].id] for index in plan.doing.techniques)
    if any(quality(row, threat) == "poor" for row in rows):
        return None
    _, happened = step(program, before, action)
    landed = next((row for row in happened if isinstance(row, Landed)), None)
    return None if landed is None or landed.landing == "hurts" else landed


def gain(landed: Landed | None) -> int:
    """What an act moved for the better at once: trust won and tension taken away, in thousandths."""
    return landed.rapport - landed.tension if landed is not None else 0
