"""What goes on along a bridge: passing trucks, a patrol car's lights, another officer at hand.

The patrol car stands behind the viewer: its light comes and goes over everything, slowly, and never by flashing.
"""

from __future__ import annotations

from dataclasses import replace

import pygame

from simulator.ui.backdrops.scenery import HEIGHT, Backdrop, Layer, Passing, Pulse, Switches, level, native, says
from simulator.ui.characters.contours import ellipse, polygon, rectangle, spline
from simulator.ui.characters.drawing import Drawing

_STRENGTHS = (0.25, 0.6, 1.0)
_PULSE_SECONDS = 2.4
_PASS_SECONDS = 5.2
_PASS_PERIOD = 9.0


def with_traffic(baked: Backdrop, switches: Switches) -> Backdrop:
    """A bridge's picture with what its switches say: `traffic` (passing, stopped), `lights` (flashing, off), `siren`
    (wailing, silent) and a second officer, by `officer`, `partner` or the name of one, at `close`."""
    size = baked.ground.get_size()
    traffic = level(switches, "traffic", "truck", "road")
    lights, siren = level(switches, "light", "patrol"), level(switches, "siren")
    if traffic and not says(traffic, "stop", "closed", "none", "held", "off"):
        baked = replace(baked, passing=_trucks(size))
    if lights and not says(lights, "off", "out", "dark", "none"):
        baked = replace(baked, pulses=_patrol_lights(size))
    if siren and not says(siren, "silent", "off", "none", "cut"):
        ground = baked.ground.copy()
        _draw_far_patrol_car(ground)
        baked = replace(baked, ground=ground)
    if says(_second_officer(switches), "close", "near", "beside", "with"):
        baked = replace(baked, before=(*baked.before, _officer(size)))
    return baked


def _second_officer(switches: Switches) -> str:
    """The level of a switch that says where the other officer is: `close` and `back` belong to people alone."""
    named = level(switches, "officer", "partner", "second")
    return named or next((value for value in switches.values() if value == "close"), "")


def _light(size: tuple[int, int], colour: str, strength: float) -> pygame.Surface:
    """A soft round light to be added."""
    drawing = Drawing()
    stops = [(0.0, colour, strength), (0.4, colour, 0.5 * strength), (0.75, colour, 0.12 * strength), (1.0, colour, 0)]
    drawing.fill(ellipse(0, 0, 1, 1), drawing.radial(0, 0, 1.0, 1.0, stops))
    quarter = (max(2, size[0] // 4), max(2, size[1] // 4))
    small = pygame.Surface(quarter)
    small.blit(drawing.raster(quarter, (-1, -1, 2, 2)), (0, 0))
    return native(pygame.transform.smoothscale(small, size))


def _trucks(size: tuple[int, int]) -> tuple[Passing, ...]:
    """Headlights that come along the far part of the bridge, low and out of focus."""
    width, height = size
    reach = round(0.075 * height)
    lamp = pygame.Surface((reach * 3, reach * 2))
    for x in (0, reach):
        lamp.blit(_light((reach * 2, reach * 2), "#ffe9c4", 0.9), (x, 0), special_flags=pygame.BLEND_RGB_ADD)
    start, end = (round(width * 0.78), round(height * 0.575)), (round(width * 0.12), round(height * 0.60))
    return (
        Passing(native(lamp), start, end, _PASS_SECONDS, _PASS_PERIOD),
        Passing(native(lamp), start, end, _PASS_SECONDS, _PASS_PERIOD, late=2.1),
    )


def _patrol_lights(size: tuple[int, int]) -> tuple[Pulse, ...]:
    """Blue from the left, red from the right, taking turns."""
    width, height = size
    box = (round(0.32 * width), round(0.62 * height))
    pulses = []
    for colour, middle, full_at in (("#2c55c8", 0.39, 0.25), ("#a3262c", 0.62, 0.75)):
        pictures = tuple(_light(box, colour, 0.42 * strength) for strength in _STRENGTHS)
        place = (round(middle * width) - box[0] // 2, round(0.56 * height) - box[1] // 2)
        pulses.append(Pulse(pictures, place, _PULSE_SECONDS, full_at))
    return tuple(pulses)


def _draw_far_patrol_car(ground: pygame.Surface) -> None:
    """Another patrol car far along the bridge: a pair of small coloured lights, out of focus."""
    width, height = ground.get_size()
    reach = round(0.05 * height)
    for shift, colour in ((-0.6, "#4a78ff"), (0.6, "#e0444c")):
        lamp = _light((reach * 2, reach * 2), colour, 0.95)
        place = (round(width * 0.66 + shift * reach) - reach, round(height * 0.575) - reach)
        ground.blit(lamp, place, special_flags=pygame.BLEND_RGB_ADD)


def _officer(size: tuple[int, int]) -> Layer:
    """The other officer beside the viewer, from behind and out of focus: cap, shoulder, the rim of the lamps."""
    width, height = size
    box = (round(0.62 * height), round(0.74 * height))
    half = (max(2, box[0] // 2), max(2, box[1] // 2))
    drawing = Drawing()
    body = spline(
        [
            (-34, 96),
            (-48, 150),
            (-128, 186),
            (-172, 262),
            (-186, 420),
            (-190, 760, True),
            (190, 760, True),
            (186, 420),
            (172, 262),
            (128, 186),
            (48, 150),
            (34, 96),
        ]
    )
    head = ellipse(0, 46, 62, 82)
    hair = spline([(-62, 66), (-68, 20), (-52, -30), (0, -48), (52, -30), (68, 20), (62, 66), (34, 92), (-34, 92)])
    collar = spline([(-46, 118), (-70, 160), (0, 178), (70, 160), (46, 118), (0, 130)])
    shapes = ((head, "#3a2c29"), (ellipse(-64, 52, 12, 22), "#4a3832"), (ellipse(64, 52, 12, 22), "#2c2428"))
    for shape, tone in (*shapes, (body, "#10182a"), (collar, "#0c1322"), (hair, "#17161b")):
        drawing.line(shape, "#7d9ccc", 3.0, 0.3, closed=True)
        drawing.fill(shape, tone)
    for shape in (body, hair, collar):
        drawing.shade(shape, -190, 40, 60, 190, [(0, "#c98f55", 0.55), (0.3, "#10182a", 0), (1, "#05070d", 0.6)])
    drawing.line(polygon((-150, 206), (-96, 184)), "#8b93a6", 7, 0.5)
    drawing.line(polygon((96, 184), (150, 206)), "#5d6a84", 7, 0.5)
    drawing.fill(rectangle(104, 196, 26, 34), "#04060b", 0.9)
    picture = drawing.raster(half, (-230, -90, 460, 460 * box[1] / box[0]))
    picture = pygame.transform.gaussian_blur(picture, max(1, round(4 * height / HEIGHT)))
    picture = pygame.transform.smoothscale(picture, box)
    return Layer(native(picture, alpha=True), (round(0.715 * width) - box[0] // 2, round(0.30 * height)), 8)
