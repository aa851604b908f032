"""What simulated calls make use of: moments, lines and how they landed, routes, events, endings; and what never."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from simulator.authoring.simulation.runs import play_policy, run_seed
from simulator.authoring.trainees import EVERY_POLICY
from simulator.encounter.actions import Action
from simulator.encounter.course import Course
from simulator.encounter.happenings import Entered, Fired, Found, Landed, Routed
from simulator.encounter.offer import lines_to_choose
from simulator.encounter.plans import Program
from simulator.scenario.parts import LANDINGS


@dataclass(frozen=True)
class Usage:
    """Counts over simulated calls. It travels between processes; `together` adds several up. Acts are named as in
    a list of play: a line that is called as a standing act is stands as `NODE.line:back`.

    calls      how many calls
    nodes      visits of a node, by id
    open       decisions at which a line was open, by `NODE.LINE`
    used       times a line, act or silence was chosen, by `NODE.ACTION`
    landings   how it landed with the person addressed, by (`NODE.ACTION`, landing)
    routes     times a route was taken, by `NODE.ROUTE` of the node it was taken at
    events     times an event happened
    findings   calls in which a hidden fact was found out
    outcomes   calls with this ending; `unfinished` for those cut
    """

    calls: int = 0
    nodes: Mapping[str, int] = field(default_factory=dict)
    open: Mapping[str, int] = field(default_factory=dict)
    used: Mapping[str, int] = field(default_factory=dict)
    landings: Mapping[tuple[str, str], int] = field(default_factory=dict)
    routes: Mapping[str, int] = field(default_factory=dict)
    events: Mapping[str, int] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)
    outcomes: Mapping[str, int] = field(default_factory=dict)

    def landed(self, act: str) -> dict[str, int]:
        """How often each landing was seen of `NODE.ACTION`, in the law's order; those never seen are left out."""
        return {name: count for name in LANDINGS if (count := self.landings.get((act, name), 0))}


def usage_of(program: Program, policies: Iterable[str], runs: int, seed: int) -> Usage:
    """What these policies make use of, each with every temperament `runs` times. The same seed, the same answer."""
    return counted(
        program,
        (
            play_policy(program, EVERY_POLICY[policy], run_seed(seed, number), temperament)
            for policy in tuple(policies)
            for temperament in program.temperaments
            for number in range(runs)
        ),
    )


def act_name(node: str, line: str) -> str:
    """The name under which a line of a node is counted."""
    return f"{node}.{Action('line', line)}"


def counted(program: Program, courses: Iterable[Course]) -> Usage:
    """The usage that these courses make up."""
    counts: dict[str, Counter[object]] = {each.name: Counter() for each in fields(Usage) if each.name != "calls"}
    calls = 0
    for course in courses:
        calls += 1
        counts["nodes"][course.first.node] += 1
        counts["outcomes"][course.last.outcome or "unfinished"] += 1
        for turn in course.turns:
            node = turn.before.node
            counts["open"].update(act_name(node, plan.action) for plan in lines_to_choose(program, turn.before))
            act = f"{node}.{turn.action}"
            if turn.action.kind in ("line", "act", "silence"):
                counts["used"][act] += 1
            told = False
            for each in turn.happened:
                if isinstance(each, Landed) and not told:
                    told = True  # the first is the act's own; what others overhear comes after it
                    counts["landings"][act, each.landing] += 1
                elif isinstance(each, Routed):
                    counts["routes"][f"{node}.{each.route}"] += 1
                elif isinstance(each, Entered):
                    counts["nodes"][each.node] += 1
                elif isinstance(each, Fired):
                    counts["events"][each.event] += 1
                elif isinstance(each, Found):
                    counts["findings"][each.finding] += 1
    return Usage(calls, **{name: dict(counter) for name, counter in counts.items()})  # type: ignore[arg-type]


def together(usages: Iterable[Usage]) -> Usage:
    """The sum of several usages."""
    counts: dict[str, Counter[object]] = {each.name: Counter() for each in fields(Usage) if each.name != "calls"}
    calls = 0
    for usage in usages:
        calls += usage.calls
        for name, counter in counts.items():
            counter.update(getattr(usage, name))
    return Usage(calls, **{name: dict(counter) for name, counter in counts.items()})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Covered:
    """How much of one kind of thing simulated calls came upon: `seen` of `there`; `never` names the rest."""

    what: str
    seen: int
    there: int
    never: tuple[str, ...]


def coverage(program: Program, usage: Usage) -> tuple[Covered, ...]:
    """How much of a scenario simulated calls came upon, kind by kind, in reading order."""
    nodes = program.scenario.nodes
    kinds = {
        "moments": (list(nodes), usage.nodes),
        "lines": (
            [act_name(id_, line) for id_, node in program.nodes.items() for line in node.lines],
            usage.used,
        ),
        "routes": ([f"{id_}.{route}" for id_, node in nodes.items() for route in node.routes], usage.routes),
        "events": (list(program.events), usage.events),
        "findings": (list(program.scenario.findings), usage.findings),
        "endings": (list(program.scenario.outcomes), usage.outcomes),
    }
    rows = []
    for what, (names, counts) in kinds.items():
        never = tuple(name for name in names if not counts.get(name))
        rows.append(Covered(what, len(names) - len(never), len(names), never))
    return tuple(rows)
