"""People, techniques and a hand of the law for tests of the encounter."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from simulator.authoring.catalogues import shipped
from simulator.encounter.drift import drift
from simulator.encounter.law import Act, Outcome, apply
from simulator.encounter.state import Subject
from simulator.encounter.techniques import CompiledProfile, compile_profile, compile_techniques
from simulator.scenario.model import Profile


@dataclass
class Law:
    """The law on one person, in points: said in the ids of the catalogue."""

    profile: Profile
    subject: Subject
    history: tuple[tuple[int, ...], ...] = ()
    load: int = 0
    distance: int = 6000
    catalogues = shipped()
    techniques = compile_techniques(catalogues)
    families = tuple(technique.family_index for technique in techniques)
    index: dict[str, int] = field(default_factory=lambda: {t.id: t.index for t in Law.techniques})
    _compiled: CompiledProfile | None = None

    @property
    def compiled(self) -> CompiledProfile:
        if self._compiled is None or self._compiled.source is not self.profile:
            self._compiled = compile_profile(self.profile, self.techniques, self.catalogues)
        return self._compiled

    def would(self, *ids: str, **act: object) -> Outcome:
        """What an act would do, without doing it."""
        used = tuple(self.index[id_] for id_ in ids)
        return apply(self.techniques, self.families, self.compiled, self.subject, self.history, Act(used, **act))

    def say(self, *ids: str, seconds: float = 16, **act: object) -> Outcome:
        """Do it, remember it, and let time pass."""
        outcome = self.would(*ids, **act)
        self.subject = outcome.subject
        self.history = (*self.history, tuple(self.index[id_] for id_ in ids))[-4:]
        self.rest(seconds)
        return outcome

    def rest(self, seconds: float) -> None:
        self.subject, _ = drift(self.profile, self.subject, self.load, self.distance, False, round(seconds * 10))

    @property
    def tension(self) -> float:
        return self.subject.tension / 1000

    @property
    def rapport(self) -> float:
        return self.subject.rapport / 1000

    @property
    def good(self) -> float:
        return self.rapport - self.tension


FRIGHTENED = Profile(
    tension=62_000,
    rapport=10_000,
    baseline=30_000,
    grievance=15_000,
    reactivity=1_100,
    kind="reactive",
    needs={"fear": 700, "confusion": 300},
    comfort=3_000,
)


@pytest.fixture
def person():
    """Makes a `Law` on a person: `person(tension=50, kind="proactive", …)`, in points and catalogue words."""

    def make(
        *, tension: float = 62, rapport: float = 10, sensitisation: float = 0, acknowledged: float = 0,
        load: float = 0, distance: float = 6, cap: float = 100, **profile: object,
    ) -> Law:  # fmt: skip
        subject = Subject(
            round(tension * 1000), round(rapport * 1000), round(sensitisation * 1000), round(acknowledged * 1000),
            round(cap * 1000),
        )  # fmt: skip
        return Law(replace(FRIGHTENED, **profile), subject, load=round(load * 1000), distance=round(distance * 1000))

    return make
