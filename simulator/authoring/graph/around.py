"""The part of a graph that lies around one moment, for graphs too large to be read whole."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from simulator.authoring.graph.ways import Graph


def around(graph: Graph, name: str, depth: int = 2) -> Graph:
    """The moments at most `depth` ways before or after this one (or before this ending), with all their ways.

    Ways to and from moments left out are kept; a drawing shows them as words.
    """
    into: dict[str, set[str]] = {}
    out: dict[str, set[str]] = {}
    for way in graph.ways:
        if way.source is not None:
            into.setdefault(way.target, set()).add(way.source)
            if not way.ends:
                out.setdefault(way.source, set()).add(way.target)
    near = {name}
    for steps in (into, out):
        edge = {name}
        for _ in range(depth):
            edge = {each for one in edge for each in steps.get(one, ())} - near
            near |= edge
    moments = {id_: moment for id_, moment in graph.moments.items() if id_ in near}
    ways = tuple(
        way for way in graph.ways if way.source in moments or way.target in moments or (way.source is None and way.ends)
    )
    met = {way.target for way in ways if way.ends}
    endings = {id_: ending for id_, ending in graph.endings.items() if id_ in met}
    return replace(graph, moments=MappingProxyType(moments), endings=MappingProxyType(endings), ways=ways)
