"""The stage: people in one place, on screen. One stands in front; others stand smaller, behind at their side.

The stage is told how things stand (`show`), is given time (`update`) and draws itself (`draw`). It knows nothing of
scenarios: plain values go in, pixels and the boxes an interface must leave free come out.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pygame

from simulator.ui.backdrops.living import draw_passing, draw_pulses
from simulator.ui.backdrops.places import framed
from simulator.ui.backdrops.railing import LOOKS_POSTURE
from simulator.ui.backdrops.scenery import Backdrop
from simulator.ui.backdrops.separation import parted
from simulator.ui.background import PLACE, draw_behind
from simulator.ui.characters.person import Person, Spot, eye_line, seated_eye_line
from simulator.ui.characters.pose import PersonState

__all__ = ["Beside", "PersonState", "Stage"]

_ASIDE = 0.165
"""How far the one in front stands aside, as a share of the picture's height, where somebody stands behind."""
_BEHIND = 0.23
"""How far the first one behind stands on the other side; the next stands half as far again."""
_SMALLER = 0.76
"""How large one who stands behind is beside the one in front."""


@dataclass(frozen=True)
class Beside:
    """Somebody who stands behind: look, manner and state as for the one in front."""

    look: Mapping[str, object]
    manner: str = "fear"
    state: PersonState = field(default_factory=PersonState)


