"""Where the order of the law holds for the rest of a call, and which conditions end it.

Of two states equal in all else, a person with no more tension and soreness, no less trust and no less heard is no
worse off after any act: so says the law, and one of two such states need not be searched. A scenario ends that where
something asks how the person is and more ease may lead to less: a line that opens only for somebody tense, a way whose
other branch may be the better one. Nobody can see from a condition which of two moments leads to more, so a way
between moments that asks for a person's numbers always ends the order, and only ways between endings can keep it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from simulator.authoring.solver.meanings import Meanings
from simulator.encounter.plans import Destination, EventPlan, NodePlan, Plan, Program, RoutePlan
from simulator.encounter.state import EncounterState, Subject
from simulator.scenario.conditions.meaning import Alike, Atom, Every, Meaning, Measured, Opposite, Some, atoms_of
from simulator.scenario.parts import Condition
from simulator.scenario.reading.places import Path

_BETTER = {"tension": -1, "sensitisation": -1, "band": -1, "rapport": 1, "stair": 1, "acknowledged": 1}
"""Which way is better for what conditions can ask of the person before you."""
_BETTER_OF = {"tension_of": -1, "rapport_of": 1}


class Turns(NamedTuple):
    """What a person who is better off can do to a condition: make it true, make it false."""

    true: bool = False
    false: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A condition that ends the order for one person: where it stands in the file, its words, and whether what it
    guards is open to a person who is worse off and shut to one who is better off."""

    path: Path
    condition: str
    subject: str
    backwards: bool

    @property
    def place(self) -> str:
        """Where it stands, in short: the moment and the line or way, or the event."""
        return ".".join(str(part) for part in self.path[1 if self.path[0] == "nodes" else 0 : -1]).replace(
            ".lines.", "."
        )


