"""Motion: eased, in order, and cut when motion is reduced."""

from __future__ import annotations

from itertools import pairwise

from simulator.ui.characters.motion import Life, movement
from simulator.ui.characters.pose import PersonState, pose_for, reaction_to

CALM = pose_for(PersonState(tension=10, band="calm"))
TENSE = pose_for(PersonState(tension=70, band="volatile"))


def test_a_change_of_pose_takes_a_third_to_half_a_second_and_ends_there():
    beats = movement(CALM, TENSE, 1.0, 1.0)
    assert 0.35 <= beats[-1].due <= 0.5
    assert beats[-1].pose == TENSE
    assert all(a.due < b.due for a, b in pairwise(beats))


def test_the_first_and_last_steps_are_the_smallest():
    beats = movement(CALM, TENSE, 1.0, 1.0)
    heights = [CALM.stance.shoulders] + [beat.pose.stance.shoulders for beat in beats]
    steps = [b - a for a, b in pairwise(heights)]
    assert max(steps) == max(steps[1:-1])
    assert all(step >= 0 for step in steps)


def test_in_recovery_shoulders_come_first_then_hands_then_the_face():
    beats = movement(TENSE, CALM, 1.0, 1.0, recovering=True)

    def arrival(read):
        return next(beat.due for beat in beats if read(beat.pose) == read(CALM))

    shoulders = arrival(lambda pose: pose.stance.shoulders)
    hands = arrival(lambda pose: pose.stance.left)
    face = arrival(lambda pose: pose.face)
    assert shoulders < hands < face
    assert face == beats[-1].due


def test_a_reaction_comes_first_and_passes():
    flinch = reaction_to(CALM, "hurts")
    assert flinch is not None
    beats = movement(CALM, TENSE, 1.0, 1.0, reaction=flinch)
    assert any(beat.pose == flinch for beat in beats)
    assert beats[-1].pose == TENSE


def test_reduced_motion_is_one_beat_and_no_life():
    assert [beat.pose for beat in movement(CALM, TENSE, 1.0, 1.2, cut=True)] == [TENSE]
    life = Life(still=True)
    life.advance(2.0, 0.5)
    assert life.blink() == 0
    assert life.breath() == 0
    assert life.gaze() == 0


def test_people_blink_now_and_then():
    life = Life()
    blinks = 0
    was_open = True
    for _ in range(60 * 30):
        life.advance(1 / 60, 0.3)
        shut = life.blink() > 0
        blinks += shut and was_open
        was_open = not shut
    assert 4 <= blinks <= 14
