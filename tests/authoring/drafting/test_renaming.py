"""An id moved everywhere: the call stays the same call."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.drafting.played_nodes import nodes_of_tests
from simulator.authoring.drafting.renaming import CannotRenameError, Thing, renamed, things_named
from simulator.authoring.library import SHIPPED, scenario_files
from simulator.authoring.scenario_tests import run_tests
from simulator.encounter.course import play
from simulator.encounter.program import compile_program
from simulator.scenario.load import load_scenario

BUS = (Path(__file__).parents[2] / "fixtures" / "last_bus.yaml").read_text(encoding="utf-8")


def loaded(text: str):
    found = load_scenario(text, "x.yaml", shipped())
    assert found.scenario is not None, [str(problem) for problem in found.errors]
    return found


def rename(text: str, name: str, new: str) -> str:
    before = loaded(text)
    (thing,) = things_named(before.tree.value, name)
    return renamed(text, "x.yaml", thing, new, nodes_of_tests(compile_program(before.scenario, shipped())))


@pytest.mark.parametrize(
    "name",
    ["story", "story.told", "window.hello", "window.blows", "ticket_seen", "speaker", "van", "stay", "worn", "van_comes",
     "rain", "edge.back"],
)  # fmt: skip
def test_everything_that_held_still_holds(name):
    after = rename(BUS, name, "quite_another")
    again = loaded(after)
    assert [problem.code for problem in again.problems] == [problem.code for problem in loaded(BUS).problems]
    assert all(result.passed for result in run_tests(compile_program(again.scenario, shipped())))
    assert rename(after, name.partition(".")[0] + ".quite_another" if "." in name else "quite_another",
                  name.rpartition(".")[2]) == BUS  # fmt: skip


def test_a_line_of_another_node_keeps_its_id():
    after = rename(BUS, "edge.back", "away")
    assert "      away: {say:" in after
    assert after.count("back") == BUS.count("back") - 2


def test_a_word_that_only_looks_like_it_stays():
    after = rename(BUS, "van", "minibus")
    assert "There's a warm van." in after
    assert "called('minibus')" in after
    assert "van_here:" in after


@pytest.mark.parametrize("path", scenario_files(SHIPPED), ids=lambda path: path.stem)
def test_every_id_of_a_shipped_call_can_be_moved(path):
    text = path.read_text(encoding="utf-8")
    before = loaded(text)
    program = compile_program(before.scenario, shipped())
    stands_at = nodes_of_tests(program)
    scenario = before.scenario
    things = [Thing("node", id_) for id_ in list(scenario.nodes)[1:3]]
    things += [Thing("variable", id_) for id_ in list(scenario.variables)[:2]]
    things += [Thing("finding", id_) for id_ in list(scenario.findings)[:1]]
    things += [Thing("outcome", id_) for id_ in list(scenario.outcomes)[:1]]
    things += [
        Thing("line", line.id, node.id) for node in list(scenario.nodes.values())[:5] for line in node.lines.values()
    ][:12:6]
    ours = [each.passed for each in run_tests(program)]
    for thing in things:
        after = renamed(text, path.name, thing, "quite_another", stands_at)
        again = load_scenario(after, path.name, shipped())
        assert again.scenario is not None, (thing, [str(each) for each in again.errors])
        theirs = run_tests(compile_program(again.scenario, shipped()))
        assert [each.passed for each in theirs] == ours, thing


def test_an_id_that_is_taken_or_no_id_is_refused():
    for new, why in (("window", "already"), ("Two Words", "is no id")):
        with pytest.raises(CannotRenameError, match=why):
            rename(BUS, "story", new)


def test_a_name_that_could_be_several_things_is_told():
    assert len(things_named(loaded(BUS).tree.value, "blows")) == 2
    assert things_named(loaded(BUS).tree.value, "outcome:rain") == [Thing("outcome", "rain")]


def test_the_same_play_comes_to_the_same_end():
    after = compile_program(loaded(rename(BUS, "story.told", "heard")).scenario, shipped())
    before = compile_program(loaded(BUS).scenario, shipped())
    acts = ["speaker_off", "hello", "told", "offer"]
    one, other = (
        play(before, 1, "loud", acts).last,
        play(after, 1, "loud", [a.replace("told", "heard") for a in acts]).last,
    )
    assert one == other
