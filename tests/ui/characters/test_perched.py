"""One who sits on a rail: hands hold on, the head is low, and nothing teeters."""

from __future__ import annotations

import pytest

from simulator.ui.characters.body import SEAT
from simulator.ui.characters.figure import Sitter, part_keys
from simulator.ui.characters.gestures import gesture
from simulator.ui.characters.light import Light
from simulator.ui.characters.looks import look_from
from simulator.ui.characters.pose import BANDS, PersonState, pose_for

MIDDLES = dict(zip(BANDS, (10, 30, 50, 70, 90), strict=True))


def arms(band: str, perched: str = "rail", manner: str = "fear") -> tuple[object, object]:
    pose = pose_for(PersonState(MIDDLES[band], 40, band, perched=perched), manner)
    return pose.stance.left, pose.stance.right


@pytest.mark.parametrize("manner", ["fear", "anger", "sorrow"])
def test_on_a_rail_at_least_one_hand_always_holds_on(manner):
    for band in BANDS:
        left, right = arms(band, manner=manner)
        held = gesture("rail_grip") if band in ("volatile", "crisis") else gesture("rail")
        assert left == held
        assert right == (gesture("wipe") if band == "agitated" else held)


def test_hands_lie_in_the_lap_only_while_calm():
    assert arms("calm", "lap") == arms("uneasy", "lap") == (gesture("lap"), gesture("lap"))
    for band in ("agitated", "volatile", "crisis"):
        assert arms(band, "lap") == arms(band, "rail")


def test_the_holding_hands_are_at_the_height_of_the_rail():
    for name in ("rail", "rail_grip"):
        assert SEAT - 75 < gesture(name).wrist[1] < SEAT - 30


@pytest.mark.parametrize("band", BANDS)
def test_on_a_rail_the_head_hangs_lower_and_the_body_is_turned_toward_you(band):
    standing = pose_for(PersonState(MIDDLES[band], 0, band))
    seated = pose_for(PersonState(MIDDLES[band], 0, band, perched="rail"))
    assert seated.face.pitch > standing.face.pitch
    assert seated.stance.head_y > standing.stance.head_y
    assert seated.stance.turn <= 16


def test_in_crisis_shoulders_are_at_their_highest():
    assert pose_for(PersonState(90, 10, "crisis", perched="rail")).stance.shoulders == 1.0


def test_only_one_who_sits_shows_legs():
    sitter = Sitter(look_from({}), Light())
    for perched, expected in (("rail", True), ("", False)):
        pose = pose_for(PersonState(perched=perched))
        assert ("legs" in part_keys(sitter, pose.face, pose.stance, 0.5, 600)) is expected
