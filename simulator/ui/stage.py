"""The stage: one person in one place, on screen.

The stage is told how things stand (`show`), is given time (`update`) and draws itself (`draw`). It knows nothing of
scenarios: plain values go in, pixels and the boxes an interface must leave free come out.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pygame

from simulator.ui.backdrops.places import framed
from simulator.ui.backdrops.scenery import Backdrop
from simulator.ui.backdrops.separation import parted
from simulator.ui.characters.expression import Expression
from simulator.ui.characters.figure import Box, PartKey, Sitter, face_box, hands_box, part_keys
from simulator.ui.characters.looks import look_from
from simulator.ui.characters.motion import CHANGES, Beat, Life, blinking, glancing, movement, speaking
from simulator.ui.characters.portrait import UNDER, WITH_HEAD, arms_in_order
from simulator.ui.characters.pose import PersonState, pose_for, reaction_to
from simulator.ui.characters.store import PartStore

__all__ = ["PersonState", "Stage"]

_SCALES = ((1.2, 1.35), (1.9, 1.2), (2.8, 1.08), (4.0, 0.98), (6.0, 0.9), (1e9, 0.84))
_MOST_AHEAD = 140
"""Parts drawn ahead at most: about 50 MB at 1080 rows."""


def figure_scale(distance_m: float) -> float:
    """How large a person at a distance in metres stands, in steps: .84 far to 1.35 near, pixels a unit at 1080 rows."""
    return next(scale for reach, scale in _SCALES if distance_m <= reach)


class Stage:
    """A person and a place.

    `place` and `look` are an author's words, `size` the picture in pixels, `manner` how tension shows (`fear` or
    `anger`), `focus_x` where the person stands across the picture (0 left to 1 right), `state` and `switches` how
    things stand at the start. `reduced_motion` leaves out breath, blinks, flicker and parallax and cuts from pose to
    pose; `high_contrast` draws flat, on a quiet ground.
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
    ) -> None:
        self._place, self._manner = place, manner
        self._size = (max(160, size[0]), max(90, size[1]))
        self._reduced, self._contrast, self._focus_x = reduced_motion, high_contrast, focus_x
        self._look = look_from(look)
        self._switches = _switch_words(switches or {})
        self._store = PartStore()
        self._life = Life(still=reduced_motion)
        self._clock = 0.0
        self._rect = pygame.Rect((0, 0), self._size)
        self._state = state or PersonState()
        self._backdrop = self._bake()
        self._baking: threading.Thread | None = None
        self._baked: tuple[dict[str, str], tuple[int, int], Backdrop] | None = None
        self._baked_for = dict(self._switches)
        self._sitter = Sitter(self._look, self._backdrop.light, high_contrast)
        pose = pose_for(self._state, manner)
        self._target_scale = figure_scale(self._state.distance_m)
        self._shown = Beat(0.0, pose, self._target_scale)
        self._beats: list[tuple[Beat, dict[str, PartKey]]] = []
        self._started = 0.0
        self._variants: dict[tuple[str, int], dict[str, PartKey]] = {}
        self._keys = self._part_keys(self._shown)
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
        self._target_scale = path[-1].scale
        here = (self._shown.pose, self._shown.scale)
        if not self._beats and all((beat.pose, beat.scale) == here for beat in path):
            return
        self._follow(path)

    def set_switches(self, switches: Mapping[str, str]) -> None:
        """Set what the scenario changes in the place, by the names of its stressors. Baked behind the scenes."""
        wanted = _switch_words(switches)
        if wanted == self._switches:
            return
        self._switches = wanted
        self._start_baking()

    def prewarm(self, states: Iterable[PersonState]) -> None:
        """Draw ahead the poses these states would bring, while the trainee reads.

        Where each would end comes first, then its reaction, then the way there, as far as the store has room.
        """
        paths = [self._path_to(state) for state in states]
        ordered = [path[-1] for path in paths]
        ordered += [path[2] for path in paths if len(path) > 3]
        ordered += [path[len(path) * 2 // 3] for path in paths]
        ordered += [beat for path in paths for beat in path[::2]]
        keys: dict[PartKey, None] = dict.fromkeys(self._life_keys(self._shown))
        for beat in ordered:
            if len(keys) >= _MOST_AHEAD:
                break
            keys.update(dict.fromkeys(self._part_keys(beat).values()))
        self._store.prepare(keys)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self._clock += max(0.0, seconds)
        self._life.advance(max(0.0, seconds), self._shown.pose.breath_rate)
        self._take_baked()
        since = self._clock - self._started
        arrived = -1
        for place, (beat, keys) in enumerate(self._beats):
            if beat.due > since + 1e-6:
                break
            if self._store.has(keys.values()):
                arrived = place
        if arrived >= 0:
            self._shown, self._keys = self._beats[arrived]
            self._variants.clear()
            del self._beats[: arrived + 1]
            if not self._beats:
                self._prepare_life()
        if len(self._beats) > 1 and self._beats[0][0].due < since - 0.12:
            self._skip_to(since)

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
        self._rect = pygame.Rect(rect)
        self._draw_figure(surface)
        near = (self._target_scale - 1.0) / 0.35
        for layer in place.before:
            drop = 0 if self._reduced else round(layer.parallax * max(0.0, near) * rect.height / 1080)
            surface.blit(layer.picture, (rect.x + layer.place[0], rect.y + layer.place[1] + drop))
        if place.rain is not None:
            self._draw_rain(surface, rect, place.rain, 1150)
        surface.set_clip(clip)

    def face_box(self) -> pygame.Rect:
        """Where the face is on screen, as last drawn, inside the picture."""
        return self._on_screen(face_box(self._shown.pose.stance, self._pixels(self._shown.scale)))

    def hands_box(self) -> pygame.Rect:
        """Where both hands are on screen, as last drawn, inside the picture (empty when they are below it)."""
        scale = self._pixels(self._shown.scale)
        return self._on_screen(hands_box(self._look, self._shown.pose.stance, self._backdrop.light, scale))

    @property
    def at_rest(self) -> bool:
        """Whether the person has arrived at the last state shown."""
        return not self._beats

    def close(self) -> None:
        """Stop drawing ahead and let the pictures go."""
        self._store.close()

    def _bake(self) -> Backdrop:
        baked = framed(self._place, self._size, self._switches, self._focus_x)
        if self._contrast:
            return _quietened(baked)
        width, height = self._size
        head = (round(self._focus_x * width), round(self._eye_line(1.0) * height))
        return parted(baked, self._look, head, round(115 * height / 1080))

    def _start_baking(self) -> None:
        """Bake the place as it is now wanted, unless that is being done; `update` looks whether it still is wanted."""
        if self._baking is not None and self._baking.is_alive():
            return

        def bake() -> None:
            wanted, size = dict(self._switches), self._size
            try:
                place = self._bake()
            except Exception:
                place = self._backdrop  # a place that cannot be baked anew stands as it was; the call goes on
            self._baked = (wanted, size, place)

        self._baking = threading.Thread(target=bake, name="backdrop-drawing", daemon=True)
        self._baking.start()

    def _path_to(self, state: PersonState) -> list[Beat]:
        """The movement from what is shown to a state, by way of the reaction to how an act landed."""
        return movement(
            self._shown.pose,
            pose_for(state, self._manner),
            self._shown.scale,
            figure_scale(state.distance_m),
            reaction_to(self._shown.pose, state.landing),
            recovering=state.recovering,
            cut=self._reduced,
        )

    def _follow(self, path: list[Beat]) -> None:
        """Begin a movement: every beat's parts are asked for, soonest first."""
        self._beats = [(beat, self._part_keys(beat)) for beat in path]
        self._started = self._clock
        self._ask_for_beats()

    def _skip_to(self, since: float) -> None:
        """Leave out beats whose moment has passed before they were drawn; the last one always stays."""
        late = [entry for entry in self._beats if entry[0].due >= since] or self._beats[-1:]
        if len(late) < len(self._beats):
            self._beats = late
            self._ask_for_beats()

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
        if baked.light != self._sitter.light:
            self._sitter = replace(self._sitter, light=baked.light)
            last = self._beats[-1][0] if self._beats else self._shown
            self._follow([Beat(0.0, last.pose, last.scale)])

    def _resize(self, size: tuple[int, int]) -> None:
        self._size = size
        self._backdrop = self._bake()
        self._baked_for = dict(self._switches)
        self._sitter = replace(self._sitter, light=self._backdrop.light)
        end = self._beats[-1][0] if self._beats else self._shown
        self._beats, self._shown = [], end
        self._variants.clear()
        self._keys = self._part_keys(end)
        for key in self._keys.values():
            self._store.draw_now(key)
        self._prepare_life()

    def _pixels(self, scale: float) -> float:
        """Pixels a unit at a figure's scale."""
        return round(scale * self._size[1] / 1080, 4)

    def _eye_line(self, scale: float) -> float:
        """The height of the eyes as a share of the picture: 28 % near to 35 % far."""
        return 0.28 + 0.07 * max(0.0, min(1.0, (1.35 - scale) / 0.5))

    def _figure_origin(self, rect: pygame.Rect) -> tuple[int, int]:
        scale = self._shown.scale
        y = rect.y + self._eye_line(scale) * rect.height + 142 * self._pixels(scale)
        return (rect.x + round(self._focus_x * rect.width), round(y))

    def _part_keys(self, beat: Beat, face: Expression | None = None) -> dict[str, PartKey]:
        pixels = self._pixels(beat.scale)
        floor = ((1 - self._eye_line(beat.scale)) * self._size[1] + 8) / pixels - 142
        return part_keys(self._sitter, face or beat.pose.face, beat.pose.stance, pixels, round(floor, 1))

    def _ask_for_beats(self) -> None:
        keys: dict[PartKey, None] = {}
        for _, parts in self._beats:
            keys.update(dict.fromkeys(parts.values()))
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

    def _faltering(self) -> bool:
        """Whether a failing lamp dips just now: briefly, never more than twice in three seconds."""
        if self._reduced:
            return False
        phase = self._clock % 3.1
        return 1.0 < phase < 1.09 or 1.62 < phase < 1.74

    def _draw_figure(self, surface: pygame.Surface) -> None:
        beat = self._shown
        scale = self._pixels(beat.scale)
        pose, stance = beat.pose, beat.pose.stance.rounded()
        breath = round(self._life.breath() * pose.breath_depth * 1.9 * scale)
        keys = dict(self._keys)
        blink, glance = self._life.blink(), self._life.gaze() if self._searching() else 0
        if blink:
            self._swap(keys, "blink", blink, ("eyes",))
        elif glance:
            self._swap(keys, "glance", glance, ("eyes",))
        if self._state.speaking:
            self._swap(keys, "speak", self._life.mouth(), ("mouth", "head"))
        x, y = self._figure_origin(self._rect)
        head_x, head_y = stance.head_place
        head = (x + round(head_x * scale), y + round(head_y * scale) - breath)
        for kind in UNDER:
            if kind in keys:
                self._blit(surface, keys[kind], head if kind in WITH_HEAD else (x, y - breath))
        for side in arms_in_order(stance):
            self._blit(surface, keys[side], (x, y - breath))

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

    def _draw_rain(self, surface: pygame.Surface, rect: pygame.Rect, rain: pygame.Surface, speed: float) -> None:
        height = rain.get_height()
        fall = 0 if self._reduced else int(self._clock * speed * rect.height / 1080) % height
        surface.blit(rain, (rect.x, rect.y + fall))
        surface.blit(rain, (rect.x, rect.y + fall - height))

    def _on_screen(self, box: Box) -> pygame.Rect:
        left, top, right, bottom = box
        x, y = self._figure_origin(self._rect)
        whole = pygame.Rect(x + round(left), y + round(top), round(right - left), round(bottom - top))
        return whole.clip(self._rect)


def _switch_words(switches: Mapping[str, str]) -> dict[str, str]:
    return {str(name): str(value) for name, value in switches.items()}


def _quietened(baked: Backdrop) -> Backdrop:
    """A place for high contrast: dark and plain behind the person, nothing moving in front."""
    ground = baked.ground.copy()
    veil = pygame.Surface(ground.get_size())
    veil.fill((26, 28, 34))
    veil.set_alpha(200)
    ground.blit(veil, (0, 0))
    return Backdrop(ground, baked.light, baked.before)
