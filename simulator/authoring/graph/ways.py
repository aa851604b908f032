"""What leads where in a scenario, read from the scenario alone: nothing is played here."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from simulator.scenario.model import ActRule, EventRule, Line, Node, Scenario
from simulator.scenario.parts import Goal, Text

Cause = Literal["line", "act", "silence", "event"]


@dataclass(frozen=True, slots=True)
class Way:
    """One way from a moment to a moment or an ending.

    `source` is None where it can be taken from anywhere (an event, a standing act of the whole scenario). `by` is
    the id of the line, act or event; `route` the id of the route it takes, "" where it is what happens when no
    route holds; `condition` is in words, "" for always. `ends` tells an ending from a moment.
    """

    source: str | None
    target: str
    ends: bool
    cause: Cause
    by: str
    route: str = ""
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A node of the graph. `words` is what its scene says first of all; `lines` how many choices it has; `closed`
    are the standing acts that cannot be used there."""

    id: str
    words: str
    lines: int
    timed: bool
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """An outcome of the graph; `value` is 0-100."""

    id: str
    title: str
    kind: str
    value: float


@dataclass(frozen=True)
class Graph:
    """A scenario as moments, endings and the ways between them, each in the order of the file."""

    id: str
    title: str
    start: str
    moments: Mapping[str, Moment]
    endings: Mapping[str, Ending]
    ways: tuple[Way, ...]

    def between(self) -> Mapping[tuple[str, str], tuple[Way, ...]]:
        """The ways between two different moments, by (from, to)."""
        found: dict[tuple[str, str], list[Way]] = {}
        for way in self.ways:
            if way.source is not None and not way.ends and way.source != way.target:
                found.setdefault((way.source, way.target), []).append(way)
        return MappingProxyType({pair: tuple(ways) for pair, ways in found.items()})

    def into(self, name: str) -> tuple[Way, ...]:
        """The ways that lead to a moment or an ending from somewhere else."""
        return tuple(way for way in self.ways if way.target == name and way.source != name)

    def out_of(self, name: str) -> tuple[Way, ...]:
        """The ways that lead out of a moment; those that can be taken anywhere are not among them."""
        return tuple(way for way in self.ways if way.source == name)

    def from_anywhere(self) -> tuple[Way, ...]:
        """The ways that can be taken in any moment."""
        return tuple(way for way in self.ways if way.source is None)

    def shortest_ways_in(self) -> Mapping[str, str]:
        """For each moment that can be reached by choices alone, the one before it on the shortest way from the
        start; of two equally short the one written first."""
        following: dict[str, list[str]] = {}
        for source, target in self.between():
            following.setdefault(source, []).append(target)
        before: dict[str, str] = {}
        waiting, seen = deque([self.start]), {self.start}
        while waiting:
            name = waiting.popleft()
            for target in following.get(name, ()):
                if target not in seen:
                    seen.add(target)
                    before[target] = name
                    waiting.append(target)
        return MappingProxyType(before)

    def shortest_way_to(self, name: str) -> tuple[str, ...]:
        """The moments from the start to this one, both included; empty where choices alone do not lead there.

        For an ending it is the way to the nearest moment that can end in it.
        """
        before = self.shortest_ways_in()
        if name in self.moments:
            return _trail(name, self.start, before)
        sources = [way.source for way in self.into(name) if way.source is not None]
        trails = [trail for source in sources if (trail := _trail(source, self.start, before))]
        return min(trails, key=len, default=())


def _trail(name: str, start: str, before: Mapping[str, str]) -> tuple[str, ...]:
    trail = [name]
    while trail[-1] in before:
        trail.append(before[trail[-1]])
    return tuple(reversed(trail)) if trail[-1] == start else ()


def graph_of(scenario: Scenario) -> Graph:
    """The graph of a scenario."""
    ways: list[Way] = []
    for node in scenario.nodes.values():
        ways += _ways_from(scenario, node)
    ways += _ways_from_anywhere(scenario)
    return Graph(
        id=scenario.id,
        title=scenario.about.title,
        start=scenario.start,
        moments=MappingProxyType(
            {
                node.id: Moment(
                    node.id, usual_words(node.scene), len(node.lines), node.timer is not None, tuple(node.closed)
                )
                for node in scenario.nodes.values()
            }
        ),
        endings=MappingProxyType(
            {
                end.id: Ending(end.id, usual_words(end.title), end.kind, end.value / 1000)
                for end in scenario.outcomes.values()
            }
        ),
        ways=tuple(dict.fromkeys(ways)),
    )


def usual_words(text: Text) -> str:
    """The wording of a text that asks for nothing special; the last one where each has a condition."""
    plain = [variant.words for variant in text.variants if variant.when is None]
    return (plain or [text.variants[-1].words])[0] if text.variants else ""


def _ways_from(scenario: Scenario, node: Node) -> Iterator[Way]:
    for line in node.lines.values():
        yield from _ways_of(node, line, "line", line.id, line.goal or node.goal)
    for act in node.acts.values():
        if act.id not in node.closed:
            yield from _ways_of(node, act, "act", act.id, act.goal)
    if node.silence is not None and node.timer is not None:
        yield from _ways_of(node, node.silence, "silence", "silence", node.silence.goal)


def _ways_of(node: Node, act: Line | ActRule, cause: Cause, by: str, otherwise: Goal | None) -> Iterator[Way]:
    """Its routes in order, then where it leads when none holds; nothing comes after a route that always holds."""
    only_if = act.only_if.source if act.only_if is not None else ""
    for name in act.leads:
        if name == "next":
            break
        if name not in node.routes:
            continue  # a draft may name a route that is still to be written
        route = node.routes[name]
        when = route.when.source if route.when is not None else ""
        yield from _ways_to(route.goal, node.id, cause, by, name, when)
        if route.when is None:
            return
    if otherwise is not None:
        yield from _ways_to(otherwise, node.id, cause, by, "", only_if)


def _ways_to(goal: Goal, source: str | None, cause: Cause, by: str, route: str, condition: str) -> Iterator[Way]:
    for target, _ in goal.choices:
        yield Way(source, target, goal.kind == "outcome", cause, by, route, condition)


def _ways_from_anywhere(scenario: Scenario) -> Iterator[Way]:
    for act in scenario.acts.values():
        if act.goal is not None and not all(act.id in node.closed for node in scenario.nodes.values()):
            yield from _ways_to(act.goal, None, "act", act.id, "", act.only_if.source if act.only_if else "")
    for person in scenario.cast.values():
        if person.act is not None and person.act.goal is not None:
            yield from _ways_to(person.act.goal, None, "act", f"partner:{person.id}", "", "")
    for event in scenario.events.values():
        if event.goal is not None:
            yield from _ways_to(event.goal, None, "event", event.id, "", cause_of(event))


def cause_of(event: EventRule) -> str:
    """When an event happens, in words: `tension >= 80`, `when team arrives`, `at 6:00 or later, once band == calm`."""
    if event.by_hand:
        return "when an instructor starts it"
    due = ""
    if event.at is not None:
        due = f"at {event.at // 600}:{event.at // 10 % 60:02d}"
    elif event.arrives is not None:
        due = f"when {event.arrives} arrives"
    if event.when is None:
        return due
    return f"{due} or later, once {event.when.source}" if due else event.when.source
