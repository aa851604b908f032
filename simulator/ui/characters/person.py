"""A person on stage: told how they are, they go over to it in their own time, breathe, blink, look about and speak.

Drawing never waits: parts are drawn ahead by a worker, and until a new pose is ready the old one stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace

import pygame

from simulator.ui.characters.body import SEAT
from simulator.ui.characters.expression import Expression
from simulator.ui.characters.figure import Box, PartKey, Sitter, face_box, hands_box, part_keys
from simulator.ui.characters.light import Light
from simulator.ui.characters.looks import Look, look_from
from simulator.ui.characters.motion import CHANGES, Beat, Life, blinking, glancing, movement, speaking
from simulator.ui.characters.portrait import UNDER, WITH_HEAD, arms_in_order
from simulator.ui.characters.pose import PersonState, Pose, pose_for, reaction_to
from simulator.ui.characters.store import PartStore

_SCALES = ((1.2, 1.35), (1.9, 1.2), (2.8, 1.08), (4.0, 0.98), (6.0, 0.9), (1e9, 0.84))
_SEATED_SCALES = ((6.0, 0.80), (10.0, 0.75), (1e9, 0.70))
_MOST_AHEAD = 140
"""Parts drawn ahead at most: about 50 MB at 1080 rows."""
_BEATS_A_FRAME = 3
"""Beats whose parts are worked out in one frame: about a millisecond and a half."""


def figure_scale(distance_m: float) -> float:
    """How large a person at a distance in metres stands, in steps: .84 far to 1.35 near, pixels a unit at 1080 rows."""
    return next(scale for reach, scale in _SCALES if distance_m <= reach)


def seated_scale(distance_m: float) -> float:
    """The same for one who sits on a rail, up to .80: the rail has to stay in the picture under them."""
    return next(scale for reach, scale in _SEATED_SCALES if distance_m <= reach)


def eye_line(scale: float) -> float:
    """The height of the eyes as a share of the picture: 28 % near to 35 % far."""
    return 0.28 + 0.07 * max(0.0, min(1.0, (1.35 - scale) / 0.5))


def seated_eye_line(seat: float, scale: float) -> float:
    """The same for one who sits on something whose top is at `seat`: higher than one who stands before you."""
    return seat - (SEAT + 142) * scale / 1080


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody stands: across the picture (0 left to 1 right), and how large beside one who stands in front."""

    x: float
    size: float = 1.0


