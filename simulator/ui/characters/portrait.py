"""A portrait: a whole figure in one still picture, for people at the back of a scene, for cards and for tests."""

from __future__ import annotations

import pygame

from simulator.ui.characters.body import HEM, Stance
from simulator.ui.characters.figure import Part, PartKey, Sitter, draw_part, part_keys
from simulator.ui.characters.pose import Pose

UNDER = ("mane", "trunk", "legs", "head", "eyes", "mouth")
"""Layers below the forearms, back to front."""
WITH_HEAD = ("mane", "head", "eyes", "mouth")
"""Layers that move with the head."""


def arms_in_order(stance: Stance) -> tuple[str, str]:
    """The forearms' layers, far to near."""
    return ("left", "right") if stance.left.wrist[2] <= stance.right.wrist[2] else ("right", "left")


def portrait(
    sitter: Sitter,
    pose: Pose,
    scale: float,
    size: tuple[int, int],
    pit: tuple[int, int],
    floor: float = HEM,
    arms: bool = True,
) -> pygame.Surface:
    """A figure at `scale` pixels a unit on a transparent picture, the pit of the neck at `pit` (pixels).

    Nothing is drawn below `floor` (units); `arms` leaves out the forearms where something hides them.
    """
    picture = pygame.Surface(size, pygame.SRCALPHA)
    keys: dict[str, PartKey] = part_keys(sitter, pose.face, pose.stance, scale, floor)
    stance = pose.stance.rounded()
    head_x, head_y = stance.head_place
    for kind in (*UNDER, *(arms_in_order(stance) if arms else ())):
        if kind not in keys:
            continue
        part: Part = draw_part(keys[kind])
        x, y = pit
        if kind in WITH_HEAD:
            x, y = x + round(head_x * scale), y + round(head_y * scale)
        picture.blit(part.picture, (x + part.offset[0], y + part.offset[1]))
    return picture
