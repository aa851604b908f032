"""The people of a meeting: residents at two tables with their cups, out of focus. How they listen can be seen.

They are ordinary people of several ages; nobody among them is drawn as a type.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import pygame

from simulator.ui.backdrops.scenery import HEIGHT, WIDTH, says
from simulator.ui.characters.contours import polygon, rectangle
from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.figure import Sitter
from simulator.ui.characters.gestures import gesture
from simulator.ui.characters.light import Light
from simulator.ui.characters.looks import look_from
from simulator.ui.characters.portrait import portrait
from simulator.ui.characters.pose import PersonState, Pose, pose_for

MOODS = ("filming", "watching", "settled", "away")
"""How a room listens: telephones up, leaning in, quietly at their cups, or out of earshot and turned away."""

_BLUR = 2.2
_TABLE = 640.0
_FRONT = 965.0
"""About where the person in front stands; who sits near them moves out of earshot."""


@dataclass(frozen=True)
class _Guest:
    """One resident: where the eyes are (units of the place), size, which way they sit (-1 left, 1 right), and look."""

    x: float
    eyes: float
    size: float
    faces: int
    figure: str
    age: int
    build: str
    skin: str
    hair: str
    clothes: str
    films: bool = False

    def look(self) -> dict[str, object]:
        return {
            "figure": self.figure,
            "age": self.age,
            "build": self.build,
            "skin": self.skin,
            "hair": self.hair,
            "clothes": self.clothes,
        }


_GUESTS = (
    _Guest(556, 512, 0.37, 1, "woman", 74, "slight", "fair", "white_curls", "coat_plum"),
    _Guest(716, 500, 0.36, 1, "man", 36, "medium", "deep", "black_cropped", "jumper_sand", films=True),
    _Guest(1222, 508, 0.36, -1, "woman", 29, "slight", "tan", "dark_long", "jumper_moss", films=True),
    _Guest(1352, 496, 0.37, -1, "man", 66, "broad", "brown", "grey_short", "jacket_green", films=True),
)


def mood_of(level: str) -> str:
    """One of `MOODS` for a level such as `filming` or `leaning_in`; `settled` where nothing says."""
    if says(level, "film", "phone", "record", "crowd"):
        return "filming"
    if says(level, "out", "away", "turn", "gone", "empty", "none"):
        return "away"
    return "watching" if says(level, "lean", "watch", "listen", "star", "hush", "tense") else "settled"


def place_audience(ground: pygame.Surface, level: str, light: Light) -> None:
    """Seat the residents in the hall, listening as the level says."""
    mood = mood_of(level)
    unit = ground.get_height() / HEIGHT
    for index, guest in enumerate(_GUESTS):
        if mood == "away" and abs(guest.x - _FRONT) < 300:
            continue
        still, corner = _still(index, mood, round(unit, 4), light)
        place = (round(guest.x * unit) - corner[0], round(guest.eyes * unit) - corner[1])
        ground.blit(still, place, special_flags=pygame.BLEND_PREMULTIPLIED)
    _draw_tables(ground)


@lru_cache(maxsize=40)
def _still(index: int, mood: str, unit: float, light: Light) -> tuple[pygame.Surface, tuple[int, int]]:
    """A guest's picture (colours multiplied by alpha, so that no dark seam shows) and where their eyes are in it."""
    guest = _GUESTS[index]
    scale = round(guest.size * unit, 4)
    box = (round(560 * scale), round(820 * scale))
    flipped = (guest.faces < 0) != (mood == "away" and index % 2 == 0)
    sitter = Sitter(look_from(guest.look()), replace(light, key=(-light.key[0], light.key[1])) if flipped else light)
    pit = (box[0] // 2, round(330 * scale))
    floor = (_TABLE + 30 - guest.eyes) / guest.size - 142
    still = portrait(sitter, _pose(guest, mood), scale, box, pit, floor, arms=mood == "filming" and guest.films)
    if flipped:
        still = pygame.transform.flip(still, True, False)
    still = pygame.transform.gaussian_blur(still.premul_alpha(), max(1, round(_BLUR * unit)))
    return still, (box[0] // 2, pit[1] - round(142 * scale))


def _pose(guest: _Guest, mood: str) -> Pose:
    """How a guest sits: calm people at their cups, whatever the mood of the room."""
    pose = pose_for(PersonState(tension=30 if mood == "filming" else 12, rapport=70, band="calm"), "sorrow")
    yaw, turn = {"filming": (10.0, 8.0), "watching": (14.0, 12.0), "settled": (24.0, 20.0), "away": (30.0, 30.0)}[mood]
    leaning = 10 if mood == "watching" else 0
    face = replace(
        pose.face, yaw=yaw, gaze_x=0.0 if mood == "filming" else 0.3, gaze_y=0.5 if mood == "settled" else 0.05
    )
    stance = replace(pose.stance, turn=turn, head_x=pose.stance.head_x + leaning, head_y=pose.stance.head_y + leaning)
    if mood == "filming" and guest.films:
        stance = replace(stance, right=replace(gesture("film"), holds="raised_phone"))
    return replace(pose, face=face, stance=stance)


def _draw_tables(ground: pygame.Surface) -> None:
    """Two tables under cloths with cups before the guests, as soft as they are."""
    drawing = Drawing()
    for left, right in ((450, 800), (1150, 1520)):
        top = drawing.linear(0, _TABLE, 0, _TABLE + 26, [(0, "#d9cfb8", 1), (1, "#a8987a", 1)])
        drawing.fill(polygon((left + 26, _TABLE), (right - 26, _TABLE), (right, _TABLE + 24), (left, _TABLE + 24)), top)
        cloth = drawing.linear(0, _TABLE + 24, 0, _TABLE + 150, [(0, "#b9b2a0", 1), (1, "#8d8574", 1)])
        drawing.fill(rectangle(left, _TABLE + 24, right - left, 122), cloth)
        for x in range(round(left) + 30, round(right), 58):
            drawing.line(polygon((x, _TABLE + 30), (x - 5, _TABLE + 144)), "#6f6858", 5, 0.4)
        drawing.line(polygon((left, _TABLE + 25), (right, _TABLE + 25)), "#efe8d8", 2.5, 0.6)
        drawing.spot((left + right) / 2, _TABLE + 150, (right - left) * 0.5, 16, "#2a1d10", 0.4)
        for number, x in enumerate(range(left + 70, right - 50, 96)):
            cup = drawing.linear(x, 0, x + 24, 0, [(0, "#f4eee2", 1), (0.6, "#d6cbb6", 1), (1, "#9a8f7a", 1)])
            drawing.fill(rectangle(x, _TABLE - 18 + number % 2 * 5, 24, 27), cup)
    unit = ground.get_height() / HEIGHT
    top_row = round((_TABLE - 40) * unit)
    box = (ground.get_width(), round(230 * unit))
    half = (max(2, box[0] // 2), max(2, box[1] // 2))
    layer = drawing.raster(half, (0, top_row / unit, WIDTH, box[1] / unit))
    ground.blit(pygame.transform.smoothscale(layer, box), (0, top_row))
