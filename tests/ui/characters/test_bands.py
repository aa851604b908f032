"""What a trainee must be able to tell apart at a glance."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pygame
import pytest

from simulator.ui.characters.pose import BANDS, PersonState, manner_of, pose_for, reaction_to

MIDDLES = dict(zip(BANDS, (10, 30, 50, 70, 90), strict=True))


def state(band: str, **changes: object) -> PersonState:
    return PersonState(tension=MIDDLES[band], rapport=45, band=band, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("manner", ["fear", "anger", "sorrow"])
@pytest.mark.parametrize("person", ["woman", "man"])
def test_neighbouring_bands_differ_in_face_and_outline(manner, person, request, draw, measure):
    look = request.getfixturevalue(person)
    pictures = [measure(draw(look, state(band), manner)) for band in BANDS]
    for (quiet_face, quiet_shape, quiet), (loud_face, loud_shape, loud) in pairwise(pictures):
        assert np.abs(quiet_face - loud_face).mean() >= 5.0
        either = quiet_shape | loud_shape
        assert np.abs(quiet - loud)[either].mean() >= 7.0
        overlap = (quiet_shape & loud_shape).sum() / either.sum()
        assert overlap <= 0.98


def test_fear_and_anger_are_not_the_same_face(woman, draw, measure):
    afraid, *_ = measure(draw(woman, state("volatile"), "fear"))
    angry, *_ = measure(draw(woman, state("volatile"), "anger"))
    assert np.abs(afraid - angry).mean() >= 6.0


def test_the_frightened_raise_their_inner_brows_and_never_make_fists():
    for band in ("agitated", "volatile", "crisis"):
        pose = pose_for(state(band), "fear")
        assert pose.face.inner_brow > 0.4
        for arm in (pose.stance.left, pose.stance.right):
            assert max(arm.curl[1:]) < 0.9


def test_the_strongest_need_decides_how_tension_shows():
    assert manner_of({"fear": 0.7, "confusion": 0.3}) == "fear"
    assert manner_of({"injustice": 0.7, "shame": 0.3}) == "anger"
    assert manner_of({"despair": 0.8, "confusion": 0.2}) == "sorrow"
    assert manner_of({}) == manner_of({"something": 1.0}) == "fear"


@pytest.mark.parametrize("thing", ["bottle", "phone"])
def test_a_thing_in_the_hand_is_drawn_there(thing, woman, draw):
    empty = pygame.surfarray.array3d(draw(woman, state("agitated"))).astype(int)
    full = pygame.surfarray.array3d(draw(woman, state("agitated", holding=thing))).astype(int)
    assert np.abs(empty - full).max() > 60
    assert pose_for(state("agitated", holding="nothing known")) == pose_for(state("agitated"))


def test_low_rapport_turns_away():
    near = pose_for(PersonState(tension=20, rapport=100, band="calm"), "anger")
    far = pose_for(PersonState(tension=20, rapport=0, band="calm"), "anger")
    assert far.face.yaw > near.face.yaw + 15
    assert far.stance.turn > near.stance.turn + 15
    assert far.face.gaze_x > near.face.gaze_x


def test_anger_stares_where_fear_keeps_watching_from_a_turned_head():
    angry = pose_for(PersonState(tension=72, rapport=0, band="volatile"), "anger")
    afraid = pose_for(PersonState(tension=72, rapport=0, band="volatile"), "fear")
    assert angry.face.yaw < afraid.face.yaw
    assert afraid.face.gaze_x < -0.3


def test_recovery_lowers_shoulders_and_lids():
    tense = pose_for(state("volatile"))
    easing = pose_for(state("volatile", recovering=True))
    assert easing.stance.shoulders < tense.stance.shoulders
    assert easing.face.lid < tense.face.lid
    assert easing.face.pitch > tense.face.pitch


def test_pressure_with_an_aim_is_still_and_never_flushed():
    for band in BANDS:
        pose = pose_for(state(band, proactive=True))
        assert pose.face.flush == 0
        assert pose.breath_rate <= 0.3


def test_a_landing_shows_and_what_is_merely_flat_does_not():
    pose = pose_for(state("agitated"))
    hurt, eased, missed = (reaction_to(pose, landing) for landing in ("hurts", "lands", "unheard"))
    assert hurt is not None
    assert hurt.face.pitch < pose.face.pitch
    assert hurt.stance.shoulders > pose.stance.shoulders
    assert eased is not None
    assert eased.stance.shoulders < pose.stance.shoulders
    assert eased.face.corner > pose.face.corner
    assert missed is not None
    assert missed.face.gaze_x > pose.face.gaze_x
    assert reaction_to(pose, "flat") is None
    assert reaction_to(pose, "something else") is None


@pytest.mark.parametrize("band", BANDS)
def test_at_most_three_features_go_to_their_limit(band):
    for manner in ("fear", "anger", "sorrow"):
        face = pose_for(state(band), manner).face
        strong = [abs(face.inner_brow), face.knit, face.squint, face.mouth, abs(face.corner), face.stretch, face.press]
        assert sum(value > 0.8 for value in strong) <= 3


@pytest.mark.parametrize("band", ["calm", "agitated", "crisis"])
def test_nothing_is_pure_black_or_white(band, woman, draw):
    picture = draw(woman, state(band))
    colour = pygame.surfarray.array3d(picture)
    solid = pygame.surfarray.array_alpha(picture) == 255
    black = (colour.max(2) == 0) & solid
    white = (colour.min(2) == 255) & solid
    assert black.sum() <= 40
    assert white.sum() <= 40


def test_no_band_word_or_odd_number_stops_the_drawing():
    odd = PersonState(tension=250, rapport=-40, band="furious")
    assert pose_for(odd, "whatever") == pose_for(PersonState(tension=100, rapport=0, band="crisis"), "fear")
