"""Separation: a soft pool of light or shade behind a head, so that every face parts from its ground.

A place is made for one brightness of face; people come in all of them. Where face and ground would be too alike, the
ground around the head goes lighter behind a dark face, or darker behind a pale one, as a photographer would light it.
"""

from __future__ import annotations

from dataclasses import replace

import pygame

from simulator.ui.backdrops.scenery import Backdrop
from simulator.ui.characters.colours import channels, mix
from simulator.ui.characters.contours import rectangle
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.light import Light
from simulator.ui.characters.looks import Look

WANTED = 1.6
"""How many times brighter the ground behind a dark face should be."""
WANTED_SHADE = 1.25
"""How many times darker the ground behind a pale face should be: a pool of shade shows sooner than one of light."""
_STRONGEST = 0.72


def brightness(colour: str) -> float:
    """How bright a colour looks, 0 to 255."""
    red, green, blue = channels(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def face_brightness(look: Look, light: Light) -> float:
    """How bright a person's face is in a place, half lit and half in shade."""
    skin = light.tinted(look.skin, 0.6)
    return brightness(mix(mix(skin, light.warm, 0.12), light.cool, light.shade * 0.45))


def parted(baked: Backdrop, look: Look, head: tuple[int, int], radius: int) -> Backdrop:
    """The backdrop parted from a face: `head` is the head's middle and `radius` half its height, in pixels."""
    ground = baked.ground
    around = pygame.Rect(head[0] - 2 * radius, head[1] - radius, 4 * radius, 2 * radius).clip(ground.get_rect())
    if around.width < 8 or around.height < 8:
        return baked
    red, green, blue, *_ = pygame.transform.average_color(ground, around)
    here = 0.299 * red + 0.587 * green + 0.114 * blue
    face = face_brightness(look, baked.light)
    if here >= face * WANTED or face >= here * WANTED_SHADE:
        return baked
    lighter = face * WANTED <= 215 and (here >= face or face < 80)
    pool = mix(baked.light.warm, baked.light.rim, 0.5) if lighter else mix(baked.light.cool, "#14110f", 0.5)
    wanted = face * WANTED if lighter else face / WANTED_SHADE
    reach = brightness(pool) - here
    share = max(0.0, min(_STRONGEST, 1.2 * (wanted - here) / reach if abs(reach) > 1 else 0.0))
    if share < 0.03:
        return baked
    size = (radius * 10, radius * 8)
    drawing = Drawing()
    fall = ((0.0, 1.0), (0.2, 0.94), (0.4, 0.72), (0.6, 0.40), (0.8, 0.13), (1.0, 0.0))
    paint = drawing.radial(0, 0, 1.0, 1.0, [(place, pool, share * strength) for place, strength in fall])
    drawing.fill(rectangle(-1, -1, 2, 2), paint)
    small = drawing.raster((max(2, size[0] // 2), max(2, size[1] // 2)), (-1, -1, 2, 2))
    soft = pygame.transform.smoothscale(small, size)
    corner = (head[0] - size[0] // 2, head[1] - size[1] // 2)
    changed = [surface.copy() for surface in (ground, baked.dip) if surface is not None]
    for surface in changed:
        surface.blit(soft, corner)
    return replace(baked, ground=changed[0], dip=changed[1] if baked.dip is not None else None)
