"""Choosing whom to call."""

from __future__ import annotations

from collections.abc import Callable

from simulator.encounter.actions import Action
from simulator.ui.call import Call
from simulator.ui.desk import Desk
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button
from simulator.ui.words import minutes_words


class CallHelp(Page):
    """The help this call offers, with how long it takes or why it cannot be called."""

    heading = "Call for help"
    over_others = True
    widest = 56

    def __init__(self, desk: Desk, call: Call, on_act: Callable[[Action], None]) -> None:
        super().__init__(desk)
        self._call, self._on_act = call, on_act

    def enter(self) -> None:
        """The first help that can be called has the focus."""
        calls = [act for act in self._call.offer.acts if act.action.id.startswith("call:")]
        self.ring.focus(next((act.action.id for act in calls if act.open), "back"))

    def body(self, column: Column) -> None:
        """One button each."""
        for act in self._call.offer.acts:
            kind, _, what = act.action.id.partition(":")
            if kind != "call":
                continue
            resource = self._call.scenario.resources[what]
            note = act.why_closed or f"{minutes_words(resource.eta / 10)} from the call"
            column.put(
                Button(act.action.id, resource.label, lambda action=act.action: self._do(action),  # type: ignore[misc]
                       note=note, enabled=act.open)
            )  # fmt: skip
            column.gap(1.25)

    def buttons(self) -> list[Button]:
        """Back without calling."""
        return [Button("back", "Call nobody now", self.leave, keys="Esc")]

    def _do(self, action: Action) -> None:
        self.stack.pop()
        self._on_act(action)
