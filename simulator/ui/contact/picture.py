"""The picture of a call: a stage that follows the encounter's state."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from simulator.encounter.actions import Action
from simulator.encounter.bands import BANDS
from simulator.encounter.happenings import Happening, Landed
from simulator.encounter.state import EncounterState
from simulator.encounter.step import step
from simulator.ui.call import Call
from simulator.ui.contact.areas import Areas
from simulator.ui.stage import PersonState, Stage
from simulator.ui.theme import HIGH_CONTRAST, Theme

_RECOVERS_FROM = 3
"""The band a person must have been in for a fall of tension to look like recovery."""


class Picture:
    """The person and the place. The stage is made anew when the window, the letters or the settings change."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._stage: Stage | None = None
        self._made_for: tuple[object, ...] = ()
        self._worst = call.state.subjects[0].band
        self._shown = self._person(call.state)
        self._speaking = 0.0

    @property
    def _kind(self) -> str:
        return self._call.program.casts[self._call.state.temperament].profiles[0].source.kind

    @property
    def _manner(self) -> str:
        needs = self._call.program.casts[self._call.state.temperament].profiles[0].source.needs
        afraid = sum(needs.get(need, 0) for need in ("fear", "confusion", "despair", "shame"))
        return "fear" if afraid >= 500 else "anger"

    def _person(self, state: EncounterState, landing: str | None = None, *, recovering: bool = False) -> PersonState:
        subject = state.subjects[0]
        return PersonState(
            tension=subject.tension / 1000,
            rapport=subject.rapport / 1000,
            band=BANDS[subject.band],
            recovering=recovering,
            proactive=self._kind == "proactive",
            distance_m=state.distance / 1000,
            landing=landing,
            speaking=False,
        )

    def prepare(self, areas: Areas, theme: Theme) -> None:
        """Make the stage for these places, if it is not made already."""
        key = (areas.picture.size, areas.focus_x, theme.palette is HIGH_CONTRAST, theme.reduced_motion)
        if key == self._made_for:
            return
        if self._stage is not None:
            self._stage.close()
        self._stage = Stage(
            self._call.scenario.setting.place,
            self._call.look(),
            areas.picture.size,
            manner=self._manner,
            reduced_motion=theme.reduced_motion,
            high_contrast=theme.palette is HIGH_CONTRAST,
            focus_x=areas.focus_x,
            state=self._shown,
        )
        self._stage.set_switches(self._call.switches())
        self._made_for = key

    def react(self, before: EncounterState, happened: Iterable[Happening]) -> None:
        """Show the person as they are after an act, and how it landed with them."""
        after = self._call.state
        landing = next(
            (row.landing for row in happened if isinstance(row, Landed) and row.person == self._call.main), None
        )
        self._worst = max(self._worst, after.subjects[0].band)
        falling = after.subjects[0].tension < before.subjects[0].tension
        recovering = falling and self._worst >= _RECOVERS_FROM and after.subjects[0].band < self._worst
        self._shown = self._person(after, landing, recovering=recovering)
        if self._stage is not None:
            self._stage.show(self._shown)
            self._stage.set_switches(self._call.switches())

    def speak(self, seconds: float) -> None:
        """Let the mouth move for a while."""
        self._speaking = seconds
        self._tell_speaking(seconds > 0)

    def _tell_speaking(self, speaking: bool) -> None:
        if speaking != self._shown.speaking:
            from dataclasses import replace

            self._shown = replace(self._shown, speaking=speaking, landing=None)
            if self._stage is not None:
                self._stage.show(self._shown)

    def look_ahead(self, actions: Iterable[Action]) -> None:
        """Draw ahead how the person would be after each of these acts, while the trainee reads."""
        if self._stage is None:
            return
        states = []
        for action in actions:
            after, happened = step(self._call.program, self._call.state, action)
            landed = next((row.landing for row in happened if isinstance(row, Landed)), None)
            states.append(self._person(after, landed))
        self._stage.prewarm(states)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        if self._speaking > 0:
            self._speaking -= seconds
            if self._speaking <= 0:
                self._tell_speaking(False)
        if self._stage is not None:
            self._stage.update(seconds)

    def draw(self, surface: pygame.Surface, areas: Areas) -> None:
        """Draw into the picture's place."""
        if self._stage is not None:
            self._stage.draw(surface, areas.picture)

    def keep_free(self) -> list[pygame.Rect]:
        """Where face and hands are on screen: nothing may lie over them."""
        return [self._stage.face_box(), self._stage.hands_box()] if self._stage is not None else []

    def close(self) -> None:
        """Let the stage go."""
        if self._stage is not None:
            self._stage.close()
            self._stage = None
            self._made_for = ()
