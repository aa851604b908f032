"""Sets of whole numbers behave as sets."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.conditions.spans import EVERYTHING, NOTHING, Spans, all_of, any_of, run

_EDGE = 8
_ENDS = st.one_of(st.none(), st.integers(-_EDGE, _EDGE))
_SPANS = st.lists(st.builds(run, _ENDS, _ENDS), max_size=4).map(any_of)
_AROUND = range(-_EDGE - 2, _EDGE + 3)


@given(a=_SPANS, b=_SPANS)
def test_and_or_and_not_agree_with_membership(a: Spans, b: Spans) -> None:
    for n in _AROUND:
        assert (n in (a & b)) == (n in a and n in b)
        assert (n in (a | b)) == (n in a or n in b)
        assert (n in a.complement()) == (n not in a)


@given(a=_SPANS)
def test_a_set_has_one_form(a: Spans) -> None:
    assert a.complement().complement() == a
    assert all_of([a, EVERYTHING]) == any_of([a, NOTHING]) == a
    ends = [end for pair in a.runs for end in pair if end is not None]
    assert ends == sorted(ends)


@given(a=_SPANS)
def test_members_are_listed_when_few(a: Spans) -> None:
    listed = a.members(40)
    endless = any(None in pair for pair in a.runs)
    assert (listed is None) == endless
    if listed is not None:
        assert listed == {n for n in _AROUND if n in a}
        assert a.members(len(listed)) == listed
        if listed:
            assert a.members(len(listed) - 1) is None
