"""Who looks on: an instructor's own id, asked each time and not remembered. It stands with all that they add."""

from __future__ import annotations

from simulator.ui.desk import Desk
from simulator.ui.scenes.letters import Letters
from simulator.ui.scenes.page import Column, Page
from simulator.ui.settings import academy_id_fault
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.text_field import TextField


class InstructorIdentity(Page):
    """Asks for the instructor's id; without one there is nothing to open."""

    heading = "For instructors"
    widest = 76

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._fault = ""
        self._field = TextField(
            "by",
            "",
            self._typed,
            self._go,
            allowed=r"[\w.@-]",
            placeholder="for example I-7",
            label="Your id",
            on_letters=lambda field: self.stack.push(Letters(self.desk, field)),
        )

    def enter(self) -> None:
        """Typing starts at once; whose sessions there are is read meanwhile."""
        self.desk.own_records.refresh()
        self.ring.focus("by")

    def _typed(self, _: str) -> None:
        self._fault = ""

    def body(self, column: Column) -> None:
        """The field and what becomes of it."""
        canvas = column.canvas
        column.text("Open a trainee’s kept session: flag moments, write notes, rate the nine skills on the same sheet.")
        column.gap(2.5)
        column.heading("Your id")
        column.put(self._field, canvas.theme.letters("body") * 18)
        if self._fault:
            column.gap(1)
            column.text(self._fault, colour=canvas.palette.poor)
        column.gap(3)
        column.point("Your id, never your name: it stands with everything you add, and reports show it.")
        column.point("It is asked each time and not remembered on this computer.")
        column.point("The trainee’s record stays as it is. What you add is written into a file beside it.")

    def buttons(self) -> list[Button]:
        """On, or back."""
        return [
            Button("go", "Choose a trainee", self._go, look="main"),
            Button("back", "Back", self.leave, keys="Esc"),
        ]

    def _go(self) -> None:
        from simulator.ui.scenes.trainees import Trainees

        by = self._field.value.strip()
        self._fault = (
            academy_id_fault(by, "an instructor") if by else "Type your id first: whatever you add stands under it."
        )
        if self._fault:
            self.ring.focus("by")
            return
        self.stack.replace(Trainees(self.desk, by))
