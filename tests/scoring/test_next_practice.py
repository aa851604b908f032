"""What is proposed next: the same skill, another person, after a gap."""

from dataclasses import replace

import pytest

from simulator.encounter.course import play
from simulator.scoring.debrief import debrief
from simulator.scoring.next_practice import GAP_DAYS, next_practice, skill_to_practise


@pytest.fixture
def value(last_bus):
    return debrief(last_bus, play(last_bus, 1, "loud", ("hello", "told", "stop")))


def call(program, id_, category="routine", calls_for=()):
    """A call that asks for these skills at every moment."""
    scenario = program.scenario
    nodes = {key: replace(node, calls_for=tuple(calls_for)) for key, node in scenario.nodes.items()}
    about = replace(scenario.about, category=category, title=id_)
    return replace(scenario, id=id_, nodes=nodes, about=about)


def test_another_kind_of_call_comes_before_one_that_asks_more_often(value, last_bus):
    catalogues = last_bus.catalogues
    skill = skill_to_practise(value, catalogues)
    kind = last_bus.scenario.about.category
    near, far = call(last_bus, "near", kind, [skill]), call(last_bus, "far", "other", [skill])
    found = next_practice(value, catalogues, [last_bus.scenario, near, far])
    assert (found.scenario, found.skill) == ("far", skill)
    assert "another person" in found.why


def test_the_same_call_comes_with_another_temperament_where_there_is_no_other(value, last_bus):
    skill = skill_to_practise(value, last_bus.catalogues)
    own = call(last_bus, last_bus.scenario.id, calls_for=[skill])
    found = next_practice(value, last_bus.catalogues, [own])
    assert found.scenario == last_bus.scenario.id
    assert found.temperament not in ("", "loud")


def test_no_call_is_proposed_that_does_not_ask_for_the_skill(value, last_bus):
    assert next_practice(value, last_bus.catalogues, [call(last_bus, "other")]) is None


def test_the_day_lies_one_to_four_weeks_ahead(value, last_bus):
    skill = skill_to_practise(value, last_bus.catalogues)
    found = next_practice(value, last_bus.catalogues, [call(last_bus, "other", calls_for=[skill])])
    gap = GAP_DAYS["change" if value.change is not None else "kept"]
    assert found.days == gap
    assert min(GAP_DAYS.values()) == 7
    assert max(GAP_DAYS.values()) == 28


def test_the_skill_is_the_one_behind_the_change(value, last_bus):
    change = value.change
    assert skill_to_practise(value, last_bus.catalogues) in last_bus.catalogues.skills
    if change is not None and change.source in last_bus.catalogues.skills:
        assert skill_to_practise(value, last_bus.catalogues) == change.source
