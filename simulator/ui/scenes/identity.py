"""Who sits here: the academy's own id, remembered on this computer. Never a name."""

from __future__ import annotations

from simulator.ui.desk import Desk
from simulator.ui.scenes.letters import Letters
from simulator.ui.scenes.page import Column, Page
from simulator.ui.settings import academy_id_fault
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.text_field import TextField
from simulator.ui.words import CHANGE_ID


class Identity(Page):
    """Asks for the academy id; practice goes on without one."""

    heading = "Who are you?"
    widest = 76

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._fault = ""
        self._field = TextField(
            "id",
            desk.settings.academy_id,
            self._typed,
            self._go,
            allowed=r"[\w.@-]",
            longest=40,
            placeholder="for example 24-117",
            label="Academy id",
            on_letters=lambda field: self.stack.push(Letters(self.desk, field)),
        )

    def enter(self) -> None:
        """Typing starts at once."""
        self.ring.focus("id")

    def _typed(self, _: str) -> None:
        self._fault = ""

    def body(self, column: Column) -> None:
        """The field and what becomes of it."""
        canvas = column.canvas
        column.text("Type the id that your academy gave you. An id, never your name.")
        column.gap(2.5)
        column.heading("Academy id")
        column.put(self._field, canvas.theme.letters("body") * 18)
        if self._fault:
            column.gap(1)
            column.text(self._fault, colour=canvas.palette.poor)
        column.gap(3)
        column.point(
            f"It is remembered on this computer until somebody chooses “{CHANGE_ID}”, and written into your records."
        )
        column.point("You see only the sessions kept under your own id. An instructor can open them too.")
        column.point("Nothing is sent anywhere. What you play stays in a folder on this computer.")
        column.point("For practice you can leave it empty. An assessed call needs it.")

    def buttons(self) -> list[Button]:
        """On, or back."""
        return [
            Button("go", "Choose a call", self._go, look="main"),
            Button("back", "Back", self.leave, keys="Esc"),
        ]

    def _go(self) -> None:
        from simulator.ui.scenes.choose import Choose

        written = self._field.value.strip()
        self._fault = academy_id_fault(written)
        if self._fault:
            self.ring.focus("id")
            return
        self.desk.change_trainee(written)
        self.stack.replace(Choose(self.desk))
