"""A graph in words, for a terminal: who leads to a moment, where it leads, and the shortest way there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from simulator.authoring.graph.traffic import Traffic
from simulator.authoring.graph.ways import Graph, Way

_MOST_NAMED = 6


def outline(graph: Graph, traffic: Traffic | None = None) -> list[str]:
    """Every moment with who leads to it and where it leads, and every ending with who ends in it."""
    rows = []
    for name, moment in graph.moments.items():
        start = " (start)" if name == graph.start else ""
        lines = f"{moment.lines} line" + ("" if moment.lines == 1 else "s")
        rows.append(f"{name}{start}: {lines}{_met(name, traffic)}")
        rows.append(f"  from {_names(_sources(graph, name)) or 'nowhere'}")
        targets = (way.target for way in graph.out_of(name) if way.target != name)
        rows.append(f"  to   {_names(targets) or _only_from_anywhere(graph, name)}")
    for name, ending in graph.endings.items():
        rows.append(f"Ending {name}, worth {ending.value:.0f}: {ending.title}{_met(name, traffic)}")
        rows.append(f"  from {_names(_sources(graph, name)) or 'nowhere'}")
    return rows


def leads_here(graph: Graph, name: str, traffic: Traffic | None = None) -> list[str]:
    """One moment or ending: the shortest way to it, and each way in and out with its condition."""
    if name in graph.moments:
        rows = [f"{name}: {graph.moments[name].words}{_met(name, traffic)}"]
    else:
        ending = graph.endings[name]
        rows = [f"{name}, an ending worth {ending.value:.0f}: {ending.title}{_met(name, traffic)}"]
    trail = graph.shortest_way_to(name)
    steps = " → ".join(trail if name in graph.moments else (*trail, name))
    rows += ["", f"Shortest way: {steps}" if trail else "No choices lead here: it comes about by itself."]
    rows += ["", "Led to by", *(_told(graph.into(name), lambda way: way.source or "anywhere") or ["  nothing"])]
    if name in graph.moments:
        out = [way for way in graph.out_of(name) if way.target != name]
        stays = len({way.by for way in graph.out_of(name) if way.target == name})
        none = _only_from_anywhere(graph, name).replace("nowhere", "nothing", 1)
        rows += ["", "Leads to", *(_told(out, lambda way: way.target) or [f"  {none}"])]
        rows += [f"  itself: by {stays} of what can be done here"] if stays else []
    return rows


def _told(ways: Iterable[Way], side: Callable[[Way], str]) -> list[str]:
    grouped: dict[tuple[str, str, str], list[str]] = {}
    for way in ways:
        what = f"the event {way.by}" if way.cause == "event" else way.by
        grouped.setdefault((side(way), way.route, way.condition), []).append(what)
    return [
        f"  {other}: {_names(by)}{f', by route {route}' if route else ''}{_when(condition)}"
        for (other, route, condition), by in grouped.items()
    ]


def _when(condition: str) -> str:
    """A condition, or when an event happens, as the end of a row."""
    if not condition:
        return ""
    return f", {condition}" if condition.startswith(("at ", "when ")) else f", if {condition}"


def _sources(graph: Graph, name: str) -> Iterable[str]:
    return dict.fromkeys(way.source or f"anywhere ({way.by})" for way in graph.into(name))


def _only_from_anywhere(graph: Graph, name: str) -> str:
    """How the call goes on from a moment from which nothing of its own leads on: by what can come about anywhere."""
    ways = [way for way in graph.from_anywhere() if way.target != name and way.by not in graph.moments[name].closed]
    acts = _names(way.by for way in ways if way.cause != "event")
    events = _names(way.by for way in ways if way.cause == "event")
    told = [f"by {acts}"] if acts else []
    told += [f"by events ({events})"] if events else []
    return f"nowhere but {' or '.join(told)}" if told else "nowhere"


def _names(names: Iterable[str]) -> str:
    named = list(dict.fromkeys(names))
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED + 1 else ""
    return ", ".join(named[:_MOST_NAMED] if more else named) + more


def _met(name: str, traffic: Traffic | None) -> str:
    if traffic is None:
        return ""
    share = traffic.shares.get(name, 0.0)
    ends = f", ends at {traffic.means[name]:.0f} on average" if name in traffic.means else ""
    return f" (met in {share * 100:.0f} % of simulated calls{ends})"
