"""Boxes in rows: none over another, the same every time, and few lines that cross."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring.graph.layering import in_rows
from simulator.authoring.graph.layout import lay_out
from simulator.authoring.graph.ordering import crossings, ordered

NAMES = [f"n{number}" for number in range(12)]
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=40)
SIZES = st.lists(st.tuples(st.integers(10, 200), st.integers(10, 90)), min_size=12, max_size=12)


def overlap(one, other):
    across = abs(one.x - other.x) < (one.width + other.width) / 2
    return across and one.top < other.top + other.height and other.top < one.top + one.height


@settings(max_examples=60, deadline=None)
@given(PAIRS, SIZES)
def test_no_box_lies_over_another_and_no_line_passes_through_one(pairs, sizes):
    layout = lay_out(dict(zip(NAMES, sizes, strict=True)), pairs, "n0")
    boxes = list(layout.boxes.items())
    assert not [(a, b) for i, (a, one) in enumerate(boxes) for b, other in boxes[i + 1 :] if overlap(one, other)]
    for curve in layout.curves:
        for name, box in boxes:
            if name in (curve.source, curve.target):
                continue
            for x, y in curve.points:
                assert not (abs(x - box.x) < box.width / 2 and box.top < y < box.top + box.height)


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_every_line_leads_down_or_is_known_to_lead_back(pairs):
    rows, back = in_rows(NAMES, pairs, "n0")
    for source, target in pairs:
        if source != target:
            assert (rows[source] > rows[target]) == ((source, target) in back)


@settings(max_examples=60, deadline=None)
@given(PAIRS, SIZES)
def test_everything_lies_within_the_drawing(pairs, sizes):
    layout = lay_out(dict(zip(NAMES, sizes, strict=True)), pairs, "n0")
    for box in layout.boxes.values():
        assert box.x - box.width / 2 >= -0.001
        assert box.x + box.width / 2 <= layout.width + 0.001
        assert 0 <= box.top <= layout.height - box.height + 0.001


def test_the_same_graph_is_always_drawn_the_same(made):
    sizes = dict.fromkeys(made(60).moments, (200.0, 80.0))
    pairs = list(made(60).between())
    assert lay_out(sizes, pairs, "moment_0") == lay_out(dict(sizes), list(pairs), "moment_0")


def test_crossings_are_counted():
    rows = [["a", "b"], ["c", "d"]]
    assert crossings(rows, [("a", "d"), ("b", "c")]) == 1
    assert crossings(rows, [("a", "c"), ("b", "d")]) == 0
    assert crossings(rows, [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]) == 1


def test_lines_that_need_not_cross_do_not():
    rows = ordered([["a", "b", "c"], ["x", "y", "z"]], [("a", "z"), ("b", "y"), ("c", "x")])
    assert crossings(rows, [("a", "z"), ("b", "y"), ("c", "x")]) == 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_ordering_never_adds_crossings(made, seed):
    graph = made(60, seed)
    names = list(graph.moments)
    pairs = [pair for pair in graph.between() if int(pair[0][7:]) // 6 + 1 == int(pair[1][7:]) // 6]
    rows = [names[at : at + 6] for at in range(0, 60, 6)]
    assert crossings(ordered(rows, pairs), pairs) <= crossings(rows, pairs)


def test_a_lone_box_and_nothing_at_all_can_be_drawn():
    assert lay_out({"only": (10.0, 10.0)}, [("only", "only")], "only").curves == ()
    assert lay_out({}, [], "").boxes == {}