class Order:
    """Where the order holds in one program. What was found is kept."""

    def __init__(self, program: Program, meanings: Meanings | None = None) -> None:
        self.program = program
        self._meanings = meanings or Meanings(program.scenario)
        self._worst = min((outcome.value for outcome in program.scenario.outcomes.values()), default=0)
        everywhere = tuple(self._everywhere())
        here = {id_: (*everywhere, *self._at(node)) for id_, node in program.nodes.items()}
        self._leads = {id_: frozenset(self._ways(node)) for id_, node in program.nodes.items()}
        self._kept: dict[str, tuple[int, ...]] = {}
        self._here = here
        found = [one for rows in here.values() for one in rows]
        self.breaks = tuple(dict.fromkeys(found))

    def split(self, state: EncounterState) -> tuple[object, tuple[int, ...]]:
        """A state as what must be equal, and what may be better: numbers of everybody for whom the order holds from
        here on, the higher the better."""
        kept = self._kept.get(state.node)
        if kept is None:
            kept = self._kept[state.node] = self._holds_from(state.node)
        # Turns are counted for the record alone.
        if not kept:
            return state._replace(turn=0), ()
        subjects: list[object] = list(state.subjects)
        numbers: list[int] = []
        for place in kept:
            one = state.subjects[place]
            subjects[place] = (one.cap, one.lied_to)
            numbers += _numbers(one)
        return (state._replace(turn=0, subjects=()), tuple(subjects)), tuple(numbers)

    def _holds_from(self, node: str) -> tuple[int, ...]:
        """The subjects for whom nothing breaks the order in this moment or any that it may lead to."""
        seen, waiting = {node}, [node]
        while waiting:
            for further in self._leads[waiting.pop()] - seen:
                seen.add(further)
                waiting.append(further)
        broken = {one.subject for id_ in seen for one in self._here[id_]}
        return tuple(place for place, id_ in enumerate(self.program.subjects) if id_ not in broken)

    def _ways(self, node: NodePlan) -> Iterator[str]:
        """The moments that one may come to from here, whatever the conditions."""
        goals = [event.goal for event in self.program.events.values()]
        for plan in (*node.lines.values(), *node.acts.values(), node.silence):
            goals.append(plan.goal)
            goals += [route.to for route in plan.leads if route is not None]
        for goal in goals:
            if goal is not None and not goal.is_end:
                yield from goal.ids

    # --- what breaks it --------------------------------------------------------------------------------------

    def _everywhere(self) -> Iterator[Break]:
        """Events and help: their conditions are asked in every moment."""
        scenario = self.program.scenario
        for id_, event in scenario.events.items():
            plan = self.program.events[id_]
            for subject, turns in self._asked(event.when):
                if not (not turns.true and self._ends_worst(plan)):
                    yield Break(("events", id_, "when"), event.when.source if event.when else "", subject, turns.false)
        for id_, resource in scenario.resources.items():
            for subject, turns in self._asked(resource.only_if):
                if turns.false and resource.only_if is not None:
                    yield Break(("resources", id_, "only_if"), resource.only_if.source, subject, True)

    def _at(self, node: NodePlan) -> Iterator[Break]:
        """Lines, their wordings, acts and ways of one moment."""
        authored = self.program.scenario.nodes[node.id]
        for id_, line in authored.lines.items():
            for subject, turns in self._asked(line.only_if):
                if turns.false and line.only_if is not None:
                    yield Break(("nodes", node.id, "lines", id_, "only_if"), line.only_if.source, subject, True)
            if len(set(node.lines[id_].seconds)) > 1:
                # How long a wording takes to say moves the clock, and with it everything.
                for variant in line.words.variants:
                    for subject, _ in self._asked(variant.when):
                        assert variant.when is not None
                        yield Break(("nodes", node.id, "lines", id_, "say"), variant.when.source, subject, False)
        for plan in node.acts.values():
            if plan.crowds and plan.action not in node.closed:
                path = ("nodes", node.id, "acts", plan.action, "does")
                yield Break(path, "inside the comfort distance", self.program.subjects[plan.person], False)
        for plan in (*node.lines.values(), *node.acts.values(), node.silence):
            yield from self._ways_out(node, plan)

    def _ways_out(self, node: NodePlan, plan: Plan) -> Iterator[Break]:
        routes = self.program.scenario.nodes[node.id].routes
        chain = [route for route in plan.leads if route is not None]
        if None in plan.leads:
            chain = chain[: plan.leads.index(None)]
        for place, route in enumerate(chain):
            when = routes[route.id].when
            later = [*(further.to for further in chain[place + 1 :]), plan.goal]
            for subject, turns in self._asked(when):
                if when is not None and not self._keeps(route, later, turns):
                    path = ("nodes", node.id, "routes", route.id, "when")
                    yield Break(path, when.source, subject, turns.false and not turns.true)

    def _keeps(self, route: RoutePlan, later: list[Destination | None], turns: Turns) -> bool:
        """Whether a way keeps the order: it and all that may be taken in its stead are endings, and the better off
        come to one worth no less."""
        mine, theirs = self._worths(route.to), [self._worths(to) for to in later]
        if mine is None or any(worths is None for worths in theirs):
            return False
        others = [worth for worths in theirs if worths is not None for worth in worths]
        if turns.true and turns.false:
            return False
        if turns.true:
            return min(mine) >= max(others)
        return max(mine) <= min(others)

    def _worths(self, to: Destination | None) -> list[int] | None:
        """What the endings that something leads to are worth; None where it may lead on."""
        if to is None or not to.is_end:
            return None
        return [self.program.scenario.outcomes[id_].value for id_ in to.ids]

    def _ends_worst(self, event: EventPlan) -> bool:
        """Whether an event ends the call with nothing: no course that it spares a person can be worth less."""
        worths = self._worths(event.goal)
        return worths is not None and event.at < 0 and max(worths) <= 0

    def _asked(self, condition: Condition | None) -> Iterator[tuple[str, Turns]]:
        """Of whom a condition asks how they are, and what being better off can do to it."""
        meaning = self._meanings.of(condition)
        if meaning is None:
            return
        for place, id_ in enumerate(self.program.subjects):
            if any(_better(atom, place, id_) for atom in atoms_of(meaning)):
                yield id_, turns_of(meaning, place, id_)


def _numbers(subject: Subject) -> tuple[int, ...]:
    return (-subject.tension, subject.rapport, -subject.sensitisation, subject.acknowledged, -subject.band)


def _better(atom: Atom, place: int, id_: str) -> int:
    """1 where more of this is better for this person, -1 where less is, 0 where it is not theirs."""
    if atom.arguments is None:
        return _BETTER.get(atom.name, 0) if place == 0 else 0
    return _BETTER_OF.get(atom.name, 0) if atom.arguments == (id_,) else 0


def turns_of(meaning: Meaning, place: int, id_: str) -> Turns:
    """What it can do to a condition that this person becomes better off and nothing else changes."""
    match meaning:
        case Opposite(operand, _):
            inner = turns_of(operand, place, id_)
            return Turns(inner.false, inner.true)
        case Every(parts, _) | Some(parts, _):
            each = [turns_of(part, place, id_) for part in parts]
            return Turns(any(one.true for one in each), any(one.false for one in each))
        case Alike():
            both = any(_better(atom, place, id_) for atom in atoms_of(meaning))
            return Turns(both, both)
        case Measured(linear, relation, _):
            ways = {_better(atom, place, id_) * (1 if factor > 0 else -1) for atom, factor in linear.terms} - {0}
            if relation in ("==", "!="):
                return Turns(bool(ways), bool(ways))
            opens = 1 if relation in (">", ">=") else -1
            return Turns(opens in ways, -opens in ways)
        case _:
            return Turns()
