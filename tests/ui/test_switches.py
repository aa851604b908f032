"""What a scenario changes in a place shows, and where the person is goes with it."""

from __future__ import annotations

import itertools
import time

import numpy as np
import pygame
import pytest

from simulator.ui.backdrops.audience import mood_of
from simulator.ui.backdrops.living import draw_pulses
from simulator.ui.backdrops.places import framed
from simulator.ui.backdrops.railing import SEAT, posture_of
from simulator.ui.stage import PersonState, Stage

LOOK = {"figure": "man", "age": 44, "hair": "brown_short", "skin": "fair", "clothes": "jacket_navy"}
SIZE = (640, 294)
ON_THE_RAIL = {"wind": "on_the_rail"}


def shot(switches: dict[str, str], place: str = "bridge", look: dict[str, object] | None = None, **more: object):
    stage = Stage(place, look or LOOK, SIZE, reduced_motion=True, switches=switches, **more)  # type: ignore[arg-type]
    surface = pygame.Surface(SIZE)
    stage.draw(surface, surface.get_rect())
    boxes = (stage.face_box(), stage.hands_box())
    stage.close()
    return pygame.surfarray.array3d(surface).astype(int), boxes


@pytest.mark.parametrize(
    ("switches", "posture"),
    [
        ({"wind": "on_the_rail"}, "rail"),
        ({"wind": "coat_on"}, "rail"),
        ({"wind": "out_of_it"}, "down"),
        ({"posture": "rail"}, "rail"),
        ({"posture": "standing", "wind": "on_the_rail"}, "down"),
        ({"at_first": "seated_on_rail"}, "rail"),
        ({"at_first": "seated_on_rail", "wind": "out_of_it"}, "down"),
        ({"traffic": "passing"}, ""),
        ({}, ""),
    ],
)
def test_posture_is_read_from_what_a_scenario_calls_the_exposed_place(switches, posture):
    assert posture_of(switches) == posture


@pytest.mark.parametrize("size", [(640, 294), (640, 237), (480, 360), (1280, 588)])
@pytest.mark.parametrize("distance", [14, 8, 5, 2])
def test_one_who_sits_on_the_rail_is_wholly_above_the_choices(size, distance):
    state = PersonState(70, 10, "volatile", distance_m=distance)
    stage = Stage("bridge", LOOK, size, reduced_motion=True, state=state, switches=ON_THE_RAIL)
    surface = pygame.Surface(size)
    stage.draw(surface, surface.get_rect())
    face, hands = stage.face_box(), stage.hands_box()
    assert surface.get_rect().contains(face)
    assert 0.21 <= (face.top + 0.49 * face.height) / size[1] <= 0.36
    assert hands.top < SEAT * size[1] < hands.bottom <= 0.70 * size[1]
    stage.close()


def test_the_rail_runs_under_them_and_nothing_of_it_crosses_them():
    seated, (face, _) = shot(ON_THE_RAIL)
    row = round((SEAT + 0.004) * SIZE[1])
    beam = seated[20:100, row - 2 : row + 4].sum(2).max()
    above = seated[20:100, row - 14 : row - 8].sum(2).max()
    assert beam > above
    assert face.bottom < row


def test_a_look_alone_can_seat_somebody_on_the_rail():
    by_look, boxes = shot({}, look={**LOOK, "posture": "seated_on_rail"})
    by_switch, same = shot(ON_THE_RAIL)
    assert boxes == same
    assert np.abs(by_look - by_switch).max() == 0


def test_who_comes_down_is_shown_on_this_side_of_the_rail():
    stage = Stage("bridge", LOOK, SIZE, reduced_motion=True, switches=ON_THE_RAIL)
    surface = pygame.Surface(SIZE)
    stage.draw(surface, surface.get_rect())
    seated = stage.face_box()
    stage.set_switches({"wind": "out_of_it"})
    for _ in range(2000):
        stage.update(0.0)
        stage.draw(surface, surface.get_rect())
        if stage.face_box() != seated:
            break
        time.sleep(0.002)
    straight = Stage("bridge", LOOK, SIZE, reduced_motion=True, switches={"wind": "out_of_it"})
    expected = pygame.Surface(SIZE)
    straight.draw(expected, expected.get_rect())
    assert stage.face_box() == straight.face_box() != seated
    assert pygame.image.tobytes(surface, "RGB") == pygame.image.tobytes(expected, "RGB")
    stage.close()
    straight.close()


