"""A course is the same on every machine: replayed, hashed, read back from rows."""

import hashlib
import json

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring.simulation import play_policy
from simulator.authoring.trainees import POLICIES
from simulator.encounter.actions import parse_action
from simulator.encounter.course import course_hash, extend, open_course, play, start_row, turn_row
from simulator.encounter.draws import draw, draw_of_word, shuffled, weighted
from simulator.encounter.fixed import HALVINGS, TABLE_BITS, decay, round_div
from simulator.encounter.happenings import from_row, to_row

PLAY = ("speaker_off", "hello", "told", "offer", "hold", "walk")


def test_the_conformance_play_has_one_course_on_every_machine(last_bus):
    """The happenings of this play under version 1 of the law. Only a new law, or other numbers in the technique
    and need catalogues, may change them; the digests in the start are left out, so that mere words may change."""
    course = play(last_bus, 1, "loud", PLAY)
    rows = [turn_row(turn.action, turn.happened) for turn in course.turns]
    assert course.last.value == 86_018
    assert (
        hashlib.sha256(rfc8785.dumps(rows)).hexdigest()
        == "6f3ba1ef0d80a770000da34b0e6020528daea4739c71544351ad182fbac13815"
    )


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**53), st.sampled_from(sorted(POLICIES)), st.sampled_from(["loud", "worn"]))
def test_playing_the_same_actions_again_gives_the_same_course(last_bus, seed, policy, temperament):
    course = play_policy(last_bus, POLICIES[policy], seed, temperament)
    again = play(last_bus, seed, temperament, [str(turn.action) for turn in course.turns])
    assert again.turns == course.turns
    assert course_hash(again) == course_hash(course)


def test_growing_a_course_turn_by_turn_is_playing_it(last_bus):
    course = open_course(last_bus, 1, "loud")
    for token in PLAY:
        course = extend(last_bus, course, parse_action(token))
    assert course == play(last_bus, 1, "loud", PLAY)


def test_seed_temperament_and_every_action_count_for_the_hash(last_bus):
    hashes = {
        course_hash(play(last_bus, seed, temperament, PLAY[:length]))
        for seed in (1, 2)
        for temperament in ("loud", "worn")
        for length in (0, 1, 2)
    }
    assert len(hashes) == 12


def test_happenings_read_back_from_their_rows(last_bus):
    course = play(last_bus, 3, "worn", PLAY)
    for turn in course.turns:
        assert tuple(from_row(json.loads(json.dumps(to_row(row)))) for row in turn.happened) == turn.happened


@pytest.mark.parametrize("row", [[], ["nothing"], ["ended", "x"], ["ended", "x", 1, 2], [7]])
def test_a_row_that_is_no_happening_is_refused(row):
    with pytest.raises(ValueError, match="not a happening"):
        from_row(row)


def test_a_seed_beyond_what_json_keeps_whole_is_written_as_text(last_bus):
    assert start_row(open_course(last_bus, 2**60 + 1, "loud").start)["seed"] == str(2**60 + 1)


# -- draws -------------------------------------------------------------------------------------------------


def test_draws_are_fixed_for_ever():
    assert draw(1, "lines:0", "window", 1) == 13849298151328586021
    assert draw_of_word("Harbour", "seed:bus") == draw_of_word("  harbour ", "seed:bus") == 9341695909371064461


def test_a_draw_depends_on_seed_purpose_place_and_visit_alone():
    assert (
        len(
            {
                draw(1, "a", "n", 1),
                draw(2, "a", "n", 1),
                draw(1, "b", "n", 1),
                draw(1, "a", "m", 1),
                draw(1, "a", "n", 2),
            }
        )
        == 5
    )


@given(st.lists(st.integers(1, 50), min_size=1, max_size=8), st.integers(0, 2**64 - 1))
def test_a_weighted_draw_picks_what_has_weight(weights, number):
    assert 0 <= weighted(weights, number) < len(weights)


@given(st.lists(st.integers(), max_size=8), st.integers(0, 1000))
def test_shuffling_loses_nothing(items, seed):
    assert sorted(shuffled(items, seed, "p", "n", 1)) == sorted(items)


# -- arithmetic --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("top", "bottom", "result"), [(5, 2, 3), (-5, 2, -3), (4, 3, 1), (-4, 3, -1), (0, 9, 0), (7, 7, 1)]
)
def test_halves_round_away_from_zero(top, bottom, result):
    assert round_div(top, bottom) == result


def test_the_halving_table_begins_at_one_and_halves_after_a_whole_round():
    assert HALVINGS[0] == 1 << TABLE_BITS
    assert abs(HALVINGS[512] / (1 << TABLE_BITS) - 0.5**0.5) < 1e-15
    assert list(HALVINGS) == sorted(HALVINGS, reverse=True)


@given(st.integers(0, 100_000), st.integers(1_000, 4_000_000))
def test_decay_is_a_power_of_one_half_to_a_thousandth(tenths, half_life):
    factor, shift = decay(tenths, half_life)
    assert factor / (1 << shift) == pytest.approx(2 ** (-100 * tenths / half_life), rel=1e-3, abs=1e-12)
