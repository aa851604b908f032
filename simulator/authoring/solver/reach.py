"""Which outcomes can still be reached: a relaxed view that leaves out numbers of people and keeps what is settled.

From a state, every value that variables, levels, facts, findings, promises and calls may still take is gathered until
nothing new comes; tension, trust within its ceiling, distance and later times are taken as free. A way whose guard
cannot hold with any of those values is closed. What it calls out of reach is out of reach; the opposite is not claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from simulator.authoring.solver.meanings import Meanings
from simulator.authoring.solver.order import Order
from simulator.encounter.plans import Destination, Doing, EventPlan, Plan, Program, RoutePlan, Set
from simulator.encounter.scene import BROKEN, KEPT, MADE
from simulator.encounter.state import EncounterState
from simulator.scenario.conditions.meaning import Alike, Atom, Every, Fixed, Meaning, Opposite, Some, atoms_of, solution
from simulator.scenario.conditions.spans import Spans, run
from simulator.scenario.model import Scenario
from simulator.scenario.parts import FACTS

Key: TypeAlias = tuple[str, tuple[str, ...] | None]
Can: TypeAlias = tuple[bool, bool]
"""Whether a condition can be true, and whether it can be false."""

CLOCK_STEP = 300
"""Tenths of a second to which the clock is rounded down, so that views can be kept: an earlier time allows more."""
_TABLES = {"variable": "variables", "stressor": "levels", "fact": "facts"}


@dataclass(frozen=True, slots=True)
class _Way:
    """A line, standing act or silence of a node, with what its guard means."""

    plan: Plan
    guard: Meaning | None


@dataclass
class _View:
    """What may still be so, growing until nothing new comes."""

    state: EncounterState
    values: dict[Key, set[int]] = field(default_factory=dict)
    nodes: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    grown: bool = False

    def may(self, key: Key, value: int) -> None:
        """This thing may take this value too."""
        held = self.values.setdefault(key, set())
        if value not in held:
            held.add(value)
            self.grown = True

    def reach(self, to: Destination) -> None:
        """These nodes or outcomes may be come to."""
        held = self.ends if to.is_end else self.nodes
        if not held.issuperset(to.ids):
            held.update(to.ids)
            self.grown = True


class Reach:
    """The relaxed view of one program; what was worked out is kept."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.meanings = Meanings(program.scenario)
        self.order = Order(program, self.meanings)
        scenario = program.scenario
        self._ways = {id_: tuple(self._ways_of(scenario, id_)) for id_ in program.nodes}
        self._routes = {
            id_: {route.id: self.meanings.of(route.when) for route in node.routes.values()}
            for id_, node in scenario.nodes.items()
        }
        self._events = [(plan, self.meanings.of(scenario.events[id_].when)) for id_, plan in program.events.items()]
        self._known: dict[object, frozenset[str]] = {}
        read = {(atom.name, atom.arguments) for meaning in self._all_meanings() for atom in atoms_of(meaning)}
        places = program.places
        self._reads_clock = ("clock", None) in read
        self._said = sum(1 << at for id_, at in places.lines.items() if ("said", (id_,)) in read)
        for node in program.nodes.values():
            self._said |= sum(line.bit for line in node.lines.values() if line.once)
        self._visits = tuple(at for id_, at in places.nodes.items() if ("visits", (id_,)) in read)
        self._found = sum(1 << at for id_, at in places.findings.items() if ("found", (id_,)) in read)

    def outcomes(self, state: EncounterState) -> frozenset[str]:
        """Every outcome that may still be reached."""
        if state.outcome:
            return frozenset((state.outcome,))
        key = self._settled(state)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._work_out(state)
        return known

    def high(self, state: EncounterState) -> int:
        """No end from here is worth more, in thousandths: the best outcome in reach, ended at ease and with all the
        trust that the ceiling allows."""
        if state.outcome:
            return state.value
        missing = 100_000 - max(state.subjects[0].cap, 0)
        outcomes = self.program.scenario.outcomes
        worth = [outcomes[id_].value * 100 - 5 * missing for id_ in self.outcomes(state)]
        return max(0, -(-max(worth) // 100)) if worth else 0

    def _settled(self, state: EncounterState) -> object:
        """What the view depends on: of what was said, found and visited only what some condition asks."""
        return (
            state.node, state.clock // CLOCK_STEP if self._reads_clock else 0, state.levels, state.variables,
            state.facts, tuple(due >= 0 for due in state.due), state.arrived, state.promises,
            tuple(state.visits[at] for at in self._visits), state.said & self._said, state.fired,
            state.found & self._found, tuple(subject.cap for subject in state.subjects),
        )  # fmt: skip

    # --- what a program is made of ---------------------------------------------------------------------------

    def _all_meanings(self) -> Iterator[Meaning]:
        scenario = self.program.scenario
        conditions = [event.when for event in scenario.events.values()]
        for node in scenario.nodes.values():
            conditions += [route.when for route in node.routes.values()]
            conditions += [line.only_if for line in node.lines.values()]
        for condition in conditions:
            meaning = self.meanings.of(condition)
            if meaning is not None:
                yield meaning

    def _ways_of(self, scenario: Scenario, id_: str) -> Iterator[_Way]:
        node, authored = self.program.nodes[id_], scenario.nodes[id_]
        for line in node.lines.values():
            yield _Way(line, self.meanings.of(authored.lines[line.action].only_if))
        for act in node.acts.values():
            if act.action not in node.closed:
                yield _Way(act, None)
        if node.timer >= 0:
            yield _Way(node.silence, None)

    # --- the view --------------------------------------------------------------------------------------------

    def _work_out(self, state: EncounterState) -> frozenset[str]:
        view = _View(state, nodes={state.node})
        self._begin(view)
        view.grown = True
        while view.grown:
            view.grown = False
            for id_ in tuple(view.nodes):
                self._do(view, self.program.nodes[id_].entry)
                for way in self._ways[id_]:
                    self._follow(view, id_, way)
            for plan, test in self._events:
                self._happen(view, plan, test)
        return frozenset(view.ends)

    def _begin(self, view: _View) -> None:
        """What is so now."""
        state, places = view.state, self.program.places
        for id_, at in places.variables.items():
            view.may((id_, None), int(state.variables[at]))
        for id_, at in places.stressors.items():
            view.may((id_, None), state.levels[at])
        for at, name in enumerate(FACTS):
            view.may((name, None), int(state.facts[at]))
        view.may(("temperament", None), state.temperament)
        for id_, at in places.resources.items():
            view.may(("called", (id_,)), int(state.due[at] >= 0))
            view.may(("arrived", (id_,)), state.arrived >> at & 1)
            if state.due[at] >= 0:  # on its way: it may come without anybody calling it
                view.may(("arrived", (id_,)), 1)
        for id_, at in places.promises.items():
            self._promise(view, id_, state.promises[at])
        for id_, at in places.findings.items():
            view.may(("found", (id_,)), state.found >> at & 1)
        for id_, at in places.events.items():
            view.may(("fired", (id_,)), state.fired >> at & 1)
        for id_, at in places.lines.items():
            view.may(("said", (id_,)), state.said >> at & 1)

    def _promise(self, view: _View, id_: str, status: int) -> None:
        view.may(("promised", (id_,)), int(status > 0))
        view.may(("kept", (id_,)), int(status == KEPT))
        view.may(("broken", (id_,)), int(status == BROKEN))

    def _follow(self, view: _View, node: str, way: _Way) -> None:
        plan = way.plan
        if plan.once and view.state.said & plan.bit:
            return
        if not self._can(view, way.guard)[0]:
            return
        self._do(view, plan.doing)
        if plan.kind == "line":
            view.may(("said", (f"{node}.{plan.action}",)), 1)
        if plan.resource >= 0:
            self._call(view, plan.resource)
        for route in plan.leads:
            if route is None:
                break
            can = self._can_route(view, node, route)
            if can[0]:
                self._set(view, route.sets)
                view.reach(route.to)
            if not can[1]:
                return
        if plan.goal is not None:
            view.reach(plan.goal)

    def _can_route(self, view: _View, node: str, route: RoutePlan) -> Can:
        return (True, False) if route.test is None else self._can(view, self._routes[node].get(route.id))

    def _happen(self, view: _View, plan: EventPlan, test: Meaning | None) -> None:
        state = view.state
        if plan.by_hand or (state.fired & plan.bit and not plan.again):
            return
        if plan.arrives >= 0 and 1 not in view.values[("called", (self.program.resources[plan.arrives],))]:
            return
        if not self._can(view, test)[0]:
            return
        view.may(("fired", (plan.id,)), 1)
        self._do(view, plan.doing)
        if plan.goal is not None:
            view.reach(plan.goal)

    def _do(self, view: _View, doing: Doing) -> None:
        """Everything beside the person that an act or event may change."""
        self._set(view, doing.sets)
        for place in doing.calls:
            self._call(view, place)
        for id_ in doing.finds:
            view.may(("found", (id_,)), 1)
        promises = self.program.promises
        if doing.promise >= 0:
            self._promise(view, promises[doing.promise], MADE)
        for place in doing.keeps:
            self._promise(view, promises[place], KEPT)
        for place in doing.breaks:
            self._promise(view, promises[place], BROKEN)

    def _call(self, view: _View, place: int) -> None:
        id_ = self.program.resources[place]
        view.may(("called", (id_,)), 1)
        view.may(("arrived", (id_,)), 1)

    def _set(self, view: _View, sets: tuple[Set, ...]) -> None:
        for change in sets:
            if change.add:
                for value in range(change.low, change.high + 1):
                    view.may((change.name, None), value)
            else:
                view.may((change.name, None), change.value)

    # --- conditions ------------------------------------------------------------------------------------------

    def _can(self, view: _View, meaning: Meaning | None) -> Can:
        """Whether a condition can be true and can be false, with what may still be so."""
        if meaning is None:
            return True, False
        match meaning:
            case Fixed(value, _):
                return value, not value
            case Opposite(operand, _):
                true, false = self._can(view, operand)
                return false, true
            case Every(parts, _):
                each = [self._can(view, part) for part in parts]
                return all(can[0] for can in each), any(can[1] for can in each)
            case Some(parts, _):
                each = [self._can(view, part) for part in parts]
                return any(can[0] for can in each), all(can[1] for can in each)
            case Alike():
                return True, True
            case _:
                found = solution(meaning)
                return (True, True) if found is None else self._meets(view, *found)

    def _meets(self, view: _View, atom: Atom, spans: Spans) -> Can:
        held = view.values.get((atom.name, atom.arguments))
        if held is not None:
            return any(value in spans for value in held), any(value not in spans for value in held)
        possible = self._range(view.state, atom)
        return bool((spans & possible).runs), bool((spans.complement() & possible).runs)

    def _range(self, state: EncounterState, atom: Atom) -> Spans:
        """What a number may still be."""
        if atom.name == "rapport":
            return run(-40_000, state.subjects[0].cap)
        if atom.name == "rapport_of" and atom.arguments is not None:
            return run(-40_000, state.subjects[self.program.places.subjects[atom.arguments[0]]].cap)
        if atom.name == "clock":
            return run(state.clock // CLOCK_STEP * CLOCK_STEP, None)
        if atom.name == "visits" and atom.arguments is not None:
            return run(state.visits[self.program.places.nodes[atom.arguments[0]]], None)
        return atom.range()