class Stage:
    """People and a place.

    `place` and `look` are an author's words, `size` the picture in pixels, `manner` how tension shows (`fear` or
    `anger`), `focus_x` where the person stands across the picture (0 left to 1 right), `state` and `switches` how
    things stand at the start. `beside` are the others; people are counted from 0, the one in front.
    `reduced_motion` leaves out breath, blinks, flicker and parallax and cuts from pose to pose; `high_contrast` draws
    flat, on a quiet ground.
    """

    def __init__(
        self,
        place: str,
        look: Mapping[str, object],
        size: tuple[int, int],
        *,
        manner: str = "fear",
        reduced_motion: bool = False,
        high_contrast: bool = False,
        focus_x: float = 0.42,
        state: PersonState | None = None,
        switches: Mapping[str, str] | None = None,
        beside: Sequence[Beside] = (),
    ) -> None:
        self._place = place
        self._size = (max(160, size[0]), max(90, size[1]))
        self._reduced, self._contrast, self._focus_x = reduced_motion, high_contrast, focus_x
        self._posture = str(look.get("posture", ""))
        self._switches = self._words(switches or {})
        self._clock = 0.0
        self._rect = pygame.Rect((0, 0), self._size)
        self._people: list[Person] = []
        bare = self._bake_bare()
        front = Beside(look, manner, state or PersonState())
        for count, one in enumerate((front, *beside)):
            self._people.append(
                Person(
                    one.look,
                    self._spot(count, len(beside) > 0),
                    bare.light,
                    self._size,
                    manner=one.manner,
                    reduced_motion=reduced_motion,
                    high_contrast=high_contrast,
                    state=one.state,
                    seat=bare.seat if count == 0 else None,
                )
            )
        self._present = [True] * len(self._people)
        self._backdrop = self._part_from_faces(bare)
        self._baking: threading.Thread | None = None
        self._baked: tuple[dict[str, str], tuple[int, int], Backdrop] | None = None
        self._baked_for = dict(self._switches)

    def show(self, state: PersonState, person: int = 0) -> None:
        """Tell how things stand now with somebody. They go over to it in their own time."""
        self._people[person].show(state)

    def set_present(self, present: Sequence[bool]) -> None:
        """Who is there, in the order of the people; one who has left is not drawn."""
        self._present = list(present)

    def set_switches(self, switches: Mapping[str, str]) -> None:
        """Set what the scenario changes in the place, by the names of its stressors. Baked behind the scenes."""
        wanted = self._words(switches)
        if wanted == self._switches:
            return
        self._switches = wanted
        self._start_baking()

    def prewarm(self, states: Iterable[PersonState], person: int = 0) -> None:
        """Draw ahead the poses these states would bring, while the trainee reads."""
        self._people[person].prewarm(states)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._clock += max(0.0, seconds)
        self._take_baked()
        for person in self._people:
            person.update(seconds)

    def draw(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """Draw the picture into a part of a surface. A new size of `rect` is taken over at once."""
        if rect.size != self._size and rect.width >= 160 and rect.height >= 90:
            self._resize((rect.width, rect.height))
        clip = surface.get_clip()
        surface.set_clip(rect.clip(clip))
        place = self._backdrop
        ground = place.dip if place.dip is not None and self._faltering() else place.ground
        surface.blit(ground, rect.topleft)
        if place.far_rain is not None:
            self._draw_rain(surface, rect, place.far_rain, 520)
        draw_passing(surface, rect, place, self._clock, self._reduced)
        self._rect = pygame.Rect(rect)
        for person, there in zip(reversed(self._people), reversed(self._present), strict=True):
            if there:
                person.draw(surface, self._rect)
        near = (self._people[0].target_scale - 1.0) / 0.35
        for layer in place.before:
            drop = 0 if self._reduced else round(layer.parallax * max(0.0, near) * rect.height / 1080)
            surface.blit(layer.picture, (rect.x + layer.place[0], rect.y + layer.place[1] + drop))
        if not self._reduced:
            draw_pulses(surface, rect, place, self._clock)
        if place.rain is not None:
            self._draw_rain(surface, rect, place.rain, 1150)
        surface.set_clip(clip)

    def face_box(self, person: int = 0) -> pygame.Rect:
        """Where a face is on screen, as last drawn, inside the picture."""
        return self._people[person].face_box(self._rect)

    def hands_box(self, person: int = 0) -> pygame.Rect:
        """Where both hands are on screen, as last drawn, inside the picture (empty when they are below it)."""
        return self._people[person].hands_box(self._rect)

    @property
    def at_rest(self) -> bool:
        """Whether everybody has arrived at the last state shown."""
        return all(person.at_rest for person in self._people)

    @property
    def drawn_ahead(self) -> bool:
        """Whether nothing is waiting to be drawn ahead."""
        return all(person.drawn_ahead for person in self._people)

    def close(self) -> None:
        """Stop drawing ahead and let the pictures go."""
        for person in self._people:
            person.close()

    def _words(self, switches: Mapping[str, str]) -> dict[str, str]:
        """The switches, and what the look says of the front person's posture where no switch does."""
        told = {str(name): str(value) for name, value in switches.items()}
        return {**told, LOOKS_POSTURE: self._posture} if self._posture else told

    def _bake(self) -> Backdrop:
        return self._part_from_faces(self._bake_bare())

    def _bake_bare(self) -> Backdrop:
        baked = framed(self._place, self._size, self._switches, self._focus_x)
        return _quietened(baked) if self._contrast else baked

    def _part_from_faces(self, baked: Backdrop) -> Backdrop:
        """The place with a pool of light or shade behind each face that needs it, and what they sit on before it."""
        if self._contrast:
            return _with_perch(baked)
        width, height = self._size
        for person in reversed(self._people):
            sits = baked.seat is not None and person is self._people[0]
            eyes = seated_eye_line(baked.seat or 0.0, 0.75) if sits else eye_line(person.spot.size)
            head = (round(person.spot.x * width), round(eyes * height))
            baked = parted(baked, person.look, head, round(115 * person.spot.size * height / 1080))
        return _with_perch(baked)

    def _spot(self, count: int, company: bool) -> Spot:
        """Where the one in front (0) and those behind stand in a picture of this size."""
        across = self._size[1] / self._size[0]
        if count == 0:
            return Spot(self._focus_x - (_ASIDE * across if company else 0.0))
        return Spot(self._focus_x + _BEHIND * across * (1 + (count - 1) / 2), _SMALLER)

    def _start_baking(self) -> None:
        """Bake the place as it is now wanted, unless that is being done; `update` looks whether it still is wanted."""
        if self._baking is not None and self._baking.is_alive():
            return

        def bake() -> None:
            draw_behind()
            wanted, size = dict(self._switches), self._size
            try:
                place = self._bake()
                self._people[0].draw_sitting(place.seat, place.light)
            except Exception:
                place = self._backdrop  # a place that cannot be baked anew stands as it was; the call goes on
            self._baked = (wanted, size, place)

        self._baking = threading.Thread(target=bake, name=PLACE, daemon=True)
        self._baking.start()

    def _take_baked(self) -> None:
        """Take over a place baked meanwhile; bake again when switches or size have changed since."""
        if self._baked is not None:
            made_for, size, place = self._baked
            self._baked = None
            if size == self._size:
                self._baked_for = made_for
                self._use(place)
        if self._baked_for != self._switches:
            self._start_baking()

    def _use(self, baked: Backdrop) -> None:
        self._backdrop = baked
        self._people[0].sit(baked.seat, baked.light)
        for person in self._people:
            person.relight(baked.light)

    def _resize(self, size: tuple[int, int]) -> None:
        self._size = size
        for count, person in enumerate(self._people):
            person.spot = self._spot(count, len(self._people) > 1)
        self._backdrop = self._bake()
        self._baked_for = dict(self._switches)
        self._people[0].sit(self._backdrop.seat, self._backdrop.light)
        for person in self._people:
            person.resize(size, self._backdrop.light)

    def _faltering(self) -> bool:
        """Whether a failing lamp dips just now: briefly, never more than twice in three seconds."""
        if self._reduced:
            return False
        phase = self._clock % 3.1
        return 1.0 < phase < 1.09 or 1.62 < phase < 1.74

    def _draw_rain(self, surface: pygame.Surface, rect: pygame.Rect, rain: pygame.Surface, speed: float) -> None:
        height = rain.get_height()
        fall = 0 if self._reduced else int(self._clock * speed * rect.height / 1080) % height
        surface.blit(rain, (rect.x, rect.y + fall))
        surface.blit(rain, (rect.x, rect.y + fall - height))


def _with_perch(baked: Backdrop) -> Backdrop:
    """The place with what the front person sits on, drawn in at last: it is never dimmed with the ground."""
    if baked.perch is None:
        return baked
    ground = baked.ground.copy()
    ground.blit(baked.perch.picture, baked.perch.place)
    return replace(baked, ground=ground, perch=None)


def _quietened(baked: Backdrop) -> Backdrop:
    """A place for high contrast: dark and plain behind the person, nothing moving in front."""
    ground = baked.ground.copy()
    veil = pygame.Surface(ground.get_size())
    veil.fill((26, 28, 34))
    veil.set_alpha(200)
    ground.blit(veil, (0, 0))
    return Backdrop(ground, baked.light, baked.before, perch=baked.perch, seat=baked.seat)
