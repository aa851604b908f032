"""Parts of a figure: the same values give the same pixels, and nothing leaves its place."""

from __future__ import annotations

import numpy as np
import pygame
import pytest

from simulator.ui.characters.drawing import Drawing
from simulator.ui.characters.expression import Expression
from simulator.ui.characters.eyes import EyeShape
from simulator.ui.characters.figure import Sitter, draw_part, face_box, hands_box, part_keys
from simulator.ui.characters.head import draw_head
from simulator.ui.characters.light import Light
from simulator.ui.characters.looks import look_from
from simulator.ui.characters.pose import PersonState, pose_for
from simulator.ui.characters.skull import Skull


def bytes_of(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGBA")


def test_the_same_key_gives_the_same_bytes(woman):
    pose = pose_for(PersonState(tension=50, band="agitated"))
    keys = part_keys(Sitter(woman, Light()), pose.face, pose.stance, 0.5, 400)
    for key in keys.values():
        first, second = draw_part(key), draw_part(key)
        assert bytes_of(first.picture) == bytes_of(second.picture)
        assert first.offset == second.offset


def test_moving_the_eyes_leaves_every_other_part_as_it_was(woman):
    pose = pose_for(PersonState())
    sitter = Sitter(woman, Light())
    still = part_keys(sitter, pose.face, pose.stance, 1.0, 400)
    moved = part_keys(sitter, Expression(**{**vars(pose.face), "gaze_x": 0.6}), pose.stance, 1.0, 400)
    assert {kind for kind in still if still[kind] != moved[kind]} == {"eyes"}


@pytest.mark.parametrize("lid", [0.3, 1.0, 1.42])
@pytest.mark.parametrize("yaw", [-31, 0, 8, 31])
@pytest.mark.parametrize("gaze", [-0.6, 0.0, 0.9])
def test_the_iris_stays_between_the_lids(woman, lid, yaw, gaze):
    skull = Skull(woman, Expression(yaw=yaw, lid=lid, gaze_x=gaze, gaze_y=0.4))
    for side in (-1, 1):
        eye = EyeShape(skull, side)
        offset = eye.between_lids(7.5) - eye.inner
        place, height = offset @ eye.along / eye.width, offset @ eye.up
        upper = np.interp(place, np.linspace(0, 1, 18), (eye.upper_lid - eye.inner) @ eye.up)
        lower = np.interp(place, np.linspace(0, 1, 18), (eye.lower_lid - eye.inner) @ eye.up)
        assert (height <= upper + 1e-6).all()
        assert (height >= np.minimum(lower, upper) - 0.5).all()


def test_an_eye_is_thirty_pixels_wide_at_the_smallest_size_in_full_hd(woman):
    eye = EyeShape(Skull(woman, Expression()), 1)
    assert eye.width * 1.12 * 0.9 >= 22


def test_loose_hair_gets_a_layer_of_its_own_under_the_trunk(woman):
    pose = pose_for(PersonState())
    loose = look_from({"hair": "long brown"})
    assert "mane" in part_keys(Sitter(loose, Light()), pose.face, pose.stance, 1.0, 400)
    assert "mane" not in part_keys(Sitter(woman, Light()), pose.face, pose.stance, 1.0, 400)


def test_the_flat_mode_draws_no_soft_shade(woman):
    for flat in (False, True):
        drawing = Drawing(flat)
        draw_head(drawing, woman, Expression(), Light())
        assert ("Gradient" in drawing.svg((10, 10), (0, 0, 1, 1))) is not flat


def test_face_and_hands_boxes_hold_face_and_hands(woman):
    pose = pose_for(PersonState(tension=30, band="uneasy"))
    left, top, right, bottom = face_box(pose.stance, 1.0)
    assert left < 0 < right
    assert top < -142 < bottom < 0
    left, top, right, bottom = hands_box(woman, pose.stance, Light(), 1.0)
    assert 100 < top < bottom < 400
    assert left < 0 < right
