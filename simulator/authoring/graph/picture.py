"""What a drawing of a graph shows: which ways become lines, and which are said in words to keep it readable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from simulator.authoring.graph.traffic import Traffic
from simulator.authoring.graph.ways import Ending, Graph, Moment, Way

HUB = 6
"""A moment that so many others lead to is named in words by them; only the shortest way in stays a line."""

Colouring = Literal["plain", "visits", "value", "best"]


@dataclass(frozen=True, slots=True)
class Chip:
    """A way said in words: to an ending, to a moment many lead to, or to or from one that is not drawn."""

    to: Literal["ending", "moment", "from"]
    name: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A moment as drawn. `events` bring it about by themselves; `amount` is 0-1 for its colour, None for plain;
    `told` says that amount in words."""

    moment: Moment
    chips: tuple[Chip, ...]
    events: tuple[str, ...]
    starts: bool
    amount: float | None
    told: str


@dataclass(frozen=True, slots=True)
class Foot:
    """An ending as drawn, with where it is reached from."""

    ending: Ending
    sources: int
    anywhere: tuple[str, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two cards. `first` is the shortest way in, `marked` lies on the way asked for; `share` is how
    many simulated calls took it (0-1), None where nothing was simulated."""

    source: str
    target: str
    ways: tuple[Way, ...]
    first: bool
    marked: bool
    share: float | None


@dataclass(frozen=True)
class Picture:
    """All that a drawing shows, whatever the language it is written in."""

    graph: Graph
    cards: Mapping[str, Card]
    lines: tuple[Line, ...]
    feet: tuple[Foot, ...]
    colouring: Colouring
    traffic: Traffic | None
    way_in: tuple[str, ...]


def picture_of(
    graph: Graph,
    traffic: Traffic | None = None,
    colouring: Colouring = "plain",
    way_in: tuple[str, ...] = (),
    whole: Graph | None = None,
) -> Picture:
    """The picture of a graph, or of a part of the `whole` as `around` gives it; `way_in` is marked."""
    between = graph.between()
    sources: dict[str, int] = {}
    for _, target in between:
        sources[target] = sources.get(target, 0) + 1
    before = (whole or graph).shortest_ways_in()
    on_the_way = set(pairwise(way_in))
    lines: list[Line] = []
    chips: dict[str, list[Chip]] = {name: [] for name in graph.moments}
    for pair, ways in between.items():
        source, target = pair
        first = before.get(target) == source
        if source in graph.moments and target in graph.moments:
            if first or pair in on_the_way or sources[target] < HUB:
                share = traffic.passed.get(pair, 0.0) if traffic is not None else None
                lines.append(Line(source, target, ways, first, pair in on_the_way, share))
            else:
                chips[source].append(Chip("moment", target, ways))
        elif source in graph.moments:
            chips[source].append(Chip("moment", target, ways))
        elif target in graph.moments:
            chips[target].append(Chip("from", source, ways))
    for name in graph.moments:
        ends: dict[str, list[Way]] = {}
        for way in graph.out_of(name):
            if way.ends:
                ends.setdefault(way.target, []).append(way)
        chips[name] += [Chip("ending", end, tuple(ways)) for end, ways in ends.items()]
    cards = {
        name: Card(
            moment,
            tuple(chips[name]),
            tuple(way.by for way in graph.into(name) if way.source is None),
            name == graph.start,
            *_amount(name, traffic, colouring),
        )
        for name, moment in graph.moments.items()
    }
    feet = tuple(_foot(graph, ending, traffic) for ending in graph.endings.values())
    return Picture(graph, cards, tuple(lines), feet, colouring, traffic, way_in)


def percent(share: float) -> str:
    """A share in words; nothing that happens is said to be 0 %."""
    if 0 < share < 0.005:
        return "under 1 %"
    return f"{share * 100:.0f} %"


def route_names(ways: tuple[Way, ...]) -> str:
    """The routes by which one gets from one moment to the next, the first three by name; "" where it takes none."""
    names = list(dict.fromkeys(way.route for way in ways if way.route))
    if not names or not all(way.route for way in ways):
        return ""
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")


def _amount(name: str, traffic: Traffic | None, colouring: Colouring) -> tuple[float | None, str]:
    if traffic is None or colouring == "plain":
        return None, ""
    share = traffic.shares.get(name, 0.0)
    if colouring == "visits":
        return share, percent(share)
    if not share:
        return None, "never met"
    value = (traffic.means if colouring == "value" else traffic.bests)[name]
    return value / 100, f"{'ends at' if colouring == 'value' else 'best'} {value:.0f}"


def _foot(graph: Graph, ending: Ending, traffic: Traffic | None) -> Foot:
    into = graph.into(ending.id)
    return Foot(
        ending,
        len({way.source for way in into if way.source is not None}),
        tuple(way.by for way in into if way.source is None),
        percent(traffic.shares.get(ending.id, 0.0)) if traffic is not None else "",
    )
