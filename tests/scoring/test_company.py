"""Where an end stands among those of simulated trainees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.encounter.course import play
from simulator.scoring.company import ABOUT_THE_SAME, Fared, company
from simulator.scoring.debrief import Debrief, debrief, with_company

HEARD = ("speaker_off", "hello", "told", "offer", "hold", "walk")
POINTS = st.integers(0, 1000).map(lambda tenths: tenths / 10)


def fared(*values: float) -> Fared:
    return Fared(
        trainee="typical", plays=len(values), values=tuple(sorted(values)), low=0, middle=0, high=0,
        tension_low=0, tension_middle=0, tension_high=0, endings=(),
    )  # fmt: skip


@pytest.mark.parametrize(("other", "where"), [(55.0, "same"), (55.1, "better"), (45.0, "same"), (44.9, "worse")])
def test_a_few_points_apart_is_about_the_same(other, where):
    (standing,) = company(50.0, 20.0, [fared(other)]).standings
    assert [name for name in ("better", "same", "worse") if getattr(standing, name)] == [where]


@given(POINTS, st.lists(POINTS, min_size=1, max_size=80))
def test_every_play_stands_on_one_side_and_as_far_off_as_its_side_says(value, values):
    (standing,) = company(value, 0, [fared(*values)]).standings
    assert standing.better + standing.same + standing.worse == len(values)
    tenths = [round(other * 10) - round(value * 10) for other in values]
    assert standing.better == sum(gap > 10 * ABOUT_THE_SAME for gap in tenths)
    assert standing.worse == sum(gap < -10 * ABOUT_THE_SAME for gap in tenths)


def test_a_call_without_an_end_stands_nowhere(last_bus):
    for actions in (("hello",), ("hello", "stop")):
        value = debrief(last_bus, play(last_bus, 1, "loud", actions))
        assert with_company(value, [fared(50.0)]) == value


def test_it_changes_nothing_else_and_is_read_back(last_bus):
    value = debrief(last_bus, play(last_bus, 1, "loud", HEARD))
    told = with_company(value, [fared(50.0)])
    assert told.company is not None
    assert (told.company.value, told.company.tension) == (value.ending.value, value.measures.tension_end)
    assert told.model_copy(update={"company": None}) == value
    assert Debrief.model_validate_json(told.model_dump_json()) == told
    assert Debrief.model_validate_json(value.model_dump_json(exclude={"company"})) == value
