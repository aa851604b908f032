"""The stage: a person in a place, told plain values."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pygame
import pytest

from simulator.ui.backdrops.places import PLACES, backdrop, framed, place_of
from simulator.ui.stage import Beside, PersonState, Stage

LOOK = {"age": 31, "figure": "woman", "hair": "black_bun", "skin": "brown", "clothes": "coat_ochre"}
SIZE = (640, 360)


@pytest.fixture
def stage() -> Iterator[Stage]:
    made = Stage("shop", LOOK, SIZE)
    yield made
    made.close()


def settle(stage: Stage) -> None:
    for _ in range(2000):
        stage.update(1 / 30)
        if stage.at_rest:
            return
        time.sleep(0.002)
    raise AssertionError("the person never arrived")


def picture(stage: Stage, size: tuple[int, int] = SIZE) -> pygame.Surface:
    surface = pygame.Surface(size)
    stage.draw(surface, surface.get_rect())
    return surface


def test_the_first_picture_is_there_at_once(stage):
    shot = pygame.surfarray.array3d(picture(stage))
    face = stage.face_box()
    assert shot[face.centerx - 5 : face.centerx + 5, face.centery - 5 : face.centery + 5].mean() > 40


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (800, 600)])
@pytest.mark.parametrize("distance", [0.8, 2.5, 9.0])
def test_the_face_is_inside_the_picture_with_eyes_about_a_third_down(size, distance):
    stage = Stage("shop", LOOK, size, state=PersonState(distance_m=distance))
    surface = pygame.Surface(size)
    stage.draw(surface, surface.get_rect())
    face = stage.face_box()
    assert surface.get_rect().contains(face)
    eyes = (face.top + 0.49 * face.height) / size[1]
    assert 0.27 <= eyes <= 0.37
    stage.close()


def test_boxes_are_in_screen_coordinates(stage):
    surface = pygame.Surface((1000, 700))
    stage.draw(surface, pygame.Rect(0, 0, *SIZE))
    first = stage.face_box()
    stage.draw(surface, pygame.Rect(100, 50, *SIZE))
    assert stage.face_box().topleft == (first.left + 100, first.top + 50)


def test_a_new_state_arrives_and_changes_the_picture(stage):
    before = pygame.surfarray.array3d(picture(stage)).astype(int)
    stage.show(PersonState(tension=90, rapport=10, band="crisis", landing="hurts"))
    assert not stage.at_rest
    settle(stage)
    after = pygame.surfarray.array3d(picture(stage)).astype(int)
    assert np.abs(before - after).mean() > 2
    assert stage.hands_box().top < stage.face_box().centery


def test_the_old_pose_stands_until_the_new_one_is_ready(stage):
    before = stage.hands_box()
    stage.show(PersonState(tension=90, band="crisis"))
    stage.update(0.0)
    assert stage.hands_box() == before


def test_the_same_states_give_the_same_picture():
    shots = []
    for _ in range(2):
        stage = Stage("shop", LOOK, SIZE, reduced_motion=True, state=PersonState(tension=50, band="agitated"))
        shots.append(pygame.image.tobytes(picture(stage), "RGB"))
        stage.close()
    assert shots[0] == shots[1]


def test_reduced_motion_holds_still():
    stage = Stage("shop", LOOK, SIZE, reduced_motion=True, switches={"light": "buzzing"})
    first = pygame.image.tobytes(picture(stage), "RGB")
    for _ in range(90):
        stage.update(1 / 15)
        assert pygame.image.tobytes(picture(stage), "RGB") == first
    stage.close()


def test_a_distance_nearer_makes_the_person_larger(stage):
    stage.draw(pygame.Surface(SIZE), pygame.Rect((0, 0), SIZE))
    far = stage.face_box().height
    stage.show(PersonState(distance_m=1.0))
    settle(stage)
    assert stage.face_box().height > far * 1.1


def test_a_window_of_another_size_is_taken_over(stage):
    picture(stage)
    larger = picture(stage, (960, 540))
    assert larger.get_rect().contains(stage.face_box())


def test_drawing_ahead_makes_the_change_ready(stage):
    coming = PersonState(tension=30, band="uneasy")
    stage.prewarm([coming])
    for _ in range(2000):
        stage.update(0.001)
        if stage.drawn_ahead:
            break
        time.sleep(0.002)
    stage.show(coming)
    for _ in range(40):
        stage.update(1 / 60)
    assert stage.at_rest


def test_beginning_to_speak_does_not_cut_a_reaction_short(stage):
    hurt = PersonState(tension=40, band="agitated", landing="hurts")
    stage.show(hurt)
    path = list(stage._people[0]._beats)
    stage.show(PersonState(tension=40, band="agitated", speaking=True))
    assert stage._people[0]._beats == path
    settle(stage)


@pytest.mark.parametrize("size", [(640, 250), (400, 400), (640, 360)])
def test_a_picture_of_any_shape_shows_the_place_unstretched(size):
    made = framed("shop", size, {"camera": "in_view"})
    assert made.ground.get_size() == size
    scale = max(size[0] / 1920, size[1] / 1080)
    whole = backdrop("shop", (round(1920 * scale), round(1080 * scale)), {"camera": "in_view"}).ground
    shown = pygame.image.tobytes(made.ground, "RGB")
    top = round(0.3 * (whole.get_height() - size[1]))
    cuts = (whole.subsurface(pygame.Rect(x, top, *size)) for x in range(whole.get_width() - size[0] + 1))
    assert any(pygame.image.tobytes(cut, "RGB") == shown for cut in cuts)


def test_high_contrast_darkens_the_place_behind_the_person():
    plain, strong = (Stage("shop", LOOK, SIZE, high_contrast=flag) for flag in (False, True))
    corner = (slice(300, 600), slice(60, 120))
    light = pygame.surfarray.array3d(picture(plain))[corner].mean()
    dark = pygame.surfarray.array3d(picture(strong))[corner].mean()
    assert dark < light / 2
    plain.close()
    strong.close()


@pytest.mark.parametrize(
    ("name", "level"),
    [("owner", "shouting"), ("owner", "close"), ("light", "off"), ("camera", "out_of_view"), ("onlookers", "watching")],
)
def test_each_switch_of_the_shop_shows(name, level):
    quiet = pygame.surfarray.array3d(backdrop("shop", SIZE).ground).astype(int)
    other = pygame.surfarray.array3d(backdrop("shop", SIZE, {name: level}).ground).astype(int)
    assert np.abs(quiet - other).max() > 20


def test_an_owner_who_has_gone_away_leaves_the_counter_empty():
    empty = pygame.image.tobytes(backdrop("shop", SIZE).ground, "RGB")
    assert pygame.image.tobytes(backdrop("shop", SIZE, {"owner": "away"}).ground, "RGB") == empty


def test_a_switch_is_baked_behind_the_scenes_and_taken_over(stage):
    before = pygame.image.tobytes(picture(stage), "RGB")
    stage.set_switches({"owner": "close"})
    after = before
    for _ in range(1000):
        stage.update(0.0)
        after = pygame.image.tobytes(picture(stage), "RGB")
        if after != before:
            break
        time.sleep(0.005)
    assert after != before, "the owner never came"


@pytest.mark.parametrize("place", [*sorted(PLACES), "somewhere unknown", ""])
def test_every_place_can_be_baked_and_an_unknown_one_is_a_calm_room(place):
    made = backdrop(place, (320, 180))
    assert made.ground.get_size() == (320, 180)
    assert place_of("somewhere unknown") == "room"
    assert place_of("corner_shop") == "shop"
    assert place_of("bus_station") == "street"


@pytest.mark.parametrize("place", ["shop", "hall", "bridge", "street"])
@pytest.mark.parametrize("skin", ["pale", "brown", "deep"])
def test_the_face_parts_from_the_ground_on_one_side(place, skin):
    stage = Stage(place, {**LOOK, "skin": skin}, (1280, 720), reduced_motion=True)
    shot = pygame.surfarray.array3d(picture(stage, (1280, 720))).astype(float).mean(2)
    face = stage.face_box()
    middle = shot[face.left + 20 : face.right - 20, face.top + 30 : face.bottom - 20].mean()
    beside = [
        shot[face.left - 80 : face.left - 20, face.top : face.bottom].mean(),
        shot[face.right + 20 : face.right + 80, face.top : face.bottom].mean(),
    ]
    ratios = [max(middle, side) / max(1.0, min(middle, side)) for side in beside]
    assert max(ratios) >= 1.2
    stage.close()


OTHER = {"age": 78, "figure": "man", "hair": "white_short", "skin": "fair", "clothes": "shirt_blue"}


@pytest.mark.parametrize("distance", [1.0, 3.0, 8.0])
@pytest.mark.parametrize("size", [(640, 360), (1280, 587), (700, 440), (1100, 700)])
def test_one_who_stands_behind_is_smaller_and_neither_face_covers_the_other(size, distance):
    state = PersonState(tension=50, band="agitated", distance_m=distance)
    stage = Stage("hall", LOOK, size, reduced_motion=True, state=state, beside=[Beside(OTHER, state=state)])
    shown = picture(stage, size).get_rect()
    front, behind = stage.face_box(0), stage.face_box(1)
    assert behind.height < front.height * 0.85
    assert not front.colliderect(behind)
    assert shown.contains(front)
    assert shown.contains(behind)
    assert behind.left > front.right
    stage.close()


def test_each_one_moves_by_themselves():
    stage = Stage("hall", LOOK, SIZE, reduced_motion=True, beside=[Beside(OTHER)])
    picture(stage)
    before = stage.hands_box(0)
    hands = stage.hands_box(1)
    stage.show(PersonState(tension=90, band="crisis"), 1)
    settle(stage)
    picture(stage)
    assert stage.hands_box(0) == before
    assert stage.hands_box(1) != hands
    stage.close()