class Person:
    """One figure in a picture, in the light of a place.

    With `seat`, a share of the picture's height, they sit on something whose top is there.
    """

    def __init__(
        self,
        look: Mapping[str, object],
        spot: Spot,
        light: Light,
        size: tuple[int, int],
        *,
        manner: str = "fear",
        reduced_motion: bool = False,
        high_contrast: bool = False,
        state: PersonState | None = None,
        seat: float | None = None,
    ) -> None:
        self.look: Look = look_from(look)
        self.spot = spot
        self._size, self._seat = size, seat
        self._perched = "lap" if str(look.get("hands", "")).lower() in ("lap", "in_lap") else "rail"
        self._manner, self._reduced = manner, reduced_motion
        self._state = state or PersonState()
        self._store = PartStore()
        self._life = Life(still=reduced_motion)
        self._clock = 0.0
        self._sitter = Sitter(self.look, light, high_contrast)
        pose = self._pose_in(self._state)
        self.target_scale = self._scale_in(self._state)
        self._shown = Beat(0.0, pose, self.target_scale)
        self._beats: list[tuple[Beat, dict[str, PartKey] | None]] = []
        self._planning: Iterator[None] | None = None
        self._started = 0.0
        self._variants: dict[tuple[str, int], dict[str, PartKey]] = {}
        self._keys = self._part_keys(self._shown)
        self._draw_now()

    def _draw_now(self) -> None:
        for key in self._keys.values():
            self._store.draw_now(key)
        self._prepare_life()

    def show(self, state: PersonState) -> None:
        """Tell how things stand now. The person goes over to it in their own time."""
        earlier, self._state = self._state, state
        said = replace(earlier, speaking=state.speaking)
        if state in (said, replace(said, landing=None)):
            return
        path = self._path_to(state)
        self.target_scale = path[-1].scale
        here = (self._shown.pose, self._shown.scale)
        if not self._beats and all((beat.pose, beat.scale) == here for beat in path):
            return
        self._follow(path)

    def prewarm(self, states: Iterable[PersonState]) -> None:
        """Draw ahead the poses these states would bring, while the trainee reads.

        Where each would end comes first, then its reaction, then the way there, as far as the store has room. Which
        parts that takes is worked out over the next frames, a little in each.
        """
        self._planning = self._plan(tuple(states))

    def _plan_on(self) -> None:
        """One more step of the plan, if there is one."""
        if self._planning is None:
            return
        try:
            next(self._planning)
        except StopIteration:
            self._planning = None

    def _plan(self, states: tuple[PersonState, ...]) -> Iterator[None]:
        """Find the parts of these states' poses and have them drawn ahead, in steps of about a millisecond."""
        paths = []
        for state in states:
            paths.append(self._path_to(state))
            yield
        ordered = [path[-1] for path in paths]
        ordered += [path[2] for path in paths if len(path) > 3]
        ordered += [path[len(path) * 2 // 3] for path in paths]
        ordered += [beat for path in paths for beat in path[::2]]
        keys: dict[PartKey, None] = dict.fromkeys(self._life_keys(self._shown))
        for count, beat in enumerate(ordered, 1):
            if len(keys) >= _MOST_AHEAD:
                break
            keys.update(dict.fromkeys(self._part_keys(beat).values()))
            if count == len(paths):
                self._store.prepare(keys)
            if count % _BEATS_A_FRAME == 0:
                yield
        self._store.prepare(keys)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._clock += max(0.0, seconds)
        self._plan_on()
        self._work_out_beats()
        self._life.advance(max(0.0, seconds), self._shown.pose.breath_rate)
        since = self._clock - self._started
        arrived = -1
        for place, (beat, keys) in enumerate(self._beats):
            if beat.due > since + 1e-6 or keys is None:
                break
            if self._store.has(keys.values()):
                arrived, self._shown, self._keys = place, beat, keys
        if arrived >= 0:
            self._variants.clear()
            del self._beats[: arrived + 1]
            if not self._beats:
                self._prepare_life()
        if len(self._beats) > 1 and self._beats[0][0].due < since - 0.12:
            self._skip_to(since)

    def resize(self, size: tuple[int, int], light: Light) -> None:
        """Stand at the end of the movement in a picture of another size, drawn at once."""
        self._size = size
        self._sitter = replace(self._sitter, light=light)
        end = self._beats[-1][0] if self._beats else self._shown
        self._beats, self._shown = [], end
        self._variants.clear()
        self._keys = self._part_keys(end)
        self._draw_now()

    def relight(self, light: Light) -> None:
        """Another light falls on them; it shows as soon as it is drawn."""
        if light != self._sitter.light:
            self._sitter = replace(self._sitter, light=light)
            last = self._beats[-1][0] if self._beats else self._shown
            self._follow([Beat(0.0, last.pose, last.scale)])

    def sit(self, seat: float | None, light: Light) -> None:
        """Sit on something, or get down from it, in the light of a place: simply done, without a movement."""
        if seat == self._seat:
            return
        self._seat = seat
        self._sitter = replace(self._sitter, light=light)
        self.target_scale = self._scale_in(self._state)
        self._beats, self._shown = [], Beat(0.0, self._pose_in(self._state), self.target_scale)
        self._variants.clear()
        self._keys = self._part_keys(self._shown)
        self._draw_now()

    def draw_sitting(self, seat: float | None, light: Light) -> None:
        """Draw ahead, in the calling thread, what `sit` would show: so that sitting down costs no frame."""
        if seat == self._seat:
            return
        other = copy(self)
        other._seat, other._sitter = seat, replace(self._sitter, light=light)
        state = self._state
        for key in other._part_keys(Beat(0.0, other._pose_in(state), other._scale_in(state))).values():
            self._store.draw_now(key)

    def _pose_in(self, state: PersonState) -> Pose:
        return pose_for(replace(state, perched=self._perched) if self._seat is not None else state, self._manner)

    def _scale_in(self, state: PersonState) -> float:
        return figure_scale(state.distance_m) if self._seat is None else seated_scale(state.distance_m)

    def draw(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """Draw into the picture at `rect`."""
        beat = self._shown
        scale = self._pixels(beat.scale)
        pose, stance = beat.pose, beat.pose.stance.rounded()
        breath = round(self._life.breath() * pose.breath_depth * 1.9 * scale)
        rise = 0 if self._seat is not None else breath
        keys = dict(self._keys)
        blink, glance = self._life.blink(), self._life.gaze() if self._searching() else 0
        if blink:
            self._swap(keys, "blink", blink, ("eyes",))
        elif glance:
            self._swap(keys, "glance", glance, ("eyes",))
        if self._state.speaking:
            self._swap(keys, "speak", self._life.mouth(), ("mouth", "head"))
        x, y = self._origin(rect)
        head_x, head_y = stance.head_place
        head = (x + round(head_x * scale), y + round(head_y * scale) - breath)
        for kind in UNDER:
            if kind in keys:
                self._blit(surface, keys[kind], head if kind in WITH_HEAD else (x, y - rise))
        for side in arms_in_order(stance):
            self._blit(surface, keys[side], (x, y - rise))

    def face_box(self, rect: pygame.Rect) -> pygame.Rect:
        """Where the face is in the picture at `rect`."""
        return self._on_screen(face_box(self._shown.pose.stance, self._pixels(self._shown.scale)), rect)

    def hands_box(self, rect: pygame.Rect) -> pygame.Rect:
        """Where both hands are in the picture at `rect` (empty when they are below it)."""
        scale = self._pixels(self._shown.scale)
        return self._on_screen(hands_box(self.look, self._shown.pose.stance, self._sitter.light, scale), rect)

    @property
    def at_rest(self) -> bool:
        """Whether the person has arrived at the last state told."""
        return not self._beats

    @property
    def drawn_ahead(self) -> bool:
        """Whether nothing is waiting to be drawn."""
        return self._planning is None and self._store.idle

    def close(self) -> None:
        """Stop drawing ahead and let the pictures go."""
        self._store.close()

    def _path_to(self, state: PersonState) -> list[Beat]:
        """The movement from what is shown to a state, by way of the reaction to how an act landed."""
        return movement(
            self._shown.pose,
            self._pose_in(state),
            self._shown.scale,
            self._scale_in(state),
            reaction_to(self._shown.pose, state.landing),
            recovering=state.recovering,
            cut=self._reduced,
        )

    def _follow(self, path: list[Beat]) -> None:
        """Begin a movement: every beat's parts are worked out over the next frames and asked for, soonest first."""
        self._beats = [(beat, None) for beat in path]
        self._started = self._clock
        self._work_out_beats()

    def _work_out_beats(self) -> None:
        """Find the parts of the next beats that have not been worked out, and ask for them."""
        bare = [place for place, (_, keys) in enumerate(self._beats) if keys is None][:_BEATS_A_FRAME]
        for place in bare:
            beat = self._beats[place][0]
            self._beats[place] = (beat, self._part_keys(beat))
        if bare:
            self._ask_for_beats()

    def _skip_to(self, since: float) -> None:
        """Leave out beats whose moment has passed before they were drawn; the last one always stays."""
        late = [entry for entry in self._beats if entry[0].due >= since] or self._beats[-1:]
        if len(late) < len(self._beats):
            self._beats = late
            self._ask_for_beats()

    def _pixels(self, scale: float) -> float:
        """Pixels a unit at a figure's scale."""
        return round(scale * self.spot.size * self._size[1] / 1080, 4)

    def _eye_line(self, scale: float) -> float:
        if self._seat is not None:
            return seated_eye_line(self._seat, scale * self.spot.size)
        return eye_line(scale * self.spot.size)

    def _origin(self, rect: pygame.Rect) -> tuple[int, int]:
        scale = self._shown.scale
        y = rect.y + self._eye_line(scale) * rect.height + 142 * self._pixels(scale)
        return (rect.x + round(self.spot.x * rect.width), round(y))

    def _part_keys(self, beat: Beat, face: Expression | None = None) -> dict[str, PartKey]:
        pixels = self._pixels(beat.scale)
        floor = ((1 - self._eye_line(beat.scale)) * self._size[1] + 8) / pixels - 142
        return part_keys(self._sitter, face or beat.pose.face, beat.pose.stance, pixels, round(floor, 1))

    def _ask_for_beats(self) -> None:
        keys: dict[PartKey, None] = {}
        for _, parts in self._beats:
            keys.update(dict.fromkeys((parts or {}).values()))
        self._store.need(keys)

    def _prepare_life(self) -> None:
        self._store.prepare(self._life_keys(self._shown))

    def _life_keys(self, beat: Beat) -> list[PartKey]:
        keys: list[PartKey] = []
        if not self._reduced:
            for phase in (2, 1):
                keys.append(self._part_keys(beat, blinking(beat.pose.face, phase))["eyes"])
        for shape in (1, 2):
            parts = self._part_keys(beat, speaking(beat.pose.face, shape))
            keys += [parts["mouth"], parts["head"]]
        if self._searching() and not self._reduced:
            keys += [self._part_keys(beat, glancing(beat.pose.face, side))["eyes"] for side in (-1, 1)]
        return keys

    def _searching(self) -> bool:
        return self._state.band == "crisis" and not self._state.proactive

    def _swap(self, keys: dict[str, PartKey], change: str, amount: int, kinds: tuple[str, ...]) -> None:
        """Use the parts of a face that blinks, glances or speaks, if all of them are drawn."""
        other = self._variants.get((change, amount))
        if other is None:
            face = CHANGES[change](self._shown.pose.face, amount)
            other = self._variants[change, amount] = self._part_keys(self._shown, face)
        if self._store.has(other[kind] for kind in kinds):
            keys.update({kind: other[kind] for kind in kinds})

    def _blit(self, surface: pygame.Surface, key: PartKey, at: tuple[int, int]) -> None:
        part = self._store.get(key)
        if part is not None:
            surface.blit(part.picture, (at[0] + part.offset[0], at[1] + part.offset[1]))

    def _on_screen(self, box: Box, rect: pygame.Rect) -> pygame.Rect:
        left, top, right, bottom = box
        x, y = self._origin(rect)
        whole = pygame.Rect(x + round(left), y + round(top), round(right - left), round(bottom - top))
        return whole.clip(rect)
