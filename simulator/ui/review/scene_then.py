"""The scene as it was: people and place drawn again as they stood after any turn of a call that was played."""

from __future__ import annotations

import pygame

from simulator.encounter.course import Course
from simulator.encounter.plans import Program
from simulator.encounter.state import EncounterState
from simulator.ui.appearance import aggression_of, look_of, present_in, seen_in, switches_in
from simulator.ui.canvas import Canvas
from simulator.ui.characters.pose import PersonState
from simulator.ui.contact.picture import RECOVERS_FROM, landing_with
from simulator.ui.stage import Beside, Stage
from simulator.ui.theme import HIGH_CONTRAST

SHAPE = 16 / 9
LEAST = (160, 90)
"""The least picture a stage draws, in pixels."""


class SceneThen:
    """One small stage that goes from turn to turn; turn 0 is how it stood before the first act."""

    def __init__(self, program: Program, course: Course) -> None:
        self._program, self._course = program, course
        self._stage: Stage | None = None
        self._made_for: tuple[object, ...] = ()
        self._turn = -1

    def draw(self, canvas: Canvas, box: pygame.Rect, turn: int) -> None:
        """Draw it into a box, as it stood after a turn: people go over to that from where they stand."""
        key = (box.size, canvas.palette is HIGH_CONTRAST, canvas.theme.reduced_motion)
        if key != self._made_for:
            self.close()
            self._stage = self._make(canvas, box.size, turn)
            self._made_for = key
        elif turn != self._turn:
            self._go_to(turn)
        self._turn = turn
        if self._stage is not None:
            self._stage.draw(canvas.surface, box)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        if self._stage is not None:
            self._stage.update(seconds)

    def close(self) -> None:
        """Let the stage go; it is made again when it is drawn again."""
        if self._stage is not None:
            self._stage.close()
            self._stage, self._made_for = None, ()

    def _state(self, turn: int) -> EncounterState:
        return self._course.turns[turn - 1].after if turn else self._course.first

    def _seen(self, turn: int) -> list[PersonState]:
        return [self._person(turn, place) for place in range(len(self._program.subjects))]

    def _person(self, turn: int, place: int) -> PersonState:
        """How one of them looked after a turn: by their state, how it landed, and whether they were coming down."""
        state = self._state(turn)
        if not turn:
            return seen_in(self._program, state, place)
        done = self._course.turns[turn - 1]
        before, after = done.before.subjects[place], done.after.subjects[place]
        worst = max(one.after.subjects[place].band for one in self._course.turns[:turn])
        recovering = after.tension < before.tension and worst >= RECOVERS_FROM and after.band < worst
        landing = landing_with(self._program.subjects[place], done.happened)
        return seen_in(self._program, state, place, landing, recovering=recovering)

    def _present(self, turn: int) -> list[bool]:
        """Who was still there: the main person always, the others until they had left before this turn."""
        state = self._state(max(0, turn - 1))
        return [not place or present_in(self._program, state, one) for place, one in enumerate(self._program.subjects)]

    def _go_to(self, turn: int) -> None:
        if self._stage is None:
            return
        for place, seen in enumerate(self._seen(turn)):
            self._stage.show(seen, place)
        self._stage.set_present(self._present(turn))
        self._stage.set_switches(switches_in(self._program, self._state(turn)))

    def _make(self, canvas: Canvas, size: tuple[int, int], turn: int) -> Stage:
        program, start, drawn = self._program, self._course.start.temperament, self._course.first.temperament
        people = [
            Beside(look_of(program, start, one), aggression_of(program, drawn, place)[1], seen)
            for place, (one, seen) in enumerate(zip(program.subjects, self._seen(turn), strict=True))
        ]
        front, *beside = people
        stage = Stage(
            program.scenario.setting.place,
            front.look,
            size,
            manner=front.manner,
            reduced_motion=canvas.theme.reduced_motion,
            high_contrast=canvas.palette is HIGH_CONTRAST,
            focus_x=0.5,
            state=front.state,
            switches=switches_in(program, self._state(turn)),
            beside=beside,
        )
        stage.set_present(self._present(turn))
        return stage
