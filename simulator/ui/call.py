"""The call that is being played, as the window's scenes see it: a plan before contact, then a session with its life."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simulator.encounter.actions import Action
from simulator.encounter.bands import BANDS, STAIRS, stair
from simulator.encounter.happenings import Happening
from simulator.encounter.machine import EncounterLife, life_at
from simulator.encounter.naming import name_in
from simulator.encounter.offer import Offer
from simulator.encounter.state import EncounterState
from simulator.records.live import LiveSession
from simulator.ui.appearance import look_of, present_in, switches_in
from simulator.ui.shelf import CallCard

Mode = Literal["practice", "assessed"]


@dataclass(frozen=True, eq=False)
class CallPlan:
    """What was chosen: the call, its seed and temperament, and how it is played. `classroom` is play before a class:
    nobody is named, no timer runs, nothing is kept, and the gauge is shown only if `gauge` says so."""

    card: CallCard
    seed: int
    temperament: str
    mode: Mode
    classroom: bool = False
    gauge: bool = True

    def start(self, data_folder: Path, trainee: str, *, untimed: bool, timer_percent: int = 100) -> LiveSession:
        """Begin the session and its log; timers run for `timer_percent` of their time. Raises RecordsProblem, in
        plain words, if that cannot be."""
        return LiveSession.start(
            self.card.program,
            self.seed,
            self.temperament,
            mode=self.mode,
            trainee="" if self.classroom else trainee,
            data_folder=data_folder,
            scenario_text=self.card.text,
            catalogue_texts=self.card.catalogue_texts,
            untimed=untimed or self.classroom,
            timer_percent=100 if untimed or self.classroom else timer_percent,
        )


class Call:
    """A session on screen: it stands at an offer, takes acts, and its life (the state machine) drives the screen."""

    def __init__(self, session: LiveSession, *, classroom: bool = False, gauge: bool = True) -> None:
        self.session = session
        self.classroom = classroom
        self._gauge = gauge
        self.program = session.program
        self.scenario = session.program.scenario
        self.life: EncounterLife = life_at(session.state)
        self._offer: Offer | None = None
        self.shown = session.state
        """The state as far as it has been told on screen: facts beside the person wait for their answer."""

        self.hints = 0
        """How many hints were asked for at this decision."""

    @property
    def state(self) -> EncounterState:
        """Where the call stands."""
        return self.session.state

    @property
    def practice(self) -> bool:
        """Whether this is practice, of which nothing stays unless it is kept."""
        return self.session.header.mode == "practice"

    @property
    def shows_gauge(self) -> bool:
        """Whether the gauge may be shown."""
        return self.practice and self._gauge

    @property
    def offer(self) -> Offer:
        """The decision it stands at."""
        if self._offer is None:
            self._offer = self.session.offer()
        return self._offer

    def act(self, action: Action, thinking_ms: int) -> tuple[Happening, ...]:
        """Do something; the log has it before the screen shows it."""
        happened = self.session.act(action, thinking_ms, self.hints)
        self.hints = 0
        self._offer = None
        self.life.acted(happened)
        return happened

    def words(self, text_id: str, variant: int) -> str:
        """The words of a text by its path id."""
        return self.program.words(text_id, variant)

    def name(self, person: str) -> str:
        """What a person is called on screen, as far as the officer knows."""
        return name_in(self.program, self.state, person)

    @property
    def main(self) -> str:
        """The id of the main subject."""
        return self.program.subjects[0]

    @property
    def subjects(self) -> tuple[str, ...]:
        """The ids of everybody who can be moved, the main subject first."""
        return self.program.subjects

    def look_of(self, person: str) -> dict[str, object]:
        """How somebody looks; a temperament may change the main subject's look."""
        return look_of(self.program, self.session.header.start.temperament, person)

    def present(self, person: str) -> bool:
        """Whether somebody is there. Who leaves before the end says so by a flag named after them: `ID_gone`."""
        return present_in(self.program, self.shown, person)

    def band(self, place: int = 0) -> str:
        """A subject's band, with hysteresis."""
        return BANDS[self.shown.subjects[place].band]

    def stair(self, place: int = 0) -> str:
        """The stair that a subject's trust has reached."""
        return STAIRS[stair(self.shown.subjects[place].rapport)]

    def found(self) -> list[str]:
        """What was found out so far, in words."""
        bits = self.program.places.findings
        return [
            text.variants[0].words for id_, text in self.scenario.findings.items() if self.shown.found >> bits[id_] & 1
        ]

    def under_way(self) -> list[tuple[str, float]]:
        """Help that was called and has not come: its label, and the seconds until it does."""
        coming = []
        for place, resource in enumerate(self.scenario.resources.values()):
            due = self.shown.due[place]
            if due >= 0 and not self.shown.arrived >> place & 1:
                coming.append((resource.label, max(0.0, (due - self.shown.clock) / 10)))
        return sorted(coming, key=lambda row: row[1])

    def switches(self) -> dict[str, str]:
        """The level of each stressor, by name: the place on screen changes with them."""
        return switches_in(self.program, self.state)
