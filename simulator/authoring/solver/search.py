"""The search: passes of growing width, each keeping the most promising states of every kind, until one is complete.

A pass goes act by act. Equal states are merged, and those that another is no worse than where the order of the law
holds; where more are left than its width, every kind of situation keeps its best. A pass in which nothing had to be cut
is a proof. (To ask of every state what is still in reach costs more than it saves: the relaxed view takes as long as
some hundred steps.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from simulator.authoring.solver.options import NONE, Used, options, used_after
from simulator.authoring.solver.order import Order
from simulator.authoring.solver.reach import Reach
from simulator.authoring.trainees.expert import expert, prospect
from simulator.encounter.actions import Action
from simulator.encounter.draws import draw
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.encounter.step import step

FIRST_WIDTH, WIDER, AGAIN, ROADS, EVERY = 12, 4, 4, 3, 3
WANDERERS, LEANINGS = 36, (3.0, 4.0, 5.0)
MOST_ACTS = 160
"""Acts after which a line of play is given up."""


@dataclass(frozen=True, slots=True)
class Limit:
    """When the search ends: after so many steps, or once `stop` says so (asked now and then)."""

    steps: int = 60_000
    stop: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Best:
    """What can still be reached, in thousandths of a point. `line` plays from the state to an end worth exactly `low`;
    no line does better than `high`. `exact` where they are proved equal. `steps` is the work done."""

    low: int
    high: int
    line: tuple[Action, ...]
    steps: int

    @property
    def exact(self) -> bool:
        """Whether the best is known."""
        return self.low >= self.high

    @property
    def gap(self) -> int:
        """How far the best may lie above what is witnessed."""
        return max(0, self.high - self.low)


class _Node(NamedTuple):
    state: EncounterState
    used: Used
    action: Action | None
    before: _Node | None


class _Seen:
    """What a pass has come by."""

    def __init__(self, order: Order) -> None:
        self._split = order.split
        self._numbers: dict[object, list[tuple[int, ...]]] = {}

    def new(self, state: EncounterState, used: Used) -> bool:
        """Whether nothing was seen that this state is equal to, or no better than; it is seen from now on."""
        settled, numbers = self._split(state)
        known = self._numbers.setdefault((settled, used), [])
        if any(all(theirs >= mine for theirs, mine in zip(one, numbers, strict=True)) for one in known):
            return False
        known.append(numbers)
        return True


class _OutOfTimeError(Exception):
    """The limit was reached."""


def solve(program: Program, state: EncounterState, limit: Limit | None = None, reach: Reach | None = None) -> Best:
    """The best value that can still be reached from a state. The same steps allowed give the same answer; `stop` may
    end it sooner. Each standing act is tried at most once in a visit."""
    if state.over:
        return Best(state.value, state.value, (), 0)
    search = _Search(program, state, limit or Limit(), reach or Reach(program))
    return search.run()


class _Search:
    def __init__(self, program: Program, root: EncounterState, limit: Limit, reach: Reach) -> None:
        self.program, self.root, self.limit, self.reach = program, root, limit, reach
        self.steps = self.passes = 0
        self.low = -1
        self.line: tuple[Action, ...] = ()
        self.lines: dict[str, tuple[int, tuple[Action, ...]]] = {}
        """The best line to each outcome come to so far, with what it is worth there."""
        self.high = reach.high(root)
        self.order = reach.order

    def run(self) -> Best:
        try:
            self._follow_expert()
            self._wander()
            width = FIRST_WIDTH
            while self.low < self.high:
                if not self._pass(_Node(self.root, NONE, None, None), width):
                    self.high = max(self.low, 0)
                    break
                self._look_again(width)
                width *= WIDER
        except _OutOfTimeError:
            pass
        return Best(max(self.low, 0), max(self.high, self.low, 0), self.line, self.steps)

    def _step(self, state: EncounterState, action: Action) -> EncounterState:
        if self.steps >= self.limit.steps or (self.steps % 256 == 255 and self.limit.stop()):
            raise _OutOfTimeError
        self.steps += 1
        return step(self.program, state, action)[0]

    def _follow_expert(self) -> None:
        """A first witness: an experienced officer's line, as far as the search's own rule allows it."""
        node = _Node(self.root, NONE, None, None)
        for _ in range(MOST_ACTS):
            state = node.state
            tried = options(self.program, state, node.used)
            if not tried:
                return
            action = expert(self.program, state)
            self.steps += len(tried)  # the expert looks one act ahead
            if action not in tried:
                action = tried[0]
            after = self._step(state, action)
            node = _Node(after, used_after(state, after, action, node.used), action, node)
            if after.over:
                self._ended(node)
                return

    def _wander(self) -> None:
        """Lines of play that look one act ahead as the expert does, each with leanings of its own: witnesses from
        parts of a call that a search by promise alone comes to late. Then once more along the best of them."""
        for number in range(WANDERERS):
            node = _Node(self.root, NONE, None, None)
            for _ in range(MOST_ACTS):
                tried = options(self.program, node.state, node.used)
                if not tried:
                    break
                node = max(
                    (self._child(node, action) for action in tried), key=lambda child: self._leaning(child, number)
                )
                if node.state.over:
                    self._ended(node)
                    break
        self._look_again(FIRST_WIDTH)

    def _child(self, node: _Node, action: Action) -> _Node:
        after = self._step(node.state, action)
        return _Node(after, used_after(node.state, after, action, node.used), action, node)

    def _leaning(self, node: _Node, number: int) -> float:
        """Promise, and up to some points for a thing that this wanderer likes."""
        likes = draw(number, "likes", f"{node.state.node}.{node.action}", 0) / (1 << 64)
        return prospect(self.program, self.root, node.state) + LEANINGS[number % len(LEANINGS)] * likes

    def _ended(self, node: _Node) -> None:
        known = self.lines.get(node.state.outcome)
        if node.state.outcome and (known is None or node.state.value > known[0]):
            self.lines[node.state.outcome] = (node.state.value, _line(node))
        if node.state.value > self.low and node.state.outcome:
            self.low = node.state.value
            self.line = _line(node)

    def _look_again(self, width: int) -> None:
        """Narrow passes from the states along the best line to each of the most valuable ends come to so far: where it
        turned off, something better may lie."""
        outcomes = self.program.scenario.outcomes
        wanted = sorted(self.lines, key=lambda id_: -outcomes[id_].value)[:ROADS]
        for id_ in wanted:
            if outcomes[id_].value > self.low:
                self._along(id_, width)

    def _along(self, outcome: str, width: int) -> None:
        """Along the best line to this end; anew where a better one to it was found on the way."""
        again = True
        while again:
            again = False
            value, line = self.lines[outcome]
            node = _Node(self.root, NONE, None, None)
            for place, action in enumerate(line[:-1]):
                node = self._child(node, action)
                if place % EVERY:
                    continue
                self._pass(node, max(AGAIN, width // 4))
                if self.lines[outcome][0] > value:
                    again = True
                    break

    def _pass(self, start: _Node, width: int) -> bool:
        """One pass; True if something had to be cut, so that more may be there."""
        self.passes += 1
        layer = [start]
        seen = _Seen(self.order)
        cut = False
        for _ in range(MOST_ACTS):
            following: list[_Node] = []
            for node in layer:
                for action in options(self.program, node.state, node.used):
                    after = self._step(node.state, action)
                    used = used_after(node.state, after, action, node.used)
                    child = _Node(after, used, action, node)
                    if after.over:
                        self._ended(child)
                        continue
                    if seen.new(after, used):
                        following.append(child)
            if not following:
                return cut
            if len(following) > width:
                cut = True
                following = self._best_of_each_kind(following, width)
            layer = following
        return True

    def _best_of_each_kind(self, nodes: Iterable[_Node], width: int) -> list[_Node]:
        """The most promising of every kind of situation in turn, so that one road does not crowd out all others."""
        kinds: dict[object, list[tuple[float, int, _Node]]] = {}
        for place, node in enumerate(nodes):
            state = node.state
            # What is settled for long: where one is, what was called and promised, what a lie cost. In turn with it
            # also everything known, for some calls turn on what was found.
            kind: tuple[object, ...] = (
                state.node,
                tuple(due >= 0 for due in state.due),
                tuple(subject.cap for subject in state.subjects),
                state.promises,
            )
            if self.passes % 3 == 2:
                kind = (*kind, state.variables, state.facts, state.found)
            kinds.setdefault(kind, []).append((-prospect(self.program, self.root, state), place, node))
        for ranked in kinds.values():
            ranked.sort(key=lambda row: row[:2])
        ordered = sorted(kinds.values(), key=lambda ranked: ranked[0][:2])
        kept: list[_Node] = []
        place = 0
        while len(kept) < width:
            row = [ranked[place][2] for ranked in ordered if len(ranked) > place]
            if not row:
                break
            # Later choices of a kind only from the better half of kinds: promise counts beside variety.
            kept += row[: max(1, len(row) if place == 0 else len(row) // 2 or 1)]
            place += 1
        return kept[:width]


def _line(node: _Node) -> tuple[Action, ...]:
    actions: list[Action] = []
    at: _Node | None = node
    while at is not None and at.action is not None:
        actions.append(at.action)
        at = at.before
    return tuple(reversed(actions))
