"""Stage five of a step: where it leads. Routes, nodes entered, and the value of an actual end."""

from __future__ import annotations

from simulator.encounter.draws import draw, weighted
from simulator.encounter.fixed import round_div
from simulator.encounter.happenings import Ended, Entered, Happening, Routed
from simulator.encounter.moment import Moment
from simulator.encounter.plans import Destination, Plan, Program
from simulator.encounter.scene import change_scene, make_changes

TENSION_COST = 15
"""Hundredths of a point of value that each point of tension costs at the end."""

DISTRUST_COST = 5
"""Hundredths of a point of value that each point of trust short of 100 costs at the end."""


def follow(program: Program, moment: Moment, plan: Plan, visit: int, happened: list[Happening]) -> None:
    """The first of the act's routes that holds; else its own end or next, else the node's."""
    goal = plan.goal
    for route in plan.leads:
        if route is None:
            break
        if route.test is None or route.test(moment):
            happened.append(Routed(route.id))
            if route.sets:
                make_changes(moment, route.sets, happened)
            go(program, moment, route.to, f"route:{route.id}", visit, happened)
            return
    if goal is not None:
        go(program, moment, goal, f"next:{plan.action}", visit, happened)


def go(program: Program, moment: Moment, to: Destination, purpose: str, visit: int, happened: list[Happening]) -> bool:
    """To a node or an outcome. Gives whether the scene moved: the node it is in already is no move, the visit
    goes on."""
    id_ = to.ids[0]
    if len(to.ids) > 1:
        number = draw(moment.seed, f"{purpose}#{moment.beat}", moment.node, visit)
        id_ = to.ids[weighted(to.weights, number)]
    if to.is_end:
        moment.outcome = id_
        moment.value = value_at_end(program, moment, id_)
        happened.append(Ended(id_, moment.value))
        return True
    if id_ == moment.node:
        return False
    place = program.nodes[id_].index
    visits = moment.visits
    moment.node = id_
    moment.visits = (*visits[:place], visits[place] + 1, *visits[place + 1 :])
    moment.used = (0, 0, 0)
    moment.spaced = False
    moment.beat = 0
    happened.append(Entered(id_, visits[place] + 1))
    entry = program.nodes[id_].entry
    if entry.scene:
        change_scene(program, moment, entry, happened)
    return True


def value_at_end(program: Program, moment: Moment, outcome: str) -> int:
    """An outcome's value at this end, in thousandths: lowered by tension and by missing trust, never below 0."""
    subject = moment.subjects[0]
    missing = 100_000 - max(subject.rapport, 0)
    value = program.scenario.outcomes[outcome].value * 100
    return max(0, round_div(value - TENSION_COST * subject.tension - DISTRUST_COST * missing, 100))
