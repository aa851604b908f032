"""Scenery: how a place is put together from soft layers in a frame of 1920 × 1080 units.

Backdrops are softer, lower in contrast and a step lighter or darker than the face. A soft layer is drawn at half size
and blurred: nobody sees the difference, and it costs a quarter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pygame

from simulator.ui.characters.contours import rectangle
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.light import Light

WIDTH, HEIGHT = 1920, 1080
"""The units every place is drawn in, whatever its size in pixels."""
Size = tuple[int, int]
Switches = Mapping[str, str]
"""What a scenario may change in a place: the level of each stressor, by its name."""


@dataclass(frozen=True)
class Layer:
    """Pixels with alpha, their top left in the picture, and how far they move for a step nearer."""

    picture: pygame.Surface
    place: tuple[int, int]
    parallax: float = 0.0


@dataclass(frozen=True)
class Passing:
    """A light that goes by behind the person: added pixels whose middle moves from `start` to `end` (pixels) within
    `seconds`, once every `period` seconds, `late` seconds after the others."""

    picture: pygame.Surface
    start: tuple[int, int]
    end: tuple[int, int]
    seconds: float
    period: float
    late: float = 0.0


@dataclass(frozen=True)
class Pulse:
    """A light that comes and goes over everything: added pixels from faint to full, where they lie, and when they are
    full (0 to 1 of `period` seconds). Never faster than three times a second."""

    pictures: tuple[pygame.Surface, ...]
    place: tuple[int, int]
    period: float
    full_at: float


@dataclass(frozen=True)
class Backdrop:
    """A baked place. `ground` is opaque; `dip` is the same with its lamps faltering (or None); `before` lies in front
    of the person; `rain` falls in front of everything, `far_rain` behind the person. Where the person sits on
    something, `perch` is what they sit on (until it is drawn into the ground) and `seat` the height of its top as a
    share of the picture's."""

    ground: pygame.Surface
    light: Light
    before: Sequence[Layer] = field(default_factory=tuple)
    dip: pygame.Surface | None = None
    far_rain: pygame.Surface | None = None
    rain: pygame.Surface | None = None
    perch: Layer | None = None
    seat: float | None = None
    passing: Sequence[Passing] = field(default_factory=tuple)
    pulses: Sequence[Pulse] = field(default_factory=tuple)

    def cut(self, window: pygame.Rect) -> Backdrop:
        """What a window into this place shows (pixels)."""
        if window.topleft == (0, 0) and window.size == self.ground.get_size():
            return self
        moved = [replace(each, place=(each.place[0] - window.x, each.place[1] - window.y)) for each in self.before]
        dip = self.dip.subsurface(window).copy() if self.dip is not None else None
        return replace(self, ground=self.ground.subsurface(window).copy(), dip=dip, before=moved)


def native(surface: pygame.Surface, alpha: bool = False) -> pygame.Surface:
    """A surface in the window's own pixel format, if there is a window; run-length encoded if it has alpha."""
    window = pygame.display.get_surface() if pygame.display.get_init() else None
    if window is not None:
        surface = surface.convert_alpha() if alpha else surface.convert()
    elif not alpha:
        opaque = pygame.Surface(surface.get_size())
        opaque.blit(surface, (0, 0))
        surface = opaque
    if alpha:
        surface.set_alpha(255, pygame.RLEACCEL)
        scratch = pygame.Surface((1, 1), 0, window) if window is not None else pygame.Surface((1, 1))
        scratch.blit(surface, (0, 0))
    return surface


def _quick(surface: pygame.Surface) -> pygame.Surface:
    """A surface with alpha in the order of bytes that is quick to lay over another."""
    window = pygame.display.get_surface() if pygame.display.get_init() else None
    return surface.convert_alpha() if window is not None else surface


def add_sharp(ground: pygame.Surface, drawing: Drawing, top: float = 0, bottom: float = HEIGHT) -> None:
    """Bake a sharp layer into an opaque surface, rows `top` to `bottom` (units) of it."""
    scale = ground.get_height() / HEIGHT
    first, last = int(top * scale), min(ground.get_height(), round(bottom * scale))
    box = (ground.get_width(), max(1, last - first))
    layer = drawing.raster(box, (0, first / scale, WIDTH, box[1] / scale))
    ground.blit(_quick(layer), (0, first))


