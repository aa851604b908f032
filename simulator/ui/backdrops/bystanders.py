"""Bystanders: other people in a place, out of focus. How close and how loud they are can be seen from afar."""

from __future__ import annotations

from dataclasses import replace

import pygame

from simulator.ui.backdrops.scenery import HEIGHT, says
from simulator.ui.characters.colours import mix
from simulator.ui.characters.contours import ellipse, rectangle, spline
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.figure import Sitter
from simulator.ui.characters.light import Light
from simulator.ui.characters.looks import look_from
from simulator.ui.characters.portrait import portrait
from simulator.ui.characters.pose import PersonState, pose_for

_KEEPER = {
    "figure": "man",
    "age": 57,
    "build": "medium",
    "hair": "grey short",
    "skin": "fair",
    "clothes": "moss jumper",
}
_EYE_LINE = 395.0


def watching(level: str) -> bool:
    """Whether onlookers stand at the window: a level is set and does not say that they have gone."""
    return level != "" and not says(level, "gone", "away", "none", "left", "moved")


def place_keeper(ground: pygame.Surface, level: str, light: Light) -> None:
    """The shop's owner behind the counter. The level (`muttering`, `shouting`, `close`) brings him nearer."""
    if not level or says(level, "away", "gone", "out", "quiet", "back", "none"):
        return
    tension, band, size, x = 60.0, "agitated", 0.80, 1390.0
    if says(level, "close", "near"):
        tension, band, size, x = 68.0, "volatile", 0.94, 1310.0
    elif says(level, "mutter", "grumbl", "low"):
        tension, band, size, x = 34.0, "uneasy", 0.76, 1400.0
    unit = ground.get_height() / HEIGHT
    scale = round(size * unit, 4)
    box = (round(640 * scale), round(900 * scale))
    pose = pose_for(PersonState(tension=tension, rapport=60, band=band), "anger")
    toward_her = replace(pose.face, yaw=24.0, gaze_x=0.35, gaze_y=0.05)
    pose = replace(pose, face=toward_her, stance=replace(pose.stance, turn=14.0))
    sitter = Sitter(look_from(_KEEPER), replace(light, key=(-light.key[0], light.key[1])))
    still = portrait(sitter, pose, scale, box, (box[0] // 2, round(330 * scale)))
    still = pygame.transform.flip(still, True, False)
    still = pygame.transform.gaussian_blur(still, max(1, round(3 * unit)))
    top = _EYE_LINE * unit - (330 - 142) * scale
    ground.blit(still, (round(x * unit) - box[0] // 2, round(top)))


def draw_onlookers(drawing: Drawing) -> None:
    """Passers-by who have stopped, dark against the street; one holds up a lit telephone."""
    people = (
        (78, 372, 1.0, "#232a38"),
        (262, 384, 0.96, "#2b3140"),
        (500, 402, 0.92, "#2b3140"),
        (628, 362, 1.05, "#252b38"),
    )
    for x, top, size, tone in people:
        shoulders = spline(
            [
                (x - 12 * size, top + 74 * size),
                (x - 62 * size, top + 118 * size),
                (x - 78 * size, top + 240 * size),
                (x - 76 * size, 712, True),
                (x + 76 * size, 712, True),
                (x + 78 * size, top + 240 * size),
                (x + 62 * size, top + 118 * size),
                (x + 12 * size, top + 74 * size),
            ]
        )
        drawing.fill(shoulders, tone)
        drawing.fill(ellipse(x, top + 44 * size, 30 * size, 40 * size), mix(tone, "#8a6a55", 0.28))
        drawing.fill(ellipse(x, top + 26 * size, 31 * size, 26 * size), tone)
    drawing.fill(rectangle(574, 470, 26, 46), "#cfe0f0", 0.85)
    drawing.spot(587, 492, 40, 44, "#cfe0f0", 0.5)
