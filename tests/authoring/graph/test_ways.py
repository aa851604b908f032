"""What leads where, read from a scenario, and told in words."""

import pytest

from simulator.authoring.graph.around import around
from simulator.authoring.graph.telling import leads_here, outline
from simulator.authoring.graph.traffic import traffic_of
from simulator.authoring.graph.ways import graph_of


@pytest.fixture(scope="module")
def bus(last_bus):
    return graph_of(last_bus.scenario)


def test_moments_and_endings_stand_in_the_order_of_the_file(bus):
    assert list(bus.moments) == ["window", "story", "edge", "van_here"]
    assert list(bus.endings) == ["seat_in_van", "rain", "walked_off", "held"]


def test_a_way_names_its_line_its_route_and_its_condition(bus):
    (way,) = [way for way in bus.ways if way.by == "move_on" and way.route]
    assert (way.source, way.target, way.ends, way.condition) == ("window", "edge", False, "tension >= 80")


def test_a_line_without_a_goal_leads_where_its_node_leads(bus):
    assert ("window", "story") in bus.between()
    assert {way.by for way in bus.between()["window", "story"]} == {"hello", "move_on"}


def test_what_leads_back_to_its_own_moment_is_not_between_two(bus):
    assert any(way.source == way.target == "story" for way in bus.ways)
    assert ("story", "story") not in bus.between()


def test_events_lead_from_anywhere_and_say_when(bus):
    told = {way.by: (way.target, way.condition) for way in bus.from_anywhere()}
    assert told == {"van_comes": ("van_here", "when van arrives"), "too_long": ("rain", "at 8:00")}


def test_an_event_that_waits_for_two_things_says_both(small):
    program = small(events="slow: {at: 2:00, when: tension > 30, to: there}")
    (way,) = [way for way in graph_of(program.scenario).from_anywhere() if way.by == "slow"]
    assert way.condition == "at 2:00 or later, once tension > 30"


def test_what_is_closed_everywhere_leads_nowhere(small):
    program = small(top="acts: {leave: {end: late}}\nclosed: [leave]")
    assert "leave" not in {way.by for way in graph_of(program.scenario).ways}


def test_the_way_is_the_shortest_by_choices_alone(bus):
    assert bus.shortest_way_to("edge") == ("window", "edge")
    assert bus.shortest_way_to("seat_in_van") == ("window", "story")
    assert bus.shortest_way_to("van_here") == ()


def test_nothing_leads_on_after_a_route_that_always_holds(small):
    program = small(node="routes: {sure: {to: there}, never: {when: tension > 3, end: out}}", leads="sure, never")
    assert {way.target for way in graph_of(program.scenario).ways if way.by == "ask"} == {"there"}


def test_the_word_next_in_leads_cuts_what_comes_after_it(small):
    program = small(node="routes: {hot: {when: tension > 70, to: there}}", leads="next, hot")
    assert {way.route for way in graph_of(program.scenario).ways if way.by == "ask"} == {""}


def test_around_a_moment_only_its_neighbours_stay(made):
    graph = made(60)
    part = around(graph, "moment_20", 1)
    assert "moment_20" in part.moments
    assert len(part.moments) < 20
    near = {way.source for way in graph.into("moment_20")} | {w.target for w in graph.out_of("moment_20") if not w.ends}
    assert set(part.moments) == {"moment_20"} | {name for name in near if name in graph.moments}


def test_words_tell_who_leads_here(bus):
    told = "\n".join(leads_here(bus, "edge"))
    assert "Shortest way: window → edge" in told
    assert "window: move_on, by route blows, if tension >= 80" in told
    assert "anywhere: the event van_comes, when van arrives" in "\n".join(leads_here(bus, "van_here"))
    assert "No choices lead here" in "\n".join(leads_here(bus, "van_here"))
    assert "itself: by" in "\n".join(leads_here(bus, "story"))


def test_the_outline_names_every_moment_and_ending(bus):
    told = "\n".join(outline(bus))
    assert "window (start): 3 lines" in told
    for name in (*bus.moments, *bus.endings):
        assert name in told


def test_simulated_trainees_leave_the_same_trace_each_time(last_bus):
    first, second = (traffic_of(last_bus, ["expert", "directive"], 3, 5) for _ in range(2))
    assert first == second
    assert first.calls == 12
    assert first.shares["window"] == 1
    assert sum(first.shares.get(end, 0) for end in last_bus.scenario.outcomes) == pytest.approx(1)
    assert first.bests["window"] >= first.means["window"]
    assert first.passed["window", "story"] <= 1


def waiting(small, **parts):
    """A graph in which nothing of its own leads on from the moment `late_on`, and the outline's row about it."""
    nodes = 'late_on: {scene: "It is late.", next: late_on, lines: {sit: {act: "Sit down.", reply: "(So do they.)"}}}'
    graph = graph_of(small(nodes=nodes, leads="later", node="routes: {later: {to: late_on}}", **parts).scenario)
    rows = outline(graph)
    return graph, rows[next(n for n, row in enumerate(rows) if row.startswith("late_on")) + 2]


def test_a_moment_that_only_events_lead_on_from_names_them(small):
    graph, row = waiting(small, events="medics: {at: 2:00, end: out}")
    assert row == "  to   nowhere but by events (too_long, medics)"
    assert "  nothing but by events (too_long, medics)" in leads_here(graph, "late_on")


def test_an_act_that_leads_on_from_anywhere_is_named_too(small):
    assert waiting(small, top="acts: {leave: {end: late}}")[1] == "  to   nowhere but by leave or by events (too_long)"
