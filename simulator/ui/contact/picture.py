"""The picture of a call: a stage that follows the encounter's state, with everybody in it who can be moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pygame

from simulator.encounter.actions import Action
from simulator.encounter.happenings import Happening, Landed
from simulator.encounter.state import EncounterState
from simulator.encounter.step import step
from simulator.ui.appearance import aggression_of, seen_in
from simulator.ui.call import Call
from simulator.ui.contact.areas import Areas
from simulator.ui.stage import Beside, PersonState, Stage
from simulator.ui.theme import HIGH_CONTRAST, Theme

RECOVERS_FROM = 3
"""The band a person must have been in for a fall of tension to look like recovery."""


class Sitter:
    """How one subject (the main one is 0) is shown: by their state, and how bad it was at worst."""

    def __init__(self, call: Call, place: int) -> None:
        self.place = place
        self.person = call.program.subjects[place]
        self._call = call
        self._worst = call.state.subjects[place].band
        self.shown = self.seen(call.state)

    @property
    def manner(self) -> str:
        """How their tension shows."""
        return aggression_of(self._call.program, self._call.state.temperament, self.place)[1]

    def seen(self, state: EncounterState, landing: str | None = None, *, recovering: bool = False) -> PersonState:
        """How they look in a state."""
        return seen_in(self._call.program, state, self.place, landing, recovering=recovering)

    def after(self, before: EncounterState, happened: Iterable[Happening]) -> PersonState:
        """How they look after an act, and how it landed with them."""
        now = self._call.state
        landing = landing_with(self.person, happened)
        subject = now.subjects[self.place]
        self._worst = max(self._worst, subject.band)
        falling = subject.tension < before.subjects[self.place].tension
        recovering = falling and self._worst >= RECOVERS_FROM and subject.band < self._worst
        self.shown = self.seen(now, landing, recovering=recovering)
        return self.shown


def landing_with(person: str, happened: Iterable[Happening]) -> str | None:
    """How an act landed with somebody; None where it did not reach them."""
    return next((row.landing for row in happened if isinstance(row, Landed) and row.person == person), None)


class Picture:
    """The people and the place. The stage is made anew when the window, the letters or the settings change."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._stage: Stage | None = None
        self._made_for: tuple[object, ...] = ()
        self._sitters = [Sitter(call, place) for place in range(len(call.program.subjects))]
        self._there = self._who_is_there()
        self._speaking = 0.0

    def _who_is_there(self) -> list[bool]:
        """For each subject; the main one stays to the end."""
        return [one.place == 0 or self._call.present(one.person) for one in self._sitters]

    def prepare(self, areas: Areas, theme: Theme) -> None:
        """Make the stage for these places, if it is not made already."""
        key = (areas.picture.size, areas.focus_x, theme.palette is HIGH_CONTRAST, theme.reduced_motion)
        if key == self._made_for:
            return
        if self._stage is not None:
            self._stage.close()
        front, *others = self._sitters
        self._stage = Stage(
            self._call.scenario.setting.place,
            self._call.look_of(front.person),
            areas.picture.size,
            manner=front.manner,
            reduced_motion=theme.reduced_motion,
            high_contrast=theme.palette is HIGH_CONTRAST,
            focus_x=areas.focus_x,
            state=front.shown,
            switches=self._call.switches(),
            beside=[Beside(self._call.look_of(one.person), one.manner, one.shown) for one in others],
        )
        self._stage.set_present(self._there)
        self._made_for = key

    def _settle(self) -> None:
        """Who has left is gone now: not before their last words were told."""
        self._there = self._who_is_there()
        if self._stage is not None:
            self._stage.set_present(self._there)

    def react(self, before: EncounterState, happened: Iterable[Happening]) -> None:
        """Show everybody as they are after an act, and how it landed with them."""
        rows = tuple(happened)
        for count, one in enumerate(self._sitters):
            one.after(before, rows)
            if self._stage is not None:
                self._stage.show(one.shown, count)
        if self._stage is not None:
            self._stage.set_switches(self._call.switches())

    def speak(self, person: str, seconds: float) -> None:
        """Let somebody's mouth move for a while; everybody else's rests."""
        self._speaking = seconds
        for count, one in enumerate(self._sitters):
            speaking = seconds > 0 and one.person == person
            if speaking != one.shown.speaking:
                one.shown = replace(one.shown, speaking=speaking, landing=None)
                if self._stage is not None:
                    self._stage.show(one.shown, count)

    def look_ahead(self, actions: Iterable[Action]) -> None:
        """Draw ahead how everybody would be after each of these acts, while the trainee reads."""
        self._settle()
        if self._stage is None:
            return
        states: list[list[PersonState]] = [[] for _ in self._sitters]
        for action in actions:
            after, happened = step(self._call.program, self._call.state, action)
            for ahead, one in zip(states, self._sitters, strict=True):
                ahead.append(one.seen(after, landing_with(one.person, happened)))
        for count, ahead in enumerate(states):
            if self._there[count]:
                self._stage.prewarm(ahead, count)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        if self._speaking > 0:
            self._speaking -= seconds
            if self._speaking <= 0:
                self.speak("", 0.0)
        if self._stage is not None:
            self._stage.update(seconds)

    def draw(self, surface: pygame.Surface, areas: Areas) -> None:
        """Draw into the picture's place."""
        if self._stage is not None:
            self._stage.draw(surface, areas.picture)

    def keep_free(self) -> list[pygame.Rect]:
        """Face and hands, on screen, of everybody who is there: nothing may lie over them."""
        if self._stage is None:
            return []
        stage, seen = self._stage, [count for count, there in enumerate(self._there) if there]
        return [box for count in seen for box in (stage.face_box(count), stage.hands_box(count))]

    def close(self) -> None:
        """Let the stage go."""
        if self._stage is not None:
            self._stage.close()
            self._stage = None
            self._made_for = ()
