"""The pages of a preview: what is wrong with the file, the numbers, the way to any moment, and the end of a call."""

from __future__ import annotations

from collections.abc import Callable

from simulator.authoring.drafting.playing_on import Beginning
from simulator.encounter.placing import RAPPORT, TENSION, Spot, bounds_of
from simulator.scenario.model import Variable
from simulator.ui.call import Call
from simulator.ui.preview.column import author_parts
from simulator.ui.preview.numbers import fault_parts, points
from simulator.ui.preview.preview import Preview
from simulator.ui.scenes.page import Column, Page
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.option import Option

_STEP = 5
"""Points that tension and trust are moved by at a time."""


class Faults(Page):
    """What stands against playing the file. It goes by itself once that is mended and saved."""

    heading = "This file cannot be played yet"
    widest = 100

    def __init__(self, preview: Preview, *, over: bool = False) -> None:
        super().__init__(preview.desk)
        self._preview, self._over = preview, over

    def update(self, seconds: float) -> None:
        """Look at the file."""
        if not self._preview.saved(seconds) or self._preview.broken:
            return
        if self._over:
            self.leave()
        else:
            self._preview.begin()

    def body(self, column: Column) -> None:
        """Each fault with its line and how to mend it."""
        muted = column.canvas.palette.muted
        column.text(f"{self._preview.path.name}: mend it and save. This page goes by itself.", colour=muted)
        column.gap(1)
        for problem in self._preview.problems:
            if problem.severity != "error":
                continue
            column.gap(1)
            column.text(f"Line {problem.place.line}: {problem.message}.", weight="bold")
            if problem.place.source_line.strip():
                column.text(problem.place.source_line.strip()[:200], "small", colour=muted)
            if problem.hint:
                column.text(f"Mend: {problem.hint}", "small")

    def buttons(self) -> list[Button]:
        """Leave the preview, or go back to the version before."""
        label = "Back to the version before" if self._over else "Close the preview"
        return [Button("close", label, self.leave, look="main", keys="Esc")]


class Numbers(Page):
    """The numbers as a page, where large letters leave no room for them beside the person."""

    heading = "The numbers"
    over_others = True
    widest = 72

    def __init__(self, preview: Preview, call: Call) -> None:
        super().__init__(preview.desk)
        self._preview, self._call = preview, call

    def body(self, column: Column) -> None:
        """Part by part."""
        for title, rows in author_parts(self._preview, self._call):
            column.heading(title)
            for row in rows:
                column.text(row)

    def buttons(self) -> list[Button]:
        """Back to the call."""
        return [Button("back", "Back to the call", self.leave, look="main", keys="Esc")]


