"""Settings: how it looks, reads and is worked. Each takes hold at once and is kept."""

from __future__ import annotations

from simulator.ui.scenes.page import Column, Page
from simulator.ui.theme import TEXT_SIZES
from simulator.ui.widgets.button import Button
from simulator.ui.widgets.option import toggle


class SettingsPage(Page):
    """All settings on one page."""

    heading = "Settings"
    widest = 84

    def body(self, column: Column) -> None:
        """Text size and the switches."""
        desk = self.desk
        column.heading("Text size")
        column.row([self._size_button(size) for size in TEXT_SIZES])
        column.heading("Seeing")
        self._toggle(column, "high_contrast", "High contrast", "Black and white; the person is drawn flat.")
        self._toggle(column, "reduced_motion", "Less movement", "No breathing, blinking or fading.")
        column.heading("Playing")
        self._toggle(
            column,
            "untimed",
            "No timers",
            "No decision runs out. Otherwise timers grow with the letters. The record says which.",
        )
        self._toggle(
            column, "one_key", "A number says its line at once", "Otherwise the number chooses and Enter says it."
        )
        self._toggle(
            column,
            "own_view_first",
            "A debrief begins with my own view",
            "A breath, then your own marks and the moment that turned it, before any score. Both can be skipped.",
        )
        self._toggle(
            column,
            "work_out_costs",
            "A debrief works out costs and simulated trainees",
            "What each decision cost and how simulated trainees fared: in the background, in some seconds to a minute. "
            "Without it this computer has less to do.",
        )
        column.gap(1)
        column.put(Button("keys", "Keys in a call", self._keys), column.canvas.theme.letters("body") * 14)
        for note in desk.notes:
            column.gap(1)
            column.text(note, "small", colour=column.canvas.palette.note)

    def _keys(self) -> None:
        from simulator.ui.scenes.keys_page import KeysPage

        self.stack.push(KeysPage(self.desk))

    def _toggle(self, column: Column, setting: str, label: str, detail: str) -> None:
        value = bool(getattr(self.desk.settings, setting))
        column.put(toggle(setting, label, value, lambda on: self.desk.change(**{setting: on}), detail))

    def _size_button(self, size: int) -> Button:
        now = self.desk.settings.text_size == size
        label = f"{size} %"
        return Button(
            f"size{size}", label, lambda: self.desk.change(text_size=size), chosen=now, keys="✓" if now else ""
        )

    def buttons(self) -> list[Button]:
        """Done."""
        return [Button("done", "Done", self.leave, look="main", keys="Esc")]