def test_a_resized_window_keeps_them_on_the_rail():
    stage = Stage("bridge", LOOK, SIZE, reduced_motion=True, switches=ON_THE_RAIL)
    larger = pygame.Surface((960, 441))
    stage.draw(larger, larger.get_rect())
    assert stage.hands_box().top < SEAT * 441 < stage.hands_box().bottom
    stage.close()


@pytest.mark.parametrize(("name", "level"), [("traffic", "passing"), ("siren", "wailing"), ("partner", "close")])
def test_each_stressor_of_the_bridge_shows(name, level):
    quiet, _ = shot(ON_THE_RAIL)
    loud, (face, _) = shot({**ON_THE_RAIL, name: level})
    assert np.abs(loud - quiet).max() > 30
    assert np.abs(loud - quiet)[face.left : face.right, face.top : face.bottom].max() == 0


@pytest.mark.parametrize(
    "switches", [{"traffic": "stopped"}, {"siren": "silent"}, {"kessler": "back"}, {"lights": "off"}]
)
def test_a_quiet_bridge_shows_none_of_it(switches):
    quiet, _ = shot(ON_THE_RAIL)
    assert np.abs(shot({**ON_THE_RAIL, **switches})[0] - quiet).max() == 0


def test_patrol_lights_come_and_go_slowly_and_not_at_all_with_reduced_motion():
    place = framed("bridge", SIZE, {"lights": "flashing"})
    assert {pulse.period >= 2.0 for pulse in place.pulses} == {True}
    levels = []
    for frame in range(600):
        surface = pygame.Surface(SIZE)
        draw_pulses(surface, surface.get_rect(), place, frame / 60)
        levels.append(pygame.transform.average_color(surface)[:3])
    changes = [sum(abs(a - b) for a, b in zip(one, other, strict=True)) for one, other in itertools.pairwise(levels)]
    assert max(changes) < 40
    rises = sum(1 for one, other in itertools.pairwise(levels) if one[2] < 2 <= other[2])
    assert rises / 10 < 3
    dark, _ = shot(ON_THE_RAIL)
    still, _ = shot({**ON_THE_RAIL, "lights": "flashing"})
    assert np.abs(dark - still).max() == 0


@pytest.mark.parametrize(
    ("level", "mood"),
    [
        ("filming", "filming"),
        ("leaning_in", "watching"),
        ("settled", "settled"),
        ("out_of_earshot", "away"),
        ("", "settled"),
    ],
)
def test_a_room_listens_as_its_level_says(level, mood):
    assert mood_of(level) == mood


def test_every_mood_of_the_hall_looks_different():
    shots = {
        level: shot({"room": level}, "hall")[0] for level in ("filming", "leaning_in", "settled", "out_of_earshot")
    }
    for one in shots:
        for other in shots:
            if one < other:
                assert np.abs(shots[one] - shots[other]).max() > 30


def test_residents_are_softer_than_the_one_in_front():
    ground = pygame.surfarray.array3d(framed("hall", (1280, 588), {"room": "settled"}).ground).astype(float).mean(2)
    stage = Stage("hall", LOOK, (1280, 588), reduced_motion=True, focus_x=0.505)
    surface = pygame.Surface((1280, 588))
    stage.draw(surface, surface.get_rect())
    face = stage.face_box()
    person = pygame.surfarray.array3d(surface).astype(float).mean(2)
    stage.close()

    def sharpest(pixels: np.ndarray) -> float:
        return float(np.percentile(np.abs(np.diff(pixels, axis=0)), 99.5))

    assert sharpest(ground[350:520, 260:380]) < sharpest(person[face.left : face.right, face.top : face.bottom])
