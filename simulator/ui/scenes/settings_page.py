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
        desk, settings = self.desk, self.desk.settings
        column.heading("Text size")
        column.row([self._size_button(size) for size in TEXT_SIZES])
        column.heading("Seeing")
        column.put(toggle("contrast", "High contrast", settings.high_contrast,
                          lambda on: desk.change(high_contrast=on), "Black and white; the person is drawn flat."))  # fmt: skip
        column.put(toggle("motion", "Less movement", settings.reduced_motion,
                          lambda on: desk.change(reduced_motion=on), "No breathing, blinking or fading."))  # fmt: skip
        column.heading("Playing")
        column.put(toggle("untimed", "No timers", settings.untimed, lambda on: desk.change(untimed=on),
                          "No decision runs out. The record says that the call was untimed."))  # fmt: skip
        column.put(toggle("one_key", "A number says its line at once", settings.one_key,
                          lambda on: desk.change(one_key=on), "Otherwise the number chooses and Enter says it."))  # fmt: skip
        for note in desk.notes:
            column.gap(1)
            column.text(note, "small", colour=column.canvas.palette.note)

    def _size_button(self, size: int) -> Button:
        now = self.desk.settings.text_size == size
        label = f"{size} %"
        return Button(f"size{size}", label, lambda: self.desk.change(text_size=size), chosen=now, keys="✓" if now else "")

    def buttons(self) -> list[Button]:
        """Done."""
        return [Button("done", "Done", self.leave, look="main", keys="Esc")]
