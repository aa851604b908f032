"""Hints name what is near, or what there is, in an order of their own."""

import doctest

from simulator.scenario import problem
from simulator.scenario.problem import did_you_mean


def test_no_hint_hides_a_single_name():
    nine = [f"n{number}xyz" for number in range(9)]
    assert did_you_mean("q", nine).endswith(f"`{nine[8]}`")
    assert did_you_mean("q", [*nine, "last"]).endswith("`n7xyz` and 2 more")


def test_names_without_an_order_are_told_in_that_of_the_alphabet():
    assert did_you_mean("q", {"wait", "back", "hold"}) == "there are `back`, `hold`, `wait`"
    assert did_you_mean("q", {"wait": 1, "back": 2}) == "there are `wait`, `back`"


def test_the_examples_hold():
    assert doctest.testmod(problem).failed == 0
