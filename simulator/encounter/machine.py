"""The state machine around a call: the encounter's life, with the subject's tension band as a parallel region.

`step` decides, the machine enacts: its changes of state drive windows, timers, faces and voices. The graph of a
scenario is given to a machine as well, to be checked and drawn, never played.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from typing import Any

from transitions import Machine
from transitions.extensions.nesting import HierarchicalMachine, NestedState

from simulator.encounter.bands import BANDS
from simulator.encounter.happenings import Banded, Ended, Happening, Stopped
from simulator.encounter.state import EncounterState
from simulator.scenario.model import Scenario
from simulator.scenario.parts import Goal


class _State(NestedState):
    separator = "/"


class _Machine(HierarchicalMachine):
    state_cls = _State


PHASES = ("presenting", "deciding", "reacting")
Listener = Callable[[str], None]


class EncounterLife:
    """One call's life: briefing, encounter (presenting, deciding, reacting), paused, debriefing, closed.

    `phase` and `band` are what a screen shows. Listeners are told every state entered, by its name: a phase, a
    band as `band/volatile`, `paused`, `debriefing`, `closed`.
    """

    def __init__(self, band: str = "calm", listeners: Iterable[Listener] = ()) -> None:
        self._listeners = list(listeners)
        self._paused_in = "presenting"
        self._quiet = False
        # Entered like any other state, but shown with the band that the first state has.
        bands = {"name": "band", "children": list(BANDS), "initial": band}
        phase = {"name": "phase", "children": list(PHASES), "initial": "presenting"}
        states: list[Any] = [
            "briefing",
            {"name": "encounter", "parallel": [phase, bands]},
            "paused",
            "debriefing",
            "closed",
        ]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._machine = _Machine(
                model=self,
                states=states,
                initial="briefing",
                auto_transitions=False,
                send_event=True,
                after_state_change="_tell",
                ignore_invalid_triggers=False,
            )
        add = self._machine.add_transition
        add("_contact", "briefing", "encounter")
        add("_ready", "encounter/phase/presenting", "encounter/phase/deciding")
        add("_acted", "encounter/phase/deciding", "encounter/phase/reacting")
        add("_next", "encounter/phase/reacting", "encounter/phase/presenting")
        for source in BANDS:
            for target in BANDS:
                if source != target:
                    add(f"_band_{target}", f"encounter/band/{source}", f"encounter/band/{target}")
        add("_pause", "encounter", "paused")
        add("_resume", "paused", "encounter")
        add("_end", ["encounter", "paused"], "debriefing")
        add("_close", ["briefing", "debriefing", "paused"], "closed")
        self._band = band

    state: Any

    def _tell(self, _event: object) -> None:
        if self._quiet:
            return
        for name in self.entered:
            for listener in self._listeners:
                listener(name)

    @property
    def entered(self) -> list[str]:
        """The names of the states it is in: one, or a phase and a band."""
        state = self.state
        names = state if isinstance(state, list) else [state]
        return [name.removeprefix("encounter/").removeprefix("phase/") for name in names]

    @property
    def phase(self) -> str:
        """briefing, presenting, deciding, reacting, paused, debriefing or closed."""
        return next(name for name in self.entered if not name.startswith("band/"))

    @property
    def band(self) -> str:
        """The band shown, also while paused."""
        return self._band

    def contact(self) -> None:
        """From the briefing into the encounter."""
        self._fire("_contact")

    def ready(self) -> None:
        """The scene has been presented; the trainee decides."""
        self._fire("_ready")

    def acted(self, happened: Iterable[Happening]) -> None:
        """An act was done: the person reacts, and the band follows what `step` settled."""
        rows = list(happened)
        if self.phase == "deciding":
            self._fire("_acted")
        for row in rows:
            if isinstance(row, Banded):
                self.mirror(row.after)
        if any(isinstance(row, Ended | Stopped) for row in rows):
            self._fire("_end")

    def mirror(self, band: str) -> None:
        """Show this band."""
        if band != self._band:
            self._band = band
            if self.phase not in ("paused", "briefing"):
                self._fire(f"_band_{band}")

    def next(self) -> None:
        """The reaction is over; the next moment is presented."""
        self._fire("_next")

    def pause(self) -> None:
        """Stand still; nothing moves until resumed."""
        self._paused_in = self.phase
        self._fire("_pause")

    def resume(self) -> None:
        """Go on in the phase that was paused."""
        # The library enters a parallel state at its beginning; the phase and band that were left are put back before
        # anybody is told.
        self._quiet = True
        self._fire("_resume")
        self._quiet = False
        self._machine.set_state([f"encounter/phase/{self._paused_in}", f"encounter/band/{self._band}"])
        self._tell(None)

    def end(self) -> None:
        """To the debrief, from wherever it is."""
        self._fire("_end")

    def close(self) -> None:
        """The call is put away."""
        self._fire("_close")

    def _fire(self, name: str) -> None:
        """Fire a trigger by name (the library adds one method a trigger; this keeps them out of the types)."""
        getattr(self, name)()


def life_at(state: EncounterState, listeners: Iterable[Listener] = ()) -> EncounterLife:
    """A life that begins in the band of this state (the main subject's)."""
    return EncounterLife(BANDS[state.subjects[0].band], listeners)


class _Drawn:
    """The model of a scenario's graph."""

    state: str


def graph_machine(scenario: Scenario) -> Machine:
    """The scenario's graph as a machine: nodes and outcomes as states, lines, acts and events as triggers, guards in
    the trigger's label. For checking and drawing."""
    states = [*scenario.nodes, *(f"end:{id_}" for id_ in scenario.outcomes)]
    machine = Machine(model=_Drawn(), states=states, initial=scenario.start, auto_transitions=False)
    for source, label, target in edges(scenario):
        machine.add_transition(label, source, target)
    return machine


def edges(scenario: Scenario) -> list[tuple[str, str, str]]:
    """Every way from a node: (node, label, node or `end:outcome`). Events lead from every node."""
    found: list[tuple[str, str, str]] = []

    def add(source: str, label: str, goal: Goal | None) -> None:
        if goal is not None:
            for id_, _ in goal.choices:
                found.append((source, label, f"end:{id_}" if goal.kind == "outcome" else id_))

    for node in scenario.nodes.values():
        ways = [(line.id, line.leads, line.goal or node.goal) for line in node.lines.values()]
        ways += [(id_, rule.leads, rule.goal) for id_, rule in {**scenario.acts, **node.acts}.items()]
        if node.silence is not None:
            ways.append(("silence", node.silence.leads, node.silence.goal))
        for label, leads, goal in ways:
            for name in leads:
                route = node.routes.get(name)
                if route is not None:
                    guard = f" [{route.when.source}]" if route.when else ""
                    add(node.id, f"{label}{guard}", route.goal)
            add(node.id, label, goal)
        for event in scenario.events.values():
            add(node.id, f"({event.id})", event.goal)
    return found
