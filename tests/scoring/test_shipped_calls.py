"""Every shipped call, played anyhow: prompts answered, events injected, acts mixed. The debrief always holds."""

from __future__ import annotations

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.library import SHIPPED, find_library
from simulator.encounter.actions import Action
from simulator.encounter.course import Course, Turn, open_course
from simulator.encounter.draws import draw
from simulator.encounter.offer import offer, open_actions
from simulator.encounter.program import compile_program
from simulator.encounter.step import step
from simulator.scoring.debrief import Debrief, debrief

CALLS = find_library([SHIPPED], shipped()).playable()


def _wander(program, temperament, seed):
    start = open_course(program, seed, temperament)
    state, turns = start.first, []
    while not state.over and len(turns) < 60:
        number = draw(seed, f"wander:{len(turns)}")
        asked = offer(program, state).prompt
        by_hand = [id_ for id_, event in program.events.items() if event.by_hand]
        if asked is not None:
            action = asked.answers[number % len(asked.answers)].action
        elif by_hand and number % 11 == 0:
            action = Action("inject", by_hand[number % len(by_hand)])
        else:
            actions = open_actions(program, state)
            action = actions[number % len(actions)]
        after, happened = step(program, state, action)
        turns.append(Turn(len(turns) + 1, action, happened, state, after))
        state = after
    return Course(start.start, start.opening, start.first, tuple(turns))


@pytest.mark.parametrize("id_", CALLS)
def test_a_wandering_trainee_gets_a_whole_debrief(id_):
    program = compile_program(CALLS[id_].scenario, shipped())
    for seed, temperament in enumerate(program.temperaments):
        course = _wander(program, temperament, seed)
        value = debrief(program, course)
        assert Debrief.model_validate_json(value.model_dump_json()) == value
        assert len(value.turns) == len(course.turns)
        assert value.measures.peak_turn <= len(course.turns)
        assert sum(band.seconds for band in value.measures.bands) == pytest.approx(value.measures.seconds, abs=0.5)
        for turn in value.turns:
            assert turn.kind in ("answer", "inject", "stop") or turn.said
