"""An author's tests hold, or say which words did not."""

from dataclasses import replace

from simulator.authoring.catalogues import shipped
from simulator.authoring.scenario_tests import run_tests
from simulator.encounter.program import compile_program
from simulator.scenario.load import load_scenario


def results_of(text, old, new):
    loaded = load_scenario(text.replace(old, new), "last_bus.yaml", shipped())
    assert loaded.scenario is not None
    return {result.test.id: result for result in run_tests(compile_program(loaded.scenario, shipped()))}


def test_the_conformance_tests_hold(last_bus):
    results = run_tests(last_bus)
    assert [result.test.id for result in results] == ["heard_and_kept", "ordered_about"]
    assert all(result.passed for result in results)
    assert results[0].ended.startswith("seat_in_van at 86.0")


def test_an_expectation_that_fails_is_named_in_the_authors_words(last_bus_text):
    result = results_of(last_bus_text, "tension < 45, value", "tension < 5, value")["heard_and_kept"]
    assert result.failed == ("tension < 5",)
    assert not result.passed


def test_a_play_that_cannot_be_played_says_why_and_how_far_it_came(last_bus_text):
    result = results_of(last_bus_text, "offer, hold, walk]", "offer, offer, hold, walk]")["heard_and_kept"]
    assert "said that already" in result.refused
    assert result.ended.startswith("after 4 of 7 acts: still at story")


def test_a_test_without_expectations_passes_if_it_can_be_played(last_bus):
    bare = replace(last_bus.scenario.tests[0], expect=())
    from simulator.authoring.scenario_tests import run_test

    assert run_test(last_bus, bare).passed