class Jump(Page):
    """Going to any moment, with the person as one wants them."""

    heading = "Go to a moment"
    over_others = True
    widest = 84

    def __init__(self, preview: Preview, call: Call) -> None:
        super().__init__(preview.desk)
        self._preview, self._call = preview, call
        state = call.state
        self._node = state.node
        self._temperament = call.session.header.start.temperament
        first = state.subjects[0]
        self._values = {"Tension": round(first.tension / 1_000), "Trust": round(first.rapport / 1_000)}
        self._variables = dict(zip(call.scenario.variables, state.variables, strict=True))

    def enter(self) -> None:
        """The present moment has the focus."""
        self.ring.focus(f"node:{self._node}")

    def body(self, column: Column) -> None:
        """Moments, temperaments, tension and trust, variables."""
        program, scenario = self._call.program, self._call.scenario
        column.text(
            "This puts the call together by hand: it may be a state that no play comes to.",
            colour=column.canvas.palette.muted,
        )
        column.heading("Moment")
        for id_ in program.nodes:
            column.put(Option(f"node:{id_}", id_, self._choose("_node", id_), chosen=id_ == self._node))
        column.heading("Temperament")
        for id_ in program.temperaments:
            chosen = id_ == self._temperament
            column.put(Option(f"temperament:{id_}", id_, self._choose("_temperament", id_), chosen=chosen))
        for name, bounds in (("Tension", TENSION), ("Trust", RAPPORT)):
            column.heading(f"{name}: {self._values[name]}")
            column.row([self._step(name, -_STEP, bounds), self._step(name, _STEP, bounds)])
        for name, variable in scenario.variables.items():
            column.heading(f"{name}: {_told(variable, self._variables[name])}")
            column.row([self._turn(name, variable, -1), self._turn(name, variable, 1)])

    def buttons(self) -> list[Button]:
        """There, or back."""
        return [
            Button("go", "Go there", self._go, look="main"),
            Button("start", "To the start of the call", self._start),
            Button("back", "Stay here", self.leave, keys="Esc"),
        ]

    def _choose(self, field: str, id_: str) -> Callable[[], None]:
        return lambda: setattr(self, field, id_)

    def _step(self, name: str, by: int, bounds: tuple[int, int]) -> Button:
        def move() -> None:
            self._values[name] = max(bounds[0], min(bounds[1], self._values[name] + by))

        return Button(f"{name}{by:+d}", f"{by:+d}".replace("-", "−"), move)

    def _turn(self, name: str, variable: Variable, by: int) -> Button:
        low, high = bounds_of(variable)

        def move() -> None:
            self._variables[name] = max(low, min(high, self._variables[name] + by))

        now = self._variables[name] + by
        label = _told(variable, now) if low <= now <= high else "–"
        return Button(f"variable:{name}{by:+d}", label, move, enabled=low <= now <= high)

    def _go(self) -> None:
        spot = Spot(self._node, self._values["Tension"], self._values["Trust"], self._variables)
        seed = self._call.session.course.start.seed
        self._leave_for(Beginning(seed, self._temperament, spot))

    def _start(self) -> None:
        self._leave_for(Beginning(self._call.session.course.start.seed, self._temperament))

    def _leave_for(self, beginning: Beginning) -> None:
        self.stack.pop()
        self._preview.begin(beginning)


class PreviewEnd(Page):
    """The call has ended: how, and what it was worth. A save plays it forward again."""

    heading = "The call has ended"
    widest = 84

    def __init__(self, preview: Preview, call: Call, note: str) -> None:
        super().__init__(preview.desk)
        self._preview, self._call, self._note = preview, call, note

    def update(self, seconds: float) -> None:
        """Look at the file."""
        if self._preview.saved(seconds) and not self._preview.broken:
            self._preview.play_on([turn.action for turn in self._call.session.course.turns])

    def body(self, column: Column) -> None:
        """The outcome's words as the debrief has them, then the numbers."""
        state, scenario = self._call.state, self._call.scenario
        if self._note:
            column.text(self._note, colour=column.canvas.palette.muted)
            column.gap(1)
        if state.outcome:
            outcome = scenario.outcomes[state.outcome]
            column.text(outcome.title.variants[0].words, "lead")
            column.text(f"{state.outcome} · {outcome.kind} · value {points(state.value)}")
            for text in (outcome.after, outcome.lesson):
                column.gap(1)
                column.text(text.variants[0].words)
        else:
            column.text("You stopped it.", "lead")
        parts = author_parts(self._preview, self._call)
        for title, rows in parts if not self._preview.broken else fault_parts(self._preview.problems):
            column.heading(title)
            for row in rows:
                column.text(row, "small")

    def buttons(self) -> list[Button]:
        """Again, elsewhere, or out."""
        return [
            Button("again", "From the start", lambda: self._preview.begin(), look="main"),
            Button("jump", "Go to a moment", self._jump),
            Button("close", "Close the preview", self.leave, keys="Esc"),
        ]

    def _jump(self) -> None:
        self.stack.push(Jump(self._preview, self._call))


def _told(variable: Variable, value: int) -> str:
    if variable.values is not None:
        return variable.values[value]
    return str(value) if variable.low is not None else "true" if value else "false"
