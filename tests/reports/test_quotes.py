"""One kind of quotation marks in what is printed."""

import doctest

import pytest

from simulator.reports import quotes
from simulator.reports.quotes import curved


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("It's fine.", "It's fine."),
        ('"Calm down"', "“Calm down”"),
        ('("If I may.")', "(“If I may.”)"),
        ('"One." Then "two."', "“One.” Then “two.”"),
        ('“"One," he said, "two."”', "“‘One,’ he said, ‘two.’”"),
        ('"It\'s only…", "at least…".', "“It's only…”, “at least…”."),
        ('"', "”"),
        ('"I was—" he says. "Not now."', "“I was—” he says. “Not now.”"),
        ('a" b”', "a” b”"),
    ],
)
def test_straight_marks_are_curved_by_where_they_stand(typed, printed):
    assert curved(typed) == printed


def test_the_examples_hold():
    assert doctest.testmod(quotes).failed == 0
