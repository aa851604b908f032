"""Ratings: the formula, its band, and when there is none."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.catalogues import shipped
from simulator.scoring.items import EvidenceItem
from simulator.scoring.ratings import overall_of, rate, rate_skills


def item(r, weight=1.0, skill="listening", kind="shown"):
    return EvidenceItem(
        turn=1, skill=skill, r=r, weight=weight, kind=kind, called_for=False, technique="", why="Because."
    )


def test_a_rating_recomputed_by_hand():
    # 7 and 7 shown, one chance missed (3 at a half), one poor habit (2, weighing 2):
    # (4·1 + 7 + 7 + 0.5·3 + 2·2) / (1 + 1 + 1 + 0.5 + 2) = 23.5 / 5.5 = 4.27
    items = [item(7), item(7), item(3, 0.5, kind="missed"), item(2, 2.0, kind="poor")]
    rating, half = rate(items)
    assert rating == 4.27
    mean = (7 + 7 + 1.5 + 4) / 4.5
    spread = sqrt((2 * (7 - mean) ** 2 + 0.5 * (3 - mean) ** 2 + 2 * (2 - mean) ** 2) / 4.5)
    assert spread > 1.5
    assert half == pytest.approx(1.96 * spread / sqrt(4.5 + 1))


def test_items_that_agree_are_still_given_a_spread_of_one_and_a_half():
    _, half = rate([item(6), item(6), item(6)])
    assert half == pytest.approx(1.96 * 1.5 / 2)


def test_pooling_several_encounters_starts_from_three_middle_items():
    rating, _ = rate([item(7)] * 9, prior=3)
    assert rating == round((12 + 63) / 12, 2)


def test_the_band_is_cut_to_the_scale():
    (rating,) = [r for r in rate_skills(shipped(), [item(7)] * 3) if r.skill == "listening"]
    assert (rating.rating, rating.high) == (6.25, 7.0)
    assert rating.low == round(6.25 - 1.96 * 1.5 / 2, 2)


def test_under_three_chances_there_are_counts_and_no_rating():
    (rating,) = [r for r in rate_skills(shipped(), [item(7), item(2, 2.0, kind="poor")]) if r.skill == "listening"]
    assert (rating.rating, rating.low, rating.high) == (None, None, None)
    assert (rating.chances, rating.shown, rating.poor) == (2, 1, 1)
    assert "2 of the 3" in rating.why_unrated


def test_every_competency_has_its_row_with_its_nearest_anchor():
    ratings = rate_skills(shipped(), [item(7, skill="empathy")] * 5)
    assert [rating.skill for rating in ratings] == list(shipped().skills)
    empathy = next(rating for rating in ratings if rating.skill == "empathy")
    assert empathy.anchor == shipped().skills["empathy"].anchors[7]


def rated(*skills, r=6):
    return rate_skills(shipped(), [item(r, skill=skill) for skill in skills for _ in range(3)])


FIVE = ("listening", "empathy", "respect", "composure", "safety")


def test_overall_is_the_mean_of_five_rated_competencies_or_more():
    ratings = rated(*FIVE)
    overall = overall_of(ratings, shipped().words, critical=False)
    assert (overall.rating, overall.rated, overall.capped) == (5.5, 5, False)
    assert overall_of(rated(*FIVE[:4]), shipped().words, critical=False).rating is None


def test_a_critical_error_caps_overall_at_two():
    overall = overall_of(rated(*FIVE), shipped().words, critical=True)
    assert (overall.rating, overall.capped) == (2.0, True)


def test_a_critical_error_does_not_lift_a_lower_mean():
    assert overall_of(rated(*FIVE, r=1), shipped().words, critical=True).rating == 1.75


def test_a_critical_error_is_said_even_where_overall_is_unrated():
    overall = overall_of(rated("listening"), shipped().words, critical=True)
    assert overall.rating is None
    assert "critical error" in overall.words


def test_a_stopped_session_is_described_and_not_rated():
    ratings = rate_skills(shipped(), [item(1, 2.0, kind="poor")] * 9, stopped=True)
    assert all(rating.rating is None for rating in ratings)
    assert overall_of(ratings, shipped().words, critical=True, stopped=True).rating is None


marks = st.builds(item, st.integers(1, 7), st.sampled_from([0.5, 1.0, 2.0]))


@given(st.lists(marks, min_size=1, max_size=40), st.integers(1, 3))
def test_a_rating_lies_on_the_scale_and_more_of_the_best_never_lowers_it(items, prior):
    rating, half = rate(items, prior)
    assert 1 <= rating <= 7
    assert half > 0
    assert rate([*items, item(7)], prior)[0] >= rating
    assert rate([*items, item(1, 2.0)], prior)[0] <= rating
