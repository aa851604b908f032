"""What people add to a debrief stands beside what was computed."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from simulator.scoring.annotations import Flag, InstructorRating, Note, Override, SelfRating, agreement, gathered
from simulator.scoring.ratings import Rating

AT = "2026-03-01T10:00:00.000Z"


def rating(skill: str, mark: float | None) -> Rating:
    return Rating(
        skill=skill, label=skill.capitalize(), domain="d", domain_label="D", rating=mark, low=mark, high=mark,
        chances=3, shown=1, mistimed=1, missed=1, poor=0, anchor="", why_unrated="",
    )  # fmt: skip


RATINGS = (rating("listening", 4.5), rating("empathy", 6.0), rating("safety", None))


def test_agreement_counts_only_what_both_rated():
    found = agreement(RATINGS, "I-7", AT, {"listening": 6, "empathy": 5, "safety": 7})
    assert found is not None
    assert [(row.skill, row.gap) for row in found.skills] == [("listening", 1.5), ("empathy", -1.0)]
    assert (found.mean_gap, found.leaning, found.within_one) == (1.25, 0.25, 1)
    assert agreement(RATINGS, "I-7", AT, {"safety": 7}) is None


def test_the_last_of_a_kind_stands_and_nothing_computed_changes():
    added = gathered(
        [
            SelfRating(by="T", at=AT, marks={"empathy": 3}),
            SelfRating(by="T", at=AT, marks={"empathy": 5}),
            InstructorRating(by="A", at=AT, marks={"empathy": 6}),
            InstructorRating(by="B", at=AT, marks={"empathy": 4}),
            Override(by="A", at=AT, skill="empathy", mark=5, reason="Heard the tone."),
            Note(by="A", at=AT, words="Well done."),
        ],
        RATINGS,
    )
    assert added.self_rating is not None
    assert added.self_rating.marks == {"empathy": 5}
    assert [found.by for found in added.instructor_agreements] == ["A", "B"]
    assert added.overrides[0].mark == 5
    assert RATINGS[1].rating == 6.0


def test_a_flag_set_twice_is_taken_off():
    flag = Flag(by="A", at=AT, turn=3, flag="talk")
    assert gathered([flag], RATINGS).flags == (flag,)
    assert gathered([flag, flag], RATINGS).flags == ()


@pytest.mark.parametrize("mark", [0, 8])
def test_marks_lie_between_one_and_seven(mark):
    with pytest.raises(ValidationError):
        SelfRating(by="T", at=AT, marks={"empathy": mark})


def test_an_override_needs_a_reason():
    with pytest.raises(ValidationError):
        Override(by="A", at=AT, skill="empathy", mark=5, reason="")
