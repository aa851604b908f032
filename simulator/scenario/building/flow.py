"""What the graph of a scenario shows without playing it: moments nobody comes to, and those nobody leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.scenario.building.findings import BROKEN_WAYS, Findings
from simulator.scenario.model import ActRule, Line, Node, Scenario
from simulator.scenario.parts import Goal


def goals_of(node: Node) -> Iterator[Goal]:
    """Every goal that this node's own lines, acts and silence can lead to: by a route, by itself, by the node."""
    acts: list[Line | ActRule] = [*node.lines.values(), *node.acts.values()]
    if node.silence is not None:
        acts.append(node.silence)
    for act in acts:
        for name in act.leads:
            if name in node.routes:
                yield node.routes[name].goal
        if act.goal is not None:
            yield act.goal
        elif isinstance(act, Line) and node.goal is not None:
            yield node.goal


def goals_everywhere(scenario: Scenario) -> Iterator[Goal]:
    """Goals of acts that stand in every node: the scenario's own rules and those of partners."""
    for rule in (*scenario.acts.values(), *(person.act for person in scenario.cast.values())):
        if rule is not None and rule.goal is not None:
            yield rule.goal


def check_flow(scenario: Scenario, findings: Findings) -> None:
    """Notes moments that cannot be reached, moments that never end, and endings nothing leads to.

    While names on the way are unknown, only those that never end are noted; a draft is given what it names.
    """
    draft = scenario.about.status == "draft"
    everywhere = list(goals_everywhere(scenario))
    steps: dict[str, set[str]] = {}
    ends: dict[str, set[str]] = {}
    for node in scenario.nodes.values():
        goals = list(goals_of(node))
        steps[node.id] = set(_names(goals, "node"))
        ends[node.id] = set(_names(goals, "outcome"))
    events = [event for event in scenario.events.values() if event.goal is not None]
    anywhere = [*everywhere, *(event.goal for event in events if event.goal is not None)]
    _check_ways_out(scenario, findings, steps, ends, everywhere)
    if not draft and any(problem.code in BROKEN_WAYS for problem in findings.problems):
        return
    reached = _closure({scenario.start, *_names(anywhere, "node")}, steps)
    for name in scenario.nodes:
        if name not in reached:
            findings.warn(
                "unreachable-node",
                ("nodes", name),
                f"nothing leads to `{name}`",
                "name it in a `next`, in a route's `to` or in an event, or take it away",
                key=True,
            )
    met = set(_names(anywhere, "outcome")).union(*ends.values())
    for name in scenario.outcomes:
        if name not in met:
            findings.warn(
                "unreached-outcome",
                ("outcomes", name),
                f"nothing ends in `{name}`",
                "name it in an `end`, or take it away",
                key=True,
            )


def _check_ways_out(
    scenario: Scenario,
    findings: Findings,
    steps: dict[str, set[str]],
    ends: dict[str, set[str]],
    everywhere: list[Goal],
) -> None:
    """The longest duration ends every call, so it does not count as a way out of a moment."""
    anywhere = list(everywhere)
    for event in scenario.events.values():
        if event.goal is not None and not event.by_hand and event.id != scenario.longest:
            anywhere.append(event.goal)
    if any(goal.kind == "outcome" for goal in anywhere):
        return
    into: dict[str, set[str]] = {}
    for name, following in steps.items():
        for each in following:
            into.setdefault(each, set()).add(name)
    out = _closure({name for name in scenario.nodes if ends[name]}, into)
    if out & set(_names(anywhere, "node")):
        return
    for name in scenario.nodes:
        if name not in out:
            findings.add(
                "no-way-out",
                ("nodes", name),
                f"no ending can be reached from `{name}`",
                "give a line or a route of it an `end`, or let it lead to a node that has one",
                key=True,
            )


def _names(goals: Iterable[Goal], kind: str) -> Iterator[str]:
    for goal in goals:
        if goal.kind == kind:
            for name, _ in goal.choices:
                yield name


def _closure(start: set[str], steps: dict[str, set[str]]) -> set[str]:
    reached, waiting = set(start), list(start)
    while waiting:
        for name in steps.get(waiting.pop(), ()):
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    return reached
