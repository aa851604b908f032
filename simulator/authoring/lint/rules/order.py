"""Conditions against the order of the law: what opens only to somebody who is worse off."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.case import Case
from simulator.authoring.lint.rule import Found, rule
from simulator.authoring.solver import Order


@rule(
    "order-breaking-guard",
    finds="A line, or help to call, that is open only while somebody is worse off: more tense, or trusting less.",
    why="Who does well never meets it. And a better state is then not better in all: the solver has to search states "
    "that it could leave out, and may not prove what is best.",
    mend="open it by what was done or said (`said('node.line')`, a variable), or by a way to a moment of its own; it "
    "is right as it is where the help is meant for a call that goes badly",
    level="info",
    needs="graph",
    bad={"nodes.talk.lines.heard.only_if": "tension >= 30"},
    good={"nodes.talk.lines.heard.only_if": "tension < 60"},
)
def order_breaking_guard(case: Case) -> Iterator[Found]:
    for one in Order(case.program).breaks:
        if one.backwards and one.path[-1] == "only_if":
            name = case.scenario.cast[one.subject].name
            yield Found(one.path, f"`{one.condition}` opens this only while {name or one.subject} is worse off")