def soft(drawing: Drawing, size: Size, blur: float, air: tuple[int, int, int, int] | None = None) -> pygame.Surface:
    """An opaque layer blurred by `blur` units; `air` (red, green, blue, opacity, 0 to 255) lies thinly over it."""
    half = (max(1, size[0] // 2), max(1, size[1] // 2))
    small = pygame.Surface(half)
    small.blit(_quick(drawing.raster(half, (0, 0, WIDTH, HEIGHT))), (0, 0))
    if air is not None:
        veil = pygame.Surface(half)
        veil.fill(air[:3])
        veil.set_alpha(air[3])
        small.blit(veil, (0, 0))
    radius = max(1, round(blur * half[1] / HEIGHT))
    return pygame.transform.smoothscale(pygame.transform.gaussian_blur(small, radius), size)


def glow(drawing: Drawing, size: Size, blur: float) -> pygame.Surface:
    """A layer of light, drawn on black, to be added."""
    quarter = (max(1, size[0] // 4), max(1, size[1] // 4))
    small = pygame.Surface(quarter)
    small.blit(drawing.raster(quarter, (0, 0, WIDTH, HEIGHT)), (0, 0))
    radius = max(1, round(blur * quarter[1] / HEIGHT))
    return pygame.transform.smoothscale(pygame.transform.gaussian_blur(small, radius), size)


def strip(drawing: Drawing, size: Size, top: float, bottom: float = HEIGHT, parallax: float = 0.0) -> Layer:
    """A sharp layer of which only the rows from `top` to `bottom` (units) are drawn."""
    scale = size[1] / HEIGHT
    first, last = int(top * scale), min(size[1], round(bottom * scale))
    box = (size[0], max(1, last - first))
    picture = drawing.raster(box, (0, first / scale, WIDTH, box[1] / scale))
    used = picture.get_bounding_rect()
    if used.width == 0:
        used = pygame.Rect(0, 0, 1, 1)
    return Layer(native(picture.subsurface(used).copy(), alpha=True), (used.x, first + used.y), parallax)


def darken(surface: pygame.Surface, share: tuple[int, int, int]) -> None:
    """Multiply an opaque surface by a colour (255 leaves it)."""
    surface.fill(share, special_flags=pygame.BLEND_RGB_MULT)


def vignette(colour: str, opacity: float) -> Drawing:
    """Corners and foot falling off into `colour`."""
    drawing = Drawing()
    stops = [(0.0, colour, 0.0), (0.5, colour, 0.0), (1.0, colour, opacity)]
    drawing.fill(rectangle(0, 0, WIDTH, HEIGHT), drawing.radial(960, 470, 1180, 850, stops))
    foot = drawing.linear(0, 760, 0, HEIGHT, [(0, colour, 0), (1, colour, opacity * 0.75)])
    drawing.fill(rectangle(0, 760, WIDTH, 320), foot)
    return drawing


def add_vignette(surface: pygame.Surface, colour: str, opacity: float) -> None:
    """Bake a vignette into a surface (drawn at half size: it has no detail)."""
    size = surface.get_size()
    quarter = (max(1, size[0] // 4), max(1, size[1] // 4))
    small = _quick(vignette(colour, opacity).raster(quarter, (0, 0, WIDTH, HEIGHT)))
    surface.blit(pygame.transform.smoothscale(small, size), (0, 0))


def level(switches: Switches, *names: str) -> str:
    """The level of the first switch whose name contains one of these words, lower case; empty when there is none.

    A scenario names its stressors as it likes: `lights`, `strip_light` and `light` all drive the lamps.
    """
    for name, value in switches.items():
        if any(word in str(name).lower() for word in names):
            return str(value).lower()
    return ""


def says(level_text: str, *starts: str) -> bool:
    """Whether any word of a level begins with one of these: `out_of_view` says `out`, `shouting` does not."""
    parts = re.split(r"[^a-z0-9]+", level_text.lower())
    return any(part.startswith(start) for part in parts for start in starts)
