"""The machine mirrors what the step settled, and lets through only what a call's life allows."""

import pytest
from transitions import MachineError

from simulator.encounter.happenings import Banded, Ended, Stopped
from simulator.encounter.machine import EncounterLife, edges, graph_machine, life_at


@pytest.fixture
def told():
    return []


@pytest.fixture
def life(told):
    life = EncounterLife("volatile", [told.append])
    life.contact()
    return life


def test_a_call_goes_round_presenting_deciding_reacting(life):
    seen = [life.phase]
    for move in (life.ready, lambda: life.acted([]), life.next):
        move()
        seen.append(life.phase)
    assert seen == ["presenting", "deciding", "reacting", "presenting"]


def test_the_band_is_a_region_of_its_own_beside_the_phase(life, told):
    life.ready()
    life.acted([Banded("ira", "volatile", "agitated")])
    assert (life.phase, life.band) == ("reacting", "agitated")
    assert told[-2:] == ["reacting", "band/agitated"]


def test_pausing_keeps_phase_and_band(life):
    life.ready()
    life.pause()
    assert life.phase == "paused"
    life.resume()
    assert (life.phase, life.band) == ("deciding", "volatile")


@pytest.mark.parametrize("row", [Ended("out", 90_000), Stopped("here")])
def test_an_end_or_a_stop_leads_to_the_debrief_and_then_to_the_close(life, row):
    life.ready()
    life.acted([row])
    assert life.phase == "debriefing"
    life.close()
    assert life.phase == "closed"


def test_what_a_life_does_not_allow_is_refused():
    life = EncounterLife()
    with pytest.raises(MachineError):
        life.ready()


def test_it_begins_in_the_band_of_the_state(last_bus):
    from simulator.encounter.step import begin

    assert life_at(begin(last_bus, 1, "loud")[0]).band == "agitated"


def test_the_scenario_graph_is_a_machine_whose_guards_are_labels(last_bus):
    machine = graph_machine(last_bus.scenario)
    assert set(machine.states) == {*last_bus.scenario.nodes, *(f"end:{id_}" for id_ in last_bus.scenario.outcomes)}
    assert ("window", "move_on [tension >= 80]", "edge") in edges(last_bus.scenario)
    assert ("edge", "take_it", "end:held") in edges(last_bus.scenario)
