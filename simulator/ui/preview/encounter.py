"""The call in a preview: as the trainee sees it, with the file watched and the numbers at hand."""

from __future__ import annotations

import pygame

from simulator.ui.call import Call
from simulator.ui.contact.areas import areas
from simulator.ui.preview.column import PreviewColumn
from simulator.ui.preview.pages import Faults, Jump, Numbers, PreviewEnd
from simulator.ui.preview.preview import Preview
from simulator.ui.preview.session import PreviewSession
from simulator.ui.scene import Scene
from simulator.ui.scenes.encounter import Encounter
from simulator.ui.scenes.practice_encounter import PracticeEncounter
from simulator.ui.widgets.button import Button

HINT = "Preview: what you save is shown at once. F2 numbers · F3 go to a moment · F5 from the start"


def show(preview: Preview, session: PreviewSession, note: str) -> Scene:
    """The screen for a call as it stands: the encounter, or its end."""
    call = Call(session)
    if session.state.over:
        return PreviewEnd(preview, call, note)
    return PreviewEncounter(preview, call, note)


def open_preview(preview: Preview) -> Scene:
    """The first screen: the call from its start, or what stands against playing it."""
    if preview.program is None or preview.beginning is None:
        return Faults(preview)
    from simulator.authoring.drafting.playing_on import begun

    course = begun(preview.program, preview.beginning).course
    return show(preview, PreviewSession(preview.program, course, untimed=not preview.timed), HINT)


class PreviewEncounter(PracticeEncounter):
    """A call that is being written."""

    def __init__(self, preview: Preview, call: Call, note: str = "") -> None:
        super().__init__(preview.desk, call, note)
        self.preview = preview
        self._facts = PreviewColumn(preview)

    def update(self, seconds: float) -> None:
        """Time on screen; and a look at the file."""
        super().update(seconds)
        if not self.preview.saved(seconds):
            return
        self._layer.touch()
        if self.preview.broken:
            if areas(self._window(), self.desk.theme(self._window().size)).facts is None:
                self.stack.push(Faults(self.preview, over=True))
            return
        self.preview.play_on([turn.action for turn in self.call.session.course.turns])

    def handle(self, event: pygame.event.Event) -> bool:
        """F2 shows the numbers, F3 leads to any moment, F5 begins again."""
        if event.type == pygame.KEYDOWN:
            does = {pygame.K_F2: self._show_numbers, pygame.K_F3: self._jump, pygame.K_F5: self._again}.get(event.key)
            if does is not None:
                does()
                return True
        return super().handle(event)

    def rewound(self, call: Call, note: str) -> Encounter:
        """The call as it goes on from an earlier decision."""
        return PreviewEncounter(self.preview, call, note.replace(" The record says so.", ""))

    @staticmethod
    def _window() -> pygame.Rect:
        surface = pygame.display.get_surface()
        return surface.get_rect() if surface is not None else pygame.Rect(0, 0, 1, 1)

    def _show_numbers(self) -> None:
        if areas(self._window(), self.desk.theme(self._window().size)).facts is None:
            self.stack.push(Numbers(self.preview, self.call))
            return
        self.preview.shows_numbers = not self.preview.shows_numbers
        self._layer.touch()

    def _jump(self) -> None:
        self.stack.push(Jump(self.preview, self.call))

    def _again(self) -> None:
        self.preview.begin()

    def _to_debrief(self) -> None:
        self.stack.replace(PreviewEnd(self.preview, self.call, ""))

    def _tool_buttons(self) -> list[Button]:
        # The numbers need the room; what is left out has its key, and its place in the pause.
        buttons = super()._tool_buttons()[:1]
        if buttons:
            chosen = self.preview.shows_numbers
            buttons += [
                Button("numbers", "Numbers", self._show_numbers, look="quiet", keys="F2", chosen=chosen),
                Button("jump", "Go to", self._jump, look="quiet", keys="F3"),
            ]
        return buttons
